// Asks for the curve of energy in small pieces, coarse ones first, so that no frame waits long behind it.

const STRIDES = [16, 4, 1];
const BUDGET_MICROS = 40_000;
const LONGEST = 60;
const SHORTEST = 2;

export class Curve {
    #send;
    #show;
    #waiting = [];
    #asked = null;
    #known = new Map();

    /** @param show ({times, energies}) => void, called as the curve gets finer */
    constructor(send, show) {
        this.#send = send;
        this.#show = show;
    }

    /** Forgets what is known, and asks for the energies at these rising times; micros is what one frame costs. */
    restart(times, micros) {
        const length = Math.max(SHORTEST, Math.min(LONGEST, Math.round(BUDGET_MICROS / (micros || BUDGET_MICROS))));
        this.#known = new Map();
        this.#waiting = pieces(times, length);
        this.#asked = null;
        this.#ask();
    }

    /** Forgets what was asked: an answer to it counts for nothing. */
    forget() {
        this.#waiting = [];
        this.#asked = null;
    }

    /** Takes an answer; one to an older question counts for nothing. */
    take({times, energies}) {
        if (!this.#asked || times.length !== this.#asked.length || times.some((t, k) => t !== this.#asked[k])) {
            return;
        }
        times.forEach((t, k) => this.#known.set(t, energies[k]));
        const sorted = [...this.#known].sort(([a], [b]) => a - b);
        this.#show({times: sorted.map(([t]) => t), energies: sorted.map(([, energy]) => energy)});
        this.#ask();
    }

    #ask() {
        this.#asked = this.#waiting.shift() ?? null;
        if (this.#asked) {
            this.#send({type: 'curve', times: this.#asked});
        }
    }
}

/** The times in rising pieces of at least two, every sixteenth first; the last time is among the first. */
function pieces(times, length) {
    const taken = new Set();
    const all = [];
    for (const stride of STRIDES) {
        const fresh = times.filter((t, k) => !taken.has(t) && (k % stride === 0 || k === times.length - 1));
        fresh.forEach(t => taken.add(t));
        for (let k = 0; k < fresh.length; k += length) {
            const piece = fresh.slice(k, k + length);
            if (piece.length >= SHORTEST) {
                all.push(piece);
            } else {
                all.at(-1).push(...piece);
            }
        }
    }
    return all;
}
