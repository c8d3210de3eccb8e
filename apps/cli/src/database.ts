import { setTimeout as sleep } from 'node:timers/promises';
import { configuredUrls, Env, runningEmbedded, startEmbedded, type DatabaseUrls } from '#host';

/** What the launcher hands to a command. */
export interface Operator {
  readonly root: string;
  /** Takes the folder of the installation; answers the process that has it already, or null. */
  lockFolder(dir: string): number | null;
}

const WAIT_MS = 30_000;

/**
 * Runs a command on the database of the installation: DATABASE_URL, or the embedded one: the running one where Lepta runs, else it is
 * started for the command and stopped after it. What migrates, seeds or restores goes in as the owner, everything else as the processes do.
 */
export async function withDatabase(
  operator: Operator,
  work: (urls: DatabaseUrls, env: Env) => Promise<void>,
): Promise<void> {
  const env = Env.load();
  const configured = configuredUrls(env);
  if (configured) return work(configured, env);
  const holder = operator.lockFolder(env.LEPTA_DIR);
  if (holder !== null) return work(await runningUrls(env.LEPTA_DIR, holder), env);
  const database = await startEmbedded({ dir: env.LEPTA_DIR });
  try {
    await work(database.urls, env);
  } finally {
    await database.stop();
  }
}

async function runningUrls(dir: string, holder: number): Promise<DatabaseUrls> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await sleep(200)) {
    const urls = runningEmbedded(dir);
    if (urls) return urls;
  }
  throw new Error(`Process ${holder} holds this installation, but its database does not answer`);
}
