import 'reflect-metadata';
import type { Command } from 'commander';
import { EmbeddedError, EnvError } from '#platform';
import { backupCommands } from './backup-commands.js';
import { addClearCommand } from './clear.js';
import { createAdmin } from './create-admin.js';
import { withDatabase, type Operator } from './database.js';
import { addExchangeCommands } from './exchange.js';
import { addMatchCommand } from './match.js';
import { solveCommand } from './solve/solve-command.js';
import { migrateDatabase, seed, verify, type SeedCommand } from './upkeep.js';

/** Whether every line of such an error is for the operator. */
export const saysAll = (err: unknown): boolean => err instanceof EnvError || err instanceof EmbeddedError;

export function addCommands(program: Command, operator: Operator): void {
  program.command('start').description('start everything: database, api and worker (npm start does the same)').option('--empty', 'without the demo region').option('--watch', 'build and start again when a source changes');
  program
    .command('migrate')
    .description('bring the database to the newest shape, and what the running processes may do with it to what this version needs')
    .option('--create-role', 'make the role of DATABASE_URL too, or give it the password that stands there (with DATABASE_MIGRATION_URL)')
    .action((options: { createRole?: boolean }) => withDatabase(operator, (urls, env) => migrateDatabase(urls, env, options.createRole === true)));
  program
    .command('seed')
    .description('write the catalogue and the places into the database; what is there already stays')
    .option('--demo', 'the demo region too')
    .option('--region <folder>', 'places, time zone and scheme of another region, from its files; kept for every later seed')
    .action((options: SeedCommand) => withDatabase(operator, ({ owner }, env) => seed(owner, env, options)));
  program
    .command('verify-ledger')
    .description('compute every balance again from the transfers and check the seals; exit code 1 when something differs')
    .action(() => withDatabase(operator, ({ running }) => verify(running)));
  program
    .command('create-admin')
    .description('create an administrator, or give a known person a new password and the role')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--name <name>', 'name as others see it')
    .option('--locale <locale>', 'ru or en', 'ru')
    .option('--password-stdin', 'read the password from standard input; without this one is made and printed')
    .action((options) => withDatabase(operator, ({ running }) => createAdmin(running, options)));
  backupCommands(program, operator);
  addExchangeCommands(program, operator);
  addClearCommand(program, operator);
  addMatchCommand(program);
  solveCommand(program);
}
