// A transparent canvas over a pane, as fine as the screen, which redraws itself when the pane changes its size.

export class Overlay {
    #canvas;
    #paint;

    /** @param paint (context, size in CSS pixels) => void, draws onto a cleared canvas */
    constructor(canvas, paint) {
        this.#canvas = canvas;
        this.#paint = paint;
        new ResizeObserver(() => this.redraw()).observe(canvas);
    }

    redraw() {
        const size = this.#canvas.clientWidth;
        if (size === 0) {
            return;
        }
        const pixels = Math.round(size * devicePixelRatio);
        if (this.#canvas.width !== pixels) {
            this.#canvas.width = pixels;
            this.#canvas.height = pixels;
        }
        const context = this.#canvas.getContext('2d');
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, pixels, pixels);
        context.setTransform(pixels / size, 0, 0, pixels / size, 0, 0);
        this.#paint(context, size);
    }
}

/** Writes what is read under pointer or cross-hair; only what a key asked for is read aloud. */
export function writeReading(output, text, aloud) {
    if (output.textContent !== text) {
        output.setAttribute('aria-live', aloud ? 'polite' : 'off');
        output.textContent = text;
    }
}

/** A stroke that can be seen on any colour: light on dark. */
export function outlined(context, draw, width = 1.25) {
    context.lineWidth = width + 1.5;
    context.strokeStyle = 'rgba(0, 0, 0, 0.5)';
    draw();
    context.lineWidth = width;
    context.strokeStyle = 'rgba(255, 255, 255, 0.92)';
    draw();
}
