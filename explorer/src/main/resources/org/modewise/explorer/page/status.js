// One line that says what happens, read aloud politely and at most once a second.

const INTERVAL = 1000;
const ERROR_STAYS = 8000;

export class Status {
    #line = document.getElementById('status');
    #next = null;
    #timer = null;
    #errorUntil = 0;

    say(text) {
        if (performance.now() < this.#errorUntil) {
            return;
        }
        this.#show(text, false);
    }

    /** All is well again, whatever went wrong before. */
    recover(text) {
        this.#errorUntil = 0;
        this.#show(text, false);
    }

    /** Something went wrong; stays for a while. */
    fail(text) {
        this.#errorUntil = performance.now() + ERROR_STAYS;
        this.#show(text, true);
    }

    #show(text, failed) {
        this.#next = {text, failed};
        if (this.#timer === null) {
            this.#write();
            this.#timer = setTimeout(() => {
                this.#timer = null;
                this.#write();
            }, INTERVAL);
        }
    }

    #write() {
        if (this.#next) {
            this.#line.textContent = (this.#next.failed ? '⚠ ' : '') + this.#next.text;
            this.#line.classList.toggle('failed', this.#next.failed);
            this.#next = null;
        }
    }
}
