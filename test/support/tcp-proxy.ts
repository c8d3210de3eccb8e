import { connect, createServer, type Server, type Socket } from 'node:net';
import { addressThrough, listen } from './door.js';

/** A door before any server that can stop carrying anything without a word, or refuse. */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private manner: 'pass' | 'hang' | 'refuse' = 'pass';

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {
    server.on('connection', (client) => this.admit(client));
  }

  static async open(url: string): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(new URL(url), server);
    await listen(server);
    return proxy;
  }

  /** The address to give to the client that shall go through this door. */
  get url(): string {
    return addressThrough(this.server, this.target);
  }

  /** Nothing moves any more, on old connections and on new ones; nobody is told. */
  hang(): void {
    this.manner = 'hang';
  }

  refuse(): void {
    this.manner = 'refuse';
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** New connections are carried again; those that hung stay as they are: the caller that waits on them must give them up. */
  pass(): void {
    this.manner = 'pass';
  }

  async close(): Promise<void> {
    this.refuse();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private admit(client: Socket): void {
    client.on('error', () => client.destroy());
    if (this.manner === 'refuse') return void client.destroy();
    const upstream = connect({ port: Number(this.target.port), host: this.target.hostname });
    upstream.on('error', () => upstream.destroy());
    const pair = [client, upstream] as const;
    this.pairs.add(pair);
    let hung = this.manner === 'hang';
    const carries = (): boolean => !(hung ||= this.manner === 'hang');
    client.on('data', (chunk: Buffer) => carries() && upstream.write(chunk));
    upstream.on('data', (chunk: Buffer) => carries() && client.write(chunk));
    for (const socket of pair) {
      socket.on('close', () => {
        for (const one of pair) one.destroy();
        this.pairs.delete(pair);
      });
    }
  }
}
