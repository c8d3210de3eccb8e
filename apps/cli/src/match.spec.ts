import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { generate } from '#exchange';
import { needSideOf, offerSideOf } from '#tables';
import {
  hardConditions,
  scoreParts,
  smallestMeeting,
  freshContext,
  FIRST_WEIGHTS,
  type NeedSide,
  type OfferSide,
} from '#engine';
import { InputError } from './input.js';
import { addMatchCommand } from './match.js';

const NOW = '2026-01-01T00:00:00Z';
const OFFERS = `id,kind,category,item,quantity,unit,min_lot,place,radius_km,skills,from,until,prefers,vetted
o-1,money,,,1500.00,rub,,blagoveshchensk,,,,,,
o-2,money,,,700,rub,,tynda,50,,,,,
o-3,time,elderly-visiting,,3,hour,,blagoveshchensk,,,,,org-2,yes
`;
const NEEDS = `id,organization,kind,category,item,quantity,unit,min_quantity,place,remote,skills,from,deadline,urgency,beneficiaries
n-1,org-1,money,relief-clothing,,1000,rub,,blagoveshchensk,false,,,2026-03-01,5,10
n-2,org-2,money,relief-clothing,,900.5,rub,,zeya,false,,,2026-03-01,2,10
n-3,org-2,time,elderly-visiting,,120,,,blagoveshchensk,false,,,2026-03-01,3,1
n-4,org-3,goods,relief-clothing,,5,pcs,,zeya,false,,,2026-03-01,3,1
`;

interface PlanRow {
  offer: string;
  need: string;
  kind: string;
  quantity: string;
  unit: string;
  score: string;
  parts: string;
}
interface Report {
  offers: number;
  needs: number;
  rejectedRows: number;
  pairs: number;
  matches: number;
  gap: number;
  flowGap: number;
  byUnit: {
    kind: string;
    unit: string;
    offered: number;
    needed: number;
    matched: number;
    pairs: number;
    objective: string;
    upperBound: string;
    gap: number;
    flowGap: number;
  }[];
  byPlace: { place: string; kind: string; unit: string; needed: number; matched: number; share: number }[];
  fairness: { jain: number; jainWithoutEquity?: number; priceOfEquity?: number };
  weights: Record<string, number>;
  unmet: { need: string; reason: string; matched: number; left: number }[];
  seconds: Record<string, number>;
  peakRssMiB: number;
}

