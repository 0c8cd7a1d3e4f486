// A network of sines learns the field that is shown: choices, start and stop, its prediction, its error, and all
// losses.

import {element, fill, slider} from './controls.js';
import {number, percent, steady, whole} from './format.js';
import {LossChart, runColour, STROKES} from './losschart.js';
import {drawScale, labelScale, Raster} from './raster.js';

const OPTIMIZERS = {
    lm: {label: 'Levenberg–Marquardt', short: 'LM', steps: 100},
    lbfgs: {label: 'L-BFGS', short: 'L-BFGS', steps: 500},
    adam: {label: 'Adam', short: 'Adam', steps: 2000},
};
const KEPT_RUNS = 6;
const MOST_STEPS = 20_000;
const PREDICTION_MAP = 'viridis';
const ERROR_MAP = 'magma';
const MESSAGES = {
    RUNNING: 'training',
    STOPPED: 'stopped; it can go on',
    CONVERGED: 'converged: no step makes it better',
    DIVERGED: 'diverged; the last finite parameters are kept',
    FAILED: 'failed',
    FINISHED: 'all steps done; it can go on',
};

export class Training {
    #send;
    #announce;
    #runs = [];
    #count = 0;
    #drawn = true;
    #predicted = null;
    #hidden = {layers: 2, width: 24};
    #omega0 = 30;
    #chart = new LossChart(document.getElementById('loss'));
    #prediction = new Raster(document.getElementById('prediction'));
    #error = new Raster(document.getElementById('error'));
    #optimizer = document.getElementById('optimizer');
    #steps = document.getElementById('train-steps');
    #against = document.getElementById('loss-against');
    #state = document.getElementById('train-state');
    #start = document.getElementById('train-start');
    #stop = document.getElementById('train-stop');
    #on = document.getElementById('train-on');

