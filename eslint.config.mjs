import prettier from 'eslint-config-prettier/flat';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const CALLS = 'Calls to the world go through libs/platform/src/outbound.ts, which keeps away from our own network.';

/** A reason never costs a line of code. */
const UNCOUNTED = { skipBlankLines: true, skipComments: true };

/** One way to tell a date on a page: functions that ask for its zone, so that no page tells the reader's by chance. */
const ownDates = {
  selector:
    "MemberExpression[object.name='Intl'][property.name='DateTimeFormat'], MemberExpression[property.name=/^toLocale(Date|Time)String$/], CallExpression[callee.property.name='toLocaleString'][callee.object.callee.name='Date']",
  message: 'Dates are told with apps/web/src/lib/dates.ts, in the zone of their place or of the region (useZone).',
};

const banned = {
  now: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock (a decision must be testable), not the machine.',
  },
  dateNow: {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock (a decision must be testable), not the machine.',
  },
  env: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only libs/host/src/env.ts reads the environment.',
  },
  forwardRef: {
    selector: "Identifier[name='forwardRef']",
    message: 'Two services that need each other are one service, or talk by facts.',
  },
  httpException: { selector: 'NewExpression[callee.name=/Exception$/]', message: 'A "no" is a refusal: refuse(code).' },
  fetch: {
    selector:
      "CallExpression[callee.name='fetch'], NewExpression[callee.name=/^(EventSource|WebSocket|XMLHttpRequest)$/]",
    message: CALLS,
  },
  // Types and servers of node:http are no calls.
  http: {
    selector:
      'ImportDeclaration[source.value=/^(node:)?(https?|http2|net|tls)$|^undici$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier[imported.name=/^(request|get|fetch|connect|Agent|Client|Pool)$/])',
    message: CALLS,
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.lepta/**',
      'test/check-fixtures/**',
      'libs/solver/loops/**',
      'test-results/**',
      'playwright-report/**',
      'coverage/**',
      'apps/web/src/lib/api-schema.d.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, ...UNCOUNTED }],
      'max-lines-per-function': ['error', { max: 70, ...UNCOUNTED }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...Object.values(banned)] },
  },
  {
    files: ['libs/platform/src/outbound.ts'],
    rules: { 'no-restricted-syntax': ['error', ...Object.values(banned).filter(({ message }) => message !== CALLS)] },
  },
  { files: ['libs/host/src/env.ts'], rules: { 'no-restricted-syntax': ['error', banned.forwardRef] } },
  { files: ['libs/kernel/src/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Every index is into a typed array and in range: the mark costs nothing at run time.
  { files: ['libs/solver/src/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Markup takes a line for each attribute and each tag.
  { files: ['apps/web/src/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 100, ...UNCOUNTED }] } },
  // A table of cases is one function to the linter and one page to the reader; and each file more starts an application and a database more.
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 600, ...UNCOUNTED }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    rules: {
      // What opens by a press (a confirmation, a form for a reason) takes the focus to where its answer is given. The rule cannot tell that from a page that opens.
      'jsx-a11y/no-autofocus': 'off',
      // What scrolls by itself is reached by keys alone, too: axe asks for it (scrollable-region-focusable).
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['ul'], roles: ['tabpanel', 'group', 'log'], allowExpressionValues: true },
      ],
      // A label holds its field, and beside that a name in bold.
      'jsx-a11y/label-has-associated-control': ['error', { depth: 3 }],
    },
  },
  {
    files: ['apps/web/src/{app,components,features,offline,server}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ownDates] },
  },
  prettier, // last: what Prettier writes is no question of lint
);
