/** Vector code, and the check of whether this VM can run it. Found by the service loader; nothing here is for users. */
package org.modewise.simd;
