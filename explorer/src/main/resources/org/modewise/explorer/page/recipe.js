// All that a view is made of: grid, initial field, dabs, equation, time, and how it is shown. The only state that links
// and reconnects need. Whoever changes it goes through here, and whoever cares listens here.

import {COLORMAPS} from './colormaps.js';
import {EQUATIONS} from './equations.js';
import {checkedShape, startOf} from './shapes.js';

export const GRIDS = [64, 128, 256, 512];
export const REACHES = [0, 32, 64, 128];
export const SPANS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100];

const VERSION = 1;
const MOST_DABS = 20_000;
// The server paints all dabs anew on each new canvas, and refuses more samples than this.
const MOST_WORK = 2 ** 31;
const MOST_CHARACTERS = 590_000;
const CHARACTERS_A_DAB = 30;
const MOST_TIME = 1000;
const LEAST_AMPLIFICATION = 10;
const MOST_AMPLIFICATION = 1e15;

export class Recipe {
    #listeners = new Map();
    #strokes = [];

    n = 128;
    initial = startOf('letter');
    dabs = [];
    equation = {name: 'heat', parameters: {}};
    t = 0;
    amplification = 1000;
    view = {map: 'viridis', scale: 'start', contours: false, logTime: false, span: 1, reach: 64};

    /** Events: field, dab, equation, time, amplification, view. A new recipe is all of them. */
    on(event, listener) {
        this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    }

    setGrid(n, initial = this.initial) {
        this.n = n;
        this.initial = initial;
        this.#say('field');
    }

    setInitial(initial) {
        this.initial = initial;
        this.dabs = [];
        this.#strokes = [];
        this.#say('field');
    }

    /** How many more dabs the server would take. */
    room() {
        const picture = this.initial.grey?.length ?? 0;
        const most = Math.min(MOST_DABS, MOST_WORK / this.n ** 2, (MOST_CHARACTERS - picture) / CHARACTERS_A_DAB);
        return Math.floor(most) - this.dabs.length;
    }

    beginStroke() {
        this.#strokes.push(this.dabs.length);
    }

    /** Adds a dab, rounded to what a link keeps; cause is the event that painted it. */
    addDab(x, y, radius, amount, cause) {
        const dab = [rounded(wrapped(x), 1e4) % 1, rounded(wrapped(y), 1e4) % 1, rounded(radius, 1e4),
            rounded(amount, 1e3)];
        this.dabs.push(dab);
        this.#say('dab', {dab, cause});
    }

    undoStroke() {
        const length = this.#strokes.pop() ?? 0;
        if (this.dabs.length > length) {
            this.dabs.length = length;
            this.#say('field');
        }
    }

    setEquation(name, parameters) {
        this.equation = {name, parameters};
        this.#say('equation');
    }

    setParameter(name, value) {
        this.equation.parameters[name] = value;
        this.#say('equation');
    }

    setTime(t, cause) {
        if (t !== this.t) {
            this.t = t;
            this.#say('time', {cause});
        }
    }

    setAmplification(amplification) {
        this.amplification = amplification;
        this.#say('amplification');
    }

    setView(name, value) {
        this.view[name] = value;
        this.#say('view', {name});
    }

    fieldMessage() {
        return {type: 'field', n: this.n, initial: this.initial, dabs: this.dabs};
    }

    equationMessage() {
        return {type: 'equation', ...this.equation};
    }

    /** As an object for a link: dabs as whole numbers in one list. */
    toObject() {
        return {
            version: VERSION,
            n: this.n,
            initial: this.initial,
            dabs: this.dabs.flatMap(([x, y, radius, amount]) =>
                [Math.round(x * 1e4), Math.round(y * 1e4), Math.round(radius * 1e4), Math.round(amount * 1e3)]),
            equation: structuredClone(this.equation),
            t: this.t,
            amplification: this.amplification,
            view: {...this.view},
        };
    }

    /**
     * Takes over what a link says, all or nothing. Parameters' ranges are the server's to check.
     *
     * @throws RangeError if something in it is not as it should be
     */
    assign(object) {
        const n = oneOf(GRIDS, object.n);
        const parts = {
            n,
            initial: checkedShape(object.initial, n),
            dabs: checkedDabs(object.dabs),
            equation: checkedEquation(object.equation),
            t: within(object.t, -MOST_TIME, MOST_TIME),
            amplification: within(object.amplification, LEAST_AMPLIFICATION, MOST_AMPLIFICATION),
            view: checkedView(object.view),
        };
        if (object.version !== VERSION) {
            throw new RangeError('a link of another version');
        }
        Object.assign(this, parts);
        this.#strokes = [];
        for (const event of ['equation', 'field', 'amplification', 'view', 'time']) {
            this.#say(event, {});
        }
    }

    #say(event, detail = {}) {
        this.#listeners.get(event)?.forEach(listener => listener(detail));
    }
}

function checkedDabs(flat) {
    if (!Array.isArray(flat) || flat.length % 4 !== 0 || flat.length > 4 * MOST_DABS) {
        throw new RangeError('dabs in the wrong form');
    }
    return Array.from({length: flat.length / 4}, (_, k) => [
        within(flat[4 * k], 0, 9999) / 1e4,
        within(flat[4 * k + 1], 0, 9999) / 1e4,
        within(flat[4 * k + 2], 40, 2500) / 1e4,
        within(flat[4 * k + 3], -1000, 1000) / 1e3,
    ]);
}

function checkedEquation(equation) {
    const parameters = Object.entries(equation.parameters);
    if (parameters.length > 16 || parameters.some(([, value]) => !(Number.isFinite(value) || isWord(value)))) {
        throw new RangeError('parameters in the wrong form');
    }
    return {name: oneOf(Object.keys(EQUATIONS), equation.name), parameters: Object.fromEntries(parameters)};
}

function checkedView(view) {
    return {
        map: oneOf(COLORMAPS.map(map => map.name), view.map),
        scale: oneOf(['start', 'frame'], view.scale),
        contours: view.contours === true,
        logTime: view.logTime === true,
        span: oneOf(SPANS, view.span),
        reach: oneOf(REACHES, view.reach),
    };
}

function isWord(value) {
    return typeof value === 'string' && value.length <= 32;
}

function oneOf(choices, value) {
    if (!choices.includes(value)) {
        throw new RangeError(`${String(value).slice(0, 20)} is none of ${choices.join(', ')}`);
    }
    return value;
}

function within(value, least, most) {
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
        throw new RangeError('a number out of range');
    }
    return value;
}

function rounded(value, parts) {
    return Math.round(value * parts) / parts;
}

function wrapped(x) {
    return x - Math.floor(x);
}
