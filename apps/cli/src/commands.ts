import 'reflect-metadata';
import type { Command } from 'commander';
import { EmbeddedError, EnvError } from '#host';
import { backupCommands } from './backup-commands.js';
import { addClearCommand } from './clear.js';
import { createAdmin } from './create-admin.js';
import { withDatabase, type Operator } from './database.js';
import { doctor } from './doctor.js';
import { addExchangeCommands } from './exchange.js';
import { addExportCommand } from './export.js';
import { addRoleCommands } from './roles.js';
import { addMatchCommand } from './match.js';
import { solveCommand } from './solve/solve-command.js';
import { migrateDatabase, seed, type SeedCommand } from './upkeep.js';
import { verifyLedgerCommand } from './verify-ledger.js';

/** Whether every line of such an error is for the operator. */
export const saysAll = (err: unknown): boolean => err instanceof EnvError || err instanceof EmbeddedError;

export function addCommands(program: Command, operator: Operator): void {
  program
    .command('start')
    .description('start everything: database, api and worker (npm start does the same)')
    .option('--empty', 'without the demo region')
    .option('--watch', 'build and start again when a source changes');
  program
    .command('migrate')
    .description(
      'bring the database to the newest shape, and what the running processes may do with it to what this version needs',
    )
    .option(
      '--create-role',
      'make the role of DATABASE_URL too, or give it the password that stands there (with DATABASE_MIGRATION_URL)',
    )
    .action((options: { createRole?: boolean }) =>
      withDatabase(operator, (urls, env) => migrateDatabase(urls, env, options.createRole === true)),
    );
  program
    .command('seed')
    .description('write the catalogue and the places into the database; what is there already stays')
    .option('--demo', 'the demo region too')
    .option(
      '--region <folder>',
      'places, time zone and scheme of another region, from its files; kept for every later seed',
    )
    .action((options: SeedCommand) => withDatabase(operator, ({ owner }, env) => seed(owner, env, options)));
  verifyLedgerCommand(program, operator);
  program
    .command('create-admin')
    .description('create an administrator, or give a known person a new password and the role')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--name <name>', 'name as others see it')
    .option('--locale <locale>', 'ru or en', 'ru')
    .option('--password-stdin', 'read the password from standard input; without this one is made and printed')
    .action((options) => withDatabase(operator, ({ running }) => createAdmin(running, options)));
  addRoleCommands(program, operator);
  program
    .command('doctor')
    .description(
      'what is set up and what is missing, as on the page of the first day; exit code 1 when something required is missing',
    )
    .option('--locale <locale>', 'ru or en', 'en')
    .action((options: { locale: string }) =>
      withDatabase(operator, async ({ running }, env) => {
        if (!(await doctor(running, env, options.locale, (line) => void process.stdout.write(`${line}\n`))))
          process.exitCode = 1;
      }),
    );
  backupCommands(program, operator);
  addExchangeCommands(program, operator);
  addExportCommand(program, operator);
  addClearCommand(program, operator);
  addMatchCommand(program);
  solveCommand(program);
}
