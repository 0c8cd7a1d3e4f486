// Six steps through the page. Each sets the scene itself, and the reader's own view comes back at the end.

const STEPS = [
    {
        title: 'Paint, and watch the spectrum',
        text: 'On the left is a field u on a torus, on the right the size of each of its Fourier modes, slow ones in '
            + 'the middle. Drag on the field to paint; hold shift to erase. Edges wrap. A smooth dab fills the middle '
            + 'only, a sharp edge reaches far out.',
        at: 'panes',
        scene: {name: 'heat', shape: 'letter', t: 0},
    },
    {
        title: 'Heat: every mode fades at its own pace',
        text: 'Now time runs. A mode k fades as e^{−α(2πk)²t}, so the far modes go first and the picture blurs. '
            + 'Nothing is stepped: any time is one multiplication and one inverse FFT away. Drag the slider and see.',
        at: 'clock',
        scene: {name: 'heat', shape: 'letter', t: 0, play: true},
    },
    {
        title: 'Below zero: what cannot be undone',
        text: 'At t = −0.05 each mode must grow instead, and rounding errors grow with it. The page says how many '
            + 'modes double precision still knows, and shows the regularised field beside the raw one. Try the '
            + 'amplification.',
        at: 'warning',
        scene: {name: 'heat', shape: 'letter', t: -0.05},
    },
    {
        title: 'Burgers: a shock, exactly',
        text: 'Not linear, and still exact: Cole and Hopf turn it into a heat equation. Each row is a line of its own; '
            + 'where it is higher it runs faster, so fronts steepen, and the spectrum fills along the lines.',
        at: 'panes',
        scene: {name: 'burgers', shape: 'blob', t: 0, play: true},
    },
    {
        title: 'Waves: time runs both ways',
        text: 'Modes turn and do not fade, so the way back is as exact as the way there. Compare with heat: the symbol '
            + 's(κ) in the panel is imaginary here, negative there.',
        at: 'about',
        scene: {name: 'wave', shape: 'blob', t: 0, play: true},
    },
    {
        title: 'A network learns the exact answer',
        text: 'A small network of sines is now trained on the field. Start it again with Adam or L-BFGS: the losses '
            + 'stay side by side. Small networks are limited by the optimiser, not by their size. A link from the top '
            + 'of the page keeps all you see.',
        at: 'training',
        scene: {name: 'heat', shape: 'letter', t: 0.05, train: true},
    },
];

// On a narrow screen the card lies at the top, and what it speaks of below it.
const narrow = matchMedia('(max-width: 700px)');

export class Tour {
    #setScene;
    #save;
    #saved = null;
    #step = 0;
    #card = document.getElementById('tour');
    #title = document.getElementById('tour-title');
    #text = document.getElementById('tour-text');
    #next = document.getElementById('tour-next');
    #back = document.getElementById('tour-back');

    /**
     * @param setScene ({name, shape, t, play, train}) => void
     * @param save () => (() => void), keeps the present view and returns what brings it back
     */
    constructor({setScene, save}) {
        this.#setScene = setScene;
        this.#save = save;
        document.getElementById('tour-start').addEventListener('click', () => this.start());
        document.getElementById('tour-close').addEventListener('click', () => this.end());
        this.#next.addEventListener('click', () => this.#go(this.#step + 1));
        this.#back.addEventListener('click', () => this.#go(this.#step - 1));
        document.addEventListener('keydown', event => {
            if (event.key === 'Escape' && !this.#card.hidden && !document.querySelector('dialog[open]')) {
                this.end();
            }
        });
    }

    start() {
        this.#saved ??= this.#save();
        this.#card.hidden = false;
        this.#go(0);
    }

    end() {
        this.#card.hidden = true;
        this.#mark(null);
        document.documentElement.style.removeProperty('--tour-height');
        this.#saved?.();
        this.#saved = null;
        document.getElementById('tour-start').focus();
    }

    #go(step) {
        if (step >= STEPS.length) {
            this.end();
            return;
        }
        this.#step = step;
        const {title, text, at, scene} = STEPS[step];
        this.#title.textContent = `${step + 1} of ${STEPS.length}: ${title}`;
        this.#text.textContent = text;
        this.#back.disabled = step === 0;
        this.#next.textContent = step === STEPS.length - 1 ? 'Done' : 'Next';
        this.#setScene(scene);
        this.#mark(at);
        this.#next.focus({preventScroll: true});
    }

    #mark(id) {
        document.querySelector('.on-tour')?.classList.remove('on-tour');
        const target = id && document.getElementById(id);
        if (target) {
            target.classList.add('on-tour');
            document.documentElement.style.setProperty('--tour-height', `${this.#card.offsetHeight}px`);
            this.reveal();
        }
    }

    /** Scrolls to what the step speaks of, beside the card; it may have come up after the step. */
    reveal() {
        const target = document.querySelector('.on-tour');
        target?.scrollIntoView({block: narrow.matches ? 'start' : 'nearest'});
    }
}
