// Lines of equal value by marching squares, between nodes of the grid.

const LINES = 10;
const MOST_CELLS = 128;
const LEVELS = 65535;

// For each of the 16 cases of corners above the level, pairs of edges that a line joins: 0 bottom, 1 right, 2 top,
// 3 left. The two saddles are joined as if their middle were below.
const SEGMENTS = [
    [], [3, 0], [0, 1], [3, 1], [1, 2], [3, 0, 1, 2], [0, 2], [3, 2],
    [2, 3], [2, 0], [0, 1, 2, 3], [2, 1], [1, 3], [1, 0], [0, 3], [],
];

/**
 * Traces contours into the context's current path; a value's line lies at the middle of its pixel.
 *
 * @param plane {lo, hi, levels} of n×n samples, whose range the lines divide evenly
 * @param size the pane's width
 */
export function traceContours(context, plane, n, size) {
    if (!(plane.hi > plane.lo)) {
        return;
    }
    const stride = Math.max(1, n / MOST_CELLS);
    const cells = n / stride - 1;
    const scale = (size / n) * stride;
    const shift = size / n / 2;
    const gain = (LINES + 1) / LEVELS;
    const {levels} = plane;
    const at = (i, j) => gain * levels[j * stride * n + i * stride];
    for (let j = 0; j < cells; j++) {
        let topLeft = at(0, j + 1);
        let bottomLeft = at(0, j);
        for (let i = 0; i < cells; i++) {
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
