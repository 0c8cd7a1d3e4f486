// A network of sines learns the field that is shown: choices, start and stop, its prediction, its error, and all
// losses.

import {element, fill, slider} from './controls.js';
import {number, percent, steady, whole} from './format.js';
import {LossChart, runColour, STROKES} from './losschart.js';
import {drawScale, labelScale, Raster} from './raster.js';
import {OPTIMIZERS} from './recipe.js';

const WORDS = {
    lm: {label: 'Levenberg–Marquardt', short: 'LM', steps: 100},
    lbfgs: {label: 'L-BFGS', short: 'L-BFGS', steps: 500},
    adam: {label: 'Adam', short: 'Adam', steps: 2000},
};
const GOES_ON = ['STOPPED', 'FINISHED'];
const KEPT_RUNS = 6;
const MOST_STEPS = 20_000;
const PREDICTION_MAP = 'viridis';
const ERROR_MAP = 'magma';
const MESSAGES = {
    RUNNING: 'training',
    LOST: 'lost: the server forgot it',
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
    #moved = false;
    #same = true;
    #recipe;
    #settings = [];
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
     * @param recipe has the field to learn, and the network
     * @param announce (text) => void
     */
    constructor({send, recipe, announce}) {
        this.#send = send;
        this.#recipe = recipe;
        this.#announce = announce;
        fill(this.#optimizer, OPTIMIZERS.map(name => [name, WORDS[name].label]));
        this.#optimizer.addEventListener('change', () => this.choose(this.#optimizer.value));
        this.#steps.addEventListener('change', () => recipe.setNetwork('steps', this.#wantedSteps()));
        this.#start.addEventListener('click', () => this.start());
        this.#stop.addEventListener('click', () => this.#send({type: 'trainStop'}));
        this.#on.addEventListener('click', () => this.#goOn());
        document.getElementById('loss-clear').addEventListener('click', () => this.#clear());
        this.#against.addEventListener('change', () => (this.#drawn = false));
        this.#addSliders();
        for (const [id, map] of [['prediction-scale', PREDICTION_MAP], ['error-scale', ERROR_MAP]]) {
            drawScale(document.querySelector(`#${id} canvas`), map);
        }
        recipe.on('network', () => this.#showNetwork());
        this.#showNetwork();
        this.#enable(null);
        this.#chart.draw([], this.#against.value);
    }

    choose(optimizer) {
        this.#recipe.setNetwork('optimizer', optimizer);
        this.#recipe.setNetwork('steps', WORDS[optimizer].steps);
    }

    start() {
        const {t, amplification, network: {layers, width, omega0, optimizer}} = this.#recipe;
        const hidden = new Array(layers).fill(width);
        const steps = this.#wantedSteps();
        const run = this.#count;
        const started = this.#send({type: 'train', run, hidden, omega0, optimizer, steps, seed: 7, t, amplification});
        if (started) {
            this.#count++;
            this.#runs = [...this.#runs, newRun(run, optimizer, hidden, {steps, t})].slice(-KEPT_RUNS);
            this.#moved = false;
            this.#enable('RUNNING');
            this.#drawn = false;
        }
    }

    /** The field at t = 0 or the equation has changed: what was trained belongs to another field. */
    fieldChanged() {
        this.#moved = true;
    }

    /** The server has told its limits. */
    greet() {
        this.#showNetwork();
    }

    stop() {
        this.#send({type: 'trainStop'});
    }

    /** Takes a report of the server. */
    report(message) {
        const run = this.#present(message);
        if (!run) {
            return;
        }
        run.losses.push(...message.losses);
        run.seconds.push({step: message.step, seconds: message.seconds});
        if (run.latest.status !== message.status && message.status !== 'RUNNING') {
            this.#announce(`Training ${MESSAGES[message.status] ?? message.status}.`);
        }
        run.latest = message;
        run.best = message.losses.reduce((best, loss) => (loss < best ? loss : best), run.best);
        this.#enable(message.status);
        this.#drawn = false;
    }

    /** Takes what the network makes of the field. */
    predict(prediction) {
        const run = this.#present(prediction);
        if (run) {
            run.relative = prediction.relative;
            this.#predicted = prediction;
            this.#drawn = false;
        }
    }

    /** The server refused to train, and stays as it was. */
    fail() {
        if (this.#runs.at(-1)?.losses.length === 0) {
            this.#runs.pop();
        }
        this.#enable(this.#runs.at(-1)?.latest.status);
        this.#drawn = false;
    }

    /** The connection is lost, and with it the network. */
    lose() {
        const run = this.#runs.at(-1);
        if (run && (this.#isRunning() || GOES_ON.includes(run.latest.status))) {
            run.latest = {...run.latest, status: 'LOST'};
        }
        this.#enable(null);
        this.#drawn = false;
    }

    /** Draws what has changed since the last call; a few times a second. */
    show() {
        const run = this.#runs.at(-1);
        const same = !run || (!this.#moved && run.latest.t === this.#recipe.t);
        if (same !== this.#same) {
            this.#same = same;
            this.#drawn = false;
        }
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
            {id: 'layers', label: 'hidden layers', least: 1, most: 4, step: 1},
            {id: 'width', label: 'sines a layer', least: 2, most: 64, step: 1},
            {id: 'omega0', label: 'ω₀', least: 1, most: 100, step: 1},
        ];
        for (const spec of sliders) {
            const control = slider(spec, value => this.#recipe.setNetwork(spec.id, value));
            this.#settings.push(network => control.set(network[spec.id]));
            document.getElementById('network').append(control.root);
        }
    }

    #showNetwork() {
        const {network} = this.#recipe;
        this.#settings.forEach(set => set(network));
        this.#optimizer.value = network.optimizer;
        this.#steps.value = network.steps;
        this.#countParameters();
        this.#start.disabled = this.#isRunning() || this.#tooLarge();
    }

    /** The newest run, if the message is about it. */
    #present(message) {
        const run = this.#runs.at(-1);
        return run?.number === message.run ? run : null;
    }

    #isRunning() {
        return !this.#stop.disabled;
    }

    #tooLarge() {
        return parametersOf(this.#recipe.network) > this.#recipe.limits.parameters;
    }

    #countParameters() {
        const {network: {layers, width}, limits} = this.#recipe;
        const arrows = ['2', ...new Array(layers).fill(width), '1'].join(' → ');
        const excess = this.#tooLarge() ? `, more than the ${whole(limits.parameters)} that the server trains` : '';
        const line = document.getElementById('parameter-count');
        line.textContent = `${arrows}: ${whole(parametersOf({layers, width}))} parameters${excess}`;
        line.classList.toggle('excessive', this.#tooLarge());
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
        this.#runs = this.#isRunning() ? this.#runs.slice(-1) : [];
        this.#drawn = false;
    }

    #enable(status) {
        const running = status === 'RUNNING';
        this.#start.disabled = running || this.#tooLarge();
        this.#stop.disabled = !running;
        this.#on.disabled = !GOES_ON.includes(status);
    }

    #describe() {
        const run = this.#runs.at(-1);
        this.#state.textContent = run ? `${WORDS[run.optimizer].label}: ${sentence(run)}` : '';
    }

    #listRuns() {
        const rows = this.#runs.map(run => {
            const swatch = element('canvas', {className: 'swatch', width: 64, height: 16});
            drawSwatch(swatch, run);
            return element('tr', {},
                element('td', {}, swatch),
                element('td', {textContent: WORDS[run.optimizer].short}),
                element('td', {textContent: run.hidden.join('·')}),
                element('td', {textContent: whole(run.latest.step)}),
                element('td', {textContent: number(run.best, 3)}),
                element('td', {textContent: percent(run.relative)}),
                element('td', {textContent: `${steady(run.latest.seconds, 1)} s`}));
        });
        document.getElementById('runs').replaceChildren(...rows);
    }

    #drawPrediction({n, step, relative, largest, field, error}) {
        this.#prediction.draw(field, n, field, PREDICTION_MAP);
        this.#error.draw(error, n, error, ERROR_MAP);
        labelScale(document.getElementById('prediction-scale'), field);
        labelScale(document.getElementById('error-scale'), error);
        const maps = document.getElementById('maps');
        maps.classList.remove('empty');
        maps.classList.toggle('outdated', !this.#same);
        document.getElementById('prediction-text').textContent =
            `step ${whole(step)}: relative L² error ${percent(relative)}, largest ${number(largest, 3)}`
            + (this.#same ? '' : '. Of another field than the one shown now.');
    }
}

