/** What no component may lack, as functions over a folder, so that faults can be planted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { foldersIn, fromRoot, readJson, walk } from '../../scripts/lib/files.mjs';
import type { Question, Questionnaire } from '../../src/contract/questionnaire.ts';
import { optionKey } from '../../src/contract/questionnaire.ts';
import { languagesOf } from './languages.ts';

type AnyQuestion = Question<Record<string, unknown>>;
type AnyQuestionnaire = Questionnaire<Record<string, unknown>>;

/**
 * What we may not ask, or need not know (GDPR art. 5(1)(c), 9, 87): the citizen service number, health,
 * origin, belief, gender, birth, money. Needs are asked, never reasons.
 */
const FORBIDDEN =
  /bsn|burgerservice|paspoort|passport|diagnos|illness|disease|ziekte|medisch|medical|handicap|disabilit|gender|geslacht|sexe|religi|geloof|nationalit|ethni|afkomst|birth|geboorte|leeftijd|\bage\b|inkomen|income|iban|salaris/i;

const AT_LEAST: readonly (keyof AnyQuestion)[] = ['purpose', 'ground', 'retention'];

const sourcesOf = (root: string, name: string): string[] =>
  walk(
    join(root, 'components', name),
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );

/** Every class of a source file. */
function classesIn(path: string): ts.ClassLikeDeclaration[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const parentOf = (each: ts.ClassLikeDeclaration): string | undefined =>
  each.heritageClauses
    ?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0]?.expression.getText();

/** Where a name comes from in this file. */
function importOf(path: string, name: string): string | undefined {
  const pattern = new RegExp(
    `import\\s*(?:type\\s*)?\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from\\s*'([^']+)'`,
  );
  return pattern.exec(readFileSync(path, 'utf8'))?.[1];
}

const ELEMENTS = /Element$/;

function faultsOfClasses(root: string, name: string): string[] {
  return sourcesOf(root, name).flatMap((path) =>
    classesIn(path).flatMap((each) => {
      const where = fromRoot(path, root);
      const parent = parentOf(each) ?? '';
      const draws = each.members.some((member) => member.name?.getText() === 'render');
      const from = importOf(path, 'KitElement') ?? '';
      return [
        ...(draws ? [`${where} writes its own render(): that is sealed, write body()`] : []),
        ...(ELEMENTS.test(parent) && parent !== 'KitElement'
          ? [`${where} extends ${parent}, and so has no way to a person: extend KitElement`]
          : []),
        ...(parent === 'KitElement' && !from.endsWith('src/runtime/kit-element.ts')
          ? [`${where} takes its KitElement from "${from}"`]
          : []),
      ];
    }),
  );
}

function faultsOfElement(root: string, name: string): string[] {
  const path = join(root, 'components', name, `${name}.ts`);
  if (!existsSync(path)) return [`components/${name}/${name}.ts is missing`];
  const kit = classesIn(path).some((each) => parentOf(each) === 'KitElement');
  const define = join(root, 'components', name, 'define.ts');
  const tag = existsSync(define) && readFileSync(define, 'utf8').includes(`kt-${name}`);
  return [
    ...(kit ? [] : [`components/${name}/${name}.ts has no KitElement: no way to a person`]),
    ...(tag ? [] : [`components/${name}/define.ts does not define kt-${name}`]),
  ];
}

function faultsOfFiles(root: string, name: string): string[] {
  const wanted = [
    `stories/${name}.stories.ts`,
    `components/${name}/a11y.md`,
    ...languagesOf(root).map((language) => `locales/${language}/${name}.json`),
  ];
  return wanted.filter((path) => !existsSync(join(root, path))).map((path) => `${path} is missing`);
}

/** A journey that is a way to a person has a place in the one order, and names what it says. */
function faultsOfWay(root: string, name: string): string[] {
  const where = `components/${name}/as-way.ts`;
  if (!existsSync(join(root, where))) return [];
  const source = readFileSync(join(root, where), 'utf8');
  const order = readFileSync(join(root, 'src/runtime/speak/ways.ts'), 'utf8');
  const placed = /\bORDER = \[([^\]]*)\]/.exec(order)?.[1]?.includes(`'${name}'`);
  const says = /\bexport const texts = \[([^\]]*)\]/.exec(source)?.[1]?.includes(`'${name}'`);
  return [
    ...(placed ? [] : [`${where} has no place in ORDER of src/runtime/speak/ways.ts`]),
    ...(says ? [] : [`${where} does not export the files of texts that it needs`]),
    ...(/\bexport const way\b/.test(source) ? [] : [`${where} exports no way`]),
  ];
}

