// Lines of equal value by marching squares, between nodes of the grid and over the torus' seam.

import {scaling} from './raster.js';

const LINES = 10;
const MOST_CELLS = 128;
const STEPS = 256;

// For each of the 16 cases of corners above the level, pairs of edges that a line joins: 0 bottom, 1 right, 2 top,
// 3 left. The two saddles are joined as if their middle were below.
const SEGMENTS = [
    [], [3, 0], [0, 1], [3, 1], [1, 2], [3, 0, 1, 2], [0, 2], [3, 2],
    [2, 3], [2, 0], [0, 1, 2, 3], [2, 1], [1, 3], [1, 0], [0, 3], [],
];

/**
 * Traces contours into the context's current path; a value's line lies at the middle of its pixel.
 *
 * @param plane {lo, hi, levels} of n×n samples
 * @param size the pane's width
 * @param range {lo, hi}, the range of colours, which the lines divide evenly
 */
export function traceContours(context, plane, n, size, range) {
    const {offset, gain} = scaling(plane, range);
    if (!(gain > 0)) {
        return;
    }
    const stride = Math.max(1, n / MOST_CELLS);
    const cells = n / stride;
    const scale = (size / n) * stride;
    const shift = size / n / 2;
    const lines = (LINES + 1) / STEPS;
    const {levels} = plane;
    const at = (i, j) =>
        lines * (offset + gain * levels[((j + cells) % cells) * stride * n + ((i + cells) % cells) * stride]);
    // The cells over the seam are traced on both sides, and the canvas cuts them in two.
    for (let j = -1; j < cells; j++) {
        let topLeft = at(-1, j + 1);
        let bottomLeft = at(-1, j);
        for (let i = -1; i < cells; i++) {
            const bottomRight = at(i + 1, j);
            const topRight = at(i + 1, j + 1);
            const least = Math.min(bottomLeft, bottomRight, topRight, topLeft);
            const most = Math.max(bottomLeft, bottomRight, topRight, topLeft);
            for (let line = Math.max(1, Math.floor(least) + 1); line <= Math.min(LINES, most); line++) {
                const segments = SEGMENTS[(bottomLeft >= line ? 1 : 0) | (bottomRight >= line ? 2 : 0)
                    | (topRight >= line ? 4 : 0) | (topLeft >= line ? 8 : 0)];
                for (let s = 0; s < segments.length; s++) {
                    let x = i;
                    let y = j;
                    switch (segments[s]) {
                        case 0:
                            x += (line - bottomLeft) / (bottomRight - bottomLeft);
                            break;
                        case 1:
                            x += 1;
                            y += (line - bottomRight) / (topRight - bottomRight);
                            break;
                        case 2:
                            x += (line - topLeft) / (topRight - topLeft);
                            y += 1;
                            break;
                        default:
                            y += (line - bottomLeft) / (topLeft - bottomLeft);
                    }
                    if (s % 2 === 0) {
                        context.moveTo(shift + x * scale, size - shift - y * scale);
                    } else {
                        context.lineTo(shift + x * scale, size - shift - y * scale);
                    }
                }
            }
            bottomLeft = bottomRight;
            topLeft = topRight;
        }
    }
}
