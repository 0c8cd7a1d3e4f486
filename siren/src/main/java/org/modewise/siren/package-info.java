/** Sine networks as values, their exact derivatives, and the optimisers that fit them. */
package org.modewise.siren;