    /**
     * @param send (message) => boolean
     * @param time () => number, the time of the field to learn
     * @param announce (text) => void
     */
    constructor({send, time, announce}) {
        this.#send = send;
        this.#announce = announce;
        fill(this.#optimizer, Object.entries(OPTIMIZERS).map(([name, {label}]) => [name, label]));
        this.#optimizer.addEventListener('change', () => this.choose(this.#optimizer.value));
        this.#start.addEventListener('click', () => this.start(time()));
        this.#stop.addEventListener('click', () => this.#send({type: 'trainStop'}));
        this.#on.addEventListener('click', () => this.#goOn());
        document.getElementById('loss-clear').addEventListener('click', () => this.#clear());
        this.#against.addEventListener('change', () => (this.#drawn = false));
        this.#addSliders();
        for (const [id, map] of [['prediction-scale', PREDICTION_MAP], ['error-scale', ERROR_MAP]]) {
            drawScale(document.querySelector(`#${id} canvas`), map);
        }
        this.choose('lm');
        this.#enable(null);
        this.#chart.draw([], this.#against.value);
    }

    choose(optimizer) {
        this.#optimizer.value = optimizer;
        this.#steps.value = OPTIMIZERS[optimizer].steps;
    }

    start(t) {
        const optimizer = this.#optimizer.value;
        const hidden = new Array(this.#hidden.layers).fill(this.#hidden.width);
        const started = this.#send({
            type: 'train', hidden, omega0: this.#omega0, optimizer, steps: this.#wantedSteps(), seed: 7, t,
        });
        if (started) {
            this.#runs = [...this.#runs, newRun(this.#count++, optimizer, hidden)].slice(-KEPT_RUNS);
            this.#enable('RUNNING');
        }
    }

    stop() {
        this.#send({type: 'trainStop'});
    }

    /** Takes a report of the server. */
    report(message) {
        const run = this.#runs.at(-1);
        if (!run) {
            return;
        }
        run.losses.push(...message.losses);
        run.seconds.push({step: message.step, seconds: message.seconds});
        if (run.latest?.status !== message.status && message.status !== 'RUNNING') {
            this.#announce(`Training ${MESSAGES[message.status] ?? message.status}.`);
        }
        run.latest = message;
        run.best = message.losses.reduce((best, loss) => (loss < best ? loss : best), run.best);
        this.#enable(message.status);
        this.#drawn = false;
    }

    /** Takes what the network makes of the field. */
    predict(prediction) {
        this.#predicted = prediction;
        const run = this.#runs.at(-1);
        if (run) {
            run.relative = prediction.relative;
        }
        this.#drawn = false;
    }

    /** The training is no more: the server refused it, or is gone. */
    fail() {
        const run = this.#runs.at(-1);
        if (run && !run.latest) {
            this.#runs.pop();
        }
        this.#enable(null);
        this.#drawn = false;
    }

    /** Draws what has changed since the last call; a few times a second. */
    show() {
        if (this.#drawn) {
            return;
        }
        this.#drawn = true;
        this.#chart.draw(this.#runs, this.#against.value);
        this.#listRuns();
        this.#describe();
        if (this.#predicted) {
            this.#drawPrediction(this.#predicted);
        }
    }

    restyle() {
        this.#chart.restyle();
        this.#listRuns();
    }

    #addSliders() {
        const sliders = [
            [{id: 'layers', label: 'hidden layers', least: 1, most: 4, step: 1}, this.#hidden.layers,
                value => (this.#hidden.layers = value)],
            [{id: 'width', label: 'sines a layer', least: 2, most: 64, step: 1}, this.#hidden.width,
                value => (this.#hidden.width = value)],
            [{id: 'omega0', label: 'ω₀', least: 1, most: 100, step: 1}, this.#omega0, value => (this.#omega0 = value)],
        ];
        for (const [spec, start, take] of sliders) {
            const control = slider(spec, value => {
                take(value);
                this.#countParameters();
            });
            control.set(start);
            document.getElementById('network').append(control.root);
        }
        this.#countParameters();
    }

    #countParameters() {
        const {layers, width} = this.#hidden;
        const count = 3 * width + (layers - 1) * width * (width + 1) + width + 1;
        const arrows = ['2', ...new Array(layers).fill(width), '1'].join(' → ');
        document.getElementById('parameter-count').textContent = `${arrows}: ${whole(count)} parameters`;
    }

    #goOn() {
        if (this.#send({type: 'trainOn', steps: this.#wantedSteps()})) {
            this.#enable('RUNNING');
        }
    }

    #wantedSteps() {
        const steps = Math.round(Math.min(MOST_STEPS, Math.max(1, this.#steps.valueAsNumber || 1)));
        this.#steps.value = steps;
        return steps;
    }

    #clear() {
        const running = !this.#stop.disabled;
        this.#runs = running ? this.#runs.slice(-1) : [];
        this.#drawn = false;
    }

    #enable(status) {
        const running = status === 'RUNNING';
        this.#start.disabled = running;
        this.#stop.disabled = !running;
        this.#on.disabled = !['STOPPED', 'FINISHED'].includes(status);
    }

    #describe() {
        const run = this.#runs.at(-1);
        const latest = run?.latest;
        this.#state.textContent = latest ? `${OPTIMIZERS[run.optimizer].label}: ${sentence(run, latest)}` : '';
    }

    #listRuns() {
        const rows = this.#runs.map(run => {
            const swatch = element('canvas', {className: 'swatch', width: 64, height: 16});
            drawSwatch(swatch, run);
            return element('tr', {},
                element('td', {}, swatch),
                element('td', {textContent: OPTIMIZERS[run.optimizer].short}),
                element('td', {textContent: run.hidden.join('·')}),
                element('td', {textContent: whole(run.latest?.step)}),
                element('td', {textContent: number(run.best, 3)}),
                element('td', {textContent: percent(run.relative)}),
                element('td', {textContent: `${steady(run.latest?.seconds, 1)} s`}));
        });
        document.getElementById('runs').replaceChildren(...rows);
    }

    #drawPrediction({n, step, relative, largest, field, error}) {
        this.#prediction.draw(field, n, field, PREDICTION_MAP);
        this.#error.draw(error, n, error, ERROR_MAP);
        labelScale(document.getElementById('prediction-scale'), field);
        labelScale(document.getElementById('error-scale'), error);
        document.getElementById('maps').classList.remove('empty');
        document.getElementById('prediction-text').textContent =
            `step ${whole(step)}: relative L² error ${percent(relative)}, largest ${number(largest, 3)}`;
    }
}

function sentence(run, {status, step, steps, seconds, parameters, t, note}) {
    const reason = status === 'FAILED' ? ` ${note}` : '';
    return `${MESSAGES[status] ?? status}. Step ${whole(step)} of ${whole(steps)}, best loss ${number(run.best, 3)}, `
        + `${steady(seconds, 1)} s, ${whole(parameters)} parameters, field at t = ${number(t, 3)}.${reason}`;
}

function newRun(runNumber, optimizer, hidden) {
    return {
        number: runNumber, optimizer, hidden, losses: [], seconds: [], latest: null, best: Infinity, relative: null,
    };
}

function drawSwatch(canvas, run) {
    const context = canvas.getContext('2d');
    context.strokeStyle = runColour(run.number);
    context.lineWidth = 4;
    context.setLineDash(STROKES[run.optimizer].dash.map(length => 2 * length));
    context.beginPath();
    context.moveTo(0, 8);
    context.lineTo(64, 8);
    context.stroke();
}