let folder: string;
let catalogue: Catalogue;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lepta-match-'));
  catalogue = await catalogueFromFiles();
});
const [out, err] = [process.stdout.write, process.stderr.write];
beforeEach(() => {
  process.stdout.write = () => true;
});
afterEach(() => {
  Object.assign(process.stdout, { write: out });
  Object.assign(process.stderr, { write: err });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function match(...words: string[]): Promise<void> {
  const program = new Command().exitOverride();
  addMatchCommand(program);
  await program.parseAsync(['match', '--now', NOW, ...words], { from: 'user' });
}

/** Runs on texts; answers the plan and the report. */
async function run(
  offers: string | Buffer,
  needs: string | Buffer,
  ...words: string[]
): Promise<{ plan: PlanRow[]; report: Report; bytes: string }> {
  writeFileSync(file('offers.csv'), offers);
  writeFileSync(file('needs.csv'), needs);
  await match(
    '--offers',
    file('offers.csv'),
    '--needs',
    file('needs.csv'),
    '--out',
    file('plan.csv'),
    '--report',
    file('report.json'),
    ...words,
  );
  return read();
}

function read(): { plan: PlanRow[]; report: Report; bytes: string } {
  const bytes = readFileSync(file('plan.csv'), 'utf8');
  return {
    bytes,
    plan: parse(bytes, { columns: true }) as PlanRow[],
    report: JSON.parse(readFileSync(file('report.json'), 'utf8')) as Report,
  };
}

const short = (plan: readonly PlanRow[]): string[] =>
  plan.map(({ offer, need, quantity, unit }) => `${offer} ${need} ${quantity} ${unit}`);

test('a small plan: what goes to whom, in base units, and why the rest stays open', async () => {
  const { plan, report } = await run(OFFERS, NEEDS, '--exact');
  expect(short(plan)).toEqual(['o-1 n-1 100000 kopeck', 'o-1 n-2 50000 kopeck', 'o-3 n-3 120 minute']);
  expect(report).toMatchObject({ offers: 3, needs: 4, rejectedRows: 0, matches: 3, gap: 0, flowGap: 0 });
  expect(report.byUnit.find(({ kind }) => kind === 'money')).toMatchObject({
    unit: 'kopeck',
    offered: 220000,
    needed: 190050,
    matched: 150000,
    gap: 0,
  });
  expect(report.byPlace).toContainEqual({
    place: 'zeya',
    kind: 'money',
    unit: 'kopeck',
    needed: 90050,
    matched: 50000,
    share: 50000 / 90050,
  });
  expect(report.unmet).toEqual([
    expect.objectContaining({ need: 'n-2', reason: 'scarce', matched: 50000, left: 40050 }),
    expect.objectContaining({ need: 'n-4', reason: 'kind', matched: 0, left: 5 }),
  ]);
  expect(existsSync(file('plan.csv.rejected.csv'))).toBe(false);
  expect(report.weights).toMatchObject({ version: 1, purpose: 250_000 });
});

test('rows that cannot be used are listed with line, column, code and a sentence; the others are planned', async () => {
  const bad = `${OFFERS}o-1,money,,,5,rub,,,,,,,,\no-4,money,,,many,rub,,,,,,,,\no-5,money,,,5,rub,,,,,,,org-9,\n`;
  const { report } = await run(bad, `${NEEDS}n-5,org-1,money,nowhere,,5,rub,,zeya,false,,,2026-03-01,9,1\n`);
  expect(report).toMatchObject({ offers: 6, needs: 5, rejectedRows: 4, matches: 3 });
  const listed = parse(readFileSync(file('plan.csv.rejected.csv'), 'utf8'), { columns: true }) as {
    file: string;
    line: string;
    column: string;
    code: string;
    en: string;
  }[];
  expect(listed.map(({ file: table, line, column, code }) => `${table} ${line} ${column} ${code}`)).toEqual([
    'offers 5 id exchange.duplicate-id',
    'offers 6 quantity quantity.not-a-number',
    'offers 7 prefers form.not-in-list',
    'needs 6 urgency form.too-large',
  ]);
  expect(listed.every(({ en }) => en.endsWith('.'))).toBe(true);
});

test('an offer in boxes is shared out in whole ones; what that leaves open and costs is told', async () => {
  const offers = `id,kind,category,item,quantity,unit,min_lot,each_quantity,each_unit,place
b-1,goods,relief-food-parcels,food-dry,3,box,,12.5,kg,blagoveshchensk
b-2,goods,relief-food-parcels,food-dry,4,kg,,,,blagoveshchensk
`;
  const needs = `id,organization,kind,category,item,quantity,unit,place,deadline
n-1,org-1,goods,relief-food-parcels,food-dry,20,kg,blagoveshchensk,2026-03-01
n-2,org-2,goods,relief-food-parcels,food-dry,17,kg,blagoveshchensk,2026-03-01
`;
  const told: string[] = [];
  process.stderr.write = (text) => told.push(String(text)) > 0;
  const { plan, report } = await run(offers, needs);
  const given = (offer: string): number[] =>
    plan.filter((row) => row.offer === offer).map(({ quantity }) => Number(quantity));
  expect([given('b-1'), given('b-2')]).toEqual([[12_500, 12_500], [4_000]]);
  const [unit] = report.byUnit;
  expect(BigInt(unit!.upperBound) > BigInt(unit!.objective)).toBe(true);
  expect([unit!.gap > 0.1, unit!.flowGap]).toEqual([true, 0]);
  expect(report.unmet.map(({ reason }) => reason)).toEqual(['boxes', 'boxes']);
  expect(told.join('')).toMatch(/goods, gram: .*whole boxes cost \d+\.\d{3} % of it/);
});

test('what binds a gift, its best-before date and its cold chain are hard conditions of a plan', async () => {
  const offers = `id,kind,category,item,quantity,unit,place,until,only,best_before,cold_chain
b-1,money,,,700,rub,,,zeya,,
b-2,money,,,700,rub,,,n-1,,
b-3,money,,,700,rub,,,tynda|org-9,,
b-4,money,,,700,rub,,,narnia,,
b-5,goods,relief-food-parcels,food-dairy-meat,10,kg,blagoveshchensk,,,2027-01-01,true
b-6,goods,relief-food-parcels,food-dry,10,kg,blagoveshchensk,,,2026-02-01,false
b-7,goods,relief-food-parcels,food-oil-sugar,10,kg,blagoveshchensk,,,2026-04-01,false
`;
  const needs = `id,organization,kind,category,item,quantity,unit,place,deadline,cold_chain
n-1,org-1,money,relief-clothing,,1000,rub,blagoveshchensk,2026-03-01,
n-2,org-2,money,relief-clothing,,900,rub,zeya,2026-03-01,
n-3,org-2,goods,relief-food-parcels,food-dairy-meat,10,kg,tynda,2026-03-01,true
n-4,org-2,goods,relief-food-parcels,food-dairy-meat,3,kg,blagoveshchensk,2026-03-01,true
n-5,org-2,goods,relief-food-parcels,food-dairy-meat,3,kg,blagoveshchensk,2026-03-01,false
n-6,org-2,goods,relief-food-parcels,food-dry,10,kg,blagoveshchensk,2026-03-01,
n-7,org-2,goods,relief-food-parcels,food-oil-sugar,10,kg,blagoveshchensk,2026-03-01,
`;
  const { plan, report } = await run(offers, needs);
  expect(plan.map(({ offer, need, quantity }) => `${offer} ${need} ${quantity}`).sort()).toEqual([
    'b-1 n-2 70000',
    'b-2 n-1 70000',
    'b-5 n-4 3000',
    'b-7 n-7 10000',
  ]);
  const listed = parse(readFileSync(file('plan.csv.rejected.csv'), 'utf8'), { columns: true }) as {
    line: string;
    column: string;
    code: string;
  }[];
  expect([report.rejectedRows, listed.map(({ line, column, code }) => `${line} ${column} ${code}`)]).toEqual([
    2,
    ['4 only offer.bound-to-unknown', '5 only offer.bound-to-unknown'],
  ]);
  expect(report.unmet.find(({ need }) => need === 'n-6')?.reason).toBe('storage');
});

test.each([
  [
    'ru_RU.UTF-8',
    '<html lang="ru">',
    [
      'Вкладов: 3, нужд: 4, передач: 3.',
      '2\u00a0200\u00a0₽',
      '1\u00a0900,50\u00a0₽',
      '2\u00a0ч',
      'Зея',
      'такой помощи никто не предлагает',
      'рубль',
    ],
  ],
  [
    'en_GB.UTF-8',
    '<html lang="en">',
    [
      'Offers: 3, needs: 4, matches: 3.',
      '2,200\u00a0₽',
      '1,900.50\u00a0₽',
      '2\u00a0h',
      'Zeya',
      'nobody offers this kind of help',
    ],
  ],
])(
  'a report for people, in one file, with amounts as they are typed, in the language of %s',
  async (locale, language, said) => {
    const before = process.env['LC_ALL'];
    process.env['LC_ALL'] = locale;
    try {
      await run(OFFERS, NEEDS, '--exact', '--html', file('report.html'));
    } finally {
      if (before === undefined) delete process.env['LC_ALL'];
      else process.env['LC_ALL'] = before;
    }
    const page = readFileSync(file('report.html'), 'utf8');
    expect(page).toContain(language);
    for (const words of said) expect(page).toContain(words);
    expect(page).not.toMatch(/kopeck|https?:|src=|<script|<link/);
  },
);

test('what stands in a file is text in the report, not markup', async () => {
  await run(OFFERS, NEEDS.replace('n-4,org-3', '<b>n-4</b>,<img>'), '--html', file('report.html'));
  const page = readFileSync(file('report.html'), 'utf8');
  expect(page).toContain('&lt;b&gt;n-4&lt;/b&gt;');
  expect(page).not.toMatch(/<b>|<img>/);
});

test('strict: the first such row ends the run, and nothing is written', async () => {
  rmSync(file('plan.csv'), { force: true });
  rmSync(file('report.json'), { force: true });
  await expect(run(`${OFFERS}o-4,money,,,many,rub,,,,,,,,\n`, NEEDS, '--strict')).rejects.toThrow(InputError);
  expect([existsSync(file('plan.csv')), existsSync(file('report.json'))]).toEqual([false, false]);
});

test('semicolons, a byte order mark and columns in another order say the same; unknown columns are warned of', async () => {
  const expected = (await run(OFFERS, NEEDS)).bytes;
  const warned: unknown[] = [];
  process.stderr.write = (text) => warned.push(text) > 0;
  const rows = OFFERS.trim()
    .split('\n')
    .map((line, at) => [...line.split(',').reverse(), at === 0 ? 'colour' : 'red'].join(';'));
  expect((await run(`\uFEFF${rows.join('\r\n')}\r\n`, NEEDS)).bytes).toBe(expected);
  expect(warned).toContain(`${file('offers.csv')}: the column colour is not known and is left out\n`);
});

test('one of the files may come by standard input', async () => {
  const expected = (await run(OFFERS, NEEDS)).bytes;
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(NEEDS)]), configurable: true });
  try {
    await match('--offers', file('offers.csv'), '--needs', '-', '--out', file('plan.csv'));
  } finally {
    Object.defineProperty(process, 'stdin', stdin);
  }
  expect(readFileSync(file('plan.csv'), 'utf8')).toBe(expected);
  await expect(match('--offers', '-', '--needs', '-', '--out', file('plan.csv'))).rejects.toThrow('standard input');
});

