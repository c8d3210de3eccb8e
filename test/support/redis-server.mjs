// A throw-away Redis or Valkey for the tests: the machine's own program on a free port, or the server that REDIS_URL names.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['redis-server', 'valkey-server'];
const START_MS = 10_000;

/** Path of a Redis or Valkey server on this machine, or null. */
export function redisProgram() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const program of PROGRAMS) {
      try {
        accessSync(join(folder, program), constants.X_OK);
        return join(folder, program);
      } catch {
        continue;
      }
    }
  }
  return null;
}

/** Whether suites that need Redis can run here. */
export function redisThere() {
  return redisProgram() !== null || Boolean(process.env.REDIS_URL);
}

/** Null where there is none. Nothing is kept on disk. */
export async function startTestRedis() {
  if (redisProgram() === null)
    return process.env.REDIS_URL ? { url: process.env.REDIS_URL, stop: async () => {} } : null;
  return startOwnRedis(await freePort());
}

/** A server of one's own at this port, which can be killed (-9) and with that forgets everything. */
export async function startOwnRedis(port) {
  const program = redisProgram();
  if (program === null)
    throw new Error('There is no Redis on this machine: apt-get install redis-server (or valkey-server)');
  const dir = mkdtempSync(join(tmpdir(), 'lepta-redis-'));
  const server = spawn(
    program,
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      dir,
      '--save',
      '',
      '--appendonly',
      'no',
      '--databases',
      '64',
    ],
    { stdio: 'ignore' },
  );
  const stopNow = () => server.kill('SIGKILL');
  process.once('exit', stopNow);
  for (const until = Date.now() + START_MS; !(await answers(port));) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`${program} does not start`);
    await new Promise((done) => setTimeout(done, 20));
  }
  const end = async (signal) => {
    process.off('exit', stopNow);
    const gone = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await gone;
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (said) => done(said.toString().startsWith('+PONG')) || socket.destroy());
    socket.once('error', () => done(false));
  });
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
