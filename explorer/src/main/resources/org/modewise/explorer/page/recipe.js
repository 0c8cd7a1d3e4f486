// All that a view is made of: grid, initial field, dabs, equation, time, and how it is shown. The only state that links
// and reconnects need. Whoever changes it goes through here, and whoever cares listens here.

import {COLORMAPS} from './colormaps.js';
import {EQUATIONS} from './equations.js';
import {checkedShape, lengthOfGrey, startOf} from './shapes.js';
import {wrapped} from './torus.js';

export const GRIDS = [64, 128, 256, 512];
export const REACHES = [0, 32, 64, 128];
export const SPANS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100];
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4];
export const OPTIMIZERS = ['lm', 'lbfgs', 'adam'];

/** How far below zero the clock reaches, in units of the span. */
export const BACK = 0.25;

const VERSION = 1;
const CHARACTERS_A_DAB = 30;
const OTHER_CHARACTERS = 1000;
// A narrower Gaussian is not resolved: its sum over the samples is no longer its integral.
const LEAST_RADIUS_IN_SAMPLES = 1.25;
const LEAST_AMPLIFICATION = 10;
const MOST_AMPLIFICATION = 1e15;

export class Recipe {
    #listeners = new Map();
    #strokes = [];
    #taken;
    #asked = [];

    n = 128;
    initial = startOf('letter');
    dabs = [];
    equation = {name: 'heat', parameters: {}};
    t = 0;
    amplification = 1000;
    view = {
        map: 'viridis', scale: 'start', contours: false, logTime: false, span: 1, reach: 64, speed: 1, loop: false,
    };
    brush = {radius: 0.03, amount: 0.25};
    network = {layers: 2, width: 24, omega0: 30, optimizer: 'lm', steps: 100};

    /** What the server takes at most; unknown before its greeting. */
    limits = {parameters: Infinity, dabs: Infinity, work: Infinity, characters: Infinity};

    constructor() {
        this.#taken = this.#scene();
    }

    /** Events: field, dab, equation, time, amplification, view, brush, network. A new recipe is all of them. */
    on(event, listener) {
        this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    }

    setGrid(n, initial = this.initial) {
        this.n = n;
        this.initial = initial;
        this.#say('field');
        if (this.brush.radius < this.leastRadius()) {
            this.setBrush('radius', this.leastRadius());
        }
    }

    /** The narrowest brush that the grid resolves. */
    leastRadius() {
        return LEAST_RADIUS_IN_SAMPLES / this.n;
    }

    setInitial(initial) {
        this.initial = initial;
        this.dabs = [];
        this.#strokes = [];
        this.#say('field');
    }

