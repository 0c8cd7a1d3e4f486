/** Periodic grids, immutable sampled fields, pictures of them, and NumPy files. */
package org.modewise.core;
