// The torus, and how arrow keys move over it.

/** A value brought into [0, period). */
export function wrapped(value, period = 1) {
    return value - period * Math.floor(value / period);
}

/** Steps (x, y) by KeyboardEvent.key, y upwards. */
export const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
