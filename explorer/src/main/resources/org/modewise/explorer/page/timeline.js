// The clock: a slider that reaches below zero, play and pause, speed, linear or logarithmic time.

import {BACK, SPANS, SPEEDS} from './recipe.js';
import {fill} from './controls.js';
import {number} from './format.js';

// The slider runs from -BACK to 1, in units of the span; it crosses the span once in CROSSING seconds.
const CROSSING = 10;
const DECADES = 4;

export class Timeline {
    #recipe;
    #reversible = 'yes';
    #rested;
    #before = null;
    #slider = document.getElementById('time');
    #box = document.getElementById('time-value');
    #button = document.getElementById('play');
    #speed = document.getElementById('speed');
    #loop = document.getElementById('loop');
    #log = document.getElementById('log-time');
    #span = document.getElementById('span');

    playing = false;

    /** @param rested () => void, called when the clock has stopped */
    constructor(recipe, rested) {
        this.#recipe = recipe;
        this.#rested = rested;
        fill(this.#span, SPANS.map(span => [span, number(span)]));
        fill(this.#speed, SPEEDS.map(factor => [factor, `${factor}×`]));
        this.#speed.addEventListener('change', () => recipe.setView('speed', Number(this.#speed.value)));
        this.#loop.addEventListener('change', () => recipe.setView('loop', this.#loop.checked));
        this.#slider.addEventListener('input', event => {
            this.pause();
            this.#recipe.setTime(this.#timeAt(Number(this.#slider.value)), event);
        });
        this.#box.addEventListener('change', event => {
            this.pause();
            this.go(this.#box.valueAsNumber, event);
        });
        this.#button.addEventListener('click', () => this.toggle());
        document.getElementById('reset').addEventListener('click', () => this.reset());
        this.#log.addEventListener('change', () => recipe.setView('logTime', this.#log.checked));
        this.#span.addEventListener('change', () => recipe.setView('span', Number(this.#span.value)));
        recipe.on('time', () => {
            if (!this.playing) {
                this.show();
            }
        });
        recipe.on('view', ({name}) => {
            this.#rescale();
            if (name === 'span') {
                this.go(recipe.t);
            }
        });
        this.#rescale();
    }

    /** The least time the slider reaches. */
    get least() {
        return this.#reversible === 'yes' || this.#reversible === 'regularized' ? -BACK * this.#recipe.view.span : 0;
    }

    /** What the equation allows below zero; a time it does not allow becomes zero. */
    setReversible(reversible) {
        this.#reversible = reversible;
        const still = reversible === 'static';
        for (const control of [this.#slider, this.#box, this.#button]) {
            control.disabled = still;
        }
        if (still) {
            this.pause();
        }
        this.#rescale();
        this.go(this.#recipe.t);
    }

    /** Goes to a time, or to the nearest that the slider reaches. */
    go(t, cause) {
        const most = this.#reversible === 'static' ? 0 : this.#recipe.view.span;
        const reached = Number.isFinite(t) ? Math.min(most, Math.max(this.least, t)) : this.#recipe.t;
        this.#recipe.setTime(reached, cause);
        this.#box.value = plain(this.#recipe.t);
        this.show();
    }

    toggle() {
        if (this.playing) {
            this.pause();
        } else if (this.#reversible !== 'static') {
            if (this.#position(this.#recipe.t) >= 1) {
                this.#recipe.setTime(0);
            }
            this.playing = true;
            this.#before = null;
            this.#showButton();
        }
    }

    pause() {
        if (this.playing) {
            this.playing = false;
            this.#showButton();
            this.show();
            this.#rested();
        }
    }

    reset(cause) {
        this.pause();
        this.#recipe.setTime(0, cause);
    }

    /** Moves the clock on, if it runs; now as requestAnimationFrame tells it. */
    advance(now) {
        if (!this.playing) {
            return;
        }
        const seconds = this.#before === null ? 0 : Math.min(0.1, (now - this.#before) / 1000);
        this.#before = now;
        const position = this.#position(this.#recipe.t) + (seconds * this.#recipe.view.speed) / CROSSING;
        if (position < 1) {
            this.#recipe.setTime(this.#timeAt(position));
        } else if (this.#recipe.view.loop) {
            this.#recipe.setTime(0);
        } else {
            this.#recipe.setTime(this.#recipe.view.span);
            this.pause();
        }
    }

    /** Times that the curve of energy is asked for, rising; logarithmic time has no zero. */
    times(count) {
        const {logTime} = this.#recipe.view;
        const first = logTime ? 1 / count : this.#reversible === 'yes' ? -BACK : 0;
        return Array.from({length: count}, (_, k) => this.#timeAt(first + ((1 - first) * k) / (count - 1)));
    }

    /** Writes the time; while it runs, whoever has the slower clock of words calls this. */
    show() {
        const {t} = this.#recipe;
        this.#slider.value = this.#position(t);
        this.#slider.setAttribute('aria-valuetext', `t = ${number(t, 3)}`);
        if (document.activeElement !== this.#box) {
            this.#box.value = plain(t);
        }
    }

    #rescale() {
        const {view} = this.#recipe;
        this.#slider.min = this.least < 0 ? -BACK : 0;
        this.#slider.max = 1;
        this.#slider.step = 0.0005;
        this.#log.checked = view.logTime;
        this.#span.value = view.span;
        this.#speed.value = view.speed;
        this.#loop.checked = view.loop;
        this.#box.step = view.span / 100;
        document.getElementById('time-zero').classList.toggle('at-start', this.least === 0);
        this.show();
    }

    #showButton() {
        this.#button.textContent = this.playing ? 'Pause' : 'Play';
    }

    #timeAt(position) {
        const {span, logTime} = this.#recipe.view;
        if (!logTime || position === 0) {
            return span * position;
        }
        const share = position > 0 ? position : -position / BACK;
        const size = span * 10 ** (DECADES * (share - 1));
        return position > 0 ? size : -BACK * size;
    }

    #position(t) {
        const {span, logTime} = this.#recipe.view;
        if (!logTime || t === 0) {
            return t / span;
        }
        const share = 1 + Math.log10(Math.abs(t) / (t > 0 ? span : BACK * span)) / DECADES;
        return t > 0 ? Math.max(0, share) : -BACK * Math.max(0, share);
    }
}

function plain(t) {
    return String(Number(t.toPrecision(4)));
}
