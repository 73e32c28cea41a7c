import { dirname, join, relative, sep } from 'node:path';

/**
 * The import directions of the house: contract ← runtime ← components ← stories. Each zone says what
 * it may reach; whatever it does not name is refused. Types count too: who knows a shape depends on it.
 */

/** @typedef {{ zone: string, component?: string, file: string }} Place */

const ZONES = ['contract', 'runtime', 'mirror', 'desk', 'console', 'site', 'generated'];

/**
 * @param {string} path from the root, with forward slashes
 * @returns {Place}
 */
export function placeOf(path) {
  const [top = '', second = '', ...rest] = path.split('/');
  if (top === 'src' && ZONES.includes(second)) return { zone: second, file: rest.join('/') };
  if (top === 'components') return { zone: 'components', component: second, file: rest.join('/') };
  return { zone: top, file: path.slice(top.length + 1) };
}

/** One zone as a whole. */
const all =
  (...zones) =>
  (from, to) =>
    zones.includes(to.zone);
/** One file of whatever component. */
const componentFile = (file) => (from, to) => to.zone === 'components' && to.file === file;
/** What is derived from the folders, and every part of the house must know alike. */
const generatedFile = (file) => (from, to) => to.zone === 'generated' && to.file === file;
/** Paths of pictograms: data, made at the build out of a set that is not there in production. */
const pictograms = (from, to) =>
  to.zone === 'generated' && /^(pictograms\/[a-z_]+|triage-pictograms)\.ts$/.test(to.file);
const ownFolder = (from, to) => to.zone === 'components' && to.component === from.component;
const either =
  (...rules) =>
  (from, to) =>
    rules.some((rule) => rule(from, to));
/** The development entry serves the demo site beside the desk. */
const servesSite = (from, to) =>
  from.zone === 'desk' && from.file === 'dev.ts' && to.zone === 'site' && to.file === 'server.ts';
const sharesScreen = (component) => (from, to) =>
  from.component === component && to.zone === 'mirror';

const MAY_REACH = {
  contract: either(all('contract'), generatedFile('languages.ts')),
  mirror: all('mirror'),
  runtime: all('runtime', 'contract', 'generated'),
  components: either(
    ownFolder,
    all('runtime', 'contract', 'generated'),
    componentFile('journey.ts'),
    sharesScreen('assist-button'),
  ),
  stories: all('stories', 'components', 'runtime', 'contract', 'generated', 'test'),
  desk: either(
    all('desk', 'contract', 'locales'),
    componentFile('questions.ts'),
    pictograms,
    servesSite,
  ),
  console: either(
    all('console', 'runtime', 'contract', 'mirror', 'generated', 'locales'),
    componentFile('journey.ts'),
  ),
  site: all('site'),
};

/** Only these are Node's; in the others a built-in would reach a browser that has none. */
const ON_NODE = ['desk', 'site'];
/** Parts without DOM: what they may take from npm. */
const PURE_PACKAGES = ['valibot'];

const isTest = (file) => /\.test\.ts$/.test(file);

/** Tests may also use what stands in test/, Node, and any package. */
const testReach = (from, to) => to.zone === 'test';

/**
 * Why `from` may not import `specifier`, or undefined when it may.
 * @param {string} from path from the root, with forward slashes
 * @param {string} specifier as written
 */
export function refusal(from, specifier) {
  const place = placeOf(from);
  const rule = MAY_REACH[place.zone];
  if (!rule) return undefined;
  const test = isTest(place.file);
  if (specifier.startsWith('.')) {
    const target = join(dirname(from), specifier).split(sep).join('/').replace(/\?.*$/, '');
    const to = placeOf(target);
    if (rule(place, to) || (test && testReach(place, to))) return undefined;
    return `${place.zone} may not import ${target}`;
  }
  if (test) return undefined;
  if (specifier.startsWith('node:') && !ON_NODE.includes(place.zone))
    return `${place.zone} may not import ${specifier}: it also runs in a browser`;
  const pure =
    place.zone === 'contract' || place.file === 'questions.ts' || place.file === 'model.ts';
  if (pure && !PURE_PACKAGES.includes(specifier.replace(/\/.*/, '')))
    return `${place.zone}/${place.file} is pure and may not import ${specifier}`;
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'imports go one way: contract ← runtime ← components ← stories' },
    schema: [],
  },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const message = refusal(from, node.value);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
