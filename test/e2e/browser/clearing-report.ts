/** A report as `GET /clearings/{id}` gives it, small enough to be checked by eye: two kinds, three places, a trial of other weights beside it. */
const WEIGHTS = {
  purpose: 250_000,
  place: 150_000,
  urgency: 150_000,
  waiting: 100_000,
  completion: 100_000,
  equity: 120_000,
  preference: 70_000,
  trust: 60_000,
};
const shares = (key: 'place' | 'sphere', rows: Record<string, number>, kind = 'money', unit = 'kopeck'): object[] =>
  Object.entries(rows).map(([name, share]) => ({
    [key]: name,
    kind,
    unit,
    needed: 1_000_000,
    matched: Math.round(share * 1_000_000),
    share,
  }));

const SEARCH = [
  { steps: 0, found: 0, bound: 3.2 },
  { steps: 3_000, found: 0.62, bound: 1.42 },
  { steps: 7_400, found: 0.9, bound: 1.11 },
  { steps: 11_900, found: 0.98, bound: 1.02 },
  { steps: 15_200, found: 0.99942, bound: 1 },
];

export const CLEARING_ID = '01a20d9c-2492-71b1-87c7-785cff6de452';
export const TRIAL_ID = '01a20d9c-2492-71b1-87c7-785cff6de453';

export const report = (changes: object = {}): object => ({
  id: CLEARING_ID,
  number: 412,
  status: 'done',
  kinds: ['money', 'goods', 'time'],
  dryRun: false,
  at: '2026-11-23T18:00:00Z',
  finishedAt: '2026-11-23T18:00:01Z',
  by: 'clock',
  askedGap: 0.001,
  weights: { version: 1, weights: WEIGHTS },
  inputDigest: `b7e1${'0'.repeat(56)}40aa`,
  planDigest: `415e${'0'.repeat(56)}7888`,
  failure: null,
  offers: 1879,
  needs: 327,
  pairs: 48_000,
  matches: 884,
  gap: 0.00058,
  flowGap: 0.0001,
  byUnit: [
    {
      kind: 'money',
      unit: 'kopeck',
      offered: 5_000_000,
      needed: 3_000_000,
      matched: 1_890_000,
      pairs: 48_000,
      objective: '9007199254740993001',
      upperBound: '9012426338150000000',
      gap: 0.00058,
      flowGap: 0.0001,
      search: SEARCH,
      fairness: { jain: 0.88, jainWithoutEquity: 0.81, priceOfEquity: 0.014 },
    },
    {
      kind: 'time',
      unit: 'minute',
      offered: 60_000,
      needed: 90_000,
      matched: 30_000,
      pairs: 340,
      objective: '120773391',
      upperBound: '120773391',
      gap: 0,
      flowGap: 0,
      search: [],
      fairness: { jain: 0.9, jainWithoutEquity: 0.9, priceOfEquity: 0 },
    },
    {
      kind: 'goods',
      unit: 'gram',
      offered: 0,
      needed: 326_000,
      matched: 0,
      pairs: 0,
      objective: '0',
      upperBound: '0',
      gap: 0,
      flowGap: 0,
      search: [],
      fairness: { jain: 1, jainWithoutEquity: 1, priceOfEquity: 0 },
    },
  ],
  byPlace: [
    ...shares('place', { blagoveshchensk: 0.8, zeya: 0.63, selemdzhinsky: 0.41 }),
    ...shares('place', { zeya: 0.5 }, 'time', 'minute'),
  ],
  bySphere: shares('sphere', { relief: 0.7, family: 0.5 }),
  moved: {
    region: { before: 0.5, after: 0.57 },
    places: [
      { place: 'blagoveshchensk', before: 0.78, after: 0.8 },
      { place: 'selemdzhinsky', before: 0.29, after: 0.41 },
    ],
    jain: { before: 0.81, after: 0.88 },
    jainOfOrganizations: { before: 0.74, after: 0.79 },
  },
  compared: null,
  fairness: { jain: 0.88, jainWithoutEquity: 0.81, priceOfEquity: 0.014 },
  seconds: { read: 0.1, index: 0.05, pairs: 0.2, solve: 0.19, write: 0.3 },
  can: [],
  ...changes,
});

export const trial = (changes: object = {}): object =>
  report({
    id: TRIAL_ID,
    number: 413,
    dryRun: true,
    by: 'administrator',
    weights: { version: 0, weights: WEIGHTS },
    byPlace: shares('place', { blagoveshchensk: 0.77, zeya: 0.63, selemdzhinsky: 0.49 }),
    fairness: { jain: 0.92, jainWithoutEquity: 0.81, priceOfEquity: 0.033 },
    compared: {
      weights: { version: 1, weights: WEIGHTS },
      fairness: { jain: 0.88, jainWithoutEquity: 0.81, priceOfEquity: 0.014 },
      byPlace: shares('place', { blagoveshchensk: 0.8, zeya: 0.63, selemdzhinsky: 0.41 }),
      bySphere: [],
    },
    ...changes,
  });

const NEED = {
  id: '01a20d62-ef48-71a5-b197-2ca3ebae8fd6',
  number: 1024,
  title: 'Дрова на зиму для 14 дворов',
  category: 'relief-heating',
  place: 'zeya',
};
export const lines = {
  items: [
    {
      line: 0,
      need: NEED,
      offer: null,
      kind: 'money',
      amount: 1_860_000,
      unit: 'kopeck',
      score: 846_000,
      parts: [
        { part: 'urgency', value: 900_000, weight: 150_000 },
        { part: 'equity', value: 800_000, weight: 120_000 },
        { part: 'trust', value: 100_000, weight: 60_000 },
      ],
      outcome: 'proposed',
      status: 'accepted',
    },
    {
      line: 1,
      need: { ...NEED, title: null },
      offer: null,
      kind: 'time',
      amount: 1260,
      unit: 'minute',
      score: 912_000,
      parts: [{ part: 'completion', value: 1_000_000, weight: 100_000 }],
      outcome: 'overtaken',
      status: null,
    },
  ],
  nextCursor: null,
};
const UNMET = {
  items: [
    {
      need: { ...NEED, title: 'Медицинская кровать для ухода дома' },
      reason: 'distance',
      details: { kind: 'goods', unit: 'pcs', matched: 0, left: 2 },
      funnel: [
        { condition: 'kind', left: 610, sentence: 'Открыто сейчас: вещи, 610 вкладов' },
        { condition: 'purpose', left: 4, sentence: 'Из них на это дело: 4 вклада' },
        { condition: 'unit', left: 4, sentence: 'В тех же единицах: 4 вклада' },
        { condition: 'skills', left: 4, sentence: 'С нужными навыками: 4 вклада' },
        { condition: 'distance', left: 0, sentence: 'Достаточно близко: ни одного вклада' },
        { condition: 'time', left: 0, sentence: '' },
      ],
    },
  ],
};
/** Fifteen needs that went without, of which a page may ask for fewer. */
export const unmetUpTo = (limit: number): object => ({
  items: Array.from({ length: Math.min(limit, 15) }, (_, at) => ({
    ...UNMET.items[0],
    need: { ...UNMET.items[0]!.need, id: `01970000-0000-7000-8000-${String(at).padStart(12, '0')}` },
  })),
  nextCursor: limit < 15 ? 'next' : null,
});
export const weights = { items: [{ version: 1, weights: WEIGHTS, at: '2026-10-01T00:00:00Z' }], nextCursor: null };
