/**
 * Elementary functions of whole arrays with the same bits on every machine, and the seam through which vector code joins.
 * Not for users.
 *
 * <p>A function is one formula of additions, multiplications and divisions, each rounded, in one order: its class holds
 * the formula for one number and the constants, and vector code repeats it operation by operation. No fused
 * multiply-add, which is slow where the machine has none, and none of the JDK's own functions, whose last bit differs
 * between VMs.
 */
package org.modewise.core.internal.elementary;
