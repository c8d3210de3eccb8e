/** A file as a list shows it. */
export interface StoredFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** When it was written, by the clock of the store. */
  readonly at: Date;
}

const KEY_LENGTH = 300;
const KEY = /^[a-z0-9][a-z0-9._-]{0,99}(\/[a-z0-9][a-z0-9._-]{0,99}){0,9}$/;

/** Keys are ours, never words of a caller: one that could leave its folder, or differ only in case, is a bug. */
export function safeKey(key: string): string {
  if (key.length > KEY_LENGTH || !KEY.test(key))
    throw new Error('A key of a file is made of lower case letters, digits, dots, dashes and slashes');
  return key;
}

/** A prefix of keys: the beginning of a key, or of a folder of them. */
export function safePrefix(prefix: string): string {
  if (prefix !== '') safeKey(prefix.replace(/\/$/, ''));
  return prefix;
}

/**
 * Where bytes are kept that do not belong into the database: a folder of the installation, or a bucket. Files are written whole and become
 * visible whole. No call inside a transaction: it is the network, or a disk. All throw where the store cannot be reached.
 */
export abstract class Files {
  /** Writes or replaces. @param type a media type: `image/webp` */
  abstract put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  abstract get(key: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  abstract head(key: string): Promise<{ readonly size: number } | null>;
  /** Nothing happens where there is no such file. */
  abstract remove(key: string): Promise<void>;
  /** All that begin with `prefix`, ordered by key. */
  abstract list(prefix: string): Promise<StoredFile[]>;
}
