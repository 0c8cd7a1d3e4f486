// A canvas of n×n samples in colour, drawn through a table of 256 colours without allocating.

import {colours} from './colormaps.js';
import {number} from './format.js';

const STEPS = 256;
const LEVELS = 65536;

export class Raster {
    #canvas;
    #context;
    #image = null;
    #pixels = null;

    constructor(canvas) {
        this.#canvas = canvas;
        this.#context = canvas.getContext('2d', {alpha: false});
    }

    get canvas() {
        return this.#canvas;
    }

    /**
     * Draws a plane of levels, its first row at the bottom.
     *
     * @param plane {lo, hi, levels}
     * @param n samples along each axis
     * @param range {lo, hi}, the values of the first and the last colour
     */
    draw(plane, n, range, map) {
        this.size(n);
        const table = colours(map);
        const {levels} = plane;
        const pixels = this.#pixels;
        const {offset, gain} = scaling(plane, range);
        for (let row = 0, k = 0; row < n; row++) {
            const end = (n - row) * n;
            for (let p = end - n; p < end; p++, k++) {
                const step = offset + gain * levels[k];
                pixels[p] = table[step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step | 0];
            }
        }
        this.show();
    }

    /** Makes the canvas n×n and returns its pixels, to fill and then show. */
    size(n) {
        if (!this.#image || this.#image.width !== n) {
            this.#canvas.width = n;
            this.#canvas.height = n;
            this.#image = this.#context.createImageData(n, n);
            this.#pixels = new Uint32Array(this.#image.data.buffer);
        }
        return this.#pixels;
    }

    show() {
        this.#context.putImageData(this.#image, 0, 0);
    }
}

/** Colour step = offset + gain · level. A range as wide as double precision is scaled before it can overflow. */
export function scaling(plane, range) {
    if (plane.lo === range.lo && plane.hi === range.hi) {
        return plane.hi > plane.lo ? {offset: 0, gain: STEPS / LEVELS} : {offset: STEPS / 2, gain: 0};
    }
    const width = range.hi / 2 - range.lo / 2;
    if (!(width > 0)) {
        return {offset: STEPS / 2, gain: 0};
    }
    const perValue = STEPS / 2 / width;
    return {
        offset: (plane.lo - range.lo) * perValue,
        gain: ((plane.hi / 2 - plane.lo / 2) * 2 * perValue) / LEVELS,
    };
}

/** Draws a map from its lowest to its highest colour. */
export function drawScale(canvas, map) {
    canvas.width = STEPS;
    canvas.height = 1;
    const context = canvas.getContext('2d');
    const image = context.createImageData(STEPS, 1);
    new Uint32Array(image.data.buffer).set(colours(map));
    context.putImageData(image, 0, 0);
}

/** Writes the ends of a scale; what is rounding beside the other end is zero. */
export function labelScale(root, {lo, hi}) {
    const rounding = 1e-12 * (hi - lo);
    root.querySelector('.lo').textContent = number(Math.abs(lo) < rounding ? 0 : lo, 3);
    root.querySelector('.hi').textContent = number(Math.abs(hi) < rounding ? 0 : hi, 3);
}
