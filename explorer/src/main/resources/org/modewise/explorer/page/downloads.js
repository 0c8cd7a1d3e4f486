// Files of what is seen: a PNG drawn here, NPY and GIF made by the server.

const MARGIN = 16;
const PANE = 512;
const CAPTION = 44;
const GIF_FRAMES = 60;

/** Saves bytes or a blob under a name. */
export function save(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Saves the panes that are shown, side by side, with their overlays and a caption. */
export function savePng(figures, caption, name) {
    const canvas = document.createElement('canvas');
    canvas.width = figures.length * (PANE + MARGIN) + MARGIN;
    canvas.height = PANE + 2 * MARGIN + CAPTION;
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    figures.forEach((figure, k) => {
        const x = MARGIN + k * (PANE + MARGIN);
        context.imageSmoothingEnabled = false;
        context.drawImage(figure.querySelector('.samples'), x, MARGIN, PANE, PANE);
        context.imageSmoothingEnabled = true;
        context.drawImage(figure.querySelector('.overlay'), x, MARGIN, PANE, PANE);
    });
    context.fillStyle = 'black';
    context.font = '15px system-ui, sans-serif';
    context.fillText(caption, MARGIN, PANE + MARGIN + 28, canvas.width - 2 * MARGIN);
    canvas.toBlob(blob => save(name, blob), 'image/png');
}

export function npyMessage({t, amplification}) {
    return {type: 'export', format: 'npy', t, amplification};
}

/** Asks for a film over the times of the slider, in the colours of the pane, whose range may be a single value. */
export function gifMessage({amplification, view}, timeline, {lo, hi}) {
    const margin = hi > lo ? 0 : 0.5 + Math.abs(lo) / 2;
    return {
        type: 'export', format: 'gif', times: timeline.times(GIF_FRAMES), amplification, colormap: view.map,
        lo: lo - margin, hi: hi + margin,
    };
}
