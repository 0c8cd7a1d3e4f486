// Light, dark, or as the system has it; remembered in this browser.

const THEMES = ['auto', 'light', 'dark'];
const KEY = 'modewise-theme';

/** Wires the button; changed() is called after each change of colours. */
export function setUpTheme(button, changed) {
    let theme = remembered();
    const apply = () => {
        document.documentElement.dataset.theme = theme;
        button.textContent = `Theme: ${theme}`;
        changed();
    };
    button.addEventListener('click', () => {
        theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
        remember(theme);
        apply();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
    apply();
}

function remembered() {
    try {
        const theme = localStorage.getItem(KEY);
        return THEMES.includes(theme) ? theme : 'auto';
    } catch {
        return 'auto';
    }
}

function remember(theme) {
    try {
        localStorage.setItem(KEY, theme);
    } catch {
        // A browser that stores nothing forgets the theme, and that is its right.
    }
}
