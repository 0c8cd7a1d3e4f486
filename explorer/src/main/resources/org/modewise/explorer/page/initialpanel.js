// What lies on the canvas before anybody paints: grid, shape, its members, an uploaded picture.

import {element, fill, slider} from './controls.js';
import {greyOf, pictureOf, readPicture} from './pictures.js';
import {GRIDS} from './recipe.js';
import {isDrawable, SHAPES, startOf, withMember} from './shapes.js';

export class InitialPanel {
    #recipe;
    #fail;
    #picture = null;
    #shown = null;
    #setters = new Map();
    #grid = document.getElementById('grid');
    #initial = document.getElementById('initial');
    #members = document.getElementById('initial-members');
    #file = document.getElementById('picture-file');

    /** @param fail (message) => void, tells the reader that a picture is of no use */
    constructor(recipe, fail) {
        this.#recipe = recipe;
        this.#fail = fail;
        fill(this.#grid, GRIDS.map(n => [n, `${n} × ${n}`]));
        fill(this.#initial, Object.entries(SHAPES).map(([name, {label}]) => [name, label]));
        this.#grid.addEventListener('change', () => this.#regrid(Number(this.#grid.value)));
        this.#initial.addEventListener('change', () => this.#choose(this.#initial.value));
        this.#file.addEventListener('change', () => this.#upload());
        recipe.on('field', () => this.#show());
        this.#show();
    }

    #choose(shape) {
        if (shape !== 'picture') {
            this.#recipe.setInitial(startOf(shape));
        } else if (this.#picture) {
            this.#usePicture();
        } else {
            this.#initial.value = this.#recipe.initial.shape;
            this.#file.click();
        }
    }

    async #upload() {
        const [file] = this.#file.files;
        this.#file.value = '';
        if (!file) {
            return;
        }
        try {
            this.#picture = await readPicture(file);
            this.#usePicture();
        } catch (e) {
            this.#fail(e.message);
        }
    }

    #usePicture() {
        this.#recipe.setInitial({shape: 'picture', grey: greyOf(this.#picture, this.#recipe.n)});
    }

    #regrid(n) {
        const {initial} = this.#recipe;
        if (this.#recipe.room(n) < 0) {
            this.#grid.value = this.#recipe.n;
            this.#fail(`There are too many dabs of paint for a grid of ${n} × ${n}: undo some strokes.`);
            return;
        }
        if (initial.shape !== 'picture') {
            this.#recipe.setGrid(n);
            return;
        }
        const picture = this.#picture ?? pictureOf(initial.grey, this.#recipe.n);
        this.#recipe.setGrid(n, {shape: 'picture', grey: greyOf(picture, n)});
    }

    #show() {
        const {n, initial} = this.#recipe;
        this.#grid.value = n;
        this.#initial.value = initial.shape;
        if (this.#shown !== initial.shape) {
            this.#shown = initial.shape;
            this.#build(initial.shape);
        }
        for (const [name, set] of this.#setters) {
            set(initial[name]);
        }
    }

    #build(shape) {
        this.#setters.clear();
        const controls = Object.entries(SHAPES[shape].members).map(([name, member]) => {
            const id = `initial-${name}`;
            const changed = value => this.#recipe.setInitial(withMember(this.#recipe.initial, name, value));
            const control = member.text ? textBox(id, member, changed) : slider({...member, id}, changed);
            this.#setters.set(name, control.set);
            return control.root;
        });
        if (shape === 'picture') {
            const another = element('button', {id: 'picture-choose', type: 'button', textContent: 'Another picture …'});
            another.addEventListener('click', () => this.#file.click());
            controls.push(another);
        }
        this.#members.replaceChildren(...controls);
    }
}

function textBox(id, {label, longest}, changed) {
    const box = element('input', {id, type: 'text', maxLength: longest, autocomplete: 'off', spellcheck: false});
    box.addEventListener('input', () => {
        const drawable = isDrawable(box.value, longest);
        box.setCustomValidity(drawable ? '' : `1 to ${longest} letters, digits or signs of ASCII`);
        if (drawable) {
            changed(box.value);
        } else {
            box.reportValidity();
        }
    });
    const set = text => {
        if (document.activeElement !== box) {
            box.value = text;
        }
    };
    return {root: element('div', {className: 'choice'}, element('label', {htmlFor: id, textContent: label}), box), set};
}
