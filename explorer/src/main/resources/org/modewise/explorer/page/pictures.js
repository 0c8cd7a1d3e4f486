// An uploaded picture becomes grey samples, row by row from the bottom. Its size is bounded before it is decoded.

import {toBase64} from './link.js';

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const FINEST = 512;
const HEADER_BYTES = 1024 * 1024;

/**
 * Reads a picture, cut to its middle square.
 *
 * @returns a canvas of 512×512
 * @throws RangeError, in words for the reader, if it is too large or no picture
 */
export async function readPicture(file) {
    if (file.size > MOST_BYTES) {
        throw new RangeError(`a picture must be at most 8 MB, this one has ${(file.size / 1024 / 1024).toFixed(1)}`);
    }
    const header = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
    const size = dimensions(header);
    if (!size || size.width * size.height > MOST_PIXELS) {
        throw new RangeError(size
            ? `a picture must have at most 40 million pixels, this one has ${size.width} × ${size.height}`
            : 'this is no PNG, JPEG, GIF, BMP or WebP picture');
    }
    let bitmap;
    try {
        bitmap = await createImageBitmap(file);
    } catch {
        throw new RangeError('the picture cannot be decoded');
    }
    const side = Math.min(bitmap.width, bitmap.height);
    const canvas = squareCanvas(FINEST);
    canvas.getContext('2d').drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0,
        FINEST, FINEST);
    bitmap.close();
    return canvas;
}

/** The grey bytes of a picture on an n×n grid, in Base64. */
export function greyOf(picture, n) {
    const canvas = squareCanvas(n);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, n, n);
    const pixels = context.getImageData(0, 0, n, n).data;
    const grey = new Uint8Array(n * n);
    for (let row = 0, k = 0; row < n; row++) {
        for (let p = (n - 1 - row) * n * 4, end = p + 4 * n; p < end; p += 4, k++) {
            grey[k] = Math.round(0.2126 * pixels[p] + 0.7152 * pixels[p + 1] + 0.0722 * pixels[p + 2]);
        }
    }
    return toBase64(grey);
}

/** The picture that grey bytes of an n×n grid show, to be drawn on another grid. */
export function pictureOf(grey, n) {
    const bytes = atob(grey);
    const canvas = squareCanvas(n);
    const context = canvas.getContext('2d');
    const image = context.createImageData(n, n);
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0, k = 0; row < n; row++) {
        for (let p = (n - 1 - row) * n, end = p + n; p < end; p++, k++) {
            pixels[p] = 0xff000000 | (bytes.charCodeAt(k) * 0x010101);
        }
    }
    context.putImageData(image, 0, 0);
    return canvas;
}

function squareCanvas(side) {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    return canvas;
}

/** Width and height as a file's first bytes have them, or null if it is of no kind that we read. */
function dimensions(bytes) {
    const view = new DataView(bytes.buffer);
    const starts = text => [...text].every((c, k) => bytes[k] === c.charCodeAt(0));
    if (bytes.length < 30) {
        return null;
    }
    if (starts('\x89PNG')) {
        return {width: view.getUint32(16), height: view.getUint32(20)};
    }
    if (starts('GIF8')) {
        return {width: view.getUint16(6, true), height: view.getUint16(8, true)};
    }
    if (starts('BM')) {
        return {width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true))};
    }
    if (starts('RIFF')) {
        return webp(bytes, view);
    }
    return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes, view) : null;
}

function webp(bytes, view) {
    switch (String.fromCharCode(...bytes.subarray(8, 16))) {
        case 'WEBPVP8X':
            return {
                width: 1 + (view.getUint32(24, true) & 0xffffff),
                height: 1 + (view.getUint16(27, true) | (bytes[29] << 16)),
            };
        case 'WEBPVP8L': {
            const packed = view.getUint32(21, true);
            return {width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff)};
        }
        case 'WEBPVP8 ':
            return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff};
        default:
            return null;
    }
}

/** Walks over the segments to the first frame header, which may lie behind thumbnails and profiles. */
function jpeg(bytes, view) {
    let at = 2;
    while (at + 9 < bytes.length && bytes[at] === 0xff) {
        const marker = bytes[at + 1];
        const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
        if (isFrame) {
            return {width: view.getUint16(at + 7), height: view.getUint16(at + 5)};
        }
        at += 2 + view.getUint16(at + 2);
    }
    return null;
}
