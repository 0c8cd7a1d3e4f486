/** The JTransforms-backed kernel: every size, and a second opinion. Found by the service loader, never named by users. */
package org.modewise.fft.jtransforms;