function sentence({best, latest: {status, step, steps, seconds, parameters, samples, t, note}}) {
    const reason = status === 'FAILED' ? ` ${note}` : '';
    const learnt = samples ? `, trained on ${samples}² samples of the field at t = ${number(t, 3)}, judged on all` : '';
    return `${MESSAGES[status] ?? status}. Step ${whole(step)} of ${whole(steps)}, best loss ${number(best, 3)}, `
        + `${steady(seconds, 1)} s, ${whole(parameters)} parameters${learnt}.${reason}`;
}

function newRun(runNumber, optimizer, hidden, {steps, t}) {
    const parameters = parametersOf({layers: hidden.length, width: hidden[0]});
    return {
        number: runNumber, optimizer, hidden, losses: [], seconds: [], best: Infinity, relative: null,
        latest: {status: 'RUNNING', step: 0, steps, seconds: 0, parameters, t},
    };
}

function parametersOf({layers, width}) {
    return 3 * width + (layers - 1) * width * (width + 1) + width + 1;
}

function drawSwatch(canvas, run) {
    const context = canvas.getContext('2d');
    context.strokeStyle = runColour(run.number);
    context.lineWidth = 4;
    context.setLineDash(STROKES[run.optimizer].map(length => 2 * length));
    context.beginPath();
    context.moveTo(0, 8);
    context.lineTo(64, 8);
    context.stroke();
}
