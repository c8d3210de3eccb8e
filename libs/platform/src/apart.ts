import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const OBJECTS_MAX_MB = 256;

/** What came of a task: its answer, or how its process ended without one. */
export type Apart<Answer> =
  { readonly answer: Answer } | { readonly answer: null; readonly ended: number | NodeJS.Signals | null };

/** The file of a process that stands beside the one that asks. @param here its `import.meta.url` */
export function programBeside(here: string, name: string): URL {
  const built = here.endsWith('.ts') ? here.replace(/\/(?=libs\/[^/]+\/src\/)/, '/dist/') : here; // Node loads no sources: tests start what was built of them
  return new URL(`./${name}.js`, built);
}

/**
 * Does a task in a process of its own, without our settings, which ends when it takes too long or too much: whatever the task does to its process, it
 * does it there, and here others are answered meanwhile. The process gets the task as its first message and answers with one. Rejects only where
 * such a process cannot be had.
 */
export function runApart<Answer>(
  program: URL,
  task: object,
  { timeMs }: { readonly timeMs: number },
): Promise<Apart<Answer>> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(program), {
      serialization: 'advanced',
      env: {},
      execArgv: [...process.execArgv, `--max-old-space-size=${OBJECTS_MAX_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const late = setTimeout(() => child.kill('SIGKILL'), timeMs);
    let answered: Apart<Answer> | null = null;
    child.once('message', (answer) => {
      answered = { answer: answer as Answer };
      child.kill('SIGKILL'); // it has nothing to tidy up
    });
    child.once('error', (err) => {
      clearTimeout(late);
      fail(err);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      done(answered ?? { answer: null, ended: code ?? signal });
    });
    child.send(task, (err) => err && child.kill('SIGTERM'));
  });
}
