import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Browser, BrowserContext } from '@playwright/test';

/** A browser whose every request, those of its workers too, goes over a wire that can be cut. What the tool itself calls offline leaves the workers their connection. */
export interface Wired {
  readonly context: BrowserContext;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function wired(browser: Browser): Promise<Wired> {
  let whole = true;
  const sockets = new Set<Socket>();
  const onward = (request: IncomingMessage, response: ServerResponse): void => {
    if (!whole || !request.url) return void request.socket.destroy();
    const to = new URL(request.url);
    const sent = ask(
      {
        host: to.hostname,
        port: to.port,
        path: to.pathname + to.search,
        method: request.method,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    sent.on('error', () => response.destroy());
    response.on('close', () => sent.destroy());
    request.pipe(sent);
  };
  const proxy = createServer(onward).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const server = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const context = await browser.newContext({
    baseURL: process.env.LEPTA_TEST_URL,
    serviceWorkers: 'allow',
    proxy: { server },
  });
  return {
    context,
    cut: async () => {
      whole = false;
      for (const socket of sockets) socket.destroy();
      await context.setOffline(true);
    },
    mend: async () => {
      whole = true;
      await context.setOffline(false);
    },
    close: async () => {
      await context.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => proxy.close(done));
    },
  };
}
