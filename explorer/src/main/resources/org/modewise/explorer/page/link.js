// A view as a link: the recipe in JSON, deflated, in the URL's fragment, which never leaves the browser.

const PREFIX = '#v1=';
const MOST_CHARACTERS = 1_500_000;
const MOST_BYTES = 2_000_000;
const CHUNK = 0x8000;

/** The fragment for a recipe's object. */
export async function toFragment(object) {
    const stream = new Blob([JSON.stringify(object)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return PREFIX + toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The object that a fragment holds, unchecked but bounded; null if it holds none.
 *
 * @throws Error if the fragment is damaged or too large
 */
export async function fromFragment(fragment) {
    if (!fragment.startsWith(PREFIX)) {
        return null;
    }
    const text = fragment.slice(PREFIX.length);
    if (text.length > MOST_CHARACTERS) {
        throw new RangeError('a link that long is none of ours');
    }
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await boundedText(stream));
}

/** Bytes as Base64. */
export function toBase64(bytes) {
    const parts = [];
    for (let k = 0; k < bytes.length; k += CHUNK) {
        parts.push(String.fromCharCode(...bytes.subarray(k, k + CHUNK)));
    }
    return btoa(parts.join(''));
}

async function boundedText(stream) {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let size = 0;
    let text = '';
    for (;;) {
        const {done, value} = await reader.read();
        if (done) {
            return text + decoder.decode();
        }
        size += value.length;
        if (size > MOST_BYTES) {
            await reader.cancel();
            throw new RangeError('a link that unpacks to too much');
        }
        text += decoder.decode(value, {stream: true});
    }
}
