// `lepta match` as a whole against reading both files with csv-parse alone, and what equity does and costs in the skewed world.
import { spawn } from 'node:child_process';
import { createReadStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { ROOT } from '../apps/cli/settings.mjs';
import { DATA, lib } from './installation.mjs';
import { fixed } from './table.mjs';

const NOW = '2026-01-01T00:00:00Z';
const RUNS = 3;

export const WITHOUT_INSTALLATION = true;

export async function run(_installation, { rows }) {
  const plain = await files(rows, false);
  const skewed = await files(rows, true);
  const times = { read: [], match: [] };
  let report;
  for (let at = 0; at < RUNS; at += 1) {
    times.read.push(await seconds(() => readAlone(plain)));
    times.match.push(await seconds(async () => (report = await lepta(plain))));
  }
  const [alone, whole] = [median(times.read), median(times.match)];
  const without = report.unmet.filter(({ reason, funnel }) => reason === 'scarce' && funnel).length;
  const { fairness, seconds: steps } = await lepta(skewed, '--equity', '1');
  const raised = fairness.jain - fairness.jainWithoutEquity;
  const judged = rows === 100_000;
  const table = [
    [
      'whole command against reading both files',
      `${fixed(whole)} s / ${fixed(alone)} s = ${fixed(whole / alone)}`,
      '≤ 6',
      whole / alone <= 6,
    ],
    ['peak memory, MiB', fixed(report.peakRssMiB, 0), '≤ 700', report.peakRssMiB <= 700],
    ['gap of the plan before minima', `${fixed(report.flowGap * 100, 3)} %`, '≤ 0.1 %', report.flowGap <= 0.001],
    ['gap of the plan', `${fixed(report.gap * 100, 3)} %`, '≤ 0.1 %', report.gap <= 0.001],
    ['needs that may meet somebody and have no pair', String(without), '0', without === 0],
    [
      'steps: read, pairs, solve, write',
      ['read', 'pairs', 'solve', 'write'].map((step) => `${fixed(report.seconds[step])} s`).join(', '),
      '',
      true,
    ],
  ];
  const fair = [
    ["Jain's index over places without equity", fixed(fairness.jainWithoutEquity, 3), '', true],
    [
      "Jain's index over places with equity",
      `${fixed(fairness.jain, 3)} (+${fixed(raised, 3)})`,
      '≥ +0.10',
      raised >= 0.1,
    ],
    [
      'price of equity, of the objective',
      `${fixed(fairness.priceOfEquity * 100, 2)} %`,
      '≤ 3 %',
      fairness.priceOfEquity <= 0.03,
    ],
    ['sharing out with its passes', `${fixed(steps.solve)} s`, '', true],
  ];
  const shown = (lines) =>
    lines.map(([what, value, target, met]) => [what, value, target, target === '' ? '' : met ? 'yes' : 'no']);
  const columns = ['what', 'measured', 'target', 'met'];
  return [
    {
      name: '7-match',
      title: `lepta match, ${rows} offers and ${rows} needs`,
      failed: judged && table.some((row) => row[3] === false),
      note: `Median of ${RUNS}, both in turn; csv-parse with \`columns: true\`.`,
      columns,
      rows: shown(table),
    },
    {
      name: '8-equity',
      title: `Equity in the skewed world, ${rows} offers and ${rows} needs`,
      failed: judged && fair.some((row) => row[3] === false),
      note: 'Strength 1; 90 % of the money offered near the capital, without a radius, half as much of it as is usual.',
      columns,
      rows: shown(fair),
    },
  ];
}

async function files(rows, skewed) {
  const out = join(DATA, `match-${rows}${skewed ? '-skewed' : ''}`);
  mkdirSync(out, { recursive: true });
  const { catalogueFromFiles } = await lib('catalogue');
  const { generate } = await lib('exchange');
  await generate(await catalogueFromFiles(), { offers: rows, needs: rows, seed: 7, out, skewed, now: new Date(NOW) });
  return out;
}

async function readAlone(folder) {
  let rows = 0;
  for (const name of ['offers.csv', 'needs.csv'])
    for await (const row of createReadStream(join(folder, name)).pipe(parse({ columns: true })))
      rows += row === null ? 0 : 1;
  return rows;
}

async function lepta(folder, ...words) {
  const report = join(folder, 'report.json');
  const args = [
    'match',
    '--offers',
    join(folder, 'offers.csv'),
    '--needs',
    join(folder, 'needs.csv'),
    '--out',
    join(folder, 'plan.csv'),
    '--report',
    report,
    '--now',
    NOW,
    ...words,
  ];
  await new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'apps', 'cli', 'lepta.mjs'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`lepta match ended with ${code}`))));
  });
  return JSON.parse(readFileSync(report, 'utf8'));
}

async function seconds(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
