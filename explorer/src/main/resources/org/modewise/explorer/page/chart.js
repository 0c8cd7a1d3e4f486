// What the charts share: uPlot in the page's colours and at its container's size, and a logarithmic axis that names
// only powers of ten.

import uPlot from '/lib/uplot/uPlot.esm.js';
import {number, power} from './format.js';

export const LEAST = 1e-16;

const MOST_POWERS = 8;
const MOST_DIVIDED = 4;

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
        padding: [8, 14, 0, 0],
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

/** What a logarithmic axis needs: lines at powers of ten, between them if they are few, and labels for some. */
export const LOGARITHMIC = {
    splits: (plot, axis, least, most) => logarithmicSplits(least, most),
    filter: (plot, splits) => splits,
    values: (plot, splits) => logarithmicLabels(splits),
};

function logarithmicSplits(least, most) {
    const first = Math.floor(Math.log10(least));
    const last = Math.ceil(Math.log10(most));
    const every = Math.ceil((last - first) / MOST_POWERS);
    const between = last - first <= MOST_DIVIDED ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
    const splits = [];
    for (let exponent = Math.ceil(first / every) * every; exponent <= last; exponent += every) {
        splits.push(...between.map(factor => factor * 10 ** exponent));
    }
    return splits.filter(value => value >= least && value <= most);
}

/** Powers of ten have labels, and, where they are few, their doubles and fives too. */
function logarithmicLabels(splits) {
    const powers = splits.filter(isPower).length;
    return splits.map(value => {
        if (isPower(value)) {
            const exponent = Math.round(Math.log10(value));
            return powers > 1 ? power(exponent) : number(value, 1);
        }
        const factor = Math.round(value / 10 ** Math.floor(Math.log10(value)));
        return powers < 2 && (factor === 2 || factor === 5) ? number(value, 1) : '';
    });
}

export function plainNumbers(plot, splits) {
    return splits.map(value => (value === null ? '' : number(value, 3)));
}

/** A range with some room around the values, a decade of it at least. */
export function roomy(least, most) {
    if (!(most > 0)) {
        return [0.1, 10];
    }
    const hi = 1.6 * Math.max(LEAST, most);
    return [Math.min(hi / 10, Math.max(LEAST, least) / 1.6), hi];
}

function isPower(value) {
    return value > 0 && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}
