import { DAY_MS, HOUR_MS, newId, SetClock, type Fact, type FactType } from '#kernel';
import { Ledger, verifyLedger } from '#ledger';
import { messageEntities } from '#messages';
import { needChecks, needEntities, NeedsService } from '#needs';
import { offerEntities } from '#offers';
import { photoChecks, photoEntities, ProcessPhoto } from '#photos';
import { reportChecks, reportEntities, ReportMails, ReportPhotos } from '#reports';
import type { FactJob } from '#platform';
import { FACT_JOBS, type FactJobName } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { jpeg } from '../../factories/pictures.js';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { ok, Region } from '../../support/region.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase([...photoEntities, ...needEntities, ...offerEntities, ...messageEntities, ...reportEntities]);
  api = await startApi(db, { clock });
  region = await Region.of(api, db.source);
});
afterEach(async () => {
  for (const { sentence, sql } of [...reportChecks, ...needChecks, ...photoChecks])
    expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(async () => {
  if (db) expect((await verifyLedger(db.source)).alarms).toEqual([]);
  await api?.close();
  await db?.drop();
});

const WORDS = {
  title: 'В десяти домах тепло',
  outcome: 'Обогреватели стоят в десяти домах. Заборами больше не топят.',
  limits: 'В двух домах слабая проводка.',
};
const code = (answer: Answer): string => `${answer.status} ${answer.body?.code}`;
const report = async (need: string, who: Caller = region.coordinator) =>
  ok(await who.get(`/needs/${need}/report`)).body;
const write = async (need: string, words: object = WORDS, who: Caller = region.coordinator): Promise<Answer> =>
  who.call('PUT', `/needs/${need}/report`, words, { 'if-match': `"v${(await report(need)).revision}"` });
const publish = (need: string, who: Caller = region.coordinator): Promise<Answer> =>
  who.post(`/needs/${need}/report/publish`);
const letters = (need: string) =>
  readMails(db.source, `m.template = 'need.report' AND m.id IN (SELECT id FROM notifications WHERE subject_id = $1)`, [
    need,
  ]);

/** What follows the facts of one sort that nobody has heard yet, each delivered twice. */
const heard = new Set<string>();
async function hear(...types: FactType[]): Promise<void> {
  const facts = (
    (await db.source.query('SELECT * FROM facts WHERE type = ANY($1) ORDER BY at, id', [types])) as Fact[]
  ).filter(({ id }) => !heard.has(id) && heard.add(id));
  for (const fact of facts) {
    for (const name of REACTIONS[fact.type] as readonly FactJobName[]) {
      const job = FACT_JOBS[name](((service: never) =>
        api.app.get(service, { strict: false })) as never) as FactJob<never>;
      for (let delivery = 1; delivery <= 2; delivery += 1)
        await db.source.transaction(async (tx) => job.apply?.(tx, fact as never));
    }
  }
}

/** A gift of `amount` that arrives, less what is lost of it. */
async function give(
  need: string,
  who: Caller,
  amount: number,
  { offer = {}, lost = 0 }: { offer?: object; lost?: number } = {},
): Promise<void> {
  const match = await region.propose(await region.postOffer({ quantity: String(amount), ...offer }, who), need, amount);
  ok(await who.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  ok(await who.post(`/matches/${match}/deliver`));
  ok(
    await region.coordinator.post(
      `/matches/${match}/confirm`,
      lost > 0 ? { quantity: String(amount - lost), unit: 'pcs', lost: String(lost) } : {},
    ),
  );
}

/** A need that is met by two gifts: one by name, one without. */
async function met(changes: object = {}): Promise<{ need: string; named: Caller; nameless: Caller }> {
  const [named, nameless] = [await api.person(), await api.person()];
  await db.source.query(`UPDATE people SET name = 'Анна Примерова' WHERE id = $1`, [named.personId]);
  await db.source.query(`UPDATE people SET name = 'Тайный Даритель' WHERE id = $1`, [nameless.personId]);
  const need = await region.openNeed({ quantity: '10', autoAccept: false, ...changes });
  await give(need, named, 6, {
    offer: {
      anonymous: false,
      ...((changes as { category?: string }).category ? { category: (changes as { category: string }).category } : {}),
    },
  });
  await give(need, nameless, 4, {
    offer: (changes as { category?: string }).category ? { category: (changes as { category: string }).category } : {},
  });
  return { need, named, nameless };
}

/** The reports that everybody is told of. */
const told = async (search = ''): Promise<{ need: { id: string } }[]> =>
  ok(await api.visitor().get(`/reports${search}`)).body.items;

const dueIn = (need: string, days: number): Promise<unknown> =>
  db.source.query('UPDATE needs SET report_due_at = $2 WHERE id = $1', [
    need,
    new Date(clock.now().getTime() + days * DAY_MS),
  ]);

/** Published, and read by a moderator. */
async function shown(need: string): Promise<void> {
  ok(await write(need));
  ok(await publish(need));
  await approve(need);
}
async function approve(need: string, outcome: object = { outcome: 'approve' }): Promise<void> {
  await hear('report.published', 'report.recalled');
  const [review] = (await db.source.query(
    `SELECT v.id FROM reviews v JOIN need_reports r ON r.id = v.subject_id WHERE r.need_id = $1 AND v.status = 'open'`,
    [need],
  )) as { id: string }[];
  ok(await region.moderator.post(`/reviews/${review?.id}/decision`, outcome));
}

test('a need that is met owes a report; the draft is complete before a word is written, and names only whoever wished it', async () => {
  const { need, named, nameless } = await met();
  const seen = ok(await region.coordinator.get(`/needs/${need}`)).body;
  expect(seen).toMatchObject({ status: 'met', can: ['close', 'report'] });
  expect(Math.round((Date.parse(seen.reportDueAt) - clock.now().getTime()) / DAY_MS)).toBe(60);
  expect(ok(await api.visitor().get(`/needs/${need}`)).body).not.toHaveProperty('reportDueAt');
  const draft = await report(need);
  expect(draft).toMatchObject({
    state: 'none',
    published: [],
    can: ['write'],
    book: {
      received: 10,
      summed: 10,
      reserved: 0,
      arrivals: 2,
      smallest: 4,
      lost: 0,
      givers: { names: ['Анна Примерова'], named: 1, nameless: 1 },
      rows: [
        { amount: 6, giver: 'Анна Примерова' },
        { amount: 4, giver: null },
      ],
    },
    own: {
      overdue: false,
      status: null,
      draft: null,
      letters: 2,
      checks: [
        { code: 'words', ok: false },
        { code: 'sums', ok: true },
        { code: 'nothing-on-the-way', ok: true },
        { code: 'photos-ready', ok: true },
      ],
    },
  });
  expect(draft.own.suggestion).toContain('10');
  const suggested = async (language: string): Promise<string> =>
    (await region.coordinator.get(`/needs/${need}/report`, { 'accept-language': language })).body.own.suggestion;
  expect(await suggested('en')).toMatch(/: пришло 10\s/); // in the language of the need, whoever reads the page
  await db.source.query(`UPDATE needs SET title = 'Ten heaters' WHERE id = $1`, [need]);
  expect(await suggested('ru')).toMatch(/^Ten heaters: 10\s.*came$/);
  expect(JSON.stringify(draft)).not.toContain('Тайный');
  for (const outsider of [api.visitor(), named, nameless])
    expect(await report(need, outsider)).toMatchObject({ state: 'none', book: null, own: null, can: [] });
  expect((await region.coordinator.get(`/organizations/${region.organization}/reports`)).body.items).toContainEqual(
    expect.objectContaining({ id: need, overdue: false, status: null }),
  );
});

test('an offer made before its giver was told that reports name givers names nobody', async () => {
  const { need, named } = await met();
  await db.source.query('UPDATE offers SET told_of_reports = false WHERE created_by = $1', [named.personId]);
  expect((await report(need)).book.givers).toMatchObject({ names: [], named: 0, nameless: 2 });
});

test('what was lost and what was not brought stand apart from what came, and what was taken back is not counted', async () => {
  const [one, other] = [await api.person(), await api.person()];
  const need = await region.openNeed({ quantity: '10', autoAccept: false });
  await give(need, one, 5, { lost: 1 });
  const match = await region.propose(await region.postOffer({ quantity: '3' }, other), need, 3);
  ok(await other.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  expect(code(await write(need))).toBe('409 need.not-reportable');
  ok(await other.post(`/matches/${match}/cancel`));
  ok(await region.coordinator.post(`/needs/${need}/close`));
  expect(await report(need)).toMatchObject({
    book: { received: 4, summed: 4, lost: 1, missing: { matches: 1, amount: 3 } },
    own: { letters: 1 },
  });
  // What was taken back afterwards is in neither sum.
  const [came] = (await db.source.query(
    `SELECT t.id FROM transfers t JOIN accounts a ON a.id = t.credit WHERE a.kind = 'need' AND a.holder_id = $1 AND t.phase = 'post'`,
    [need],
  )) as { id: string }[];
  await db.source.transaction((tx) =>
    api.app.get(Ledger).reverse(tx, {
      id: newId(),
      transferId: came?.id ?? '',
      reason: 'Посчитали дважды',
      amount: 1,
      at: clock.now(),
      by: region.coordinator.personId,
    }),
  );
  expect((await report(need)).book).toMatchObject({ received: 3, summed: 3, rows: [{ amount: 3 }] });
  ok(await write(need));
  expect(ok(await publish(need)).body).toMatchObject({ state: 'waiting' });
  expect(ok(await other.get(`/needs/${need}`)).body.status).toBe('reported');
});

test('published once; sums for all at once, words and photos when a moderator has read them; an hour later one letter each', async () => {
  const { need, named, nameless } = await met();
  expect(code(await publish(need))).toBe('409 report.not-written');
  ok(await write(need, { title: WORDS.title }));
  expect(code(await publish(need))).toBe('409 report.words-missing');
  const stale = await region.coordinator.call('PUT', `/needs/${need}/report`, WORDS, { 'if-match': '"v1"' });
  expect(code(stale)).toBe('412 report.stale');
  ok(await write(need));
  const form = new FormData();
  form.append('alt', 'Обогреватель у окна');
  form.append('file', new Blob([new Uint8Array(await jpeg(40, 20))], { type: 'image/jpeg' }), 'x.jpg');
  const photo = ok(await region.coordinator.call('POST', `/needs/${need}/report/photos`, form), 201).body.id as string;
  expect(code(await publish(need))).toBe('409 report.photos-waiting');
  const onPaper = async () => api.app.get(ReportPhotos).onPaper((await report(need)).own.draft.photos);
  expect(await onPaper()).toEqual([]);
  await api.app.get(ProcessPhoto).process(photo);
  await hear('photo.processed');
  const pictures = await onPaper();
  expect(pictures.map(({ caption, bytes }) => [caption, Buffer.from(bytes).toString('hex', 0, 3)])).toEqual([
    ['Обогреватель у окна', 'ffd8ff'],
  ]);
  ok(await publish(need));
  const again = ok(await publish(need)).body;
  expect([
    again.can,
    (
      await db.source.query(
        `SELECT count(*)::int AS n FROM facts WHERE type = 'report.published' AND payload->>'needId' = $1`,
        [need],
      )
    )[0].n,
  ]).toEqual([['recall'], 1]);

  const visitor = api.visitor();
  expect(await report(need, visitor)).toMatchObject({
    state: 'waiting',
    published: [],
    own: null,
    book: { received: 10, givers: { names: ['Анна Примерова'] } },
  });
  expect((await visitor.get(`/photos/${photo}/480.webp`)).status).toBe(404);
  expect(code(await write(need))).toBe('409 report.waits');
  expect((await told()).map((one) => one.need.id)).not.toContain(need);
  await approve(need);
  expect((await told())[0]).toMatchObject({
    need: { id: need, kind: 'goods' },
    organization: { id: region.organization },
    title: WORDS.title,
    outcome: WORDS.outcome,
    came: { received: 10, unit: 'pcs', arrivals: 2 },
  });
  expect(JSON.stringify(await told())).not.toContain('Анна');
  expect(await report(need, visitor)).toMatchObject({
    state: 'published',
    published: [{ version: 1, ...WORDS, photos: [{ id: photo, alt: 'Обогреватель у окна', shown: true }] }],
  });
  expect((await visitor.get(`/photos/${photo}/480.webp`)).headers.get('cache-control')).toBe('private, no-store');

  const mails = api.app.get(ReportMails);
  await mails.tick();
  expect(await letters(need)).toEqual([]);
  clock.forward(HOUR_MS + 1000);
  await mails.tick();
  await mails.tick();
  const written = await letters(need);
  expect(written.map(({ personId }) => personId).sort()).toEqual([named.personId, nameless.personId].sort());
  expect(written.map(({ whole }) => whole).join()).not.toMatch(/Анна|Тайный|топят/);
  expect(code(await region.coordinator.post(`/needs/${need}/report/recall`))).toBe('409 report.not-recallable');
  expect((await visitor.get(`/photos/${photo}/480.webp`)).headers.get('cache-control')).toMatch(/^public/);
});

test('recalled within the hour: a draft again, owed as before, hidden, and nobody is written to', async () => {
  const { need } = await met();
  const due = ok(await region.coordinator.get(`/needs/${need}`)).body.reportDueAt;
  await shown(need);
  expect(ok(await region.coordinator.post(`/needs/${need}/report/recall`)).body).toMatchObject({
    state: 'none',
    own: { status: 'draft', draft: WORDS },
    can: ['write', 'publish'],
  });
  ok(await region.coordinator.post(`/needs/${need}/report/recall`)); // a repeated click
  expect(ok(await region.coordinator.get(`/needs/${need}`)).body).toMatchObject({ status: 'met', reportDueAt: due });
  expect(await report(need, api.visitor())).toMatchObject({ state: 'none', book: null, published: [] });
  clock.forward(2 * HOUR_MS);
  await api.app.get(ReportMails).tick();
  expect(await letters(need)).toEqual([]);
  ok(await publish(need));
  await approve(need);
  clock.forward(HOUR_MS + 1000);
  await api.app.get(ReportMails).tick();
  expect(await letters(need)).toHaveLength(2);
});

test('words that were taken back and published anew are not decided by the review of the old ones', async () => {
  const { need } = await met();
  const reviews = () =>
    db.source.query(
      `SELECT v.id, v.status FROM reviews v JOIN need_reports r ON r.id = v.subject_id WHERE r.need_id = $1 ORDER BY v.opened_at`,
      [need],
    ) as Promise<{ id: string; status: string }[]>;
  ok(await write(need));
  ok(await publish(need));
  await hear('report.published');
  ok(await region.coordinator.post(`/needs/${need}/report/recall`));
  clock.forward(1000);
  ok(await write(need, { title: 'Другие слова' }));
  ok(await publish(need));
  const [old] = await reviews();
  for (const decision of [{ outcome: 'approve' }, { outcome: 'return', reason: 'Нет' }])
    expect(code(await region.moderator.post(`/reviews/${old?.id}/decision`, decision))).toBe('409 report.not-waiting');
  await hear('report.published'); // before the recall is heard of
  expect((await reviews()).map(({ status }) => status)).toEqual(['returned', 'open']);
  await hear('report.recalled');
  expect((await reviews()).map(({ status }) => status)).toEqual(['returned', 'open']);
  await approve(need);
  expect(await report(need, api.visitor())).toMatchObject({
    state: 'published',
    published: [{ title: 'Другие слова' }],
  });
});

test('closed while its report waited: owed as before when it is recalled; what was taken back is not owed for', async () => {
  const { need } = await met();
  const due = ok(await region.coordinator.get(`/needs/${need}`)).body.reportDueAt;
  ok(await write(need));
  ok(await publish(need));
  ok(await region.coordinator.post(`/needs/${need}/close`));
  ok(await region.coordinator.post(`/needs/${need}/report/recall`));
  expect(ok(await region.coordinator.get(`/needs/${need}`)).body).toMatchObject({ status: 'closed', reportDueAt: due });
  await db.source.transaction(async (tx) => {
    await api.app
      .get(NeedsService)
      .afterReceipt(tx, need, { required: 10, open: 10, reserved: 0, received: 0, unit: 'pcs' });
  });
  expect(ok(await region.coordinator.get(`/needs/${need}`)).body).toMatchObject({
    status: 'closed',
    reportDueAt: null,
  });
});

test('what had come is less when a report is given back: the need stands as its receipts say', async () => {
  const { need } = await met();
  ok(await write(need));
  ok(await publish(need));
  const [came] = (await db.source.query(
    `SELECT t.id FROM transfers t JOIN accounts a ON a.id = t.credit WHERE a.kind = 'need' AND a.holder_id = $1 AND t.phase = 'post' LIMIT 1`,
    [need],
  )) as { id: string }[];
  await db.source.transaction((tx) =>
    api.app.get(Ledger).reverse(tx, {
      id: newId(),
      transferId: came?.id ?? '',
      reason: 'Посчитали дважды',
      amount: 1,
      at: clock.now(),
      by: region.coordinator.personId,
    }),
  );
  await approve(need, { outcome: 'return', reason: 'Пересчитайте' });
  expect(ok(await region.coordinator.get(`/needs/${need}`)).body).toMatchObject({ status: 'partly_met' });
});

test('a correction stands beside the first version and writes to nobody; what a moderator gives back is written on', async () => {
  const { need } = await met();
  await shown(need);
  clock.forward(HOUR_MS + 1000);
  await api.app.get(ReportMails).tick();
  ok(await write(need, { outcome: 'Обогреватели стоят в девяти домах.' }));
  ok(await publish(need));
  await approve(need, { outcome: 'return', reason: 'Напишите, почему в девяти' });
  expect(await report(need)).toMatchObject({
    state: 'published',
    own: { status: 'returned', returnReason: 'Напишите, почему в девяти', dueAt: null },
    can: ['write', 'publish'],
  });
  ok(await write(need, { limits: 'Один вернули поставщику.' }));
  ok(await publish(need));
  await approve(need);
  clock.forward(HOUR_MS + 1000);
  await api.app.get(ReportMails).tick();
  expect(
    (await report(need, api.visitor())).published.map((one: { version: number; outcome: string }) => [
      one.version,
      one.outcome,
    ]),
  ).toEqual([
    [2, 'Обогреватели стоят в девяти домах.'],
    [1, WORDS.outcome],
  ]);
  expect(await letters(need)).toHaveLength(2);
  expect(ok(await region.coordinator.get(`/needs/${need}`)).body).toMatchObject({
    status: 'reported',
    reportDueAt: null,
  });
});

test('who is named beside an illness in a report that nobody else reads yet is closed to a moderator until they look in its case', async () => {
  const { need } = await met();
  const outcome = 'Кресло у Вани Петрова: диагноз ДЦП.';
  ok(await write(need, { ...WORDS, outcome }));
  ok(await publish(need));
  await hear('report.published');
  const draft = async (who: typeof region.moderator): Promise<string> =>
    ok(await who.get(`/needs/${need}/report`)).body.own.draft.outcome;
  expect(await draft(region.moderator)).toBe('Кресло у •••: ••• •••.');
  expect(await draft(region.coordinator)).toBe(outcome);
  const [review] = (await db.source.query(
    `SELECT v.id FROM reviews v JOIN need_reports r ON r.id = v.subject_id WHERE r.need_id = $1`,
    [need],
  )) as { id: string }[];
  ok(await region.moderator.call('PUT', `/reviews/${review?.id}/look`, {}));
  expect(await draft(region.moderator)).toBe(outcome);
});

test('a first report that is given back is owed again, for a week at least; a moderator of the organization does not decide', async () => {
  const { need } = await met();
  ok(await write(need, { ...WORDS, outcome: 'Звоните +7 914 000-00-17.' }));
  await dueIn(need, 1);
  ok(await publish(need));
  await hear('report.published');
  const [review] = (await db.source.query(
    `SELECT v.id, v.reasons FROM reviews v JOIN need_reports r ON r.id = v.subject_id WHERE r.need_id = $1`,
    [need],
  )) as { id: string; reasons: { code: string }[] }[];
  expect(review?.reasons.map((one) => one.code)).toEqual(['phone']);
  expect(ok(await region.moderator.get(`/reviews/${review?.id}`)).body.subject).toMatchObject({
    type: 'report',
    need: { id: need },
    texts: [{ field: 'title', text: WORDS.title }, { field: 'description' }],
  });
  const own = await api.person('moderator', [region.organization, 'accountant']);
  expect(code(await own.post(`/reviews/${review?.id}/decision`, { outcome: 'approve' }))).toBe('403 review.own-matter');
  ok(await region.moderator.post(`/reviews/${review?.id}/decision`, { outcome: 'return', reason: 'Уберите телефон' }));
  const seen = ok(await region.coordinator.get(`/needs/${need}`)).body;
  expect([seen.status, Math.round((Date.parse(seen.reportDueAt) - clock.now().getTime()) / DAY_MS)]).toEqual([
    'met',
    7,
  ]);
  await dueIn(need, -1);
  expect((await region.coordinator.get(`/organizations/${region.organization}/reports`)).body.items).toContainEqual(
    expect.objectContaining({ id: need, overdue: true, status: 'returned' }),
  );
});

test('reports are listed page by page, each need once, of everybody or of one organization', async () => {
  const [one, other] = [(await met()).need, (await met()).need];
  await shown(one);
  await shown(other);
  ok(await write(one, { title: 'Поправлено' }));
  ok(await publish(one));
  await approve(one);
  const ids = (await told(`?organization=${region.organization}`)).map(({ need }) => need.id);
  expect([ids[0], ids.filter((id) => id === one).length]).toEqual([one, 1]); // the newest version stands for its need
  const first = ok(await api.visitor().get('/reports?limit=1')).body;
  const second = ok(await api.visitor().get(`/reports?limit=1&cursor=${first.nextCursor}`)).body;
  expect([first.items[0].need.id, second.items[0].need.id]).toEqual([one, other]);
  expect(await told('?organization=00000000-0000-7000-8000-000000000000')).toEqual([]);
  expect((await api.visitor().get('/reports?limit=11')).status).toBe(422);
});

test('in a private category words, photos and names stay with those who read the words of the need', async () => {
  const { need, named } = await met({ category: 'relief-violence' });
  await shown(need);
  for (const outsider of [api.visitor(), named]) {
    const seen = await report(need, outsider);
    expect(seen).toMatchObject({
      state: 'published',
      discreet: true,
      published: [],
      own: null,
      book: { received: 10, givers: { names: [], named: 0, nameless: 2 } },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Анна|тепло|топят/);
  }
  expect((await told()).map((one) => one.need.id)).not.toContain(need);
  clock.forward(HOUR_MS + 1000);
  await api.app.get(ReportMails).tick();
  expect((await letters(need)).map(({ subject }) => subject).join()).not.toContain('Обогреватели для посёлка');
});

test('limits of the words, and whose they are', async () => {
  const { need, named } = await met();
  const fields = async (words: object): Promise<unknown> =>
    (await write(need, words)).body.errors?.map((error: { field: string }) => error.field);
  expect(await fields({ title: 'я'.repeat(121) })).toEqual(['title']);
  expect(await fields({ outcome: 'я'.repeat(4001) })).toEqual(['outcome']);
  expect(await fields({ limits: 'а\0б' })).toEqual(['limits']);
  expect(code(await named.call('PUT', `/needs/${need}/report`, WORDS, { 'if-match': '"v1"' }))).toBe(
    '403 need.not-yours',
  );
  expect(code(await named.get(`/organizations/${region.organization}/reports`))).toBe('403 need.not-yours');
  expect((await region.coordinator.call('PUT', `/needs/${need}/report`, WORDS)).status).toBe(428);
  expect((await region.coordinator.call('PUT', `/needs/${newId()}/report`, WORDS, { 'if-match': '"v1"' })).status).toBe(
    404,
  );
});
