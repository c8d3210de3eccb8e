// The two ways into the command line: `npm start` (startInstallation) and `npx lepta ...` (runCommand).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApart } from './build-apart.mjs';
import { ensureInstalled } from './install.mjs';
import { checkPort, earlySettings, fail, lockFolder, ROOT } from './settings.mjs';

const FLAGS = new Set(['--watch', '--empty', '--help', '-h']);
const HELP = `Usage: npm start -- [options]      (or: npx lepta start [options])

Installs and builds what is missing, starts the database, the api and the worker, and prints the address.

Options:
  --empty   without the demo region
  --watch   builds and starts again when a source changes (npm run dev)
  --help    this text

Settings come from the environment or .env: PORT, HOST, PUBLIC_URL, DATABASE_URL, REDIS_URL, LEPTA_DIR, ...
`;

const began = Date.now();

/** A progress line with the seconds that have passed. */
function say(line) {
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Lepta needs Node.js 20.19 or newer; this is ${process.versions.node}`);
}

/** @param build what builds: apart, where this process stays */
async function prepare(tell, build) {
  checkNode();
  await ensureInstalled(tell);
  try {
    await build(tell);
  } catch (err) {
    fail(`The build failed: ${err.message}`);
  }
}

async function load(file) {
  return import(pathToFileURL(join(ROOT, 'dist', 'apps', 'cli', 'src', file)).href);
}

export async function startInstallation(args) {
  const unknown = args.find((arg) => !FLAGS.has(arg));
  if (unknown) fail(`Unknown option ${unknown}; npm start -- --help lists what there is`);
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(HELP);
  process.stdout.on('error', () => {}); // the reader of the output has gone; that is no reason to stop
  process.chdir(ROOT);
  stopWithNpm();
  const settings = earlySettings();
  const holder = lockFolder(settings.dir);
  if (holder !== null)
    fail(
      `Lepta is already running or being started in this folder (process ${holder}). Stop it first, or set LEPTA_DIR and PORT for a second one.`,
    );
  await checkPort(settings);
  await prepare(say, buildApart);
  const { start } = await load('supervisor.js');
  const running = await start({ root: ROOT, say, empty: args.includes('--empty') });
  if (args.includes('--watch')) (await import('./watch.mjs')).watchSources(say, running);
}

/** Every other command: quiet about installing and building. */
export async function runCommand(argv) {
  if (argv[0] === 'start') return startInstallation(argv.slice(1));
  await prepare(
    (line) => process.stderr.write(`${line}\n`),
    async (tell) => (await import('./build.mjs')).ensureBuilt(tell),
  );
  const { run } = await load('main.js');
  await run(argv, { root: ROOT, lockFolder });
}

/**
 * npm starts us through a shell and may end without a word to us (kill -9), or only with one to the shell (SIGTERM): when either of them
 * is gone, this process ends as by Ctrl-C.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const above = process.platform === 'linux' && !/npm/.test(read(`/proc/${parent}/cmdline`)) ? parentOf(parent) : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (above === null || parentOf(parent) === above)) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}

function parentOf(pid) {
  return Number(
    read(`/proc/${pid}/stat`)
      .replace(/^.*\)\s/s, '')
      .split(' ')[1],
  );
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
