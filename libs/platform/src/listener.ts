import pg from 'pg';
import { impatientClient } from './db.js';
import { log } from './log.js';

const RETRY_MS = [100, 250, 500, 1000, 2000];

export interface Ear {
  /** Called for every notification, with its payload. */
  heard(payload: string): void;
  /** Called after the connection was lost and is back: notifications of the time between are gone, so read what may have changed. */
  missed?(): void;
}

/** The one LISTEN connection of a process. It comes back by itself, also when the network hangs without a word. */
export class Listener {
  private readonly ears = new Map<string, Set<Ear>>();
  private client: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private closed = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly silenceMs = 35_000,
  ) {}

  /** Resolves once the database has confirmed that this channel is heard. Returns a function that ends it. */
  async on(channel: string, ear: Ear): Promise<() => void> {
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`Channel ${channel}: lower case letters and _ only`);
    const ears = this.ears.get(channel) ?? new Set();
    this.ears.set(channel, ears);
    ears.add(ear);
    this.opening ??= this.open().catch((err: unknown) => {
      this.opening = null;
      throw err;
    });
    await this.opening;
    await this.client?.query(`LISTEN ${channel}`).catch(() => undefined); // a connection that dies here is opened again, with all channels
    return () => ears.delete(ear);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const client: pg.Client = new (impatientClient(this.silenceMs))({
      connectionString: this.url,
      application_name: 'lepta-listener',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    await client.connect();
    for (const channel of this.ears.keys()) await client.query(`LISTEN ${channel}`);
    this.client = client;
    this.failures = 0;
  }

  private hear(channel: string, payload: string): void {
    for (const ear of this.ears.get(channel) ?? []) {
      try {
        ear.heard(payload);
      } catch (err) {
        log.error({ err, channel }, 'a notification could not be handled');
      }
    }
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    log.warn('the LISTEN connection was lost');
    client.end().catch(() => undefined);
    this.reopen();
  }

  private reopen(): void {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.open().then(
        () => {
          if (this.closed) return void this.close();
          for (const ears of this.ears.values()) for (const ear of ears) ear.missed?.();
        },
        () => !this.closed && this.reopen(),
      );
    }, wait);
  }
}
