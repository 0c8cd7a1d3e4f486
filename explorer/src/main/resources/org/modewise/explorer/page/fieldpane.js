// A pane that shows a field on the torus, y upwards, with contours, a cross-hair and the value under the pointer.

import {isSigned} from './colormaps.js';
import {traceContours} from './contours.js';
import {uncertaintyOf, valueOf} from './decode.js';
import {measured, steady} from './format.js';
import {Overlay, outlined, writeReading} from './overlay.js';
import {drawScale, labelScale, Raster} from './raster.js';
import {wrapped} from './torus.js';

export class FieldPane {
    #raster;
    #overlay;
    #reading;
    #scale;
    #shown = null;
    #pointer = null;
    #contours = false;
    #map = null;

    /** The cross-hair {x, y} in [0,1)², or null. */
    crosshair = null;

    /** @param root the pane's figure, with its canvases, its scale and its line for readings */
    constructor(root) {
        const canvas = root.querySelector('.samples');
        this.#raster = new Raster(canvas);
        this.#overlay = new Overlay(root.querySelector('.overlay'), (context, size) => this.#paintOver(context, size));
        this.#reading = root.querySelector('.reading');
        this.#scale = root.querySelector('.scale');
        canvas.addEventListener('pointermove', event => this.point(this.position(event)));
        canvas.addEventListener('pointerleave', () => this.point(null));
    }

    get canvas() {
        return this.#raster.canvas;
    }

    /** The values {lo, hi} of the first and the last colour, once something was drawn. */
    get range() {
        return this.#shown?.range;
    }

    /** Where on the torus an event happened; a sample lies at the middle of its pixel. */
    position(event) {
        const box = this.canvas.getBoundingClientRect();
        const half = 0.5 / this.canvas.width;
        const x = (event.clientX - box.left) / box.width - half;
        const y = 1 - (event.clientY - box.top) / box.height - half;
        return {x, y};
    }

    /**
     * Draws a field.
     *
     * @param start the range {lo, hi} that colours should span at least, or null
     */
    draw(field, n, {start, map, contours}) {
        const range = colourRange(field, start, isSigned(map));
        this.#shown = {field, n, range};
        this.#raster.draw(field, n, range, map);
        if (map !== this.#map) {
            this.#map = map;
            drawScale(this.#scale.querySelector('canvas'), map);
        }
        if (contours || contours !== this.#contours) {
            this.#contours = contours;
            this.#overlay.redraw();
        }
    }

    point(position) {
        this.#pointer = position;
        this.read();
    }

    /** Moves the cross-hair; its reading is read aloud if a key has moved it. */
    moveCrosshair(position, aloud = false) {
        this.crosshair = position;
        this.#overlay.redraw();
        this.read(aloud);
    }

    /** Writes the range of colours, and the value under pointer or cross-hair. */
    read(aloud = false) {
        if (this.#shown) {
            labelScale(this.#scale, this.#shown.range);
            const place = aloud ? this.crosshair : this.#pointer ?? this.crosshair;
            writeReading(this.#reading, this.#describe(place), aloud);
        }
    }

    /** The sample nearest to a place. */
    #describe(position) {
        if (!position) {
            return '';
        }
        const {field, n} = this.#shown;
        const i = wrapped(Math.round(position.x * n), n);
        const j = wrapped(Math.round(position.y * n), n);
        const value = measured(valueOf(field, j * n + i), uncertaintyOf(field));
        return `x ${steady(i / n, 3)}  y ${steady(j / n, 3)}  u ${value}`;
    }

    #paintOver(context, size) {
        if (!this.#shown) {
            return;
        }
        const {field, n, range} = this.#shown;
        if (this.#contours) {
            context.beginPath();
            traceContours(context, field, n, size, range);
            outlined(context, () => context.stroke(), 0.75);
        }
        if (this.crosshair) {
            const x = (this.crosshair.x + 0.5 / n) * size;
            const y = (1 - this.crosshair.y - 0.5 / n) * size;
            context.beginPath();
            for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
                context.moveTo(x + 4 * dx, y + 4 * dy);
                context.lineTo(x + 14 * dx, y + 14 * dy);
            }
            outlined(context, () => context.stroke());
        }
    }
}

function colourRange(field, start, signed) {
    const lo = start ? Math.min(start.lo, field.lo) : field.lo;
    const hi = start ? Math.max(start.hi, field.hi) : field.hi;
    if (!signed) {
        return {lo, hi};
    }
    const most = Math.max(-lo, hi);
    return {lo: -most, hi: most};
}
