import tseslint from 'typescript-eslint';

const CALLS = 'Calls to the world go through libs/platform/src/outbound.ts, which keeps away from our own network.';

const banned = {
  now: { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock (a decision must be testable), not the machine.' },
  dateNow: { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock (a decision must be testable), not the machine.' },
  env: { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only libs/host/src/env.ts reads the environment.' },
  forwardRef: { selector: "Identifier[name='forwardRef']", message: 'Two services that need each other are one service, or talk by facts.' },
  httpException: { selector: "NewExpression[callee.name=/Exception$/]", message: 'A "no" is a refusal: refuse(code).' },
  fetch: { selector: "CallExpression[callee.name='fetch'], NewExpression[callee.name=/^(EventSource|WebSocket|XMLHttpRequest)$/]", message: CALLS },
  // Types and servers of node:http are no calls.
  http: { selector: "ImportDeclaration[source.value=/^(node:)?(https?|http2|net|tls)$|^undici$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier[imported.name=/^(request|get|fetch|connect|Agent|Client|Pool)$/])", message: CALLS },
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.lepta/**', 'test/check-fixtures/**', 'libs/solver/loops/**', 'test-results/**', 'playwright-report/**', 'coverage/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: false, skipComments: false }],
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
  { files: ['libs/**/*.ts', 'apps/{api,worker}/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...Object.values(banned)] } },
  { files: ['libs/platform/src/outbound.ts'], rules: { 'no-restricted-syntax': ['error', ...Object.values(banned).filter(({ message }) => message !== CALLS)] } },
  { files: ['libs/host/src/env.ts'], rules: { 'no-restricted-syntax': ['error', banned.forwardRef] } },
  { files: ['libs/kernel/src/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Every index is into a typed array and in range: the mark costs nothing at run time.
  { files: ['libs/solver/src/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // A table of cases is one function to the linter and one page to the reader.
  { files: ['**/*.spec.ts', 'test/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off', 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
);
