import { setTimeout as sleep } from 'node:timers/promises';
import { Env, runningEmbedded, startEmbedded } from '#platform';

/** What the launcher hands to a command. */
export interface Operator {
  readonly root: string;
  /** Takes the folder of the installation; answers the process that has it already, or null. */
  lockFolder(dir: string): number | null;
}

const WAIT_MS = 30_000;

/**
 * Runs a command on the database of the installation: DATABASE_URL, or the embedded one: the running one where Lepta runs, else it is
 * started for the command and stopped after it.
 */
export async function withDatabase(operator: Operator, work: (url: string, env: Env) => Promise<void>): Promise<void> {
  const env = Env.load();
  if (env.DATABASE_URL) return work(env.DATABASE_URL, env);
  const holder = operator.lockFolder(env.LEPTA_DIR);
  if (holder !== null) return work(await runningUrl(env.LEPTA_DIR, holder), env);
  const database = await startEmbedded({ dir: env.LEPTA_DIR });
  try {
    await work(database.url, env);
  } finally {
    await database.stop();
  }
}

async function runningUrl(dir: string, holder: number): Promise<string> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await sleep(200)) {
    const url = runningEmbedded(dir);
    if (url) return url;
  }
  throw new Error(`Process ${holder} holds this installation, but its database does not answer`);
}
