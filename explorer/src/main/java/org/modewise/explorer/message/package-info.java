/** What a page may say, and how it is read. */
package org.modewise.explorer.message;
