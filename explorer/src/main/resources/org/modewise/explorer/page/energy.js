// ‖u(t)‖²/‖u(0)‖² on a logarithmic axis, with a dot at the present time and the exact tangent there.

import {chart, LEAST, LOGARITHMIC, options, plainNumbers, roomy, themeColour} from './chart.js';

const TANGENT_REACH = 0.2;
const TANGENT_POINTS = 24;
const HEIGHT = 170;
const MOST = 1e12;

export class EnergyChart {
    #container;
    #chart = null;
    #logTime = false;
    #from = 0;
    #to = 1;
    #curve = [[0, 1], [null, null]];
    #now = null;

    constructor(container) {
        this.#container = container;
        this.#build();
    }

    /** Shows the curve over the times from the least to the most. */
    showCurve({times, energies}, {from, to, logTime}) {
        const shown = energies.map(energy => (energy > LEAST ? energy : null));
        this.#curve = [times, shown];
        this.#from = logTime ? times[0] : Math.min(from, times[0]);
        this.#to = to;
        if (logTime !== this.#logTime) {
            this.#logTime = logTime;
            this.#build();
        } else {
            this.#chart.plot.setData(this.#curve);
        }
    }

    /** Takes away what is shown, until there is something new. */
    clear() {
        this.#now = null;
        this.#curve = [[0, 1], [null, null]];
        this.#chart.plot.setData(this.#curve);
    }

    /** Moves the dot: time, energy, and the slope d ln‖u‖²/dt or null. The chart grows to hold it. */
    showNow(t, energy, slope) {
        this.#now = {t, energy, slope};
        const {min, max} = this.#chart.plot.scales.y;
        if (this.#isShown() && (energy < min || energy > max)) {
            this.#chart.plot.setData(this.#curve);
        } else {
            this.#chart.plot.redraw(false);
        }
    }

    /** Takes over the colours of another theme. */
    restyle() {
        this.#chart.plot.redraw(false);
    }

    #build() {
        this.#chart?.destroy();
        const made = options({
            height: HEIGHT,
            scales: {
                x: {time: false, distr: this.#logTime ? 3 : 1, range: () => [this.#from, this.#to]},
                y: {distr: 3, range: () => this.#energyRange()},
            },
            series: [{}, {stroke: () => themeColour('accent'), width: 2, points: {show: false}}],
            axes: [
                {label: 'time t', size: 26, ...(this.#logTime ? LOGARITHMIC : {values: plainNumbers})},
                {label: '‖u(t)‖² / ‖u(0)‖²', size: 40, ...LOGARITHMIC},
            ],
            hooks: {draw: [plot => this.#drawNow(plot)]},
        });
        this.#chart = chart(made, this.#curve, this.#container);
    }

    #energyRange() {
        const energy = this.#isShown() ? this.#now.energy : null;
        const values = [...this.#curve[1], energy > LEAST && energy < MOST ? energy : null].filter(value => value > 0);
        return values.length > 0 ? roomy(Math.min(...values), Math.max(...values)) : [0.1, 10];
    }

    #isShown() {
        return this.#now?.energy > LEAST && (!this.#logTime || this.#now.t > 0);
    }

    #drawNow(plot) {
        if (!this.#isShown()) {
            return;
        }
        const {t, energy, slope} = this.#now;
        const {ctx, bbox} = plot;
        ctx.save();
        ctx.beginPath();
        ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
        ctx.clip();
        if (Number.isFinite(slope)) {
            this.#drawTangent(plot, t, energy, slope);
        }
        ctx.beginPath();
        ctx.arc(plot.valToPos(t, 'x', true), plot.valToPos(energy, 'y', true), 4.5 * devicePixelRatio, 0, 2 * Math.PI);
        ctx.fillStyle = themeColour('mark');
        ctx.fill();
        ctx.lineWidth = 1.5 * devicePixelRatio;
        ctx.strokeStyle = themeColour('panel');
        ctx.stroke();
        ctx.restore();
    }

    #drawTangent(plot, t, energy, slope) {
        const {ctx} = plot;
        const reach = TANGENT_REACH * (this.#logTime ? t : this.#to - this.#from) * (this.#logTime ? 4 : 1);
        ctx.beginPath();
        for (let k = -TANGENT_POINTS; k <= TANGENT_POINTS; k++) {
            const step = (k / TANGENT_POINTS) * reach;
            const along = t + step;
            const value = energy * Math.exp(slope * step);
            if (value > LEAST && Number.isFinite(value) && (!this.#logTime || along > 0)) {
                ctx.lineTo(plot.valToPos(along, 'x', true), plot.valToPos(value, 'y', true));
            }
        }
        ctx.lineWidth = 1.5 * devicePixelRatio;
        ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
        ctx.strokeStyle = themeColour('mark');
        ctx.stroke();
        ctx.setLineDash([]);
    }
}
