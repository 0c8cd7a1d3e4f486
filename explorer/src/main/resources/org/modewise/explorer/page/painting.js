// The brush: drag to paint, drag with shift or in erase mode to erase; by keyboard with a cross-hair.

import {ARROWS, wrapped} from './torus.js';

const SPACING = 0.5;
const LONGEST_STRIDE = 400;
const FINE_STEP = 1 / 64;
const COARSE_STEP = 1 / 8;

export class Painting {
    #pane;
    #dab;
    #stroke;
    #brush;
    #last = null;

    erases = false;

    /**
     * @param pane the field's pane
     * @param actions brush() tells {radius, amount}, stroke() begins a stroke, dab(x, y, radius, amount, cause) paints
     */
    constructor(pane, {brush, stroke, dab}) {
        this.#brush = brush;
        this.#pane = pane;
        this.#dab = dab;
        this.#stroke = stroke;
        const canvas = pane.canvas;
        canvas.addEventListener('pointerdown', event => this.#down(event));
        canvas.addEventListener('pointermove', event => this.#move(event));
        for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
            canvas.addEventListener(end, () => (this.#last = null));
        }
        canvas.addEventListener('keydown', event => this.#key(event));
        canvas.addEventListener('blur', () => pane.moveCrosshair(null));
    }

    #down(event) {
        if (event.button !== 0 || !event.isPrimary) {
            return;
        }
        this.#pane.canvas.setPointerCapture(event.pointerId);
        this.#pane.moveCrosshair(null);
        this.#last = this.#pane.position(event);
        this.#stroke();
        this.#touch(this.#last, event);
    }

    #move(event) {
        if (!this.#last || !event.isPrimary) {
            return;
        }
        const goal = this.#pane.position(event);
        const dx = goal.x - this.#last.x;
        const dy = goal.y - this.#last.y;
        const stride = SPACING * this.#brush().radius;
        const dabs = Math.min(LONGEST_STRIDE, Math.floor(Math.hypot(dx, dy) / stride));
        const share = stride / Math.hypot(dx, dy);
        const from = this.#last;
        for (let k = 1; k <= dabs; k++) {
            this.#last = {x: from.x + k * share * dx, y: from.y + k * share * dy};
            this.#touch(this.#last, event);
        }
    }

    #touch({x, y}, event) {
        this.#apply(x, y, this.erases !== event.shiftKey, event);
    }

    #apply(x, y, erases, event) {
        const {radius, amount} = this.#brush();
        this.#dab(x, y, radius, erases ? -amount : amount, event);
    }

    #key(event) {
        const step = ARROWS[event.key];
        const crosshair = this.#pane.crosshair ?? {x: 0.5, y: 0.5};
        if (step) {
            const size = event.shiftKey ? COARSE_STEP : FINE_STEP;
            const moved = {x: wrapped(crosshair.x + size * step[0]), y: wrapped(crosshair.y + size * step[1])};
            this.#pane.moveCrosshair(moved, true);
        } else if (event.key === 'Enter' || event.key === 'Delete' || event.key === 'Backspace') {
            this.#pane.moveCrosshair(crosshair);
            const erases = event.key !== 'Enter' || event.shiftKey !== this.erases;
            this.#stroke();
            this.#apply(crosshair.x, crosshair.y, erases, event);
        } else {
            return;
        }
        event.preventDefault();
    }
}
