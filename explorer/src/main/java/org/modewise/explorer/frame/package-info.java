/** What is sent to a page: fields and spectra as levels, readouts, files. */
package org.modewise.explorer.frame;
