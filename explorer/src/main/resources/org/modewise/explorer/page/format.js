// Numbers as people read them: a true minus sign, powers of ten in superscript, a dash for what is not there.

const ABSENT = '–';
const SUPERSCRIPTS = {'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷',
    '8': '⁸', '9': '⁹'};

/** A number to so many significant digits; an exponent where it would be long. */
export function number(value, digits = 4) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
        return ABSENT;
    }
    const size = Math.abs(value);
    if (value !== 0 && (size < 1e-3 || size >= 1e6)) {
        const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
        return `${minus(mantissa)}·${power(Number(exponent))}`;
    }
    return minus(String(Number(value.toPrecision(digits))));
}

/** A value that is known to so much on either side: no digit more than that, and how much it is. */
export function measured(value, half) {
    if (!(half > 0) || !Number.isFinite(value)) {
        return number(value);
    }
    const last = Math.ceil(Math.log10(half));
    const first = Math.max(last, value === 0 ? last : Math.floor(Math.log10(Math.abs(value))));
    if (first < 6 && (first >= -4 || last >= -6)) {
        return `${rounded(value, last)} ± ${rounded(10 ** last, last)}`;
    }
    const unit = 10 ** first;
    const digits = last - first;
    return `(${rounded(value / unit, digits)} ± ${rounded(10 ** digits, digits)})·${power(first)}`;
}

/** A value to the digit of a power of ten. */
function rounded(value, exponent) {
    const text = exponent < 0 ? value.toFixed(-exponent) : String(Math.round(value / 10 ** exponent) * 10 ** exponent);
    return minus(/[1-9]/.test(text) ? text : text.replace('-', ''));
}

/** A number that keeps its width while it changes. */
export function steady(value, decimals) {
    return Number.isFinite(value) ? minus(value.toFixed(decimals)) : ABSENT;
}

export function whole(value) {
    return Number.isFinite(value) ? minus(String(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, '\u202f') : ABSENT;
}

export function percent(share) {
    return Number.isFinite(share) ? `${number(100 * share, 3)} %` : ABSENT;
}

/** 10 to a whole power. */
export function power(exponent) {
    return '10' + [...String(exponent)].map(digit => SUPERSCRIPTS[digit]).join('');
}

/** A number of ten's powers, which may be beyond double precision. */
export function powerOfTen(exponent) {
    return Number.isFinite(exponent) ? power(Math.round(exponent)) : ABSENT;
}

function minus(text) {
    return text.replace('-', '−');
}
