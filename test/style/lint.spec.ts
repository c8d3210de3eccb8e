import { resolve } from 'node:path';
import { ESLint } from 'eslint';

/** Each lint rule that the house leans on has a snippet that must fail. Read as if it stood in a service. */
// With CI=true the parser would read the file from the disk instead of the snippet.
process.env.TSESTREE_SINGLE_RUN = 'false';
const SERVICE = 'libs/kernel/src/ids.ts';
// The snippets need the types of one file, not of the whole tree.
const oneFile = { files: [SERVICE], languageOptions: { parserOptions: { project: ['test/check-fixtures/lint/tsconfig.json'] } } };
const eslint = new ESLint({ overrideConfigFile: resolve('eslint.config.mjs'), overrideConfig: oneFile, ignore: false });

async function rulesBroken(code: string, filePath = SERVICE): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(filePath) });
  return (result?.messages ?? []).map((message) => (message.ruleId === 'no-restricted-syntax' ? message.message : (message.ruleId ?? message.message)));
}

test.each<[string, string, RegExp]>([
  ['a promise nobody waits for', 'async function pay(): Promise<void> {}\nexport function go(): void { pay(); }\n', /no-floating-promises/],
  ['a file too long', `${'export {};\n'.repeat(301)}`, /^max-lines$/],
  ['a function too long', `export function long(): number {\n${'  Math.random();\n'.repeat(70)}  return 1;\n}\n`, /max-lines-per-function/],
  ['the machine clock in a decision', 'export const now = new Date();\n', /Ask the Clock/],
  ['the machine clock in milliseconds', 'export const now = Date.now();\n', /Ask the Clock/],
  ['the environment read outside env.ts', 'export const port = process.env.PORT;\n', /Only libs\/platform/],
  ['an HTTP exception in a lib', 'class NotFoundException {}\nexport const no = new NotFoundException();\n', /refusal/],
  ['a call to the world past the guarded client', "export const page = fetch('https://example.org');\n", /outbound/],
  ['the same by hand', "import https from 'node:https';\nexport const page = https.get('https://example.org');\n", /outbound/],
  ['a caught and ignored error', 'export function f(): void { try { f(); } catch {} }\n', /no-empty/],
  ['an unfinished corner', '// TODO later\nexport {};\n', /no-warning-comments/],
  ['any', 'export const x: any = 1;\n', /no-explicit-any/],
  ['a console in a lib', 'console.log(1);\nexport {};\n', /no-console/],
])('lint catches %s', async (_, code, expected) => {
  expect((await rulesBroken(code)).some((rule) => expected.test(rule))).toBe(true);
});

test('a clean file passes', async () => {
  expect(await rulesBroken('export const one = 1;\n')).toEqual([]);
});