test.each([
  ['not CSV at all', 'a"b,c\n"'],
  ['without a needed column', 'id,kind\n1,money\n'],
  ['empty', ''],
])('a file that is %s is told in one line', async (_, text) => {
  await expect(run(text, NEEDS)).rejects.toThrow(InputError);
});

test("neither this command nor its threads load the database's code or the framework's", () => {
  const modules = [
    'apps/cli/src/main.ts',
    'apps/cli/src/match.ts',
    'apps/cli/src/solve/solve-command.ts',
    ...['engine', 'catalogue', 'forms', 'tables'].map((lib) => `libs/${lib}/src/index.ts`),
  ];
  const script = `for (const path of ${JSON.stringify(modules)}) await import(new URL(path, 'file://${process.cwd()}/').href); console.log(typeof Reflect.getMetadata)`; // both bring it
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', '--import', './test/support/typescript.mjs', '--input-type=module', '-e', script],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect(`${stdout}${stderr}`).toBe('undefined\n');
});

describe('on generated files', () => {
  let offers: string;
  let needs: string;
  const sides = { offers: new Map<string, OfferSide>(), needs: new Map<string, NeedSide>() };

  beforeAll(async () => {
    const now = new Date(NOW);
    const paths = await generate(catalogue, {
      offers: 700,
      needs: 700,
      seed: 3,
      out: join(folder, 'made'),
      skewed: false,
      now,
    });
    [offers, needs] = [readFileSync(paths.offers, 'utf8'), readFileSync(paths.needs, 'utf8')];
    for (const cells of parse(offers, { columns: true }) as Record<string, string>[]) {
      const read = offerSideOf(catalogue, cells, now);
      if (read.ok) sides.offers.set(read.side.id, read.side);
    }
    for (const cells of parse(needs, { columns: true }) as Record<string, string>[]) {
      const read = needSideOf(catalogue, cells, now);
      if (read.ok) sides.needs.set(read.side.id, read.side);
    }
  });

  test('the plan adds up to the report, keeps every condition, and its parts give the score', async () => {
    const { plan, report } = await run(offers, needs);
    expect(plan.length).toBeGreaterThan(200);
    const now = Date.parse(NOW);
    const [given, got, objectives] = [new Map<string, number>(), new Map<string, number>(), new Map<string, bigint>()];
    for (const row of plan) {
      const [offer, need, quantity] = [sides.offers.get(row.offer)!, sides.needs.get(row.need)!, Number(row.quantity)];
      expect(hardConditions(offer, need, { now })).toEqual([]);
      expect(quantity).toBeGreaterThanOrEqual(smallestMeeting(offer, need));
      expect(row.unit).toBe(offer.baseUnit);
      const expected = scoreParts(offer, need, freshContext(FIRST_WEIGHTS), now, {
        name: (code) => ({ ru: code, en: code }),
        amount: () => ({ ru: '', en: '' }),
      });
      expect(JSON.parse(row.parts)).toEqual(Object.fromEntries(expected.parts.map(({ part, value }) => [part, value])));
      expect(Number(row.score)).toBe(expected.score);
      given.set(row.offer, (given.get(row.offer) ?? 0) + quantity);
      got.set(row.need, (got.get(row.need) ?? 0) + quantity);
      const key = `${row.kind} ${row.unit}`;
      objectives.set(key, (objectives.get(key) ?? 0n) + BigInt(row.score) * BigInt(quantity));
    }
    for (const [id, amount] of given) expect(amount).toBeLessThanOrEqual(sides.offers.get(id)!.left);
    for (const [id, amount] of got) expect(amount).toBeLessThanOrEqual(sides.needs.get(id)!.left);
    for (const unit of report.byUnit) {
      expect(unit.objective).toBe(String(objectives.get(`${unit.kind} ${unit.unit}`) ?? 0n));
      expect(BigInt(unit.upperBound)).toBeGreaterThanOrEqual(BigInt(unit.objective));
      expect(unit.flowGap).toBeLessThanOrEqual(0.001);
    }
    const open = [...sides.needs.values()].filter(({ id, left }) => (got.get(id) ?? 0) < left);
    expect(report.unmet.map(({ need }) => need)).toEqual(open.map(({ id }) => id).sort());
  });

  test('food says until when it keeps, and checked helpers go where papers are asked for', async () => {
    const { plan, report } = await run(offers, needs);
    expect(report.rejectedRows).toBe(0);
    expect([...sides.offers.values()].some(({ bestBefore }) => bestBefore !== null)).toBe(true);
    expect([offers, needs].map((text) => text.slice(0, text.indexOf('\n')).split(',').includes('cold_chain'))).toEqual([
      true,
      true,
    ]);
    expect(plan.some(({ need }) => sides.needs.get(need)!.vettedOnly)).toBe(true);
  });

  test('twice the same, and in another order of rows: the same bytes', async () => {
    const shuffled = (text: string): string => {
      const [head, ...rows] = text.trim().split('\n');
      return [
        head,
        ...rows
          .map((row, at) => [(at * 7919) % 1009, row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row),
      ].join('\n');
    };
    const first = await run(offers, needs, '--equity', '0.5');
    const again = await run(shuffled(offers), shuffled(needs), '--equity', '0.5');
    expect(again.bytes).toBe(first.bytes);
    const { seconds: _a, peakRssMiB: _b, ...figures } = first.report;
    expect(again.report).toMatchObject(figures);
  });

  test('with equity the parts still give the score, by the weights of the report', async () => {
    const { plan, report } = await run(offers, needs, '--equity', '1');
    expect(report.weights['equity']).toBe(400_000);
    for (const row of plan) {
      const parts = Object.entries(JSON.parse(row.parts) as Record<string, number>);
      expect(Number(row.score)).toBe(
        Math.floor(parts.reduce((sum, [part, value]) => sum + value * (report.weights[part] ?? 0), 0) / 1_000_000),
      );
    }
    expect(plan.filter(({ parts }) => parts.includes('equity')).length).toBeGreaterThan(0); // units in which it makes nothing fairer leave it out
    expect(report.fairness).toEqual({
      jain: expect.any(Number),
      jainWithoutEquity: expect.any(Number),
      priceOfEquity: expect.any(Number),
    });
  });
});
