// The choice of an equation: its buttons, its parameters, and what there is to know about it.

import {choice, element, slider} from './controls.js';
import {EQUATIONS} from './equations.js';
import {showFormula} from './formula.js';

const BELOW_ZERO = {
    yes: 'Time runs both ways: below zero the solution is as exact as above.',
    regularized: 'Below zero it is ill-posed: shown regularised, with what it costs.',
    no: 'There is no way back: the time slider ends at zero.',
    static: 'There is no time: the time slider rests.',
};

export class EquationPanel {
    #recipe;
    #buttons = new Map();
    #specs = new Map();
    #remembered = new Map();
    #setters = new Map();
    #shown = null;

    constructor(recipe) {
        this.#recipe = recipe;
        const list = document.getElementById('equations');
        Object.entries(EQUATIONS).forEach(([name, {title}], k) => {
            const key = element('kbd', {textContent: String(k + 1)});
            const button = element('button', {id: `equation-${name}`, type: 'button'}, key, ` ${title}`);
            button.setAttribute('aria-keyshortcuts', String(k + 1));
            button.addEventListener('click', () => this.choose(name));
            list.append(button);
            this.#buttons.set(name, button);
        });
        recipe.on('equation', () => this.#show());
    }

    /** Takes over the parameters that the server knows. */
    greet(equations) {
        this.#specs = new Map(equations.map(spec => [spec.name, spec]));
        this.#shown = null;
        this.#show();
    }

    /** Chooses the equation with its parameters as they were left. */
    choose(name) {
        const parameters = this.#remembered.get(name) ?? this.#starts(name);
        this.#recipe.setView('span', EQUATIONS[name].span);
        this.#recipe.setEquation(name, parameters);
    }

    /** Chooses the equation with its parameters as they are at first. */
    chooseFresh(name) {
        this.#remembered.delete(name);
        this.choose(name);
    }

    /** What becomes of the present equation below zero: yes, regularized, no or static; null before the greeting. */
    reversible() {
        return this.#specs.get(this.#recipe.equation.name)?.reversible ?? null;
    }

    #starts(name) {
        const parameters = this.#specs.get(name)?.parameters ?? [];
        return Object.fromEntries(parameters.map(parameter => [parameter.name, parameter.start]));
    }

    /** Gives the recipe what parameters it lacks or has out of range, and takes away what the equation has not. */
    #complete() {
        const {name, parameters} = this.#recipe.equation;
        const specs = this.#specs.get(name)?.parameters;
        if (specs) {
            const complete = specs.map(spec => [spec.name, allowed(parameters[spec.name], spec)]);
            this.#recipe.equation = {name, parameters: Object.fromEntries(complete)};
        }
    }

    #show() {
        this.#complete();
        const {name, parameters} = this.#recipe.equation;
        this.#remembered.set(name, parameters);
        if (this.#shown !== name) {
            this.#shown = name;
            for (const [other, button] of this.#buttons) {
                button.setAttribute('aria-pressed', String(other === name));
            }
            this.#buildParameters(name);
            this.#describe(name);
        }
        for (const [key, set] of this.#setters) {
            set(parameters[key]);
        }
    }

    #buildParameters(name) {
        this.#setters.clear();
        const specs = this.#specs.get(name)?.parameters ?? [];
        const controls = specs.map(spec => {
            const id = `parameter-${spec.name}`;
            const changed = value => this.#recipe.setParameter(spec.name, value);
            const control = spec.choices
                ? choice({...spec, id, choices: spec.choices.map(text => [text, text])}, changed)
                : slider({...spec, id}, changed);
            this.#setters.set(spec.name, control.set);
            return control.root;
        });
        document.getElementById('parameters').replaceChildren(...controls);
    }

    #describe(name) {
        const equation = EQUATIONS[name];
        for (const part of ['formula', 'symbol', 'solution', 'slope']) {
            showFormula(document.getElementById(part), equation[part]);
        }
        document.getElementById('slope-note').hidden = !equation.slope;
        setText('symbol-note', equation.symbolNote ?? '');
        setText('kept', equation.kept);
        setText('reversible', BELOW_ZERO[this.reversible()] ?? '');
        setText('learning', equation.learning);
        document.getElementById('sources').replaceChildren(...equation.sources.map(([text, href]) =>
            element('li', {}, element('a', {href, textContent: text, target: '_blank', rel: 'noopener noreferrer'}))));
    }
}

function allowed(value, {start, least, most, choices}) {
    if (choices) {
        return choices.includes(value) ? value : start;
    }
    return typeof value === 'number' ? Math.min(most, Math.max(least, value)) : start;
}

function setText(id, text) {
    document.getElementById(id).textContent = text;
}
