import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import type { Encrypter } from 'age-encryption';
import { BackupError } from './backup-error.js';
import { decrypted, encrypted, isEncrypted } from './encryption.js';

/**
 * The file of a backup: gzip over frames of one letter, four bytes of length (big endian) and so many bytes.
 * `H` header (JSON) · `T` a table begins (JSON) · `D` its rows as COPY writes them, or bytes of a file · `E` the table or file ends (JSON)
 * · `F` a file begins (JSON) · `Z` the end, with the SHA-256 of all frames before it (JSON). Encrypted, all of it lies in the format of age.
 */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'F' | 'Z';

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

export const FORMAT = 'lepta-backup';
export const FORMAT_VERSION = 1;
const HEAD_BYTES = 5;
/** A row of a table never comes near this; a length beyond it is not ours. */
const FRAME_MAX_BYTES = 256 * 1024 * 1024;

/** Writes a backup beside its place and shows it there only when it is complete. */
export class ArchiveWriter {
  private readonly hash: Hash = createHash('sha256');
  private readonly gzip: Gzip = createGzip({ level: 6 });
  private readonly done: Promise<void>;
  private failed: Error | null = null;

  constructor(
    private readonly file: string,
    encrypter: Encrypter | null,
  ) {
    this.done = this.store(encrypter);
    this.done.catch((err: unknown) => (this.failed = err as Error));
  }

  /** It holds everything that people have trusted us with: for its owner only. No clear byte reaches the disk where it is encrypted. */
  private async store(encrypter: Encrypter | null): Promise<void> {
    const bytes = encrypter === null ? this.gzip : await encrypted(this.gzip, encrypter);
    await pipeline(bytes, createWriteStream(`${this.file}.new`, { mode: 0o600 }));
  }

  /** False: wait for `drained` before more is written. */
  write(kind: FrameKind, payload: Buffer): boolean {
    const head = Buffer.alloc(HEAD_BYTES);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(payload.length, 1);
    if (kind !== 'Z') this.hash.update(head).update(payload);
    this.gzip.write(head);
    return this.gzip.write(payload);
  }

  async writeJson(kind: FrameKind, value: object): Promise<void> {
    if (!this.write(kind, Buffer.from(JSON.stringify(value)))) await this.drained();
  }

  async drained(): Promise<void> {
    if (this.failed) throw this.failed;
    if (this.gzip.writableNeedDrain) await Promise.race([once(this.gzip, 'drain'), this.done]);
  }

  async finish(): Promise<void> {
    this.write('Z', Buffer.from(JSON.stringify({ sha256: this.hash.digest('hex') })));
    this.gzip.end();
    await this.done;
    await rename(`${this.file}.new`, this.file);
  }

  async abandon(): Promise<void> {
    this.gzip.destroy();
    await this.done.catch(() => undefined);
    await rm(`${this.file}.new`, { force: true });
  }
}

/**
 * The frames of a backup, in order, the last one `Z` with a digest that fits; anything else is a BackupError.
 * @param identities keys, one of which opens it where it is encrypted
 */
export async function* readFrames(file: string, identities: readonly string[]): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  const stored = createReadStream(file);
  const source = (await isEncrypted(file))
    ? Readable.from(decrypted(stored, identities), { objectMode: false })
    : stored;
  const unzipped = createGunzip();
  source.on('error', (err: Error) => unzipped.destroy(err));
  source.pipe(unzipped);
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      const parts = framesOf(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk);
      rest = parts.rest;
      for (const frame of parts.frames) {
        if (ended) throw new BackupError('there is something behind its end');
        ended = frame.kind === 'Z';
        if (ended) checkDigest(frame, hash);
        else hash.update(frame.whole);
        yield frame;
      }
    }
  } catch (err) {
    throw asBackupError(err);
  } finally {
    source.destroy();
    stored.destroy();
  }
  if (!ended || rest.length > 0) throw new BackupError('it is cut off');
}

interface WholeFrame extends Frame {
  readonly whole: Buffer;
}

function framesOf(bytes: Buffer): { frames: WholeFrame[]; rest: Buffer } {
  const frames: WholeFrame[] = [];
  let at = 0;
  while (bytes.length - at >= HEAD_BYTES) {
    const kind = bytes.toString('latin1', at, at + 1);
    const length = bytes.readUInt32BE(at + 1);
    if (!/^[HTDEFZ]$/.test(kind) || length > FRAME_MAX_BYTES)
      throw new BackupError('it is damaged, or no backup of Lepta');
    if (bytes.length - at - HEAD_BYTES < length) break;
    const whole = bytes.subarray(at, at + HEAD_BYTES + length);
    frames.push({ kind: kind as FrameKind, payload: whole.subarray(HEAD_BYTES), whole });
    at += whole.length;
  }
  return { frames, rest: bytes.subarray(at) };
}

function checkDigest(end: Frame, hash: Hash): void {
  const { sha256 } = jsonOf<{ sha256: string }>(end.payload);
  if (sha256 !== hash.digest('hex')) throw new BackupError('its digest does not fit: it was changed or damaged');
}

/**
 * What a frame of JSON says. The digest stands at the very end of a backup, so a damaged frame is read before anything has found the damage.
 * @throws BackupError where it is no JSON object
 */
export function jsonOf<T extends object>(payload: Buffer): Partial<T> {
  let value: unknown;
  try {
    value = JSON.parse(payload.toString());
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null) throw new BackupError('it is damaged: a part of it is not readable');
  return value as Partial<T>;
}

function asBackupError(err: unknown): Error {
  const code = (err as { code?: string }).code ?? '';
  if (code === 'Z_BUF_ERROR') return new BackupError('it is cut off');
  if (code.startsWith('Z_')) return new BackupError('it is damaged, or no backup of Lepta');
  return err as Error;
}
