// The numbers beside the panes, written a few times a second.

import {element} from './controls.js';
import {number, percent, steady, whole} from './format.js';

const ROWS = [
    ['readout-t', 'time t', ({frame}) => number(frame.t)],
    ['readout-critical', 'critical time t_c', ({values}) => number(values.critical)],
    ['readout-energy', '‖u(t)‖²/‖u(0)‖²', ({values}) => number(values.energy)],
    ['readout-slope', 'slope d ln‖u‖²/dt', ({values}) => number(values.slope)],
    ['readout-keff', 'effective mode k_eff', ({values}) => number(values.kEff)],
    ['readout-sigma', 'blur σ', ({values}) => number(values.sigma)],
    ['readout-mass', 'mass ∫u', ({values}) => number(values.mass, 7)],
    ['readout-range', 'least … most', ({values}) => `${number(values.least, 3)} … ${number(values.most, 3)}`],
    ['readout-dominant', 'dominant mode', ({values}) => dominant(values.dominant)],
    ['readout-parseval', 'Parseval error', ({values}) => number(values.parseval, 2)],
    ['readout-method', 'method', ({values}) => values.method ?? '–'],
    ['readout-leaked', 'mass outside', ({values}) => number(values.leaked, 2)],
    ['readout-kernel', 'kernel', ({kernel}) => kernel || '–'],
    ['readout-fft', 'one FFT', ({values}) => micros(values.fftMicros)],
    ['readout-frame', 'one frame, server', ({values}) => micros(values.frameMicros)],
    ['readout-fps', 'frames per second', ({perSecond}) => whole(perSecond)],
    ['readout-latency', 'input to pixel', ({latency}) => (latency === null ? '–' : `${steady(latency, 0)} ms`)],
];

// Rows that few equations have: shown when there is something in them.
const OPTIONAL = new Set(['readout-method', 'readout-leaked', 'readout-sigma']);

export class Readouts {
    #cells = new Map();
    #meaning = document.getElementById('critical-meaning');

    constructor(list) {
        for (const [id, label] of ROWS) {
            const value = element('dd', {id});
            const row = element('div', {}, element('dt', {textContent: label}), value);
            list.append(row);
            this.#cells.set(id, {value, row});
        }
    }

    /** Nothing is known of what is to be shown. */
    clear() {
        for (const {value} of this.#cells.values()) {
            value.textContent = '–';
        }
        this.#meaning.textContent = '';
    }

    /** Writes all. @param state {frame, kernel, perSecond, latency} */
    show(state) {
        const values = state.frame.readouts;
        for (const [id, , text] of ROWS) {
            const {value, row} = this.#cells.get(id);
            const written = text({...state, values});
            if (value.textContent !== written) {
                value.textContent = written;
            }
            row.hidden = OPTIONAL.has(id) && written === '–';
        }
        this.#meaning.textContent = values.criticalMeaning ? `At t_c ${values.criticalMeaning}.` : '';
    }
}

function dominant(mode) {
    return mode && Number.isFinite(mode.kx) ? `(${whole(mode.kx)}, ${whole(mode.ky)}), ${percent(mode.share)}` : '–';
}

function micros(value) {
    return Number.isFinite(value) ? `${number(value, 3)} µs` : '–';
}
