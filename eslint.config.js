import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import importDirections from './scripts/lint/import-directions.mjs';

const BROWSER = ['{components,stories,src/runtime,src/console}/**/*.ts'];

/** A model or a question that looks at the page, the clock or the network is no longer pure. */
const IMPURE = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'process',
];

/** Their result need not be awaited: a test is handed over by being declared, and chai-dom-diff
 * types every `equal` as a promise. */
const SAFE_CALLS = [
  { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
  { from: 'package', package: '@types/chai', name: ['Equal'] },
  { from: 'package', package: '@open-wc/semantic-dom-diff', name: ['Equal'] },
];

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', 'src/generated/', 'storybook-static/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: SAFE_CALLS }],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // chai's `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs,js}'],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['{src,components,stories}/**/*.ts'],
    plugins: { house: { rules: { 'import-directions': importDirections } } },
    rules: { 'house/import-directions': 'error' },
  },
  {
    files: BROWSER,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-bind': 'error',
      'lit/prefer-nothing': 'error',
    },
  },
  {
    files: ['components/*/{model,questions}.ts'],
    rules: { 'no-restricted-globals': ['error', ...IMPURE] },
  },
  {
    files: ['components/*/*.ts'],
    // Questions are data and stand together in one file.
    ignores: ['**/*.test.ts', '**/questions.ts'],
    rules: { 'max-lines': ['error', { max: 220 }] },
  },
);
