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

const byId = id => document.getElementById(id);

const recipe = new Recipe();
const status = new Status();
const announce = text => status.say(text);
const fieldPane = new FieldPane(byId('field-pane'));
const rawPane = new FieldPane(byId('raw-pane'));
const spectrumPane = new SpectrumPane(byId('spectrum-pane'), announce);
const energy = new EnergyChart(byId('energy'));
const readouts = new Readouts(byId('readouts'));
const timeline = new Timeline(recipe, () => viewChanged());
const warning = new Warning(recipe);
const equations = new EquationPanel(recipe);
new InitialPanel(recipe, message => status.fail(message));

let kernel = '';
let ready = false;
let slowAt = 0;
let curveTimer = null;
let linkTimer = null;
let fragment = location.hash;

const connection = new Connection({
    opened: () => status.recover('Connected.'),
    closed: () => {
        frames.fail();
        training.fail();
        status.fail('The server is not there. Trying again …');
    },
    text: message => take(message),
    binary: buffer => takeBinary(decode(buffer)),
});
const send = message => connection.send(message);
const time = () => recipe.t;
const curve = new Curve(send, known =>
    energy.showCurve(known, {from: timeline.least, to: recipe.view.span, logTime: recipe.view.logTime}));
const frames = new Frames(
    (sequence, t) => send({type: 'frame', sequence, t: t ?? recipe.t, amplification: recipe.amplification}), draw);
const training = new Training({send, time, announce});
const snippet = new Snippet({send, time, announce});
const painting = new Painting(fieldPane, {
    stroke: () => {
        timeline.reset();
        recipe.beginStroke();
    },
    dab: (x, y, radius, amount, cause) => {
        if (recipe.room() > 0) {
            recipe.addDab(x, y, radius, amount, cause);
        } else {
            status.fail('No room for more paint: clear it, or take a coarser grid.');
        }
    },
    announce,
});
new Tour({setScene, save: saveView});

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
            break;
        case 'snippet':
            snippet.show(message);
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
        save(message.name, new Blob([message.bytes], {type: message.mime}));
        announce(`${message.name} is ready.`);
    }
}

function greet(hello) {
    kernel = hello.kernel;
    byId('version').textContent = hello.version;
    equations.greet(hello.equations);
    timeline.setReversible(equations.reversible());
    send(recipe.fieldMessage());
    send(recipe.equationMessage());
    fieldChanged();
}

function refused({about, message}) {
    status.fail(message);
    if (about === 'frame') {
        frames.fail();
    } else if (about === 'train' || about === 'trainOn') {
        training.fail();
    }
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
recipe.on('view', () => {
    showView();
    frames.redraw();
    viewChanged();
    curveLater();
});

function fieldChanged(inputAt = null) {
    frames.forgetStart();
    frames.want(inputAt);
    curveLater();
    viewChanged();
}

function curveLater() {
    clearTimeout(curveTimer);
    curveTimer = setTimeout(
        () => curve.restart(timeline.times(CURVE_POINTS), frames.last?.readouts.frameMicros), QUIET);
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
    if (warning.toggle(frame)) {
        byId('field-title').textContent = 'u(x, y, t), regularised';
        announce('Below zero: the field is regularised. See the warning.');
    } else if (disappeared) {
        byId('field-title').textContent = 'u(x, y, t)';
        announce('At zero or above: exact again.');
    }
    ready = true;
}

/** Words and charts, a few times a second: nobody reads faster. */
function drawSlowly() {
    const frame = frames.last;
    if (!frame) {
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
    timeline.show();
    training.show();
}

function tick(now) {
    frames.show();
    timeline.advance(now);
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
    equations.choose(name);
    timeline.go(t);
    if (play) {
        timeline.toggle();
    }
    if (train) {
        training.choose('lm');
        training.start(recipe.t);
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
    const brush = [
        [{id: 'brush-radius', label: 'brush radius', unit: 'L', least: 0.004, most: 0.25, logarithmic: true}, 'radius'],
        [{id: 'brush-amount', label: 'brush strength', unit: '', least: 0.05, most: 1, step: 0.05}, 'amount'],
    ];
    for (const [spec, name] of brush) {
        const control = slider(spec, value => (painting[name] = value));
        control.set(painting[name]);
        byId('brush').append(control.root);
    }
    byId('erase').addEventListener('change', event => (painting.erases = event.target.checked));
    byId('undo').addEventListener('click', () => recipe.undoStroke());
    byId('clear').addEventListener('click', () => recipe.setInitial(recipe.initial));
    showView();
}

function setUpActions() {
    byId('link-copy').addEventListener('click', async () => {
        await updateLink();
        announce(await copy(location.href) ? 'Link copied.' : 'The link is in the address bar.');
    });
    byId('download-png').addEventListener('click', () => {
        const {name} = recipe.equation;
        const figures = ['field-pane', 'raw-pane', 'spectrum-pane'].map(byId).filter(figure => !figure.hidden);
        savePng(figures, `${EQUATIONS[name].title}, t = ${number(recipe.t)}, ${recipe.n} × ${recipe.n}`, `${name}.png`);
    });
    byId('download-npy').addEventListener('click', () => send(npyMessage(recipe.t)));
    byId('download-gif').addEventListener('click', () => {
        announce('The film is being made …');
        send(gifMessage(timeline, recipe.view.map));
    });
    byId('help-open').addEventListener('click', () => byId('help').showModal());
    byId('help-close').addEventListener('click', () => byId('help').close());
    const digits = Object.keys(EQUATIONS).map((_, k) => String(k + 1));
    onKeys({
        ...Object.fromEntries(digits.map(digit => [digit, () => equations.chooseByKey(Number(digit))])),
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

/**
 * For tests, to read only: whether a frame was drawn; how many have arrived; the recipe as links keep it; the frame
 * drawn last, with its levels; milliseconds from inputs to the drawing of what came of them; frames in a second.
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
    framesPerSecond: () => frames.perSecond(),
    idle: () => frames.idle(),
});
