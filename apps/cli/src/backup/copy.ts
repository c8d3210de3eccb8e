import { once } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';

/** What of pg's connection COPY needs; its types do not name them. */
interface CopyConnection {
  readonly stream: Socket;
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** Rows of COPY are gathered to pieces of this size. */
const PIECE_BYTES = 128 * 1024;

/** What pg calls on the query that is running. */
class CopyQuery implements pg.Submittable {
  protected connection!: CopyConnection;
  protected rows = 0;
  private error: Error | null = null;
  private waiting!: { resolve(rows: number): void; reject(err: Error): void };
  /** Resolves with the number of rows, once the server is ready for the next query. */
  readonly done = new Promise<number>((resolve, reject) => (this.waiting = { resolve, reject }));
  callback: () => void = () => undefined;

  constructor(readonly text: string) {
    this.done.catch(() => undefined); // the caller that awaits it hears of it; a failure before that is no unhandled one
  }

  submit(connection: unknown): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.text);
  }

  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(/^COPY (\d+)/.exec(message.text)?.[1] ?? 0);
  }

  handleError(err: Error): void {
    this.error = err;
    this.waiting.reject(err); // pg does not say when the server is ready after this, but keeps the next query until then
  }

  handleReadyForQuery(): void {
    this.waiting.resolve(this.rows);
  }

  get broken(): Error | null {
    return this.error;
  }
}

class CopyOut extends CopyQuery {
  private pieces: Buffer[] = [];
  private size = 0;

  /** @param write takes a piece; false: nothing more before `drained` has resolved */
  constructor(
    text: string,
    private readonly write: (piece: Buffer) => boolean,
    private readonly drained: () => Promise<void>,
  ) {
    super(text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.pieces.push(Buffer.from(chunk)); // pg reads the next message into the same memory
    this.size += chunk.length;
    if (this.size >= PIECE_BYTES) this.flush();
  }

  override handleCommandComplete(message: { text: string }): void {
    super.handleCommandComplete(message);
    this.flush();
  }

  private flush(): void {
    if (this.size === 0) return;
    const piece = Buffer.concat(this.pieces, this.size);
    this.pieces = [];
    this.size = 0;
    if (this.write(piece)) return;
    const { stream } = this.connection;
    stream.pause();
    this.drained().then(
      () => stream.resume(),
      (err: Error) => stream.destroy(err),
    );
  }
}

class CopyIn extends CopyQuery {
  private begin!: () => void;
  private readonly begun = new Promise<void>((resolve) => (this.begin = resolve));

  handleCopyInResponse(): void {
    this.begin();
  }

  override handleError(err: Error): void {
    super.handleError(err);
    this.begin();
  }

  async write(piece: Buffer): Promise<void> {
    await this.begun;
    if (this.broken) throw this.broken;
    this.connection.sendCopyFromChunk(piece);
    if (this.connection.stream.writableNeedDrain)
      await Promise.race([once(this.connection.stream, 'drain'), this.done]);
  }

  async end(): Promise<number> {
    await this.begun;
    if (!this.broken) this.connection.endCopyFrom();
    return this.done;
  }

  async abandon(): Promise<void> {
    await this.begun;
    if (!this.broken) this.connection.sendCopyFail('given up');
    await this.done.catch(() => undefined);
  }
}

/** Streams `COPY ... TO STDOUT`. Resolves with the number of rows. */
export function copyOut(
  client: pg.ClientBase,
  sql: string,
  write: (piece: Buffer) => boolean,
  drained: () => Promise<void>,
): Promise<number> {
  return client.query(new CopyOut(sql, write, drained)).done;
}

/** Begins `COPY ... FROM STDIN`: pieces are written, then `end` resolves with the number of rows. */
export function copyIn(client: pg.ClientBase, sql: string): CopyIn {
  return client.query(new CopyIn(sql));
}

export type { CopyIn };
