import { createWriteStream } from 'node:fs';
import { loadCatalogue } from '#catalogue-store';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import {
  ClearingReads,
  Clearings,
  DEFAULT_GAP,
  KINDS,
  planCsv,
  replay,
  runTask,
  type ClearingSummary,
} from '#clearing';
import { Clock, isId, type Kind } from '#kernel';
import { dataSourceOptions } from '#platform';
import { withDatabase, type Operator } from './database.js';

interface ClearArguments {
  readonly kinds?: Kind[];
  readonly dryRun?: boolean;
  readonly gap: number;
  readonly plan?: string;
  readonly replay?: string;
}

export function addClearCommand(program: Command, operator: Operator): void {
  program
    .command('clear')
    .description('plan everything that is open at once and write the proposals')
    .option('--kinds <list>', `of ${KINDS.join(',')}; all of them when left out`, kindList)
    .option('--dry-run', 'plan and report, propose nothing')
    .option(
      '--gap <share>',
      'what may be missing to the best plan before lots are kept; 0 for the very best',
      share,
      DEFAULT_GAP,
    )
    .option('--plan <file>', 'write the plan there too, with the columns of `lepta match`')
    .option(
      '--replay <id>',
      'plan an earlier run again from its stored input; exit code 1 when something else comes out',
    )
    .action((options: ClearArguments) =>
      withDatabase(operator, async ({ running: url }) => {
        const source = await new DataSource(
          dataSourceOptions({ url, max: 2, applicationName: 'lepta-clear' }),
        ).initialize();
        try {
          await (options.replay === undefined ? clear(source, url, options) : again(source, url, options.replay));
        } finally {
          await source.destroy();
        }
      }),
    );
}

/** A worker that runs takes the run up as well; the first of them does it, the other waits for its end. */
async function clear(
  source: DataSource,
  databaseUrl: string,
  { kinds, dryRun, gap, plan }: ClearArguments,
): Promise<void> {
  const id = await new Clearings(source, new Clock()).start(null, {
    ...(kinds && { kinds }),
    ...(dryRun && { dryRun }),
    gap,
  });
  await runTask({ databaseUrl, clearingId: id });
  const run = await new ClearingReads(source).byId(id);
  if (run?.status !== 'done') throw new Error(`The clearing ${id} has not ended`);
  if (plan !== undefined)
    await pipeline(planCsv(source, await loadCatalogue(source), id, true), createWriteStream(plan));
  tell(run);
}

async function again(source: DataSource, databaseUrl: string, clearingId: string): Promise<void> {
  const run = isId(clearingId) ? await new ClearingReads(source).byId(clearingId) : null;
  if (!run?.planDigest) throw new Error(`There is no clearing ${clearingId} with a plan`);
  const { inputDigest, planDigest } = await replay({ databaseUrl, clearingId });
  if (inputDigest !== run.inputDigest)
    throw new Error(`The stored input of ${clearingId} is not the one of its report`);
  if (planDigest !== run.planDigest)
    throw new Error(`Another plan comes of the input of ${clearingId}: ${planDigest}, not ${run.planDigest}`);
  process.stdout.write(`The same input gives the same plan: ${planDigest}\n`);
}

function tell({ id, number, report }: ClearingSummary): void {
  const lines = (report?.byUnit ?? []).map(
    ({ kind, unit, needed, matched, flowGap, gap }) =>
      `  ${kind}, ${unit}: ${matched} of ${needed}, gap ${(flowGap * 100).toFixed(3)} %, with lots ${(gap * 100).toFixed(3)} %\n`,
  );
  process.stdout.write(
    `clearing ${number} (${id}): ${report?.matches ?? 0} proposals for ${report?.needs ?? 0} needs\n${lines.join('')}`,
  );
}

function kindList(text: string): Kind[] {
  const kinds = text.split(',');
  const wrong = kinds.find((kind) => !(KINDS as readonly string[]).includes(kind));
  if (wrong !== undefined) throw new InvalidArgumentError(`there is no kind "${wrong}"`);
  return kinds as Kind[];
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 0.5)) throw new InvalidArgumentError('a share from 0 to 0.5');
  return value;
}