async function questionnairesOf(root: string, name: string): Promise<AnyQuestionnaire[]> {
  const path = join(root, 'components', name, 'questions.ts');
  if (!existsSync(path)) return [];
  const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  return Object.values(exported).filter(
    (value): value is AnyQuestionnaire =>
      typeof value === 'object' && value !== null && 'questions' in value && 'screens' in value,
  );
}

/** The keys that a questionnaire shows, in `<file>:<key>`; choices that depend on answers left out. */
function keysOf(q: AnyQuestionnaire): string[] {
  const own = (key: string): string => `${q.name}:${key}`;
  return [
    ...q.parts.map((part) => own(`part.${part}`)),
    ...q.screens.map(({ id }) => own(`screen.${id}.title`)),
    ...q.questions.flatMap((question) => [
      own(`${question.id}.label`),
      ...(question.private ? [own(`${question.id}.why`)] : []),
      ...(Array.isArray(question.options)
        ? (question.options as string[]).map((value) => optionKey(q, question, value))
        : []),
      `frame:purpose.${question.purpose}`,
    ]),
  ];
}

function missingKeys(root: string, q: AnyQuestionnaire): string[] {
  return languagesOf(root).flatMap((language) =>
    keysOf(q)
      .filter((full) => {
        const [file = '', key = ''] = full.split(':');
        const path = join(root, 'locales', language, `${file}.json`);
        return !existsSync(path) || !(readJson(path) as Record<string, string>)[key]?.trim();
      })
      .map((full) => `locales/${language} lacks "${full}"`),
  );
}

function faultsOfQuestions(name: string, q: AnyQuestionnaire): string[] {
  const where = `components/${name}/questions.ts`;
  const asked = new Set(q.screens.flatMap(({ questions }) => questions as readonly string[]));
  return [
    ...(q.name === name ? [] : [`${where} is named "${q.name}"`]),
    ...q.questions.flatMap((question) => [
      ...AT_LEAST.filter((fact) => !question[fact]).map(
        (fact) => `${where}: "${question.id}" has no ${fact}`,
      ),
      ...(question.seenBy?.length ? [] : [`${where}: nobody may see "${question.id}"`]),
      ...(typeof question.private === 'boolean'
        ? []
        : [`${where}: "${question.id}" does not say whether it is private`]),
      ...(FORBIDDEN.test(question.id) ? [`${where}: "${question.id}" may not be asked`] : []),
      ...(asked.has(question.id) ? [] : [`${where}: no screen asks "${question.id}"`]),
    ]),
    ...[...asked]
      .filter((id) => !q.questions.some((question) => question.id === id))
      .map((id) => `${where}: a screen asks "${id}", which is no question`),
  ];
}

/** A label that asks what we may not ask, whatever the question is called. */
function forbiddenLabels(root: string, q: AnyQuestionnaire): string[] {
  const path = join(root, 'locales/nl', `${q.name}.json`);
  if (!existsSync(path)) return [];
  const texts = readJson(path) as Record<string, string>;
  return q.questions
    .filter(({ id }) => FORBIDDEN.test(texts[`${id}.label`] ?? ''))
    .map(({ id }) => `locales/nl/${q.name}.json: "${id}.label" asks what may not be asked`);
}

/** Every screen is shown in a story: it names the screen, as `'photos'`. */
function screensWithoutStory(root: string, name: string, q: AnyQuestionnaire): string[] {
  const path = join(root, 'stories', `${name}.stories.ts`);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return q.screens
    .filter(({ id }) => !source.includes(`'${id}'`))
    .map(({ id }) => `stories/${name}.stories.ts does not show the screen '${id}'`);
}

/** Everything that one component lacks, as sentences. */
export async function faultsOfComponent(root: string, name: string): Promise<string[]> {
  const faults = [
    ...faultsOfFiles(root, name),
    ...faultsOfElement(root, name),
    ...faultsOfClasses(root, name),
    ...faultsOfWay(root, name),
  ];
  for (const q of await questionnairesOf(root, name))
    faults.push(
      ...faultsOfQuestions(name, q),
      ...missingKeys(root, q),
      ...forbiddenLabels(root, q),
      ...screensWithoutStory(root, name, q),
    );
  return faults;
}

export const componentsOf = (root: string): string[] => foldersIn(join(root, 'components'));
