/** Minimisers of sums of squares: each a record of settings, one algorithm a file. */
package org.modewise.siren.optimizer;
