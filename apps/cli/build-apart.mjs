// Builds in a process that ends: what compilers and bundlers take (hundreds of megabytes) goes with it.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** As `ensureBuilt`: answers whether code and web pages have changed, throws with the compiler's words. */
export function buildApart(say) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('build.mjs', import.meta.url)), ['--apart'], { execArgv: [] });
    let built = null;
    let failed = null;
    child.on('message', (message) => {
      if (message.say !== undefined) say(message.say);
      if (message.built) built = message.built;
      if (message.failed !== undefined) failed = message.failed;
    });
    child.once('error', reject);
    child.once('close', (code, signal) =>
      built ? resolve(built) : reject(new Error(failed ?? `the builder ended with ${signal ?? `code ${code}`}`)),
    );
  });
}
