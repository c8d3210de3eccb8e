import { resolve } from 'node:path';
import { ESLint } from 'eslint';

/** Each lint rule that the house leans on has a snippet that must fail. Read as if it stood in a service. */
// With CI=true the parser would read the file from the disk instead of the snippet.
process.env.TSESTREE_SINGLE_RUN = 'false';
const SERVICE = 'libs/kernel/src/ids.ts';
const PAGE = 'apps/web/src/components/marks.tsx';
// The snippets need the types of one file, not of the whole tree.
const oneFile = [
  [SERVICE, 'tsconfig.json'],
  [PAGE, 'web.tsconfig.json'],
].map(([file = '', config]) => ({
  files: [file],
  languageOptions: { parserOptions: { project: [`test/check-fixtures/lint/${config}`] } },
}));
const eslint = new ESLint({ overrideConfigFile: resolve('eslint.config.mjs'), overrideConfig: oneFile, ignore: false });

async function rulesBroken(code: string, filePath = SERVICE): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(filePath) });
  return (result?.messages ?? []).map((message) =>
    message.ruleId === 'no-restricted-syntax' ? message.message : (message.ruleId ?? message.message),
  );
}

test.each<[string, string, RegExp]>([
  [
    'a promise nobody waits for',
    'async function pay(): Promise<void> {}\nexport function go(): void { pay(); }\n',
    /no-floating-promises/,
  ],
  ['a file too long', `${'export {};\n'.repeat(301)}`, /^max-lines$/],
  [
    'a function too long',
    `export function long(): number {\n${'  Math.random();\n'.repeat(70)}  return 1;\n}\n`,
    /max-lines-per-function/,
  ],
  ['the machine clock in a decision', 'export const now = new Date();\n', /Ask the Clock/],
  ['the machine clock in milliseconds', 'export const now = Date.now();\n', /Ask the Clock/],
  ['the environment read outside env.ts', 'export const port = process.env.PORT;\n', /Only libs\/host/],
  ['an HTTP exception in a lib', 'class NotFoundException {}\nexport const no = new NotFoundException();\n', /refusal/],
  ['a call to the world past the guarded client', "export const page = fetch('https://example.org');\n", /outbound/],
  [
    'the same by hand',
    "import https from 'node:https';\nexport const page = https.get('https://example.org');\n",
    /outbound/,
  ],
  ['a caught and ignored error', 'export function f(): void { try { f(); } catch {} }\n', /no-empty/],
  ['an unfinished corner', '// TODO later\nexport {};\n', /no-warning-comments/],
  ['any', 'export const x: any = 1;\n', /no-explicit-any/],
  ['a console in a lib', 'console.log(1);\nexport {};\n', /no-console/],
])('lint catches %s', async (_, code, expected) => {
  expect((await rulesBroken(code)).some((rule) => expected.test(rule))).toBe(true);
});

test.each<[string, string, RegExp]>([
  [
    'a hook under a condition',
    "import { useState } from 'react';\nexport function Mark({ on }: { on: boolean }): null { if (on) useState(1); return null; }\n",
    /rules-of-hooks/,
  ],
  [
    'an effect that forgets what it reads',
    "import { useEffect } from 'react';\nexport function useTitle(title: string): void { useEffect(() => { document.title = title; }, []); }\n",
    /exhaustive-deps/,
  ],
  ['a picture without words', 'export const mark = <img src="/mark.png" />;\n', /jsx-a11y\/alt-text/],
  [
    'a click that no key makes',
    'export const mark = <div onClick={() => undefined}>x</div>;\n',
    /jsx-a11y\/click-events-have-key-events/,
  ],
  [
    "a date in the reader's zone",
    "export const Mark = (): string => new Intl.DateTimeFormat('ru').format(0);\n",
    /in the zone of their place/,
  ],
])('on a page, lint catches %s', async (_, code, expected) => {
  expect((await rulesBroken(code, PAGE)).some((rule) => expected.test(rule))).toBe(true);
});

test('comments and empty lines make no file or function too long', async () => {
  const quiet = '  // why\n\n'.repeat(200);
  expect(await rulesBroken(`${quiet}export function short(): number {\n${quiet}  return 1;\n}\n`)).toEqual([]);
});

test('a clean file passes', async () => {
  expect(await rulesBroken('export const one = 1;\n')).toEqual([]);
  expect(await rulesBroken('export const one = <i>1</i>;\n', PAGE)).toEqual([]);
});
