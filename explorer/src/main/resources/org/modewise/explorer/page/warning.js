// The truth below zero: how much of the field double precision still knows, and what the reconstruction cost.

import {slider} from './controls.js';
import {number, percent, powerOfTen, whole} from './format.js';

const LEAST = 10;
const MOST = 1e15;

export class Warning {
    #root = document.getElementById('warning');
    #text = document.getElementById('warning-text');
    #amplification;

    constructor(recipe) {
        this.#amplification = slider(
            {id: 'amplification', label: 'amplify at most', unit: '×', least: LEAST, most: MOST, logarithmic: true},
            value => recipe.setAmplification(value));
        document.getElementById('amplification-slot').replaceChildren(this.#amplification.root);
        recipe.on('amplification', () => this.#amplification.set(recipe.amplification));
        this.#amplification.set(recipe.amplification);
    }

    /** Shows or hides the warning; says whether it came up just now. */
    toggle(frame) {
        const shown = Boolean(frame.readouts.backward);
        const appeared = shown && this.#root.hidden;
        this.#root.hidden = !shown;
        return appeared;
    }

    hide() {
        this.#root.hidden = true;
    }

    /** Writes what the frame says of going backward. */
    show({t, readouts: {backward}}) {
        if (backward) {
            this.#text.textContent = sentence(t, backward);
        }
    }
}

function sentence(t, backward) {
    const {recoverable, modes, kept, amplification, largest, noiseGain, clipped} = backward;
    const lost = clipped > 0
        ? ` Even the raw field lacks ${whole(clipped)} modes: their amplification leaves the range of doubles.` : '';
    return `At t = ${number(t, 3)} this asks to undo a diffusion. ${whole(recoverable)} of ${whole(modes)} modes `
        + `(${percent(recoverable / modes)}) are still recoverable in double precision, that is, amplified by less `
        + `than 1/ε, ε = 2.2·10⁻¹⁶; the shortest wave would have to grow by ${powerOfTen(amplification)}. The `
        + `regularised field keeps ${whole(kept)} modes, amplified by at most ${number(largest, 3)}; white noise in the `
        + `data grows ${number(noiseGain, 3)}-fold.${lost}`;
}
