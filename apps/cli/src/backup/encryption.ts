import { open, readFile } from 'node:fs/promises';
import { Readable, type Duplex } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from './backup-error.js';

/** How every file in the format of age begins (https://age-encryption.org/v1). */
const MAGIC = 'age-encryption.org/v1';

const webOf = (stream: Readable): globalThis.ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;
const nodeOf = (stream: globalThis.ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream as ReadableStream);

/**
 * What encrypts for everybody who holds one of these keys; null: nothing is encrypted. Throws a sentence when one of them is none.
 * @param recipients public keys of age: `age1…`
 */
export function encrypterFor(recipients: readonly string[]): Encrypter | null {
  if (recipients.length === 0) return null;
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new Error(`${recipient.slice(0, 80)} is no public key of age (age1...)`);
    }
  }
  return encrypter;
}

/** The encrypted bytes of what flows out of `plain`, 64 KiB at a time. */
export async function encrypted(plain: Duplex, encrypter: Encrypter): Promise<Readable> {
  return nodeOf(await encrypter.encrypt(webOf(plain)));
}

/** Reads a file of keys as `age-keygen` writes it: one a line, `#` before a comment. Throws a sentence. */
export async function readIdentities(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read: it should hold the key (AGE-SECRET-KEY-1...)`);
  });
  const identities = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    identities.length = 0;
  }
  if (identities.length === 0) throw new Error(`${path} holds no key of age (AGE-SECRET-KEY-1...)`);
  return identities;
}

/** Whether a file is encrypted, by its first bytes. */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === MAGIC;
  } finally {
    await file.close();
  }
}

/** The bytes of an encrypted file. Every 64 KiB are proved before they are handed on. Throws BackupError where no key fits or anything was changed. */
export async function* decrypted(source: Readable, identities: readonly string[]): AsyncGenerator<Buffer> {
  if (identities.length === 0) throw new BackupError('it is encrypted: give the key with --identity');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let plain: Readable;
  try {
    plain = nodeOf(await decrypter.decrypt(webOf(source)));
  } catch (err) {
    throw new BackupError(
      /no identity matched/.test(String(err))
        ? 'it is encrypted for other keys than the one that was given'
        : 'its encryption is damaged',
    );
  }
  try {
    for await (const piece of plain as AsyncIterable<Uint8Array>)
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  } catch {
    throw new BackupError('its encryption does not fit: it was cut off, changed or damaged');
  }
}
