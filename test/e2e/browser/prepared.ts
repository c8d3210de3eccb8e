import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '#host';
import { prepareDatabase } from '../../../apps/cli/src/preparation.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** These databases need not survive a power cut. */
const WITHOUT_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Where the folders stand that installations of the browser tests are copied from: `LEPTA_DIR` as `npm start` leaves it before api and worker run. */
export const PREPARED = { empty: 'LEPTA_TEST_EMPTY', demo: 'LEPTA_TEST_REGION' } as const;
export type Kind = keyof typeof PREPARED;

/** Migrates and fills what is there, by the code of `npm start`. */
async function prepare(dir: string, withDemo: boolean): Promise<void> {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const server = await startEmbedded({ dir, settings: WITHOUT_DURABILITY });
  try {
    await prepareDatabase({
      root: ROOT,
      urls: server.urls,
      dir,
      withDemo,
      say,
      signal: new AbortController().signal,
    });
  } catch (err) {
    throw new Error(`The database of the browser tests could not be made:\n${said.join('\n')}`, { cause: err });
  } finally {
    await server.stop();
  }
}

function withoutDurability(dir: string): void {
  const lines = Object.entries(WITHOUT_DURABILITY).map(([name, value]) => `${name} = ${value}\n`);
  const settings = join(dir, 'pg', 'postgresql.auto.conf');
  if (existsSync(settings)) appendFileSync(settings, lines.join(''));
}

/** Keeps owners and modes: the files of a database belong to the person who runs it. */
const copy = (from: string, to: string): void => void execFileSync('cp', ['-a', from, to]);

/**
 * Makes an installation without the demo region and one with it, which costs half a minute of a processor, once for all that the tests
 * start. The environment says where they stand. Answers with what removes them.
 */
export async function prepareInstallations(): Promise<() => void> {
  execFileSync(process.execPath, ['apps/cli/build.mjs'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = mkdtempSync(join(tmpdir(), 'lepta-prepared-'));
  chmodSync(folder, 0o711); // the database may run as another user, who must be able to reach its folder
  const [empty, demo] = [join(folder, 'empty'), join(folder, 'demo')];
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await prepare(empty, false);
    withoutDurability(empty);
    copy(empty, demo);
    await prepare(demo, true);
  } catch (err) {
    remove();
    throw err;
  }
  process.env[PREPARED.empty] = empty;
  process.env[PREPARED.demo] = demo;
  return remove;
}

/** A folder for an installation of its own, without what has to be prepared; `to` must not exist. */
export function copyPrepared(kind: Kind, to: string): void {
  const from = process.env[PREPARED[kind]];
  if (!from) throw new Error('The global setup of the browser tests has not run');
  copy(from, to);
}
