import { createReadStream, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readPublished, verifyExport, type Published } from '#seals';
import type { Operator } from './database.js';
import { InputError, inputError } from './input.js';

interface VerifyArguments {
  readonly export?: string;
  readonly digests?: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** With `--export` it needs a file and nothing else; without it, the database of the installation. */
export function verifyLedgerCommand(program: Command, operator: Operator): void {
  program
    .command('verify-ledger')
    .description(
      'compute every balance again from the transfers and check the seals; exit code 1 when something differs',
    )
    .option(
      '--export <file>',
      'check a downloaded day of the public books instead, or several one after the other (- for standard input); needs no database',
    )
    .option(
      '--digests <file>',
      'hold the file against digests published before: the answer of GET /api/v1/ledger/digests, or lines of a day and its digest',
    )
    .action(async (options: VerifyArguments) => {
      if (options.export !== undefined) return verifyFile(options.export, options.digests);
      if (options.digests !== undefined) throw new InputError('--digests goes with --export FILE');
      const [{ withDatabase }, { verify }] = await Promise.all([import('./database.js'), import('./upkeep.js')]);
      return withDatabase(operator, ({ running }) => verify(running));
    });
}

async function verifyFile(path: string, digests: string | undefined): Promise<void> {
  try {
    const published = digests === undefined ? undefined : read(digests).digests;
    const verdict = await verifyExport(path === '-' ? process.stdin : createReadStream(path), {
      onLine: say,
      published,
    });
    if (!verdict.ok) process.exitCode = 1;
  } catch (err) {
    throw await inputError(err);
  }
}

function read(path: string): Published & { ok: true } {
  const published = readPublished(readFileSync(path, 'utf8'));
  if (!published.ok) throw new InputError(`${path} has no published digests: ${published.fault}`);
  return published;
}
