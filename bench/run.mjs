// npm run bench                      every benchmark, one table each
// npm run bench -- http              one of them: import, http, latency, memory, solver, match, index, soak (soak by name only)
//   --rows 10000     offers and needs each (100000; index: 1000000)      --seconds 5     of each measured stretch
//   --minutes 30     of the soak                          --fresh         make the data anew
//   --instances M,L  of the solver; S, M, Mdense, L, Llink, Lunit, money, XL (all but S and XL)
//   --case text      only the rows whose name has it        --profile   processor profiles of the api in bench/.data
//   --write          docs/benchmarks.md from the results
import { ensureBuilt } from '../apps/cli/build.mjs';
import { openInstallation, say } from './installation.mjs';
import { keep, markdown, writeDocument } from './table.mjs';

const BENCHES = ['import', 'http', 'latency', 'memory', 'solver', 'match', 'index', 'soak'];
/** Without a database. */
const ALONE = ['solver', 'match', 'index'];
const BY_NAME_ONLY = ['soak'];

function arguments_(argv) {
  const options = { rows: 100_000, seconds: 5, minutes: 30, fresh: false, write: false, profile: false, case: '', instances: [], names: [] };
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at];
    const name = word.replace(/^--/, '');
    if (['fresh', 'write', 'profile'].includes(name) && word.startsWith('--')) options[name] = true;
    else if (['rows', 'seconds', 'minutes'].includes(name) && Number(argv[at + 1]) > 0) {
      options[name] = Number(argv[(at += 1)]);
      options.rowsSaid ||= name === 'rows';
    }
    else if (name.startsWith('instances=')) options.instances = name.slice('instances='.length).split(',');
    else if (word === '--instances') options.instances = (argv[(at += 1)] ?? '').split(',');
    else if (word === '--case') options.case = argv[(at += 1)] ?? '';
    else if (BENCHES.includes(word)) options.names.push(word);
    else {
      process.stderr.write(`Unknown: ${word}. There are ${BENCHES.join(', ')}; --rows N, --seconds N, --minutes N, --instances A,B, --fresh, --write\n`);
      process.exit(2);
    }
  }
  if (options.names.length === 0 && !options.write) options.names = BENCHES.filter((name) => !BY_NAME_ONLY.includes(name));
  return options;
}

const options = arguments_(process.argv.slice(2));
let failed = false;
async function measure(names, installation) {
  for (const name of names) {
    const { run } = await import(`./${name}.mjs`);
    for (const table of await run(installation, options)) {
      process.stdout.write(`${markdown(table)}\n`);
      keep(table.name, table);
      failed ||= table.failed === true;
    }
  }
}

const served = options.names.filter((name) => !ALONE.includes(name));
if (served.length > 0) {
  const installation = await openInstallation(options.rows, { fresh: options.fresh });
  try {
    await measure(served, installation);
  } finally {
    await installation.stop();
  }
}
const alone = options.names.filter((name) => ALONE.includes(name));
if (alone.length > 0) await ensureBuilt(say);
await measure(alone, null);
if (options.write) writeDocument();
process.exitCode = failed ? 1 : 0;
