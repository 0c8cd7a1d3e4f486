// Binary messages: the length of a header, the header in JSON, then 16-bit levels, or a file's bytes. Little endian, as
// is every machine that a browser runs on.

const HEADER_OFFSET = 4;
const LEVELS = 65535;
const utf8 = new TextDecoder();

/**
 * Reads a message. Its levels are views into the message, not copies.
 *
 * @throws Error if the message is shorter than it says
 */
export function decode(buffer) {
    const length = new DataView(buffer).getUint32(0, true);
    const header = JSON.parse(utf8.decode(new Uint8Array(buffer, HEADER_OFFSET, length)));
    const reader = {buffer, offset: HEADER_OFFSET + length};
    switch (header.type) {
        case 'frame':
            return frame(header, reader);
        case 'prediction':
            return prediction(header, reader);
        case 'file':
            return {...header, bytes: new Uint8Array(buffer, reader.offset)};
        default:
            throw new Error(`unknown message ${header.type}`);
    }
}

/** The value of a level; safe where hi - lo would overflow. */
export function valueOf(plane, index) {
    const share = plane.levels[index] / LEVELS;
    return plane.lo * (1 - share) + plane.hi * share;
}

/** How far a value may be from what its level says, on either side. */
export function uncertaintyOf(plane) {
    return (plane.hi / 2 - plane.lo / 2) / LEVELS;
}

function frame(header, reader) {
    const size = header.n * header.n;
    header.field = readPlane(header.field, size, reader);
    header.spectrum = readPlane(header.spectrum, header.n * (header.n / 2 + 1), reader);
    header.raw = header.raw ? readPlane(header.raw, size, reader) : null;
    return header;
}

function prediction(header, reader) {
    const size = header.n * header.n;
    header.field = readPlane(header.field, size, reader);
    header.error = readPlane(header.error, size, reader);
    return header;
}

function readPlane({lo, hi}, count, reader) {
    const levels = new Uint16Array(reader.buffer, reader.offset, count);
    reader.offset += 2 * count;
    return {lo, hi, levels};
}
