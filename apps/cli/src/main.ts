import { Command, CommanderError } from 'commander';
import type { Operator } from './database.js';
import { InputError } from './input.js';

/** These work on files, or can: without the database's code and the framework's they begin three times as fast. */
const LIGHT: Readonly<Record<string, (program: Command, operator: Operator) => Promise<void>>> = {
  match: async (program) => (await import('./match.js')).addMatchCommand(program),
  'verify-ledger': async (program, operator) =>
    (await import('./verify-ledger.js')).verifyLedgerCommand(program, operator),
  solve: async (program) => (await import('./solve/solve-command.js')).solveCommand(program),
};

/** `lepta <command>`: runs it and sets the exit code. `start` never arrives here: it begins before anything is installed. */
export async function run(argv: readonly string[], operator: Operator): Promise<void> {
  const program = new Command('lepta').description("The operator's tool of a Lepta installation").exitOverride();
  const light = LIGHT[argv[0] ?? ''];
  if (light) await light(program, operator);
  else (await import('./commands.js')).addCommands(program, operator);
  try {
    await program.parseAsync(argv.length > 0 ? [...argv] : ['--help'], { from: 'user' });
  } catch (err) {
    process.exitCode = await failed(err);
  }
}

async function failed(err: unknown): Promise<number> {
  if (err instanceof CommanderError) return err.exitCode === 0 || err.code === 'commander.help' ? 0 : 2;
  const message = err instanceof Error ? err.message : String(err);
  process.stderr.write(
    `${err instanceof InputError || (await import('./commands.js')).saysAll(err) ? message : message.split('\n')[0]}\n`,
  );
  return err instanceof InputError ? 2 : 1;
}
