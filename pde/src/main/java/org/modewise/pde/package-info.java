/** Equations as values that know their symbol, and their exact solutions at any time, without time steps. */
package org.modewise.pde;
