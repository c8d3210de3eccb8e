import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../../support/door.js';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A registry that answers the question for advisories in one way. */
async function registry(status: number, answer: object): Promise<string> {
  const server = createServer((request, reply) => {
    request.resume();
    if (request.method === 'POST' && request.url?.includes('/security/'))
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    else reply.writeHead(404, { 'content-type': 'application/json' }).end('{}');
  });
  servers.push(server);
  await listen(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function ask(registryUrl: string): Promise<{ code: number; said: string }> {
  const env = { ...process.env, npm_config_registry: registryUrl, npm_config_update_notifier: 'false' };
  return new Promise((done) =>
    execFile(process.execPath, ['test/advisories.mjs'], { env }, (error, said) =>
      done({ code: error === null ? 0 : Number(error.code), said }),
    ),
  );
}

/** npm remembers advisories by their number, so each has its own. */
let number = 0;
const advisory = (severity: string): object => ({
  fastify: [
    {
      id: 900_000_000 + (Date.now() % 1_000_000) * 10 + (number += 1),
      url: 'https://example.org/1',
      title: 'Invented',
      severity,
      vulnerable_versions: '*',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    },
  ],
});

test.each([
  ['a high advisory fails and is named', 200, advisory('high'), 1, /^fastify: high advisory: Invented$/m],
  ['a critical one too', 200, advisory('critical'), 1, /^fastify: critical advisory: Invented$/m],
  ['a moderate one does not', 200, advisory('moderate'), 0, /^No known high advisory/m],
  ['none is said', 200, {}, 0, /^No known high advisory among production dependencies$/m],
  [
    'a registry that answers no such question is said, not taken for a good answer',
    405,
    {},
    0,
    /^Not known whether .*405/m,
  ],
] as const)(
  '%s',
  async (_what, status, answer, code, words) => {
    const asked = await ask(await registry(status, answer));
    expect([asked.code, asked.said]).toEqual([code, expect.stringMatching(words)]);
  },
  60_000,
);
