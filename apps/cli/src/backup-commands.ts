import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, pause, readPause, resume, type Env } from '#platform';
import { verifyLedger } from '#ledger';
import { ALL_CHECKS } from './all-checks.js';
import { BackupError } from './backup/archive.js';
import { makeBackup } from './backup/make.js';
import { restoreBackup } from './backup/restore.js';
import { withDatabase, type Operator } from './database.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export function backupCommands(program: Command, operator: Operator): void {
  program
    .command('backup')
    .argument('<file>', 'where to; it must not be there yet')
    .description('write everything that the installation holds, as of one moment, into a file; it goes on working meanwhile')
    .action((file: string) => withDatabase(operator, (url, env) => backup(url, env, file)));
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('bring a backup into an empty database, check it, and leave the installation paused')
    .action((file: string) => withDatabase(operator, (url, env) => restore(url, env, file)));
  program
    .command('resume')
    .description('end the pause after a restore')
    .option('--despite-alarms', 'also when the checks after the restore found something')
    .action((options: { despiteAlarms?: boolean }) => withDatabase(operator, (url) => goOn(url, options.despiteAlarms === true)));
}

async function backup(url: string, env: Env, name: string): Promise<void> {
  const file = resolve(name);
  if (existsSync(file)) throw new Error(`${name} is there already: a backup is never written over`);
  mkdirSync(dirname(file), { recursive: true });
  const { tables, rows, files } = await makeBackup({ url, file, dir: env.LEPTA_DIR });
  say(`${name}: ${tables} tables, ${rows} rows, ${files} files, ${(statSync(file).size / 1_048_576).toFixed(1)} MiB`);
}

async function restore(url: string, env: Env, name: string): Promise<void> {
  const file = resolve(name);
  if (!existsSync(file)) throw new Error(`${name} is not there`);
  try {
    await restoreBackup({ url, file, dir: env.LEPTA_DIR, say });
  } catch (err) {
    if (err instanceof BackupError) throw new Error(`${name} is not restored: ${err.message}. Nothing was written.`);
    throw err;
  }
  say('every table is filled');
  const newer = await migrate(url);
  if (newer.length > 0) say(`migrated to this version (${newer.length} steps)`);
  await checkAll(url);
}

/** A sentence that is broken keeps the installation paused and sets exit code 1. */
async function checkAll(url: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url, max: 2, applicationName: 'lepta-restore' })).initialize();
  try {
    const { ok, alarms } = await verifyLedger(source, { onLine: say, more: ALL_CHECKS });
    if (!ok) {
      const known = await readPause(source);
      if (known) await source.transaction((tx) => pause(tx, { ...known, alarms: alarms.length }));
      process.exitCode = 1;
    }
    say('The installation is paused: it can be read and nothing changes. Look at it, then: lepta resume');
  } finally {
    await source.destroy();
  }
}

async function goOn(url: string, despiteAlarms: boolean): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url, max: 1, applicationName: 'lepta-resume' })).initialize();
  try {
    const known = await readPause(source);
    if (!known) return say('nothing to do: the installation is not paused');
    if (known.alarms > 0 && !despiteAlarms) throw new Error(`The checks after the restore found ${known.alarms} things; look at them (lepta verify-ledger), then: lepta resume --despite-alarms`);
    await source.transaction((tx) => resume(tx));
    say(`the installation goes on with the backup of ${known.backupOf}`);
  } finally {
    await source.destroy();
  }
}
