import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createLine, type AddressInfo } from 'node:net';
import { Outbound, OutboundError, type OutboundRequest } from '#platform';

let server: Server;
let url: string;
let seen: IncomingMessage[] = [];
let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
  void response.end('ok');

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    handle(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  handle = (_request, response) => void response.end('ok');
});

const guarded = new Outbound();
const open = new Outbound(['127.0.0.1']);
async function faultOf(outbound: Outbound, address: string, request?: OutboundRequest): Promise<string> {
  try {
    return String((await outbound.call(address, request)).status);
  } catch (err) {
    if (!(err instanceof OutboundError)) throw err;
    expect(err.message).not.toContain('://');
    return err.fault;
  }
}

test.each([
  'http://127.0.0.1',
  'http://localhost',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://2130706433',
  'http://0x7f.1',
  'http://0.0.0.0',
  'http://10.0.0.1',
  'http://192.168.1.1',
  'http://172.16.0.1',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1',
  'http://[fd00::1]',
  'http://[fe80::1]',
  'http://224.0.0.1',
])('%s is not called', async (address) => {
  const { port } = server.address() as AddressInfo;
  const target = new URL(address);
  target.port = String(port);
  expect(await faultOf(guarded, target.href, { timeoutMs: 2_000 })).toBe('not-allowed');
  expect(seen).toEqual([]);
});

test.each([
  'ftp://example.org/x',
  'file:///etc/passwd',
  'data:text/plain,x',
  'not an address',
  'http://user:password@example.org/',
  'https://token@example.org/',
])('%s is no address to call', async (address) => {
  expect(await faultOf(guarded, address)).toBe('address');
});

test('an allowed address answers, whatever its status', async () => {
  handle = (_request, response) => void response.writeHead(503, { 'x-why': 'later' }).end('body');
  const answer = await open.call(url, { method: 'POST', body: 'привет', headers: { Authorization: 'Bearer x' } });
  expect([answer.status, answer.headers['x-why'], answer.body.toString()]).toEqual([503, 'later', 'body']);
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'content-length': '12', 'user-agent': 'Lepta' });
});

test('a redirect to a private address is not followed', async () => {
  handle = (_request, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  expect(await faultOf(open, url)).toBe('not-allowed');
});

test('redirects: three at most; a secret header stays with its host; credentials in one are refused', async () => {
  handle = (_request, response) => void response.writeHead(302, { location: '/again' }).end();
  expect(await faultOf(open, url)).toBe('redirects');
  expect(seen).toHaveLength(4);
  expect(await faultOf(open, url, { maxRedirects: 0 })).toBe('302');

  seen = [];
  const { port } = server.address() as AddressInfo;
  handle = (request, response) =>
    void (request.url === '/end'
      ? response.end('ok')
      : response.writeHead(307, { location: `http://127.0.0.2:${port}/end` }).end());
  const both = createServer((request, response) => {
    seen.push(request);
    response.end('ok');
  });
  await new Promise<void>((done) => both.listen(port, '127.0.0.2', () => done()));
  expect(
    await faultOf(new Outbound(['127.0.0.0/8']), url, {
      headers: { Authorization: 'Bearer x', Cookie: 'a=b', 'x-event': 'e' },
    }),
  ).toBe('200');
  both.close();
  both.closeAllConnections();
  expect(seen[1]?.headers).toMatchObject({ 'x-event': 'e' });
  expect([seen[1]?.headers.authorization, seen[1]?.headers.cookie]).toEqual([undefined, undefined]);

  handle = (_request, response) => void response.writeHead(302, { location: `http://a:b@127.0.0.1:${port}/` }).end();
  expect(await faultOf(open, url)).toBe('address');
});

test('an answer that is too large is cut off, also when it says nothing of its length', async () => {
  handle = (_request, response) => {
    const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
    response.on('close', () => clearInterval(timer));
  };
  expect(await faultOf(open, url, { maxBytes: 50_000 })).toBe('too-large');
});

test('an answer that trickles or never comes ends with the time', async () => {
  handle = (_request, response) => {
    response.write('x');
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  };
  expect(await faultOf(open, url, { timeoutMs: 200 })).toBe('timeout');
  handle = () => undefined;
  expect(await faultOf(open, url, { timeoutMs: 200 })).toBe('timeout');
});

test('an answer that breaks off, and nobody there, are unreachable', async () => {
  handle = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await faultOf(open, url)).toBe('unreachable');
  const line = createLine();
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', () => done()));
  const { port } = line.address() as AddressInfo;
  await new Promise<void>((done) => line.close(() => done()));
  expect(await faultOf(open, `http://127.0.0.1:${port}`)).toBe('unreachable');
});
