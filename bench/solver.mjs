// The solver against LEMON on the same instances, in turn, in one run.
import { execFile, execFileSync, fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureCodeBuilt } from '../apps/cli/build.mjs';
import { ROOT } from '../apps/cli/settings.mjs';
import { DATA } from './installation.mjs';
import { makeInstance, SHAPES, writeInstance } from './solver/instances.mjs';
import { fixed, quantile } from './table.mjs';

const ROUNDS = 5;
/** Solves before the first that counts, and for how long: a program that is compiled while it runs is warm after some seconds, not after some solves. */
const WARM = 2,
  WARM_MS = 4_000;
const USUAL = ['M', 'Mdense', 'L', 'Llink', 'Lunit', 'money'];
/** Share of LEMON's best: one thread, two threads. */
const TARGETS = {
  M: [0.8],
  Mdense: [0.6],
  L: [0.45, 0.3],
  Llink: [0.33],
  Lunit: [0.6, 0.4],
  money: [0.6],
  XL: [0.35, 0.22],
};
/** Below that the program itself weighs more than its data. */
const BYTES_PER_PAIR = 60,
  A_MILLION = 900_000;
const CONFIGURATIONS = [
  'block circ parts',
  'candidate circ parts',
  'block circ',
  'candidate circ',
  'block hub parts',
  'candidate hub parts',
  'block hub',
  'candidate hub',
];

export const WITHOUT_INSTALLATION = true;

export async function run(_installation, { instances }) {
  const { broken } = await ensureCodeBuilt(() => undefined);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const names = instances.length > 0 ? instances : USUAL,
    lemon = buildLemon(),
    rows = [];
  for (const name of names) {
    process.stderr.write(`${name} ...\n`);
    rows.push(await measure(name, lemon));
  }
  return [
    {
      name: '5-solver',
      title: 'The solver against LEMON',
      failed: rows.some((row) => row.includes('no')),
      note: `${lemon.note} Median of ${ROUNDS} rounds, both sides in turn, ours warm (at least ${WARM} solves and ${WARM_MS / 1000} s); one thread by processor seconds, so that other work on the machine counts on neither side, two threads by wall. Ours includes the verifier; reading files is left out on both sides. Every objective is the same, ours proved exact each time.`,
      columns: [
        'instance',
        'pairs',
        'ours, s',
        "LEMON's best, s",
        'which',
        'ratio',
        'target',
        'met',
        'two threads, ratio',
        'target',
        'met',
        'greedy',
        'npm highs, s',
        'bytes per pair',
      ],
      rows,
    },
  ];
}

async function measure(name, lemon) {
  const file = instanceFile(name),
    best = await bestOf(lemon, file),
    ours = await start(file);
  try {
    for (let k = 0, began = performance.now(); k < WARM || performance.now() - began < WARM_MS; k++) {
      await ours.ask('solve');
      await ours.ask('threads');
    }
    const rounds = [];
    for (let k = 0; k < ROUNDS; k++)
      rounds.push({
        one: await ours.ask('solve'),
        two: await ours.ask('threads'),
        lemon: best && (await runLemon(lemon, file, best.configuration)),
      });
    const wrong = rounds.find(
      ({ one, two, lemon: theirs }) =>
        one.gap !== 0 || one.objective !== two.objective || (theirs && theirs.objective !== one.objective),
    );
    if (wrong) throw new Error(`${name}: ${JSON.stringify(wrong)}`);
    const middle = (of) => quantile(rounds.map(of), 0.5),
      { one } = rounds[0];
    const ratio = best ? middle((round) => round.one.cpu) / middle((round) => round.lemon.cpu) : NaN,
      pair = best ? middle((round) => round.two.wall) / middle((round) => round.lemon.wall) : NaN;
    const [target, pairTarget] = TARGETS[name] ?? [],
      bytes = await memoryOf(file),
      greedy = await ours.ask('greedy'),
      highs = name === 'M' ? await askHighs(file) : null;
    const met = (value, limit) => (limit === undefined || Number.isNaN(value) ? '' : value <= limit ? 'yes' : 'no');
    if (highs && Math.abs(highs.objective - Number(one.objective)) > 1)
      throw new Error(`${name}: HiGHS says ${highs.objective}`);
    return [
      name,
      one.pairs,
      fixed(
        middle((round) => round.one.cpu),
        3,
      ),
      best
        ? fixed(
            middle((round) => round.lemon.cpu),
            3,
          )
        : '-',
      best?.configuration ?? '-',
      fixed(ratio, 2),
      target ?? '',
      met(ratio, target),
      fixed(pair, 2),
      pairTarget ?? '',
      met(pair, pairTarget),
      `${fixed((100 * Number(greedy.objective)) / Number(one.objective), 1)} %`,
      highs ? fixed(highs.seconds, 1) : '',
      `${fixed(bytes, 0)}${one.pairs > A_MILLION && bytes > BYTES_PER_PAIR ? ' (no)' : ''}`,
    ];
  } finally {
    ours.end();
  }
}

