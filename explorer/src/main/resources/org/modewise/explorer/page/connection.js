// One WebSocket to the server that the page came from, opened again whenever it is lost.

const FIRST_DELAY = 300;
const LONGEST_DELAY = 8000;

export class Connection {
    #socket = null;
    #delay = FIRST_DELAY;
    #handlers;

    /** Handlers: opened(), closed(the server's reason, or ''), text(message), binary(buffer). */
    constructor(handlers) {
        this.#handlers = handlers;
        this.#open();
    }

    /** Sends a message; says whether there was somebody to send it to. */
    send(message) {
        if (this.#socket.readyState !== WebSocket.OPEN) {
            return false;
        }
        this.#socket.send(JSON.stringify(message));
        return true;
    }

    #open() {
        const socket = new WebSocket(`ws://${location.host}/session`);
        socket.binaryType = 'arraybuffer';
        socket.onopen = () => {
            this.#delay = FIRST_DELAY;
            this.#handlers.opened();
        };
        socket.onmessage = event => {
            if (typeof event.data === 'string') {
                this.#handlers.text(JSON.parse(event.data));
            } else {
                this.#handlers.binary(event.data);
            }
        };
        socket.onclose = ({reason}) => {
            this.#handlers.closed(reason);
            setTimeout(() => this.#open(), this.#delay);
            this.#delay = Math.min(2 * this.#delay, LONGEST_DELAY);
        };
        this.#socket = socket;
    }
}
