/** What the library's own modules share: argument rules, copy-free access to fields, scratch memory. Not for users. */
package org.modewise.core.internal;