function instanceFile(name) {
  const folder = join(DATA, 'solver'),
    file = join(folder, `${name}.bin`);
  if (SHAPES[name] === undefined)
    throw new Error(`There is no instance ${name}; there are ${Object.keys(SHAPES).join(', ')}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeInstance(file, makeInstance(name));
  return file;
}

/** Compiles the driver where g++ and Debian's liblemon-dev are. */
function buildLemon() {
  const source = join(ROOT, 'bench', 'solver', 'lemon.cpp'),
    program = join(DATA, 'solver', 'lemon');
  mkdirSync(join(DATA, 'solver'), { recursive: true });
  if (existsSync(program) && statSync(program).mtimeMs > statSync(source).mtimeMs)
    return { program, note: lemonNote() };
  const { status, stderr, error } = spawnSync(
    'g++',
    ['-O3', '-march=native', '-DNDEBUG', '-std=c++17', source, '-o', program, '-l:liblemon.a'],
    { encoding: 'utf8' },
  );
  if (error) return { note: 'LEMON is missing: there is no g++ here (apt-get install g++ liblemon-dev).' };
  if (status !== 0)
    return {
      note: stderr.includes('lemon/')
        ? 'LEMON is missing: apt-get install liblemon-dev.'
        : `LEMON's driver does not compile: ${stderr.split('\n')[0]}.`,
    };
  return { program, note: lemonNote() };
}

const lemonNote = () =>
  `LEMON: ${execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n')[0]}, -O3 -march=native.`;

async function runLemon({ program }, file, configuration, timeout = 600_000) {
  const { stdout } = await promisify(execFile)(program, [file, ...configuration.split(' ')], { timeout });
  return JSON.parse(stdout);
}

/** Its best choice changes from instance to instance; one that takes over three times the best so far is given up. */
async function bestOf(lemon, file) {
  let best = null;
  if (lemon.program === undefined) return best;
  for (const configuration of CONFIGURATIONS) {
    const tried = await runLemon(
      lemon,
      file,
      configuration,
      best ? Math.ceil(Math.max(5_000, 3_000 * best.wall)) : undefined,
    ).catch((err) => {
      if (err.killed) return null;
      throw err;
    });
    if (tried && (best === null || tried.cpu < best.cpu)) best = { ...tried, configuration };
  }
  return best;
}

async function start(file) {
  const child = fork(join(ROOT, 'bench', 'solver', 'ours.mjs'), [file]);
  const answer = () =>
    new Promise((done, failed) =>
      child.once('message', done).once('exit', (code) => failed(new Error(`ours.mjs ended with code ${code}`))),
    );
  await answer();
  return {
    ask: (what) => {
      const told = answer();
      child.send(what);
      return told.finally(() => child.removeAllListeners('exit'));
    },
    end: () => child.disconnect(),
  };
}

/** Peak of a process that solves once, less what an empty one takes, by pair: instance and plan included. */
async function memoryOf(file) {
  const fresh = await start(file);
  try {
    return (await fresh.ask('solve')).bytesPerPair;
  } finally {
    fresh.end();
  }
}

function askHighs(file) {
  const child = fork(join(ROOT, 'bench', 'solver', 'highs.mjs'), [file]);
  return new Promise((done, failed) =>
    child
      .once('message', done)
      .once('exit', (code) => code !== 0 && failed(new Error(`highs.mjs ended with code ${code}`))),
  );
}
