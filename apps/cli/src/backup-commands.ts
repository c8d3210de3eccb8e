import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { InvalidArgumentError, type Command } from 'commander';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import {
  checkRunningRole,
  dataSourceOptions,
  filesFolder,
  noteBackup,
  pause,
  prepareDatabase,
  readPause,
  resume,
} from '#platform';
import { type DatabaseUrls, type Env } from '#host';
import { verifyLedger } from '#ledger';
import { ALL_CHECKS } from './all-checks.js';
import { BackupError } from './backup/backup-error.js';
import { encrypterFor, readIdentities } from './backup/encryption.js';
import { makeBackup } from './backup/make.js';
import { restoreBackup } from './backup/restore.js';
import { backupName, outdated } from './backup/retention.rules.js';
import { withDatabase, type Operator } from './database.js';
import { InputError } from './input.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export function backupCommands(program: Command, operator: Operator): void {
  program
    .command('backup')
    .argument('[file]', 'where to; it must not be there yet')
    .description(
      'write everything that the installation holds, as of one moment, into a file; it goes on working meanwhile',
    )
    .option('--into <folder>', 'instead of a file: a folder, in which the file is named by its moment')
    .option('--keep <days>', 'with --into: once the new file is whole, remove those there that are older', days)
    .option(
      '--recipient <key>',
      'encrypt it for who holds this key (age1...); may be given several times',
      (key: string, before: readonly string[]) => [...before, key],
      [] as readonly string[],
    )
    .action((file: string | undefined, options: BackupOptions) => {
      encrypterFor(options.recipient); // before a database is looked for
      const name = fileOf(file, options);
      return withDatabase(operator, ({ running }, env) => backup(running, env, name, options));
    });
  program
    .command('backup-key')
    .argument('<file>', 'where to; it must not be there yet')
    .description('make a key for encrypted backups: the secret half goes into the file, the public half is printed')
    .action((file: string) => makeKey(file));
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('bring a backup into an empty database, check it, and leave the installation paused')
    .option('--identity <file>', 'the key that opens it, where it is encrypted')
    .action(async (file: string, options: { identity?: string }) => {
      const identities = options.identity === undefined ? [] : await readIdentities(options.identity);
      await withDatabase(operator, (urls, env) => restore(urls, env, file, identities));
    });
  program
    .command('resume')
    .description('end the pause after a restore')
    .option('--despite-alarms', 'also when the checks after the restore found something')
    .action((options: { despiteAlarms?: boolean }) =>
      withDatabase(operator, ({ running }) => goOn(running, options.despiteAlarms === true)),
    );
}

/** In the form of `age-keygen`, so that `age -d -i` opens a backup too. */
async function makeKey(name: string): Promise<void> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    writeFileSync(resolve(name), `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  } catch (err) {
    if ((err as { code?: string }).code === 'EEXIST')
      throw new Error(`${name} is there already: a key is never written over`);
    throw err;
  }
  say(recipient);
}

interface BackupOptions {
  readonly into?: string;
  readonly keep?: number;
  readonly recipient: readonly string[];
}

function days(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('a number of days, at least 1');
  return Number(text);
}

function fileOf(file: string | undefined, { into, keep, recipient }: BackupOptions): string {
  if ((file === undefined) === (into === undefined))
    throw new InputError('Say either the file of the backup or, with --into, the folder');
  if (keep !== undefined && into === undefined)
    throw new InputError('--keep goes with --into: only in a folder of backups are there old ones');
  return file ?? join(into ?? '', backupName(new Clock().now(), recipient.length > 0));
}

async function backup(url: string, env: Env, name: string, { into, keep, recipient }: BackupOptions): Promise<void> {
  const file = resolve(name);
  if (existsSync(file)) throw new Error(`${name} is there already: a backup is never written over`);
  mkdirSync(dirname(file), { recursive: true });
  const { tables, rows, files, madeAt } = await makeBackup({
    url,
    file,
    filesFolder: filesFolder(env),
    recipients: recipient,
  });
  const bytes = statSync(file).size;
  say(
    `${name}: ${tables} tables, ${rows} rows, ${files} files, ${(bytes / 1_048_576).toFixed(1)} MiB${recipient.length > 0 ? ', encrypted' : ''}`,
  );
  if (!(await noteBackup(url, { at: madeAt, encrypted: recipient.length > 0, bytes })))
    say('The database takes no writes, as a standby does: the age of the newest backup does not show this one');
  if (into === undefined || keep === undefined) return;
  for (const old of outdated(readdirSync(into), keep, new Clock().now())) {
    rmSync(join(into, old));
    say(`${join(into, old)}: removed, it is older than ${keep} days`);
  }
}

async function restore(urls: DatabaseUrls, env: Env, name: string, identities: readonly string[]): Promise<void> {
  const file = resolve(name);
  if (!existsSync(file)) throw new Error(`${name} is not there`);
  await checkRunningRole(urls);
  try {
    await restoreBackup({ url: urls.owner, file, identities, filesFolder: filesFolder(env), say });
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
  const source = await new DataSource(
    dataSourceOptions({ url, max: 2, applicationName: 'lepta-restore' }),
  ).initialize();
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
    if (known.alarms > 0 && !despiteAlarms)
      throw new Error(
        `The checks after the restore found ${known.alarms} things; look at them (lepta verify-ledger), then: lepta resume --despite-alarms`,
      );
    await source.transaction((tx) => resume(tx));
    say(`the installation goes on with the backup of ${known.backupOf}`);
  } finally {
    await source.destroy();
  }
}
