// `npm run dev`: builds what has changed and starts the processes again.
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildApart } from './build-apart.mjs';
import { ROOT } from './settings.mjs';

const QUIET_MS = 200;

export function watchSources(say, running) {
  let timer;
  let busy = false;
  let again = false;
  const rebuild = async () => {
    if (busy) return void (again = true);
    busy = true;
    try {
      const { code, web } = await buildApart(say);
      if (code || web) {
        // the api draws with the pages that it has loaded
        say('starting again');
        await running.restart();
      }
    } catch (err) {
      say(`the build failed: ${err.message}`);
    } finally {
      busy = false;
      if (again) {
        again = false;
        void rebuild();
      }
    }
  };
  for (const folder of ['apps', 'libs', 'migrations']) {
    if (!existsSync(join(ROOT, folder))) continue;
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, QUIET_MS);
    });
  }
  say('watching apps, libs and migrations');
}
