/** What Modewise's own kernels share. Not for users. */
package org.modewise.fft.internal;
