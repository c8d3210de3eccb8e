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
  return [`### ${title}`, '', ...(note ? [note, ''] : []), line(columns), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line), ''].join('\n');
}

export function keep(name, table) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, `${name}.json`), JSON.stringify({ at: new Date().toISOString().slice(0, 10), ...table }));
}

/** Writes docs/benchmarks.md from what was kept. */
export function writeDocument() {
  const tables = existsSync(KEPT) ? readdirSync(KEPT).sort().map((name) => JSON.parse(readFileSync(join(KEPT, name), 'utf8'))) : [];
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const text = [
    '# Measured', '',
    'Made by `npm run bench -- --write`. Ratios are taken in one run on one machine, both sides in turn; seconds and requests belong to that machine.', '',
    `Machine: ${machine}.`, '',
    ...tables.map((table) => markdown({ ...table, note: [table.note, `Measured ${table.at}.`].filter(Boolean).join(' ') })),
  ].join('\n');
  writeFileSync(join(ROOT, 'docs', 'benchmarks.md'), text);
}

export const fixed = (value, digits = 1) => value.toFixed(digits);

/** The value below which this share of the sorted list lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
