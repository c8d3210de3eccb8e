import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { checkRunningRole, dataSourceOptions, pause, prepareDatabase, readPause, resume, type DatabaseUrls, type Env } from '#platform';
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
    .action((file: string) => withDatabase(operator, ({ running }, env) => backup(running, env, file)));
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('bring a backup into an empty database, check it, and leave the installation paused')
    .action((file: string) => withDatabase(operator, (urls, env) => restore(urls, env, file)));
  program
    .command('resume')
    .description('end the pause after a restore')
    .option('--despite-alarms', 'also when the checks after the restore found something')
    .action((options: { despiteAlarms?: boolean }) => withDatabase(operator, ({ running }) => goOn(running, options.despiteAlarms === true)));
}

/** Files that lie in S3 are backed up by whoever keeps that. */
const filesFolder = (env: Env & { readonly FILES_DIR?: string | null }): string => env.FILES_DIR ?? join(env.LEPTA_DIR, 'files');

async function backup(url: string, env: Env, name: string): Promise<void> {
  const file = resolve(name);
  if (existsSync(file)) throw new Error(`${name} is there already: a backup is never written over`);
  mkdirSync(dirname(file), { recursive: true });
  const { tables, rows, files } = await makeBackup({ url, file, filesFolder: filesFolder(env) });
  say(`${name}: ${tables} tables, ${rows} rows, ${files} files, ${(statSync(file).size / 1_048_576).toFixed(1)} MiB`);
}

async function restore(urls: DatabaseUrls, env: Env, name: string): Promise<void> {
  const file = resolve(name);
  if (!existsSync(file)) throw new Error(`${name} is not there`);
  await checkRunningRole(urls);
  try {
    await restoreBackup({ url: urls.owner, file, filesFolder: filesFolder(env), say });
  } catch (err) {
    if (err instanceof BackupError) throw new Error(`${name} is not restored: ${err.message}. Nothing was written.`);
    throw err;
  }
  say('every table is filled');
  const newer = await prepareDatabase(urls, { redisUrl: env.REDIS_URL });
  if (newer.length > 0) say(`migrated to this version (${newer.length} steps)`);
  await checkAll(urls.owner);
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
