// Asks for frames and hands them on. Two are under way at most, so that the newest wish is never behind a queue; a
// frame is drawn at the browser's next one.

const MOST_UNDER_WAY = 2;
const PATIENCE = 10_000;
const LATE = 250;
const KEPT_LATENCIES = 500;
const SECOND = 1000;

export class Frames {
    #send;
    #draw;
    #confirm;
    #sequence = 0;
    #underWay = [];
    #wanted = false;
    #arrived = null;
    #inputAt = null;
    #inputs = [];
    #arrivals = [];
    #fieldSince = 0;
    #shownSince = 0;
    #waitingSince = null;
    #start = null;
    #probe = 0;

    delivered = 0;
    last = null;
    latencies = [];

    /**
     * @param send (sequence, t or null) => boolean, asks the server for a frame at t, or at the page's time
     * @param draw (frame, start) => void; start is the range {lo, hi} of the field at t = 0, or null
     * @param confirm (sequence) => void, called for each frame that has arrived
     */
    constructor(send, draw, confirm) {
        this.#send = send;
        this.#draw = draw;
        this.#confirm = confirm;
    }

    /** A frame is wanted; if because of an input, the time of the event. */
    want(inputAt = null) {
        this.#wanted = true;
        this.#waitingSince ??= performance.now();
        this.#inputAt ??= inputAt;
        this.ask();
    }

    /** The field at t = 0 has changed: its range must be learnt anew. */
    forgetStart() {
        this.#start = null;
        this.#fieldSince = this.#sequence + 1;
    }

    /** Something else is to be shown: what was asked for before does not count any more. */
    forgetAll() {
        this.forgetStart();
        this.#shownSince = this.#fieldSince;
        this.#arrived = null;
    }

    /** The frame drawn last, or null if something else is to be shown since. */
    get current() {
        return this.last?.sequence >= this.#shownSince ? this.last : null;
    }

    /** Whether what is wanted has kept the reader waiting. */
    get late() {
        return this.#waitingSince !== null && performance.now() - this.#waitingSince > LATE;
    }

    /** Whether another frame would be asked for at once. */
    get free() {
        return !this.#wanted && !this.#probe && this.#underWay.length < MOST_UNDER_WAY;
    }

    /** Sends a request, if one is wanted and may be sent. */
    ask() {
        this.#losePatience();
        if (!this.#wanted || this.#probe || this.#underWay.length >= MOST_UNDER_WAY) {
            return;
        }
        const sequence = ++this.#sequence;
        const sent = this.#send(sequence, null);
        if (!sent) {
            return;
        }
        this.#wanted = false;
        this.#underWay.push({sequence, at: performance.now()});
        if (this.#inputAt !== null) {
            this.#inputs.push({sequence, at: this.#inputAt});
            this.#inputAt = null;
        }
    }

    /** Takes a frame from the server. */
    arrive(frame) {
        this.#settle(frame.sequence);
        this.#confirm(frame.sequence);
        this.delivered++;
        this.#arrivals.push(performance.now());
        const fresh = frame.sequence >= this.#fieldSince;
        if (fresh && frame.t === 0) {
            this.#start = frame.field;
        }
        if (frame.sequence === this.#probe) {
            // The question about t = 0 may have taken the place of one about the present time.
            this.#probe = 0;
            this.want();
            return;
        }
        if (fresh && !this.#start) {
            this.#askForStart();
        }
        if (frame.sequence >= this.#shownSince) {
            this.#arrived = frame;
        }
        this.ask();
    }

    /** The server could not make a frame, or is gone. */
    fail() {
        this.#underWay.length = 0;
        this.#inputs.length = 0;
        this.#probe = 0;
        this.#waitingSince = null;
    }

    /** Draws what has arrived since the last call; called once for each frame of the browser. */
    show() {
        const frame = this.#arrived;
        if (!frame) {
            return false;
        }
        this.#arrived = null;
        this.last = frame;
        this.#draw(frame, this.#start);
        const now = performance.now();
        this.#waitingSince = this.idle() ? null : now;
        while (this.#inputs.length > 0 && this.#inputs[0].sequence <= frame.sequence) {
            this.latencies.push(now - this.#inputs.shift().at);
        }
        this.latencies.splice(0, this.latencies.length - KEPT_LATENCIES);
        return true;
    }

    /** Whether all that was wanted has been drawn. */
    idle() {
        return !this.#wanted && this.#underWay.length === 0 && this.#arrived === null;
    }

    /** Draws the last frame once more, since how it is shown has changed. */
    redraw() {
        if (this.last) {
            this.#draw(this.last, this.#start);
        }
    }

    /** Frames that arrived in the last second. */
    perSecond() {
        const since = performance.now() - SECOND;
        const first = this.#arrivals.findIndex(at => at > since);
        this.#arrivals.splice(0, first < 0 ? this.#arrivals.length : first);
        return this.#arrivals.length;
    }

    #askForStart() {
        const sequence = ++this.#sequence;
        if (this.#send(sequence, 0)) {
            this.#probe = sequence;
            this.#underWay.push({sequence, at: performance.now()});
        }
    }

    #settle(sequence) {
        while (this.#underWay.length > 0 && this.#underWay[0].sequence <= sequence) {
            this.#underWay.shift();
        }
        if (this.#probe && this.#probe < sequence) {
            this.#probe = 0;
        }
    }

    #losePatience() {
        if (this.#underWay.length > 0 && performance.now() - this.#underWay[0].at > PATIENCE) {
            this.#underWay.length = 0;
            this.#probe = 0;
            this.#wanted = true;
        }
    }
}
