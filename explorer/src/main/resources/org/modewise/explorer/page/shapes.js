// The initial fields and what each of them needs. A member that is a number has a range; a text has a length.

export const SHAPES = {
    letter: {
        label: 'Letter',
        members: {text: {label: 'letters', text: true, longest: 3, start: 'A'}},
    },
    blob: {
        label: 'Blob',
        members: {sigma: {label: 'width σ', unit: 'L', least: 0.01, most: 0.2, start: 0.06, step: 0.005}},
    },
    mode: {
        label: 'Single mode',
        members: {
            kx: {label: 'k along x', least: -31, most: 31, start: 3, step: 1},
            ky: {label: 'k along y', least: -31, most: 31, start: 2, step: 1},
        },
    },
    checkerboard: {
        label: 'Checkerboard',
        members: {cells: {label: 'cells', least: 2, most: 32, start: 8, step: 2}},
    },
    ring: {
        label: 'Ring',
        members: {
            radius: {label: 'radius', unit: 'L', least: 0.05, most: 0.45, start: 0.25, step: 0.01},
            width: {label: 'width', unit: 'L', least: 0.01, most: 0.2, start: 0.03, step: 0.005},
        },
        // The ring's outer edge must stay on the torus: what is moved ends there.
        bounded: ({radius, width}, moved) => moved === 'radius'
            ? {radius: Math.min(radius, floored(0.5 - width / 2)), width}
            : {radius, width: Math.min(width, floored(1 - 2 * radius))},
    },
    box: {
        label: 'Box',
        members: {
            width: {label: 'width', unit: 'L', least: 0.02, most: 1, start: 0.4, step: 0.01},
            height: {label: 'height', unit: 'L', least: 0.02, most: 1, start: 0.3, step: 0.01},
        },
    },
    random: {
        label: 'Random field',
        members: {
            slope: {label: 'spectrum’s slope', least: -4, most: 0, start: -2, step: 0.1},
            seed: {label: 'seed', least: 0, most: 999, start: 7, step: 1},
        },
    },
    picture: {label: 'Picture …', members: {}},
    empty: {label: 'Empty', members: {}},
};

/** The shape with its members as they are at first. */
export function startOf(shape) {
    const members = Object.entries(SHAPES[shape].members).map(([name, member]) => [name, member.start]);
    return {shape, ...Object.fromEntries(members)};
}

/** The shape with one member changed, as far as the others let it. */
export function withMember(initial, name, value) {
    const moved = {...initial, [name]: value};
    return {...moved, ...SHAPES[initial.shape].bounded?.(moved, name)};
}

/** How many characters of Base64 a picture's grey samples take. */
export function lengthOfGrey(n) {
    return Math.ceil((n * n) / 3) * 4;
}

/**
 * The same initial field, made anew from what is known.
 *
 * @throws RangeError if it is none
 */
export function checkedShape(initial, n) {
    const known = Object.hasOwn(SHAPES, initial?.shape) ? SHAPES[initial.shape] : null;
    if (!known) {
        throw new RangeError('unknown initial field');
    }
    const checked = {shape: initial.shape};
    if (initial.shape === 'picture') {
        checked.grey = checkedGrey(initial.grey, n);
    }
    for (const [name, member] of Object.entries(known.members)) {
        checked[name] = member.text ? checkedText(initial[name], member.longest) : checkedNumber(initial[name], member);
    }
    return checked;
}

/** Whether the library's letters can draw a text: printable ASCII, not too long. */
export function isDrawable(text, longest) {
    return typeof text === 'string' && text.length <= longest && /^[!-~]+$/.test(text);
}

function checkedGrey(grey, n) {
    if (typeof grey !== 'string' || grey.length !== lengthOfGrey(n) || !/^[A-Za-z0-9+/]*={0,2}$/.test(grey)) {
        throw new RangeError('a picture of the wrong size');
    }
    return grey;
}

function checkedText(text, longest) {
    if (!isDrawable(text, longest)) {
        throw new RangeError('a text that cannot be drawn');
    }
    return text;
}

function checkedNumber(value, {least, most, step}) {
    if (!(value >= least && value <= most) || (step >= 1 && !Number.isInteger(value))) {
        throw new RangeError('a number out of range');
    }
    return value;
}

/** To thousandths, not above; what is one but for rounding stays. */
function floored(value) {
    return Math.floor(value * 1000 + 1e-6) / 1000;
}
