// Keys that work all over the page, but never while somebody types.

/** Actions by key, as KeyboardEvent.key has it. */
export function onKeys(actions) {
    document.addEventListener('keydown', event => {
        // A browser that fills in a form may send a key event without a key.
        const key = event.key ?? '';
        const action = actions[key] ?? actions[key.toLowerCase()];
        const modified = event.ctrlKey || event.metaKey || event.altKey;
        if (!action || modified || event.defaultPrevented || takesKey(event.target, key)) {
            return;
        }
        event.preventDefault();
        action();
    });
}

/** Whether the element needs the key itself: text and number boxes all of them, buttons and links the space bar. */
function takesKey(target, key) {
    if (target.closest('dialog[open]')) {
        return true;
    }
    if (target.matches('select, textarea, [contenteditable]')) {
        return true;
    }
    if (target.matches('input')) {
        return !['range', 'checkbox', 'radio'].includes(target.type) || (key === ' ' && target.type !== 'range');
    }
    return key === ' ' && target.matches('button, a, summary');
}
