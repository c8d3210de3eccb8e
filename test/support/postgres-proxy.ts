import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressThrough, listen } from './door.js';

/** One message of PostgreSQL's protocol. The first one of a connection has no type byte: its type is ''. */
export interface Message {
  readonly type: string;
  readonly bytes: Buffer;
  readonly from: 'client' | 'server';
  /** Its number on this connection and side, from 1. */
  readonly number: number;
}

/** What becomes of a message: on its way, the connection is cut before it, nothing more moves, or it goes byte by byte. */
export type Verdict = 'pass' | 'cut' | 'hang' | 'trickle';
export type Gate = (message: Message, connection: ProxyConnection) => Verdict | Promise<Verdict>;

const TRICKLE_BYTES = 16;
const TRICKLE_MS = 2;

/** Cuts a stream into messages. */
class Splitter {
  private rest: Buffer = Buffer.alloc(0);
  private number = 0;

  constructor(
    private readonly from: 'client' | 'server',
    private begun: boolean,
  ) {}

  push(chunk: Buffer): Message[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const head = this.begun ? 1 : 0;
      if (this.rest.length < head + 4) return messages;
      const end = head + this.rest.readUInt32BE(head);
      if (this.rest.length < end) return messages;
      const bytes = this.rest.subarray(0, end);
      this.rest = this.rest.subarray(end);
      messages.push({
        type: this.begun ? String.fromCharCode(bytes[0] as number) : '',
        bytes,
        from: this.from,
        number: (this.number += 1),
      });
      this.begun = true;
    }
  }
}

/** One connection through the door. `memory` is for the gate. */
export class ProxyConnection {
  readonly memory = new Map<string, unknown>();
  private upstream: Socket | undefined;
  private readonly turns: Record<'client' | 'server', Promise<void>> = {
    client: Promise.resolve(),
    server: Promise.resolve(),
  };
  closed = false;

  constructor(
    private readonly proxy: PostgresProxy,
    private readonly client: Socket,
  ) {
    client.on('error', () => this.cut());
    client.on('close', () => this.cut());
    client.setNoDelay(true);
    const fromClient = new Splitter('client', false);
    client.on('data', (chunk: Buffer) => this.take(fromClient.push(chunk)));
  }

  open(port: number, host: string): void {
    if (this.closed) return;
    const fromServer = new Splitter('server', true);
    const upstream = connect({ port, host, noDelay: true });
    this.upstream = upstream;
    upstream.on('error', () => this.cut());
    upstream.on('close', () => this.cut());
    upstream.on('data', (chunk: Buffer) => this.take(fromServer.push(chunk)));
  }

  cut(): void {
    if (this.closed) return;
    this.closed = true;
    this.client.destroy();
    this.upstream?.destroy();
    this.proxy.forget(this);
  }

  private take(messages: readonly Message[]): void {
    for (const message of messages) this.turns[message.from] = this.turns[message.from].then(() => this.carry(message));
  }

  private async carry(message: Message): Promise<void> {
    if (message.from === 'client') await this.proxy.admitted;
    if (this.closed) return;
    const verdict = await this.proxy.gate(message, this);
    const out = message.from === 'client' ? this.upstream : this.client;
    if (this.closed || !out) return;
    if (verdict === 'cut') return this.cut();
    if (verdict === 'hang') return new Promise(() => undefined);
    if (verdict === 'pass') return void out.write(message.bytes);
    for (let at = 0; at < message.bytes.length && !this.closed; at += TRICKLE_BYTES) {
      out.write(message.bytes.subarray(at, at + TRICKLE_BYTES));
      await sleep(TRICKLE_MS);
    }
  }
}

/** A door before PostgreSQL that knows where messages begin and end, for tests of what happens when one of them never arrives. */
export class PostgresProxy {
  readonly connections = new Set<ProxyConnection>();
  private opened: () => void = () => undefined;
  readonly admitted: Promise<void>;

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
    public gate: Gate,
    shut: boolean,
  ) {
    this.admitted = shut ? new Promise((done) => (this.opened = done)) : Promise.resolve();
  }

  /** @param shut connections wait at the door until `admit` is called */
  static async open(url: string, gate: Gate = () => 'pass', { shut = false } = {}): Promise<PostgresProxy> {
    const server = createServer();
    const proxy = new PostgresProxy(new URL(url), server, gate, shut);
    server.on('connection', (client) => {
      const connection = new ProxyConnection(proxy, client);
      proxy.connections.add(connection);
      void proxy.admitted.then(() => connection.open(Number(proxy.target.port), proxy.target.hostname));
    });
    await listen(server);
    return proxy;
  }

  /** The address to give to the client that shall go through this door. */
  get url(): string {
    return addressThrough(this.server, this.target);
  }

  admit(): void {
    this.opened();
  }

  cutAll(): void {
    for (const connection of this.connections) connection.cut();
  }

  forget(connection: ProxyConnection): void {
    this.connections.delete(connection);
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}

/** SQL of a Query or Parse message; null for others. */
export function sqlOf(message: Message): string | null {
  if (message.from !== 'client') return null;
  if (message.type === 'Q') return message.bytes.toString('utf8', 5, message.bytes.length - 1);
  if (message.type !== 'P') return null;
  const name = message.bytes.indexOf(0, 5);
  return message.bytes.toString('utf8', name + 1, message.bytes.indexOf(0, name + 1));
}
