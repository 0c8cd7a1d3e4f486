// Labelled sliders with a box for the exact value, and labelled choices, built from their descriptions.

const STEPS = 1000;
const COARSE_STEPS = 100;

/** Makes an element with properties and children. */
export function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

/**
 * A slider and a number box for the same value.
 *
 * @param spec {id, label, unit, least, most, step, logarithmic}; without a step the slider is continuous
 * @param changed (value, event) => void, called for each change by hand
 * @returns {root, set(value)}
 */
export function slider(spec, changed) {
    const scale = spec.logarithmic ? logarithmic(spec) : linear(spec);
    const range = element('input', {id: spec.id, type: 'range', min: scale.min, max: scale.max, step: scale.step});
    const box = element('input', {
        id: `${spec.id}-value`, type: 'number', step: spec.step ?? scale.fine(spec.least),
    });
    const unit = spec.unit ? element('span', {className: 'unit', textContent: spec.unit}) : '';
    const label = element('label', {htmlFor: spec.id, textContent: spec.label});
    box.setAttribute('aria-label', `${spec.label}, exact value`);
    let current = spec.least;
    const set = value => {
        current = value;
        range.value = scale.position(value);
        range.setAttribute('aria-valuetext', `${short(value)} ${spec.unit ?? ''}`);
        if (document.activeElement !== box) {
            box.value = short(value);
            box.step = spec.step ?? scale.fine(value);
        }
    };
    range.addEventListener('input', event => {
        const value = scale.value(Number(range.value));
        set(value);
        changed(value, event);
    });
    box.addEventListener('change', event => {
        const value = Math.min(spec.most, Math.max(spec.least, box.valueAsNumber));
        const valid = Number.isFinite(value) ? (spec.step >= 1 ? Math.round(value) : value) : current;
        box.value = short(valid);
        set(valid);
        changed(valid, event);
    });
    return {root: element('div', {className: 'slider'}, label, range, box, unit), set};
}

/**
 * A labelled drop-down list.
 *
 * @param spec {id, label, choices}, choices as [value, text]
 */
export function choice(spec, changed) {
    const select = element('select', {id: spec.id});
    fill(select, spec.choices);
    select.addEventListener('change', event => changed(select.value, event));
    const label = element('label', {htmlFor: spec.id, textContent: spec.label});
    return {root: element('div', {className: 'choice'}, label, select), set: value => (select.value = value)};
}

export function fill(select, choices) {
    select.replaceChildren(...choices.map(([value, text]) => element('option', {value, textContent: text})));
}

function linear({least, most, step}) {
    const grain = step ?? niceStep((most - least) / STEPS);
    return {
        min: least, max: most, step: grain, value: position => position, position: value => value,
        fine: () => niceStep((most - least) / COARSE_STEPS),
    };
}

function logarithmic({least, most}) {
    const width = Math.log(most / least);
    return {
        min: 0,
        max: STEPS,
        step: 1,
        value: position => Number((least * Math.exp((position / STEPS) * width)).toPrecision(3)),
        position: value => Math.round((Math.log(value / least) / width) * STEPS),
        fine: value => niceStep(value / 10),
    };
}

function niceStep(step) {
    return 10 ** Math.floor(Math.log10(step));
}

function short(value) {
    return String(Number(value.toPrecision(5)));
}
