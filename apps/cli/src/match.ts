import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { Rejections, type Meanings, type RejectedRow } from '#tables';
import {
  clearingWeights,
  clearUnits,
  FIRST_WEIGHTS,
  freshContext,
  NO_SHARES,
  PairIndex,
  contextBeforeEquity,
} from '#engine';
import { importTexts } from './import-texts.js';
import { InputError, inputError, terminalLocale, time } from './input.js';
import { writePlan } from './match/plan-file.js';
import { readTables } from './match/read.js';
import { reportPage } from './match/report-page.js';
import { reportOf, saysCostlyLots, type Seconds } from './match/report.js';

interface MatchArguments {
  readonly offers: string;
  readonly needs: string;
  readonly out: string;
  readonly report?: string;
  readonly html?: string;
  readonly gap: number;
  readonly exact?: boolean;
  readonly equity: number;
  readonly now?: Date;
  readonly strict?: boolean;
}

export function addMatchCommand(program: Command): void {
  program
    .command('match')
    .description(
      'share out the offers of one file among the needs of another, with a proof how good the plan is; no database is needed',
    )
    .requiredOption('--offers <file>', 'offers.csv, or - for standard input')
    .requiredOption('--needs <file>', 'needs.csv, or - for standard input')
    .requiredOption('--out <file>', 'plan.csv; rows that cannot be used go to <file>.rejected.csv')
    .option('--report <file>', 'report.json')
    .option(
      '--html <file>',
      'report.html: the same figures for people, with tables and charts, in Russian or English as LANG says; to be printed as it is',
    )
    .option('--gap <share>', 'how far from the best the plan may be, proved', share, 0.001)
    .option('--exact', 'the best plan there is')
    .option('--equity <strength>', 'how much places and organizations that get little come first, 0 to 1', share, 0)
    .option('--now <time>', 'the moment for which is planned, ISO 8601 (now)', time)
    .option('--strict', 'the first row that cannot be used ends the run with exit code 2, and nothing is written')
    .action(matchFiles);
}

async function matchFiles(options: MatchArguments): Promise<void> {
  if (options.offers === '-' && options.needs === '-')
    throw new InputError('Only one of the two can be standard input');
  const now = options.now ?? new Date();
  const seconds: Seconds = { read: 0, index: 0, pairs: 0, solve: 0, write: 0 };
  const line = statusLine();
  const timed = stopwatch(seconds);
  try {
    const weights = clearingWeights(FIRST_WEIGHTS, options.equity);
    const index = new PairIndex(contextBeforeEquity(freshContext(weights), weights));
    const unknown: { readonly table: string; readonly column: string }[] = [];
    const warn = (table: string, column: string): void => void unknown.push({ table, column });
    const progress = (table: string, rows: number): void => line.say(`${table} ${rows.toLocaleString('en')}`);
    const paths = { offers: options.offers, needs: options.needs };
    const read = await timed('read', () =>
      readTables(index, { ...paths, strict: options.strict === true, now, warn, progress }),
    );
    line.say('looking for pairs');
    const pairs = await timed('pairs', () =>
      index.unitPairs(now.getTime(), { workers: availableParallelism() - 1, here: true }),
    );
    const units = await timed('solve', () =>
      clearUnits(
        pairs,
        {
          weights: weights.weights,
          equity: options.equity > 0,
          before: NO_SHARES,
          mode: options.exact ? 'exact' : 'gap',
          gap: options.gap,
        },
        { threads: availableParallelism(), tell: (unit) => line.say(`sharing out ${unit.kind}, ${unit.unit}`) },
      ),
    );
    line.say('writing');
    const rejectedRows = await writeRejected(`${options.out}.rejected.csv`, read.rejected);
    const matches = await timed('write', () => writePlan(options.out, units, index, now.getTime()));
    const peakRssMiB = process.resourceUsage().maxRSS / 1024;
    const asked = options.exact ? 0 : options.gap;
    const report = reportOf(units, index, {
      offers: read.offers,
      needs: read.needs,
      rejectedRows,
      matches,
      weights,
      equity: options.equity,
      now: now.getTime(),
      seconds,
      peakRssMiB,
      asked,
    });
    if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify(report, null, 1)}\n`);
    if (options.html !== undefined)
      writeFileSync(options.html, reportPage(report, read.catalogue, now.getTime(), await terminalLocale()));
    line.end();
    await tellReading(unknown, read.meanings, paths);
    process.stdout.write(
      `${matches} matches of ${read.offers} offers and ${read.needs} needs, within ${(report.gap * 100).toFixed(3)} % of the best\n`,
    );
    for (const costly of report.costlyLots) process.stderr.write(`${saysCostlyLots(costly, asked)}\n`);
    if (rejectedRows > 0) process.stdout.write(`rejected: ${rejectedRows} rows, see ${options.out}.rejected.csv\n`);
  } catch (err) {
    line.end();
    throw await inputError(err, { offers: options.offers, needs: options.needs });
  }
}

/** Columns that nobody knows, and what words were taken for: nothing where the files hold codes alone. */
async function tellReading(
  unknown: readonly { readonly table: string; readonly column: string }[],
  meanings: Meanings,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  if (unknown.length === 0 && meanings.list().length === 0) return;
  const locale = await terminalLocale();
  const texts = importTexts(locale);
  for (const { table, column } of unknown)
    process.stderr.write(`${texts.unknownColumn(paths[table] ?? table, column)}\n`);
  for (const sentence of meanings.sentences(locale, 40)) process.stderr.write(`${sentence}\n`);
}

/** Answers how many rows; the list of an earlier run goes. */
async function writeRejected(path: string, rows: readonly RejectedRow[]): Promise<number> {
  rmSync(path, { force: true });
  const rejections = new Rejections(path);
  rejections.add(rows);
  await rejections.end();
  return rejections.count;
}

function stopwatch(seconds: Seconds) {
  return async <T>(step: keyof Seconds, work: () => T | Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    seconds[step] += (performance.now() - began) / 1000;
    return result;
  };
}

/** One line that tells how far the run is, on a terminal only. */
function statusLine(): { say(text: string): void; end(): void } {
  if (!process.stderr.isTTY) return { say: () => undefined, end: () => undefined };
  return {
    say: (text) => void process.stderr.write(`\r${text}\u001b[K`),
    end: () => void process.stderr.write('\r\u001b[K'),
  };
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('a number from 0 to 1');
  return value;
}
