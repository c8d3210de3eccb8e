import { createHash, randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file that lies on the disk. */
export interface UploadedFile {
  /** From its beginning, as often as it is asked for. */
  pieces(): AsyncIterable<Uint8Array>;
  /** Of the bytes, hex: a repeated Idempotency-Key must bring the same file. */
  readonly sha256: string;
  /** As whoever sent it calls it: to be shown, never a path. */
  readonly name: string;
}

/**
 * Writes what comes to a file that has no name any more: it is gone with the answer, and with the process however that ends. Nobody but this process can open it.
 * @param name what the request calls it @param answer after it the file is closed
 */
export async function storeApart(coming: Readable, name: string, answer: ServerResponse): Promise<UploadedFile> {
  const path = join(tmpdir(), `lepta-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  answer.once('close', () => void file.close());
  await unlink(path);
  const hash = createHash('sha256');
  for await (const piece of coming as AsyncIterable<Uint8Array>) {
    hash.update(piece);
    await file.appendFile(piece);
  }
  return {
    pieces: () => piecesOf(file),
    sha256: hash.digest('hex'),
    name,
  };
}

const PIECE = 64 * 1024;

/** By places of its own, so that several may read at once; a reading that ends early leaves the file open for the next. */
async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
