// Wires the page together: the recipe is what is shown, the server computes it, panes and charts draw what comes back.

import {COLORMAPS} from './colormaps.js';
import {Connection} from './connection.js';
import {fill, slider} from './controls.js';
import {Curve} from './curve.js';
import {decode} from './decode.js';
import {gifMessage, npyMessage, save, savePng} from './downloads.js';
import {EnergyChart} from './energy.js';
import {EquationPanel} from './equationpanel.js';
import {EQUATIONS} from './equations.js';
import {FieldPane} from './fieldpane.js';
import {number} from './format.js';
import {Frames} from './frames.js';
import {InitialPanel} from './initialpanel.js';
import {onKeys} from './keys.js';
import {fromFragment, toFragment} from './link.js';
import {Painting} from './painting.js';
import {Readouts} from './readouts.js';
import {REACHES, Recipe} from './recipe.js';
import {startOf} from './shapes.js';
import {copy, Snippet} from './snippet.js';
import {SpectrumPane} from './spectrumpane.js';
import {Status} from './status.js';
import {setUpTheme} from './theme.js';
import {Timeline} from './timeline.js';
import {Tour} from './tour.js';
import {Training} from './training.js';
import {Warning} from './warning.js';

const SLOW = 120;
const QUIET = 250;
const LINK_QUIET = 700;
const CURVE_POINTS = 120;
// A server hangs up on a page that says nothing for long.
const ALIVE = 60_000;

const byId = id => document.getElementById(id);

const recipe = new Recipe();
const status = new Status();
const announce = text => status.say(text);
const fieldPane = new FieldPane(byId('field-pane'));
const rawPane = new FieldPane(byId('raw-pane'));
const spectrumPane = new SpectrumPane(byId('spectrum-pane'));
const energy = new EnergyChart(byId('energy'));
const readouts = new Readouts(byId('readouts'));
const timeline = new Timeline(recipe, () => viewChanged());
const warning = new Warning(recipe);
const equations = new EquationPanel(recipe);
new InitialPanel(recipe, message => status.fail(message));

let kernel = '';
let connected = false;
let ready = false;
let late = false;
let shown = '';
let refusedLast = null;
let slowAt = 0;
let curveTimer = null;
let linkTimer = null;
let fragment = location.hash;

const connection = new Connection({
    opened: () => {
        connected = true;
        status.recover('Connected.');
    },
    closed: reason => {
        connected = false;
        frames.fail();
        training.lose();
        status.fail(`${reason || 'The server is not there'}. Trying again …`);
    },
    text: message => take(message),
    binary: buffer => takeBinary(decode(buffer)),
});
const send = message => connection.send(message);
const curve = new Curve(send, known =>
    energy.showCurve(known, {from: timeline.least, to: recipe.view.span, logTime: recipe.view.logTime}));
const frames = new Frames(askForFrame, draw, sequence => {
    if (recipe.confirm(sequence)) {
        succeeded('field', 'dab', 'equation');
    }
    succeeded('frame');
});
const training = new Training({send, recipe, announce});
const snippet = new Snippet({send, recipe, announce});
const painting = new Painting(fieldPane, {
    brush: () => recipe.brush,
    stroke: () => {
        timeline.reset();
        recipe.beginStroke();
    },
    dab: (x, y, radius, amount, cause) => {
        if (recipe.room() > 0) {
            recipe.addDab(x, y, radius, amount, cause);
        } else {
            status.fail('There is no room for more paint: clear it, or take a coarser grid.');
        }
    },
});
const tour = new Tour({setScene, save: saveView});

function take(message) {
    switch (message.type) {
        case 'hello':
            greet(message);
            break;
        case 'curve':
            curve.take(message);
            break;
        case 'training':
            training.report(message);
            succeeded('train', 'trainOn');
            break;
        case 'snippet':
            snippet.show(message);
            succeeded('snippet');
            break;
        case 'error':
            refused(message);
            break;
    }
}

function takeBinary(message) {
    if (message.type === 'frame') {
        frames.arrive(message);
    } else if (message.type === 'prediction') {
        training.predict(message);
    } else {
        succeeded('export');
        save(message.name, new Blob([message.bytes], {type: message.mime}));
        announce(`${message.name} is ready.`);
    }
}

function greet(hello) {
    kernel = hello.kernel;
    recipe.limits = hello.limits;
    byId('version').textContent = hello.version;
    equations.greet(hello.equations);
    training.greet();
    timeline.setReversible(equations.reversible());
    send(recipe.fieldMessage());
    send(recipe.equationMessage());
    fieldChanged();
}

function refused({about, message}) {
    status.fail(message);
    refusedLast = about;
    if (about === 'frame') {
        frames.fail();
    } else if (about === 'train' || about === 'trainOn') {
        training.fail();
    } else if (['field', 'dab', 'equation'].includes(about)) {
        recipe.rollBack();
    }
}

/** What was refused last has been taken now: its error is over. */
function succeeded(...types) {
    if (types.includes(refusedLast)) {
        refusedLast = null;
        status.recover('');
    }
}

