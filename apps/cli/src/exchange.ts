import { Command, InvalidArgumentError } from 'commander';
import { loadCatalogue } from '#catalogue-store';
import { DataSource } from 'typeorm';
import { catalogueFromFiles } from '#catalogue';
import { catalogueNames } from '#catalogue-store';
import { donorEntities } from '#donors';
import { allRefused, FileImport, generate } from '#exchange';
import { Meanings, rejectedSentence, type Table, type Writing } from '#tables';
import { operatorLocale } from '#host';
import { identityEntities } from '#identity';
import { Clock, DAY_MS } from '#kernel';
import { Ledger, ledgerEntities } from '#ledger';
import { needEntities } from '#needs';
import { offerEntities } from '#offers';
import { organizationEntities } from '#organizations';
import { dataSourceOptions } from '#platform';
import { withDatabase, type Operator } from './database.js';
import { importLinks } from './import-links.js';
import { importTexts } from './import-texts.js';
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
  readonly organizations?: string;
  readonly strict?: boolean;
  readonly rejected?: string;
  readonly proposals: boolean;
}

export function addExchangeCommands(program: Command, operator: Operator): void {
  program
    .command('generate')
    .description(
      'write offers.csv and needs.csv with invented rows of the real catalogue and places; the same seed gives the same bytes',
    )
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
    .option(
      '--organizations <file>',
      'organizations.csv: they go to the moderators, and their coordinators are invited',
    )
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
  const { offers = null, needs = null, organizations = null } = options;
  const paths = { offers, needs, organizations };
  const given = Object.values(paths).filter((path) => path !== null);
  if (given.length === 0) throw new InputError('Name --offers, --needs or --organizations');
  if (given.filter((path) => path === '-').length > 1)
    throw new InputError('Only one of the files can be standard input');
  if (options.strict && given.includes('-'))
    throw new InputError('--strict reads the files twice: standard input cannot be');
  await withDatabase(operator, async ({ running: url }, env) => {
    const links = importLinks(env, organizations !== null, operatorLocale());
    const entities = [
      ...identityEntities,
      ...donorEntities,
      ...organizationEntities,
      ...needEntities,
      ...offerEntities,
      ...ledgerEntities,
    ];
    const source = await new DataSource(
      dataSourceOptions({ url, max: 3, entities, applicationName: 'lepta-import' }),
    ).initialize();
    const show = progress();
    const [locale, texts] = [operatorLocale(), importTexts(operatorLocale())];
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    try {
      const catalogue = await loadCatalogue(source);
      const meanings = new Meanings(await catalogueNames(source, catalogue));
      const files = new FileImport(source, new Clock(), catalogue, new Ledger(source), links);
      const report = await files.run({
        offers,
        needs,
        organizations,
        strict: options.strict,
        rejected: options.rejected,
        proposals: options.proposals,
        progress: show.step,
        meanings,
        warn: (table, column) => say(texts.unknownColumn(paths[table] ?? table, column)),
        written: (table, how) => usual(how) || say(texts.written(paths[table] ?? table, how)),
      });
      show.end();
      for (const line of meanings.sentences(locale, MEANINGS_SHOWN)) say(line);
      for (const row of report.firstRejected) say(rejectedSentence(row, paths[row.file] ?? row.file, locale));
      process.stdout.write(texts.report(report, options.rejected));
      if (allRefused(report)) process.exitCode = 1;
    } catch (err) {
      show.end();
      throw await inputError(err, paths);
    } finally {
      await source.destroy();
    }
  });
}

const MEANINGS_SHOWN = 40;

/** As a program writes it: nothing to be told. */
const usual = ({ encoding, delimiter }: Writing): boolean => encoding === 'utf-8' && delimiter === ',';

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
