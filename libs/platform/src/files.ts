import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '#host';
import { DiskFiles } from './files-disk.js';
import { S3Files } from './files-s3.js';
import { Files } from './files-door.js';

export { Files, type StoredFile } from './files-door.js';

/** Where uploaded files lie while no bucket is set. */
export const filesFolder = (env: Pick<Env, 'FILES_DIR' | 'LEPTA_DIR'>): string =>
  env.FILES_DIR ?? join(env.LEPTA_DIR, 'files');

/** What the disk of uploaded files holds and has left, in bytes; null: they lie in a bucket, or none was ever written. */
export async function roomForFiles(env: Env): Promise<{ readonly free: number; readonly all: number } | null> {
  if (env.S3_ENDPOINT !== null) return null;
  try {
    const { bavail, blocks, bsize } = await statfs(filesFolder(env));
    return { free: bavail * bsize, all: blocks * bsize };
  } catch (err) {
    if ((err as { code?: unknown }).code === 'ENOENT') return null;
    throw err;
  }
}

/** The store that the settings name: a bucket where `S3_ENDPOINT` is set, else a folder. */
export function openFiles(env: Env): Files {
  if (env.S3_ENDPOINT === null) return new DiskFiles(filesFolder(env));
  return new S3Files({
    endpoint: env.S3_ENDPOINT,
    bucket: env.S3_BUCKET as string,
    region: env.S3_REGION,
    accessKey: env.S3_ACCESS_KEY as string,
    secretKey: env.S3_SECRET_KEY as string,
  });
}
