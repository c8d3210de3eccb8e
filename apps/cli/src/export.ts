import { once } from 'node:events';
import { loadCatalogue } from '#catalogue-store';
import { Command, Option } from 'commander';
import { DataSource } from 'typeorm';
import { EXPORT_KINDS, exportTable, organizationOfFile, type ExportKind } from '#exchange';
import { operatorLocale } from '#host';
import { Clock } from '#kernel';
import { statementCsv, Statements } from '#ledger';
import { dataSourceOptions } from '#platform';
import { withDatabase, type Operator } from './database.js';
import { InputError, inputError } from './input.js';
import { writeWhole } from './whole-file.js';

interface ExportArguments {
  readonly kind: ExportKind | 'statement';
  readonly out: string;
  readonly organization?: string;
  readonly from?: string;
  readonly to?: string;
}

export function addExportCommand(program: Command, operator: Operator): void {
  program
    .command('export')
    .description(
      "write what is open into a file that an import reads: CSV, ids as external ids, nobody's personal data",
    )
    .addOption(new Option('--kind <kind>', 'what').choices([...EXPORT_KINDS, 'statement']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where it goes, or - for standard output')
    .option('--organization <id>', 'whose statement: our id, or the one of a file')
    .option('--from <day>', 'first day of the statement (this year)')
    .option('--to <day>', 'last day of the statement, included')
    .action((options: ExportArguments) => exportFile(operator, options));
}

async function exportFile(operator: Operator, options: ExportArguments): Promise<void> {
  const { kind, organization, from, to } = options;
  if (kind === 'statement' && organization === undefined)
    throw new InputError('A statement needs --organization ID: people take their own in the browser');
  if (kind !== 'statement' && [organization, from, to].some((said) => said !== undefined))
    throw new InputError('--organization, --from and --to go with --kind statement');
  await withDatabase(operator, async ({ running: url }) => {
    const source = await new DataSource(
      dataSourceOptions({ url, max: 2, applicationName: 'lepta-export' }),
    ).initialize();
    try {
      const catalogue = await loadCatalogue(source);
      const rows = await into(options.out, async (write) => {
        if (kind !== 'statement') return exportTable(source, catalogue, kind, write);
        const partyId = await organizationOfFile(source, organization as string);
        if (partyId === null) throw new InputError(`There is no organization ${organization as string}`);
        const statement = await new Statements(source, new Clock()).issue({
          partyId,
          from,
          to,
          timeZone: catalogue.timeZone,
        });
        await write(statementCsv(statement, operatorLocale()));
        return statement.units.reduce((sum, unit) => sum + unit.entries.length, 0);
      });
      process.stderr.write(
        operatorLocale() === 'ru' ? `${options.out}: строк — ${rows}\n` : `${options.out}: ${rows} rows\n`,
      );
    } catch (err) {
      throw await inputError(err);
    } finally {
      await source.destroy();
    }
  });
}

async function into(path: string, work: (write: (text: string) => Promise<void>) => Promise<number>): Promise<number> {
  if (path !== '-') return writeWhole(path, work);
  return work(async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  });
}
