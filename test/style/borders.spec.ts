import { spawnSync } from 'node:child_process';
import { basename, resolve } from 'node:path';

/** Each border rule has a fixture that must fail, named after the rule: a rule that stops catching it is no border. */
const root = resolve('test/check-fixtures/borders');
const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  rule: { name: string };
  from: string;
}

const { stdout } = spawnSync(
  process.execPath,
  [bin, 'libs', 'apps', 'migrations', '--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json'],
  { cwd: root, encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, NODE_OPTIONS: '' } },
);
const violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;

test.each([
  ['rows-needs', 'rows-needs.ts'],
  ['rows-needs', 'rows-needs-neighbour.ts'],
  ['rows-volunteering', 'rows-volunteering.ts'],
  ['only-through-the-door', 'only-through-the-door.ts'],
  ['only-by-name', 'only-by-name.ts'],
  ['libs-know-no-app', 'libs-know-no-app.ts'],
  ['apps-are-islands', 'apps-are-islands.ts'],
  ['web-is-apart', 'web-is-apart.ts'],
  ['no-circles', 'no-circles-b.ts'],
  ['kernel-without-framework', 'kernel-without-framework.ts'],
  ['solver-without-dependency', 'solver-without-dependency.ts'],
  ['solver-reads-its-loops', 'loops.ts'],
  ['seals-without-dependency', 'seals-without-dependency.ts'],
  ['pure-libs', 'pure-libs.ts'],
  ['rules-are-pure', 'rules-are-pure.rules.ts'],
  ['start-stays-small', 'supervisor.ts'],
  ['migrations-stand-alone', 'migrations-stand-alone.ts'],
])('the rule %s catches %s', (rule, file) => {
  const caught = violations
    .filter((violation) => violation.rule.name === rule)
    .map((violation) => basename(violation.from));
  expect(caught).toContain(file);
});

test('every border rule of the house has a fixture', async () => {
  const { default: config } = (await import(resolve('.dependency-cruiser.cjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  const names = config.forbidden.map((rule) => rule.name).filter((name) => !name.startsWith('rows-'));
  expect(names.filter((name) => !violations.some((violation) => violation.rule.name === name))).toEqual([]);
});
