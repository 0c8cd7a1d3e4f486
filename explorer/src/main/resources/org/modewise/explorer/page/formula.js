// Formulas by KaTeX, which is large: it is fetched while the page already runs.

const katex = import('/lib/katex/katex.mjs');
const wanted = new Map();

/** Shows a formula in an element as soon as KaTeX is there; hides the element if there is none. */
export async function showFormula(target, latex) {
    wanted.set(target, latex);
    target.hidden = !latex;
    const {default: loaded} = await katex;
    if (latex && wanted.get(target) === latex) {
        loaded.render(latex, target, {throwOnError: false});
    }
}
