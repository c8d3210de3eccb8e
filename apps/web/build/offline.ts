import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly isEntry?: boolean;
}

/** Pages that open without a connection even if they never were: a signed-in person's own room. */
const OWN_PAGES = [
  'offers/components/account-page',
  'ledger/components/statement-page',
  'volunteering/components/my-shifts-page',
  'volunteering/components/ticket-page',
  'notifications/components/notifications-page',
  'matching/components/meeting-page',
  'deliveries/components/trips-page',
  'deliveries/components/trip-page',
].map((page) => `src/features/${page}.tsx`);

/** Builds the worker that keeps pages (src/offline/worker.ts) into `sw.js`, with the list of files that it keeps from the start. */
export function keepOffline(): Plugin {
  let [root, out] = ['', ''];
  return {
    name: 'lepta-offline',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved: (config) => void ([root, out] = [config.root, resolve(config.root, config.build.outDir)]),
    writeBundle: { order: 'pre', sequential: true, handler: () => writeWorker(root, out) },
  };
}

async function writeWorker(root: string, out: string): Promise<void> {
  const made = await build({
    configFile: false,
    root,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    define: { SHELL: JSON.stringify(await shell(out)), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/offline/worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
  const code = [made]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((file) => file.type === 'chunk');
  if (!code || code.type !== 'chunk') throw new Error('The worker was not built');
  await writeFile(join(out, 'sw.js'), code.code);
}

/** Hashed files are known by their names, the page by its content. */
async function shell(out: string): Promise<{ url: string; revision: string | null }[]> {
  const manifest = JSON.parse(await readFile(join(out, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    chunk.imports?.forEach(walk);
  };
  [...Object.keys(manifest).filter((key) => manifest[key]?.isEntry), 'src/app/rooms.ts', ...OWN_PAGES].forEach(walk);
  const page = createHash('sha256')
    .update(await readFile(join(out, 'index.html')))
    .digest('hex')
    .slice(0, 16);
  return [
    { url: '/index.html', revision: page },
    ...[...files].sort().map((file) => ({ url: `/${file}`, revision: null })),
  ];
}
