// What the charts share: uPlot in the page's colours and at its container's size, and a logarithmic axis that names only
// powers of ten.

import uPlot from '/lib/uplot/uPlot.esm.js';
import {number, power} from './format.js';

export const LEAST = 1e-16;

/** A colour of the page's theme. */
export function themeColour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Options of uPlot that all charts have in common. */
export function options({axes, ...own}) {
    return {
        width: 300,
        height: 180,
        legend: {show: false},
        cursor: {show: false},
        select: {show: false},
        padding: [8, 8, 0, 0],
        axes: axes.map(axis => ({
            stroke: () => themeColour('muted'),
            grid: {stroke: () => themeColour('line'), width: 1},
            ticks: {stroke: () => themeColour('line'), width: 1, size: 4},
            font: '11px system-ui, sans-serif',
            labelFont: '11px system-ui, sans-serif',
            labelSize: 16,
            labelGap: 0,
            gap: 3,
            ...axis,
        })),
        ...own,
    };
}

/** Makes a chart that follows its container's width. */
export function chart(made, data, container) {
    container.replaceChildren();
    const plot = new uPlot(made, data, container);
    const fit = () => {
        const width = container.clientWidth;
        if (width > 0 && width !== plot.width) {
            plot.setSize({width, height: made.height});
        }
    };
    const observer = new ResizeObserver(fit);
    observer.observe(container);
    fit();
    return {plot, destroy: () => {
        observer.disconnect();
        plot.destroy();
    }};
}

/** Labels of a logarithmic axis: powers of ten, and no more of them than there is room for. */
export function powersOfTen(plot, splits) {
    const exponents = splits.filter(isPower).map(value => Math.round(Math.log10(value)));
    const every = Math.ceil(exponents.length / 6);
    return splits.map(value => {
        const exponent = Math.round(Math.log10(value));
        return isPower(value) && exponent % every === 0 ? power(exponent) : '';
    });
}

export function plainNumbers(plot, splits) {
    return splits.map(value => (value === null ? '' : number(value, 3)));
}

/** Whole decades around the values. */
export function decades(least, most) {
    if (!(most > 0)) {
        return [0.1, 10];
    }
    const lo = 10 ** Math.floor(Math.log10(Math.max(LEAST, least)) - 0.05);
    const hi = 10 ** Math.ceil(Math.log10(Math.max(LEAST, most)) + 0.05);
    return [lo, hi];
}

function isPower(value) {
    return value > 0 && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}
