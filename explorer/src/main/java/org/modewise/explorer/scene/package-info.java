/** What a page shows: a canvas, an equation, its settings and its solution. */
package org.modewise.explorer.scene;
