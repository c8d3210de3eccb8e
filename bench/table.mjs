// Tables as Markdown, and docs/benchmarks.md made of the newest of each.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../apps/cli/settings.mjs';
import { DATA } from './installation.mjs';

const KEPT = join(DATA, 'results');

export function markdown({ title, note, columns, rows }) {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    ...(note ? [note, ''] : []),
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.slice(1).map(line),
    '',
  ].join('\n');
}

export function keep(name, table) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(
    join(KEPT, `${name}.json`),
    JSON.stringify({ at: new Date().toISOString().slice(0, 10), machine, ...table }),
  );
}

/** Puts what was kept into docs/benchmarks.md. A table that was measured elsewhere and not here stays as it stands. */
export function writeDocument() {
  const tables = existsSync(KEPT)
    ? readdirSync(KEPT)
        .sort()
        .map((name) => JSON.parse(readFileSync(join(KEPT, name), 'utf8')))
    : [];
  const file = join(ROOT, 'docs', 'benchmarks.md');
  const sections = new Map(
    (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .split(/^(?=### )/m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0], `${section.trimEnd()}\n`]),
  );
  for (const table of tables)
    sections.set(
      `### ${table.title}`,
      markdown({ ...table, note: [table.note, `Measured ${table.at} on ${table.machine}.`].filter(Boolean).join(' ') }),
    );
  const text = [
    '# Measured',
    '',
    'Made by `npm run bench -- --write`. Ratios are taken in one run on one machine, both sides in turn; seconds and requests belong to that machine.',
    '',
    ...sections.values(),
  ].join('\n');
  writeFileSync(file, text);
}

export const fixed = (value, digits = 1) => value.toFixed(digits);

/** The value below which this share of the sorted list lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
