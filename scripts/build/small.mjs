/**
 * What our files carry for readers of the source and no browser needs: indentation and comments in
 * `html` and `css` templates, and Vite's helper that preloads style sheets, of which the kit has none.
 */

const PRELOAD_HELPER = '\0vite/preload-helper.js';

/** A line end and its indentation is one space: between two words or elements that is the same. */
const shrinkHtml = (text) => text.replace(/\s*\n\s*/g, ' ');

const shrinkCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}');

const SHRINK = { html: shrinkHtml, svg: shrinkHtml, css: shrinkCss };

function* templates(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') yield node;
  for (const value of Object.values(node))
    if (Array.isArray(value)) for (const each of value) yield* templates(each);
    else if (value && typeof value === 'object') yield* templates(value);
}

const HELPER_IMPORT =
  /^import \{ (?:\w+ as )?__exportAll \} from ['"][^'"]*rolldown-runtime[^'"]*['"];?$/m;
/** What the bundler's own `__exportAll` does, without a request of its own. */
const EXPORT_ALL =
  'const __exportAll = (all) => { const exported = {}; for (const name in all) ' +
  'Object.defineProperty(exported, name, { get: all[name], enumerable: true }); return exported; };';

/** @returns {import('vite').Plugin[]} */
export const small = () => [
  {
    name: 'no-preload-helper',
    enforce: 'pre',
    load: (id) =>
      id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined,
  },
  {
    name: 'small-templates',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return undefined;
      const quasis = [...templates(this.parse(code))].flatMap(({ tag, quasi }) =>
        SHRINK[tag.name] ? quasi.quasis.map((each) => ({ each, shrink: SHRINK[tag.name] })) : [],
      );
      let shorter = code;
      for (const { each, shrink } of quasis.sort((a, b) => b.each.start - a.each.start)) {
        const raw = code.slice(each.start, each.end);
        shorter = shorter.slice(0, each.start) + shrink(raw) + shorter.slice(each.end);
      }
      return { code: shorter, map: null };
    },
    renderChunk: (code) =>
      HELPER_IMPORT.test(code)
        ? { code: code.replace(HELPER_IMPORT, EXPORT_ALL), map: null }
        : null,
  },
];
