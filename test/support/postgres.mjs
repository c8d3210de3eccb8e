// A throw-away server for the tests: the installation's own embedded PostgreSQL, with durability off. Nobody follows it, so a database is
// copied as files, without a log: 40 ms instead of 140.
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { ensureCodeBuilt } from '../../apps/cli/build.mjs';
import { ROOT } from '../../apps/cli/settings.mjs';

const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum_naptime: '5s',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  scram_iterations: '1', // hundreds of connections are opened, and each asks its client for so many rounds
  checkpoint_flush_after: '0',
  bgwriter_flush_after: '0',
};

/** A database is a thousand files, and is copied for every suite: in memory, where the machine has room for them. */
const MEMORY = '/dev/shm';
const ROOM = 2 * 2 ** 30;

function folderForData() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize > ROOM) return MEMORY;
  } catch {
    // no such place here
  }
  return realpathSync(tmpdir());
}

async function embedded() {
  const built = (name) => join(ROOT, 'dist', 'libs', 'host', 'src', name);
  const { broken } = await ensureCodeBuilt(() => {});
  if (!existsSync(built('embedded.js'))) throw new Error(`The code does not compile: ${broken.join('; ')}`);
  const load = (name) => import(pathToFileURL(built(name)).href);
  return { ...(await load('embedded.js')), ...(await load('postmaster.js')) };
}

const withoutDatabase = (url) => url.replace(/\/[^/]*$/, '');

/** Starts a server. `url` is its owner's, `runningUrl` the one of the processes; neither has a database at its end. `dir` goes with it. */
export async function startTestPostgres() {
  const { startEmbedded, livePostmaster } = await embedded();
  removeAbandoned(livePostmaster);
  const dir = mkdtempSync(join(folderForData(), `lepta-test-${process.pid}-`));
  const server = await startEmbedded({ dir, settings: SETTINGS });
  await cheapSignIn(server.urls.owner);
  const abandon = () => {
    removeFolder(dir, livePostmaster);
    process.exit(130);
  };
  process.once('SIGINT', abandon);
  process.once('SIGTERM', abandon);
  return {
    url: withoutDatabase(server.urls.owner),
    runningUrl: withoutDatabase(server.urls.running),
    dir,
    stop: async () => {
      process.off('SIGINT', abandon);
      process.off('SIGTERM', abandon);
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The owner's password was made before the server had these settings. */
async function cheapSignIn(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`ALTER ROLE CURRENT_USER PASSWORD ${client.escapeLiteral(new URL(url).password)}`);
  await client.end();
}

/** Servers of runs that were killed. */
function removeAbandoned(livePostmaster) {
  for (const folder of new Set([tmpdir(), folderForData()])) {
    for (const name of readdirSync(folder)) {
      const owner = /^lepta-test-(\d+)-/.exec(name);
      if (owner && !runs(Number(owner[1]))) removeFolder(join(folder, name), livePostmaster);
    }
  }
}

function removeFolder(dir, livePostmaster) {
  const server = livePostmaster(join(dir, 'pg'));
  if (server) process.kill(server.pid, 'SIGQUIT');
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (err) {
    return err.code === 'EPERM';
  }
}
