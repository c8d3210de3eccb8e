import { fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, type DatabaseUrls } from '#host';

/** What the process that prepares the database tells the one that started it. */
export type PreparationMessage = { readonly say: string } | { readonly failed: string };

export interface PreparationOptions {
  /** Folder of the project: `dist` stands in it. */
  readonly root: string;
  readonly urls: DatabaseUrls;
  /** LEPTA_DIR, absolute. */
  readonly dir: string;
  readonly withDemo: boolean;
  readonly say: (line: string) => void;
  /** Ends the process: everything it does is one transaction each, and the next start goes on. */
  readonly signal: AbortSignal;
}

/** Migrates and fills the database in a process that ends with it. Rejects with the first line of what went wrong, or when `signal` ends it. */
export function prepareDatabase({ root, urls, dir, withDemo, say, signal }: PreparationOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, 'dist', 'apps', 'cli', 'src', 'prepare.js'), withDemo ? ['--demo'] : [], {
      env: childEnvironment({ DATABASE_URL: urls.running, DATABASE_MIGRATION_URL: urls.owner, LEPTA_DIR: dir }),
      execArgv: ['--enable-source-maps'],
      detached: true, // Ctrl-C in a terminal reaches the whole group, but only the supervisor decides in which order things stop
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      signal,
    });
    let failure: string | null = null;
    child.on('message', (message: PreparationMessage) => {
      if ('say' in message) say(message.say);
      else failure = message.failed;
    });
    child.once('error', reject);
    child.once('close', (code, how) => {
      if (code === 0) resolve();
      else reject(new Error(failure ?? `the database could not be prepared (${how ?? `code ${code}`})`));
    });
  });
}