function askForFrame(sequence, t) {
    const sent = send({type: 'frame', sequence, t: t ?? recipe.t, amplification: recipe.amplification});
    if (sent) {
        recipe.ask(sequence);
    }
    return sent;
}

recipe.on('field', () => {
    send(recipe.fieldMessage());
    fieldChanged();
});
recipe.on('dab', ({dab, cause}) => {
    send({type: 'dab', dab});
    fieldChanged(cause?.timeStamp);
});
recipe.on('equation', () => {
    if (equations.reversible()) {
        timeline.setReversible(equations.reversible());
    }
    send(recipe.equationMessage());
    fieldChanged();
});
recipe.on('time', ({cause}) => {
    frames.want(cause?.timeStamp ?? null);
    if (!timeline.playing) {
        viewChanged();
    }
});
recipe.on('amplification', () => {
    frames.want();
    viewChanged();
});
recipe.on('view', ({name}) => {
    showView();
    frames.redraw();
    viewChanged();
    if (name === 'span' || name === 'logTime') {
        curveLater();
    }
});
recipe.on('brush', viewChanged);
recipe.on('network', viewChanged);

function fieldChanged(inputAt = null) {
    const {n, initial, equation} = recipe;
    const another = [equation.name, equation.parameters.kind, n, initial.shape].join();
    if (another !== shown) {
        shown = another;
        frames.forgetAll();
        energy.clear();
    } else {
        frames.forgetStart();
    }
    training.fieldChanged();
    curve.forget();
    frames.want(inputAt);
    curveLater();
    viewChanged();
}

function curveLater() {
    clearTimeout(curveTimer);
    curveTimer = setTimeout(
        () => curve.restart(timeline.times(CURVE_POINTS), frames.current?.readouts.frameMicros), QUIET);
}

/** Keeps the address up to date, so that it is the link, and the code if it is open. */
function viewChanged() {
    snippet.refresh();
    clearTimeout(linkTimer);
    linkTimer = setTimeout(updateLink, LINK_QUIET);
}

async function updateLink() {
    fragment = await toFragment(recipe.toObject());
    history.replaceState(null, '', fragment);
}

async function readLink() {
    try {
        const object = await fromFragment(location.hash);
        if (object) {
            timeline.pause();
            recipe.assign(object);
        }
    } catch (e) {
        const reason = e instanceof RangeError ? e.message : 'it cannot be read';
        status.fail(`The link is damaged, or of another version: ${reason}`);
    }
}

function draw(frame, start) {
    const {map, contours, reach, scale} = recipe.view;
    const how = {map, contours, start: scale === 'start' && frame.t >= 0 ? start : null};
    fieldPane.draw(frame.field, frame.n, how);
    spectrumPane.draw(frame, reach);
    const disappeared = !frame.raw && !byId('raw-pane').hidden;
    byId('raw-pane').hidden = !frame.raw;
    if (frame.raw) {
        rawPane.draw(frame.raw, frame.n, {...how, start: null});
    }
    const name = recipe.equation.parameters.kind === 'potential' ? 'Φ' : 'u';
    byId('field-title').textContent = `${name}(x, y, t)${frame.raw ? ', regularised' : ''}`;
    if (warning.toggle(frame)) {
        tour.reveal();
        announce('Below zero: the field is regularised. See the warning.');
    } else if (disappeared) {
        announce('At zero or above: exact again.');
    }
    ready = true;
}

/** Words and charts, a few times a second: nobody reads faster. */
function drawSlowly() {
    showLate();
    timeline.show();
    training.show();
    const frame = frames.current;
    if (!frame) {
        readouts.clear();
        warning.hide();
        byId('note').textContent = '';
        return;
    }
    const latencies = frames.latencies.slice(-20).sort((a, b) => a - b);
    const latency = latencies.length > 0 ? latencies[latencies.length >> 1] : null;
    readouts.show({frame, kernel, perSecond: frames.perSecond(), latency});
    warning.show(frame);
    fieldPane.read();
    rawPane.read();
    spectrumPane.read();
    energy.showNow(frame.t, frame.readouts.energy, frame.readouts.slope);
    byId('note').textContent = frame.readouts.note ?? '';
}

/** Marks what is shown as old, if what is wanted keeps the reader waiting. */
function showLate() {
    const layout = byId('layout');
    layout.classList.toggle('unconnected', !connected);
    if (late !== (frames.late || !connected)) {
        late = !late;
        layout.classList.toggle('late', late);
        if (connected) {
            announce(late ? 'Computing …' : 'Computed.');
        }
    }
}

function tick(now) {
    const missing = !frames.current;
    frames.show();
    if (missing && frames.current) {
        slowAt = 0;
    }
    // The clock waits for the frames, so that what is shown is never far behind it.
    if (frames.free) {
        timeline.advance(now);
    }
    frames.ask();
    if (now - slowAt > SLOW) {
        slowAt = now;
        drawSlowly();
    }
    requestAnimationFrame(tick);
}

function showView() {
    const {map, scale, contours, reach} = recipe.view;
    byId('map').value = map;
    byId('scale').value = scale;
    byId('contours').checked = contours;
    byId('reach').value = reach;
}

