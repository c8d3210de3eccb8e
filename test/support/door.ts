import type { AddressInfo, Server } from 'node:net';

/** On a port of this machine that is free. */
export const listen = (door: Server): Promise<void> => new Promise((done) => door.listen(0, '127.0.0.1', done));

/** The address of `target` for the client that shall go through this door. */
export function addressThrough(door: Server, target: URL): string {
  const url = new URL(target.href);
  url.hostname = '127.0.0.1';
  url.port = String((door.address() as AddressInfo).port);
  return url.href;
}
