import { createHash } from 'node:crypto';
import type { Tx } from '#platform';

/** On this channel every process hears that the catalogue is another one. */
export const CATALOGUE_CHANNEL = 'lepta_catalogue';
/** Advisory lock: one seed or editor writes the catalogue at a time. */
export const WRITING = 738_223;

/** What the newest version was made of. */
export interface NewestVersion {
  readonly version: string;
  readonly digest: Buffer;
  readonly files: Buffer;
}

export async function newestVersion(tx: Tx): Promise<NewestVersion | undefined> {
  const [latest]: NewestVersion[] = await tx.query(
    'SELECT version, digest, coalesce(files, digest) AS files FROM catalogue_versions ORDER BY version::integer DESC LIMIT 1',
  );
  return latest;
}

/** The digest of files and of every edit that is laid over them. */
export async function digestWithEdits(tx: Tx, files: Buffer): Promise<Buffer> {
  const [last]: { number: string | null }[] = await tx.query('SELECT max(number)::text AS number FROM catalogue_edits');
  return last?.number ? createHash('sha256').update(files).update(last.number).digest() : files;
}

/**
 * Another version, which every process hears of when the transaction commits.
 * @param files the digest of new files; null: those of the newest version, with one more edit
 */
export async function writeVersion(tx: Tx, files: Buffer | null): Promise<void> {
  const latest = await newestVersion(tx);
  const from = files ?? latest?.files;
  if (!from) throw new Error('The catalogue is empty: run `npx lepta seed` first.');
  await tx.query('INSERT INTO catalogue_versions (version, digest, files) VALUES ($1, $2, $3)', [
    String(Number(latest?.version ?? 0) + 1),
    await digestWithEdits(tx, from),
    from,
  ]);
  await tx.query('SELECT pg_notify($1, $2)', [CATALOGUE_CHANNEL, '']);
}
