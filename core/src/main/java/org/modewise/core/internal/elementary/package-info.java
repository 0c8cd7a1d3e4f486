/**
 * Elementary functions of whole arrays with the same bits from vectors and from plain Java, and the seam through which vector
 * code joins. Not for users.
 *
 * <p>A function is one formula of additions, multiplications and divisions, each rounded, in one order: its class holds
 * the formula for one number and the constants, and vector code repeats it operation by operation. Sine, cosine, products and
 * weighted sums fuse multiplications with additions where the machine can, so that their last bits depend on whether it can;
 * e^x and ln x do not. None of the JDK's own functions, whose last bit differs between VMs.
 */
package org.modewise.core.internal.elementary;