/** Sets the scene of a step of the tour. */
function setScene({name, shape, t, play, train}) {
    training.stop();
    timeline.pause();
    recipe.setInitial(startOf(shape));
    equations.chooseFresh(name);
    timeline.go(t);
    if (play) {
        timeline.toggle();
    }
    if (train) {
        training.choose('lm');
        training.start();
    }
}

function saveView() {
    const view = recipe.toObject();
    return () => {
        training.stop();
        timeline.pause();
        recipe.assign(view);
    };
}

function setUpControls() {
    fill(byId('map'), COLORMAPS.map(({name, label}) => [name, label]));
    fill(byId('reach'), REACHES.map(reach => [reach, reach === 0 ? 'all modes' : `|k| ≤ ${reach}`]));
    const view = {map: String, scale: String, reach: Number};
    for (const [name, type] of Object.entries(view)) {
        byId(name).addEventListener('change', event => recipe.setView(name, type(event.target.value)));
    }
    byId('contours').addEventListener('change', event => recipe.setView('contours', event.target.checked));
    setUpBrush();
    byId('erase').addEventListener('change', event => (painting.erases = event.target.checked));
    byId('undo').addEventListener('click', () => {
        if (!recipe.undoStroke()) {
            announce('There is no stroke to take back.');
        }
    });
    byId('clear').addEventListener('click', () => recipe.setInitial(recipe.initial));
    showView();
}

/** The brush's sliders; how narrow it may be is the grid's to say. */
function setUpBrush() {
    let n = null;
    const controls = {};
    const show = () => {
        if (n !== recipe.n) {
            n = recipe.n;
            const radius = {
                id: 'brush-radius', label: 'brush radius', unit: 'L', least: recipe.leastRadius(), most: 0.25,
                logarithmic: true,
            };
            const amount = {id: 'brush-amount', label: 'brush strength', unit: '', least: 0.05, most: 1, step: 0.05};
            controls.radius = slider(radius, value => recipe.setBrush('radius', value));
            controls.amount = slider(amount, value => recipe.setBrush('amount', value));
            byId('brush').replaceChildren(controls.radius.root, controls.amount.root);
        }
        controls.radius.set(recipe.brush.radius);
        controls.amount.set(recipe.brush.amount);
    };
    recipe.on('field', show);
    recipe.on('brush', show);
    show();
}

function setUpActions() {
    byId('link-copy').addEventListener('click', async () => {
        await updateLink();
        announce(await copy(location.href) ? 'Link copied.' : 'The link is in the address bar.');
    });
    byId('download-png').addEventListener('click', () => {
        const {name} = recipe.equation;
        const frame = frames.current;
        if (!frame) {
            announce('Nothing to save yet: it is still being computed.');
            return;
        }
        const figures = ['field-pane', 'raw-pane', 'spectrum-pane'].map(byId).filter(figure => !figure.hidden);
        savePng(figures, `${EQUATIONS[name].title}, t = ${number(frame.t)}, ${frame.n} × ${frame.n}`, `${name}.png`);
    });
    byId('download-npy').addEventListener('click', () => send(npyMessage(recipe)));
    byId('download-gif').addEventListener('click', () => {
        if (fieldPane.range && send(gifMessage(recipe, timeline, fieldPane.range))) {
            announce('The film is being made …');
        }
    });
    byId('help-open').addEventListener('click', () => byId('help').showModal());
    byId('help-close').addEventListener('click', () => byId('help').close());
    onKeys({
        ...Object.fromEntries(Object.keys(EQUATIONS).map((name, k) => [String(k + 1), () => equations.choose(name)])),
        ' ': () => timeline.toggle(),
        r: () => timeline.reset(),
        c: () => recipe.setView('contours', !recipe.view.contours),
        '?': () => byId('help').showModal(),
    });
    // A button that was clicked gives the space bar back to play and pause; one reached by keyboard keeps it.
    document.addEventListener('click', event => {
        if (event.detail > 0) {
            event.target.closest('#layout button, header button')?.blur();
        }
    });
    addEventListener('hashchange', () => {
        if (location.hash !== fragment) {
            readLink();
        }
    });
}

/** On a narrow screen, what is not needed at once starts folded. */
function foldPanels() {
    if (matchMedia('(max-width: 700px)').matches) {
        document.querySelectorAll('details.folds').forEach(panel => (panel.open = false));
    }
}

setUpControls();
setUpActions();
foldPanels();
setUpTheme(byId('theme'), () => {
    energy.restyle();
    training.restyle();
});
await readLink();
requestAnimationFrame(tick);
setInterval(() => send({type: 'alive'}), ALIVE);

/**
 * For tests, to read only: whether a frame was drawn; how many have arrived; the recipe as links keep it; the frame
 * drawn last, with its levels; milliseconds from inputs to the drawing of what came of them; whether all is drawn.
 */
window.modewise = Object.freeze({
    get ready() {
        return ready;
    },
    get framesDelivered() {
        return frames.delivered;
    },
    recipe: () => recipe.toObject(),
    lastFrame: () => frames.last,
    latencies: () => [...frames.latencies],
    idle: () => frames.idle(),
});
