import { join } from 'node:path';
import type { Env } from './env.js';
import { DiskFiles } from './files-disk.js';
import { S3Files } from './files-s3.js';
import { Files } from './files-door.js';

export { Files, type StoredFile } from './files-door.js';

/** The store that the settings name: a bucket where `S3_ENDPOINT` is set, else a folder. */
export function openFiles(env: Env): Files {
  if (env.S3_ENDPOINT === null) return new DiskFiles(env.FILES_DIR ?? join(env.LEPTA_DIR, 'files'));
  return new S3Files({
    endpoint: env.S3_ENDPOINT,
    bucket: env.S3_BUCKET as string,
    region: env.S3_REGION,
    accessKey: env.S3_ACCESS_KEY as string,
    secretKey: env.S3_SECRET_KEY as string,
  });
}
