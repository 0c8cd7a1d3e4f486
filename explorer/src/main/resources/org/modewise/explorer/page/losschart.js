// The losses of all trainings on logarithmic axes, the earlier ones in other strokes: how the optimisers differ.

import {chart, LOGARITHMIC, options, roomy, themeColour} from './chart.js';

const HEIGHT = 230;
const MOST_POINTS = 1200;

/** Dashes by optimiser. */
export const STROKES = {
    adam: [2, 3],
    lbfgs: [7, 4],
    lm: [],
};

/** A colour of the theme for a run, by its number. */
export function runColour(number) {
    return themeColour(`run-${number % 6}`);
}

export class LossChart {
    #container;
    #chart = null;
    #seriesShown = '';

    constructor(container) {
        this.#container = container;
    }

    /**
     * Draws runs.
     *
     * @param runs each {number, optimizer, losses from step 0 on, seconds}, the newest last
     * @param against 'steps' or 'seconds'
     */
    draw(runs, against) {
        const series = `${against} ${runs.map(run => `${run.number} ${run.optimizer}`)}`;
        const data = runs.length === 0 ? [[1, 10], [null, null]] : joined(runs.map(run => points(run, against)));
        if (series !== this.#seriesShown) {
            this.#seriesShown = series;
            this.#build(runs, against, data);
        } else {
            this.#chart.plot.setData(data);
        }
    }

    restyle() {
        this.#chart?.plot.redraw(false);
    }

    #build(runs, against, data) {
        this.#chart?.destroy();
        const made = options({
            height: HEIGHT,
            scales: {
                x: {time: false, distr: 3, range: (plot, lo, hi) => (lo > 0 ? spread(lo, hi, against) : [1, 10])},
                y: {distr: 3, range: (plot, lo, hi) => roomy(lo, hi)},
            },
            series: [{}, ...(runs.length > 0 ? runs.map((run, k) => line(run, k === runs.length - 1)) : [{}])],
            axes: [
                {label: against === 'steps' ? 'step' : 'seconds', size: 26, ...LOGARITHMIC},
                {label: 'loss, mean square', size: 40, ...LOGARITHMIC},
            ],
        });
        this.#chart = chart(made, data, this.#container);
    }
}

/** A decade at least; steps begin at the first. */
function spread(lo, hi, against) {
    const first = against === 'steps' ? 1 : lo;
    return [first, Math.max(hi, 10 * first)];
}

function line(run, newest) {
    return {
        stroke: () => runColour(run.number),
        width: newest ? 2.5 : 1.5,
        dash: STROKES[run.optimizer],
        points: {show: false},
        spanGaps: true,
    };
}

/** The points of a run, thinned evenly along the logarithmic axis. */
function points({losses, seconds}, against) {
    const shown = [];
    let next = 1;
    for (let step = 1; step < losses.length; step++) {
        const loss = losses[step];
        if ((step >= next || step === losses.length - 1) && loss > 0) {
            const x = against === 'steps' ? step : secondsAt(step, seconds);
            shown.push([x, loss]);
            next = Math.max(step + 1, step * 10 ** (5 / MOST_POINTS));
        }
    }
    return shown;
}

/** When a step was done: between two messages the steps are taken as equally long. */
function secondsAt(step, seconds) {
    let before = {step: 0, seconds: 0};
    for (const mark of seconds) {
        if (mark.step >= step) {
            const share = (step - before.step) / (mark.step - before.step);
            return before.seconds + share * (mark.seconds - before.seconds);
        }
        before = mark;
    }
    return before.seconds;
}

/** One rising list of x for all, with gaps where a run has no point. */
function joined(runs) {
    const xs = [...new Set(runs.flat().map(([x]) => x))].sort((a, b) => a - b);
    const index = new Map(xs.map((x, k) => [x, k]));
    return [xs, ...runs.map(run => {
        const ys = new Array(xs.length).fill(null);
        run.forEach(([x, y]) => (ys[index.get(x)] = y));
        return ys;
    })];
}
