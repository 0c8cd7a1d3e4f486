// The present view as code for JShell, written by the server.

const QUIET = 300;

export class Snippet {
    #send;
    #recipe;
    #panel = document.getElementById('snippet-panel');
    #code = document.getElementById('snippet');
    #timer = null;

    constructor({send, recipe, announce}) {
        this.#send = send;
        this.#recipe = recipe;
        this.#panel.addEventListener('toggle', () => this.refresh());
        document.getElementById('snippet-copy').addEventListener('click', async () => {
            const copied = await copy(this.#code.textContent);
            announce(copied ? 'Code copied.' : 'The browser did not let the code be copied.');
        });
    }

    /** The view has changed: if the code is open, it is asked for once things have come to rest. */
    refresh() {
        clearTimeout(this.#timer);
        if (this.#panel.open) {
            this.#timer = setTimeout(() => {
                const {t, amplification} = this.#recipe;
                this.#send({type: 'snippet', t, amplification});
            }, QUIET);
        }
    }

    show({java}) {
        this.#code.textContent = java;
    }
}

/** Puts a text on the clipboard; says whether the browser let it. */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}