    /** How many more dabs the server would take on a grid; below zero if there are too many. */
    room(n = this.n) {
        const {dabs, work, characters} = this.limits;
        const picture = this.initial.shape === 'picture' ? lengthOfGrey(n) : 0;
        const most = Math.min(dabs, work / n ** 2, (characters - OTHER_CHARACTERS - picture) / CHARACTERS_A_DAB);
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

    /** Takes the last stroke back; says whether there was one. Paint of unknown strokes stays. */
    undoStroke() {
        const length = this.#strokes.findLast(start => start < this.dabs.length);
        if (length === undefined) {
            return false;
        }
        this.dabs = this.dabs.slice(0, length);
        this.#strokes = this.#strokes.filter(start => start < length);
        this.#say('field');
        return true;
    }

    setEquation(name, parameters) {
        this.equation = {name, parameters};
        this.#say('equation');
    }

    setParameter(name, value) {
        this.setEquation(this.equation.name, {...this.equation.parameters, [name]: value});
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

    setBrush(name, value) {
        this.brush[name] = value;
        this.#say('brush');
    }

    setNetwork(name, value) {
        this.network[name] = value;
        this.#say('network');
    }

    /** A frame of the present scene was asked for. */
    ask(sequence) {
        const scene = this.#scene();
        if (!isSame(scene, this.#asked.at(-1)?.scene ?? this.#taken)) {
            this.#asked.push({sequence, scene});
        }
    }

    /** A frame has arrived: the server has taken what was sent before it. Says whether that is new. */
    confirm(sequence) {
        const confirmed = this.#asked.findLast(asked => asked.sequence <= sequence);
        if (confirmed) {
            this.#taken = confirmed.scene;
            this.#asked = this.#asked.filter(asked => asked.sequence > sequence);
        }
        return Boolean(confirmed);
    }

    /** The server refused something: back to the last scene that it took. */
    rollBack() {
        this.#asked = [];
        if (isSame(this.#scene(), this.#taken)) {
            return;
        }
        const {n, initial, dabs, count, equation} = this.#taken;
        this.#strokes = this.dabs === dabs ? this.#strokes.filter(start => start < count) : [];
        Object.assign(this, {initial, dabs: dabs.slice(0, count), n, equation});
        this.#say('equation');
        this.setGrid(n);
        this.#asked = [];
        this.#taken = this.#scene();
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
            strokes: [...this.#strokes],
            t: this.t,
            amplification: this.amplification,
            view: {...this.view},
            brush: {...this.brush},
            network: {...this.network},
        };
    }

    /**
     * Takes over what a link says, all or nothing. Parameters' ranges are the server's to check.
     *
     * @throws RangeError if something in it is not as it should be
     */
    assign(object) {
        const n = oneOf(GRIDS, object.n);
        const initial = checkedShape(object.initial, n);
        const dabs = checkedDabs(object.dabs);
        const strokes = checkedStrokes(object.strokes, dabs.length);
        const others = {
            equation: checkedEquation(object.equation),
            t: within(object.t, -BACK * SPANS.at(-1), SPANS.at(-1)),
            amplification: within(object.amplification, LEAST_AMPLIFICATION, MOST_AMPLIFICATION),
            view: checkedView(object.view),
            brush: checkedBrush(object.brush, n),
            network: checkedNetwork(object.network),
        };
        if (object.version !== VERSION) {
            throw new RangeError('a link of another version');
        }
        others.view.span = SPANS.find(span =>
            span >= others.view.span && others.t <= span && others.t >= -BACK * span);
        Object.assign(this, others);
        this.#say('view');
        this.#say('equation');
        // Not before: a frame that is asked for between them would tell that the server has taken this field.
        Object.assign(this, {n, initial, dabs});
        this.#strokes = strokes;
        for (const event of ['field', 'amplification', 'time', 'brush', 'network']) {
            this.#say(event);
        }
    }

    /** What the server holds. Nothing in it is changed in place, but that dabs are added behind the count. */
    #scene() {
        const {n, initial, dabs, equation} = this;
        return {n, initial, dabs, count: dabs.length, equation};
    }

    #say(event, detail = {}) {
        this.#listeners.get(event)?.forEach(listener => listener(detail));
    }
}

function isSame(one, other) {
    return Object.keys(one).every(part => one[part] === other[part]);
}

function checkedDabs(flat) {
    if (!Array.isArray(flat) || flat.length % 4 !== 0) {
        throw new RangeError('dabs in the wrong form');
    }
    return Array.from({length: flat.length / 4}, (_, k) => [
        within(flat[4 * k], 0, 9999) / 1e4,
        within(flat[4 * k + 1], 0, 9999) / 1e4,
        within(flat[4 * k + 2], 24, 2500) / 1e4,
        within(flat[4 * k + 3], -1000, 1000) / 1e3,
    ]);
}

function checkedStrokes(starts, dabs) {
    if (!Array.isArray(starts) || starts.some(start => !Number.isInteger(start))) {
        throw new RangeError('strokes in the wrong form');
    }
    return starts.map((start, k) => within(start, k > 0 ? starts[k - 1] : 0, dabs));
}

function checkedBrush(brush, n) {
    return {
        radius: within(brush.radius, LEAST_RADIUS_IN_SAMPLES / n, 0.25),
        amount: within(brush.amount, 0.05, 1),
    };
}

function checkedNetwork(network) {
    return {
        layers: within(Math.round(network.layers), 1, 4),
        width: within(Math.round(network.width), 2, 64),
        omega0: within(network.omega0, 1, 100),
        optimizer: oneOf(OPTIMIZERS, network.optimizer),
        steps: within(Math.round(network.steps), 1, 20_000),
    };
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
        speed: oneOf(SPEEDS, view.speed),
        loop: view.loop === true,
    };
}

function isWord(value) {
    return typeof value === 'string' && value.length <= 32;
}

function oneOf(choices, value) {
    if (!choices.includes(value)) {
        throw new RangeError(value === undefined
            ? 'something is missing' : `${String(value).slice(0, 20)} is none of ${choices.join(', ')}`);
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
