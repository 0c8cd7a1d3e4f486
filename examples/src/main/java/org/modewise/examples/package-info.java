/** Programs that show Modewise at work. */
package org.modewise.examples;
