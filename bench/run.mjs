// npm run bench                      every benchmark, one table each
// npm run bench -- http              one of them: import, http, latency, memory, solver, match, index, rush, bank, webhooks, soak (soak by name only)
//   --rows 10000     offers and needs each (100000; index: 1000000)      --seconds 5     of each measured stretch
//   --minutes 30     of the soak                          --fresh         make the data anew
//   --instances M,L  of the solver; S, M, Mdense, L, Llink, Lunit, money, XL (all but S and XL)
//   --case text      only the rows whose name has it        --profile   processor profiles of the api in bench/.data
//   --write          docs/benchmarks.md from the results
import { ensureBuilt } from '../apps/cli/build.mjs';
import { openInstallation, say } from './installation.mjs';
import { keep, markdown, writeDocument } from './table.mjs';

const BENCHES = ['import', 'http', 'latency', 'memory', 'solver', 'match', 'index', 'rush', 'bank', 'webhooks', 'soak'];
const BY_NAME_ONLY = ['soak'];

function arguments_(argv) {
  const options = {
    rows: 100_000,
    seconds: 5,
    minutes: 30,
    fresh: false,
    write: false,
    profile: false,
    case: '',
    instances: [],
    names: [],
  };
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at];
    const name = word.replace(/^--/, '');
    if (['fresh', 'write', 'profile'].includes(name) && word.startsWith('--')) options[name] = true;
    else if (['rows', 'seconds', 'minutes'].includes(name) && Number(argv[at + 1]) > 0) {
      options[name] = Number(argv[(at += 1)]);
      options.rowsSaid ||= name === 'rows';
    } else if (name.startsWith('instances=')) options.instances = name.slice('instances='.length).split(',');
    else if (word === '--instances') options.instances = (argv[(at += 1)] ?? '').split(',');
    else if (word === '--case') options.case = argv[(at += 1)] ?? '';
    else if (BENCHES.includes(word)) options.names.push(word);
    else {
      process.stderr.write(
        `Unknown: ${word}. There are ${BENCHES.join(', ')}; --rows N, --seconds N, --minutes N, --instances A,B, --fresh, --write\n`,
      );
      process.exit(2);
    }
  }
  if (options.names.length === 0 && !options.write)
    options.names = BENCHES.filter((name) => !BY_NAME_ONLY.includes(name));
  return options;
}

const options = arguments_(process.argv.slice(2));
let failed = false;
if (options.names.length > 0) {
  await ensureBuilt(say);
  let installation = null; // opened for the first benchmark that asks something of it
  try {
    for (const name of options.names) {
      const bench = await import(`./${name}.mjs`);
      if (!bench.WITHOUT_INSTALLATION) installation ??= await openInstallation(options.rows, { fresh: options.fresh });
      for (const table of await bench.run(installation, options)) {
        process.stdout.write(`${markdown(table)}\n`);
        keep(table.name, table);
        failed ||= table.failed === true;
      }
    }
  } finally {
    await installation?.stop();
  }
}
if (options.write) writeDocument();
process.exitCode = failed ? 1 : 0;
