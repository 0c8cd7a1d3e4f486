// The pane of log₁₀(|û|/n²), DC in the middle. The server sends the half mx ≥ 0; the other half is its mirror image.

import {colours} from './colormaps.js';
import {valueOf} from './decode.js';
import {number, whole} from './format.js';
import {Overlay, outlined, writeReading} from './overlay.js';
import {drawScale, labelScale, Raster, scaling} from './raster.js';
import {ARROWS} from './torus.js';

const RINGS = [8, 16, 32, 48];
const DECADES = 12;
const MAP = 'magma';
const STEPS = 256;

export class SpectrumPane {
    #raster;
    #overlay;
    #reading;
    #scale;
    #shown = null;
    #pointer = null;
    #overlaid = '';

    /** The cross-hair, a mode {mx, my}, or null. */
    crosshair = null;

    constructor(root) {
        const canvas = root.querySelector('.samples');
        this.#raster = new Raster(canvas);
        this.#overlay = new Overlay(root.querySelector('.overlay'), (context, size) => this.#paintOver(context, size));
        this.#reading = root.querySelector('.reading');
        this.#scale = root.querySelector('.scale');
        drawScale(this.#scale.querySelector('canvas'), MAP);
        canvas.addEventListener('pointermove', event => this.point(this.#mode(event)));
        canvas.addEventListener('pointerleave', () => this.point(null));
        canvas.addEventListener('keydown', event => this.#key(event));
        canvas.addEventListener('blur', () => this.#move(null));
    }

    get canvas() {
        return this.#raster.canvas;
    }

    /**
     * Draws a spectrum.
     *
     * @param frame the frame that it belongs to
     * @param reach the largest wave number to show, or 0 for all
     */
    draw(frame, reach) {
        const {spectrum, n, readouts} = frame;
        const half = reach > 0 ? Math.min(reach, n / 2) : n / 2;
        const range = {lo: Math.max(spectrum.lo, spectrum.hi - DECADES), hi: spectrum.hi};
        this.#shown = {spectrum, n, half, range, dominant: readouts.dominant};
        this.#fill();
        const overlaid = `${half} ${readouts.dominant?.kx} ${readouts.dominant?.ky}`;
        if (overlaid !== this.#overlaid) {
            this.#overlaid = overlaid;
            this.#overlay.redraw();
        }
    }

    point(mode) {
        this.#pointer = mode;
        this.read();
    }

    /** Writes the range of colours, and the value under pointer or cross-hair, read aloud if a key has moved it. */
    read(aloud = false) {
        if (this.#shown) {
            labelScale(this.#scale, this.#shown.range);
            const place = aloud ? this.crosshair : this.#pointer ?? this.crosshair;
            writeReading(this.#reading, this.#describe(place), aloud);
        }
    }

    #fill() {
        const {spectrum, n, half, range} = this.#shown;
        const table = colours(MAP);
        const pixels = this.#raster.size(2 * half);
        const {offset, gain} = scaling(spectrum, range);
        const {levels} = spectrum;
        const columns = n / 2 + 1;
        const side = 2 * half;
        for (let my = -half, p = side * (side - 1); my < half; my++, p -= side) {
            const row = (my + n / 2) * columns;
            const mirror = (my === -n / 2 ? 0 : n / 2 - my) * columns;
            for (let mx = -half; mx < half; mx++) {
                const step = offset + gain * levels[mx < 0 ? mirror - mx : row + mx];
                pixels[p + mx + half] = table[step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step | 0];
            }
        }
        this.#raster.show();
    }

    #mode(event) {
        if (!this.#shown) {
            return null;
        }
        const box = this.canvas.getBoundingClientRect();
        const {half} = this.#shown;
        const side = 2 * half;
        return {
            mx: clamped(Math.floor(((event.clientX - box.left) / box.width) * side) - half, half),
            my: clamped(side - 1 - Math.floor(((event.clientY - box.top) / box.height) * side) - half, half),
        };
    }

    #key(event) {
        const step = ARROWS[event.key];
        if (step && this.#shown) {
            const {mx, my} = this.crosshair ?? {mx: 0, my: 0};
            const {half} = this.#shown;
            this.#move({mx: clamped(mx + step[0], half), my: clamped(my + step[1], half)}, true);
            event.preventDefault();
        }
    }

    #move(mode, aloud = false) {
        this.crosshair = mode;
        this.#overlay.redraw();
        this.read(aloud);
    }

    #describe(mode) {
        if (!mode) {
            return '';
        }
        const {spectrum, n} = this.#shown;
        const columns = n / 2 + 1;
        const {mx, my} = mode;
        const row = mx >= 0 ? my + n / 2 : my === -n / 2 ? 0 : n / 2 - my;
        const index = row * columns + Math.abs(mx);
        const log = valueOf(spectrum, index);
        const below = spectrum.levels[index] === 0 ? '≤ ' : '';
        // A level is some 3·10⁻⁴ decades: three digits are known.
        return `kx ${whole(mx)}  ky ${whole(my)}  |û|/n² ${below}${number(10 ** log, 3)}  `
            + `log₁₀ ${below}${number(log, 3)}`;
    }

    #paintOver(context, size) {
        if (!this.#shown) {
            return;
        }
        const {half, dominant} = this.#shown;
        const scale = size / (2 * half);
        const middle = size / 2 + scale / 2;
        const centre = size / 2 - scale / 2;
        context.font = '10px system-ui, sans-serif';
        context.textAlign = 'center';
        for (const ring of RINGS.filter(k => k < half)) {
            context.beginPath();
            context.arc(middle, centre, ring * scale, 0, 2 * Math.PI);
            outlined(context, () => context.stroke(), 0.75);
            context.fillStyle = 'rgba(0, 0, 0, 0.7)';
            context.fillRect(middle - 9, centre - ring * scale - 6, 18, 12);
            context.fillStyle = 'white';
            context.fillText(String(ring), middle, centre - ring * scale + 4);
        }
        if (dominant && Number.isFinite(dominant.kx)) {
            for (const sign of [1, -1]) {
                mark(context, middle + sign * dominant.kx * scale, centre - sign * dominant.ky * scale,
                    Math.max(5, scale));
            }
        }
        if (this.crosshair) {
            context.beginPath();
            context.arc(middle + this.crosshair.mx * scale, centre - this.crosshair.my * scale, 8, 0, 2 * Math.PI);
            outlined(context, () => context.stroke(), 2);
        }
    }
}

function mark(context, x, y, radius) {
    context.beginPath();
    context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    outlined(context, () => context.stroke());
}

function clamped(mode, half) {
    return Math.max(-half, Math.min(half - 1, mode));
}
