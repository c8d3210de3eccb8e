import { Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import { Catalogue, catalogueFromFiles } from '#catalogue';
import { donorEntities } from '#donors';
import { FileImport, generate, type ImportReport, type Table } from '#exchange';
import { identityEntities } from '#identity';
import { Clock, DAY_MS } from '#kernel';
import { Ledger, ledgerEntities } from '#ledger';
import { needEntities } from '#needs';
import { offerEntities } from '#offers';
import { organizationEntities } from '#organizations';
import { dataSourceOptions } from '#platform';
import { withDatabase, type Operator } from './database.js';
import { InputError, inputError, time } from './input.js';

interface GenerateArguments {
  readonly offers: number;
  readonly needs: number;
  readonly seed: number;
  readonly out: string;
  readonly skewed?: boolean;
  readonly now?: Date;
}

interface ImportArguments {
  readonly offers?: string;
  readonly needs?: string;
  readonly strict?: boolean;
  readonly rejected?: string;
  readonly proposals: boolean;
}

export function addExchangeCommands(program: Command, operator: Operator): void {
  program
    .command('generate')
    .description('write offers.csv and needs.csv with invented rows of the real catalogue and places; the same seed gives the same bytes')
    .requiredOption('--offers <count>', 'rows of offers.csv', count)
    .requiredOption('--needs <count>', 'rows of needs.csv', count)
    .requiredOption('--seed <number>', 'a whole number', count)
    .requiredOption('--out <folder>', 'where they go')
    .option('--skewed', '90 % of the money offered near the capital, without a radius, and half as much of it')
    .option('--now <time>', 'the day from which times count, ISO 8601 (today)', time)
    .action(makeFiles);
  program
    .command('import')
    .description('bring files in as open offers and needs; what is there already, by its id, stays as it is')
    .option('--offers <file>', 'offers.csv, or - for standard input')
    .option('--needs <file>', 'needs.csv, or - for standard input')
    .option('--strict', 'the first row that cannot be used ends the run with exit code 2, and nothing is written')
    .option('--rejected <file>', 'where to list the rows that cannot be used')
    .option('--no-proposals', 'leave the proposals to the next clearing')
    .action((options: ImportArguments) => importFiles(operator, options));
}

async function makeFiles(options: GenerateArguments): Promise<void> {
  const now = options.now ?? new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  const paths = await generate(await catalogueFromFiles(), { ...options, skewed: options.skewed === true, now });
  process.stdout.write(`${paths.offers}\n${paths.needs}\n`);
}

async function importFiles(operator: Operator, options: ImportArguments): Promise<void> {
  const { offers = null, needs = null } = options;
  if (offers === null && needs === null) throw new InputError('Name --offers, --needs or both');
  if (offers === '-' && needs === '-') throw new InputError('Only one of the two can be standard input');
  if (options.strict && (offers === '-' || needs === '-')) throw new InputError('--strict reads the files twice: standard input cannot be');
  await withDatabase(operator, async ({ running: url }) => {
    const entities = [...identityEntities, ...donorEntities, ...organizationEntities, ...needEntities, ...offerEntities, ...ledgerEntities];
    const source = await new DataSource(dataSourceOptions({ url, max: 3, entities, applicationName: 'lepta-import' })).initialize();
    const show = progress();
    try {
      const files = new FileImport(source, new Clock(), await Catalogue.load(source), new Ledger(source));
      const warn = (table: Table, column: string): void => void process.stderr.write(`${table}: the column ${column} is not known and is left out\n`);
      const report = await files.run({ offers, needs, strict: options.strict, rejected: options.rejected, proposals: options.proposals, progress: show.step, warn });
      show.end();
      tell(report, options.rejected);
    } catch (err) {
      show.end();
      throw inputError(err);
    } finally {
      await source.destroy();
    }
  });
}

function tell({ offers, needs, organizations, rejected }: ImportReport, list: string | undefined): void {
  const line = (name: string, { rows, made, known }: ImportReport['offers']): string => `${name}: ${rows} rows, ${made} opened, ${known} were here already\n`;
  process.stdout.write(`${line('offers', offers)}${line('needs', needs)}organizations: ${organizations} made\n`);
  if (rejected > 0) process.stdout.write(`rejected: ${rejected} rows${list === undefined ? ' (--rejected FILE lists them)' : `, see ${list}`}\n`);
}

/** One line that counts, on a terminal only. */
function progress(): { step(table: Table, rows: number): void; end(): void } {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
  return {
    step: (table, rows) => void process.stderr.write(`\r${table} ${rows.toLocaleString('en')}\u001b[K`),
    end: () => void process.stderr.write('\r\u001b[K'),
  };
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}
