import { Sides } from '#matching';
import { Catalogue } from '#catalogue';
import { Ledger } from '#ledger';
import { newId } from '#kernel';
import { photoKey } from '#photos';
import { Files } from '#platform';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { ok, Region } from '../../support/region.js';

const WORDS = /Нарышкина|Сиреневая|тайный-приют/;
const PRIVATE = {
  category: 'relief-violence',
  item: 'heater',
  title: 'Обогреватель для Нарышкиной',
  description: 'Сиреневая улица, дом 5, вход со двора.',
  beneficiaries: 2,
};

let db: TestDatabase;
let api: TestApi;
let region: Region;
let visitor: Caller;
beforeAll(async () => {
  db = await testDatabase();
  await asOwner(
    db,
    `INSERT INTO places (code, parent, kind, type_ru, name_ru, name_en, centre_ru, centre_en, lat, lon, map_lat, map_lon, time_zone, position)
     SELECT 'тайный-приют', code, 'settlement', 'село', 'тайный-приют', 'тайный-приют', 'тайный-приют', 'тайный-приют', lat + 1, lon, map_lat, map_lon, time_zone, 900 FROM places WHERE code = 'selemdzhinsky'`,
  );
  api = await startApi(db);
  region = await Region.of(api, db.source);
  visitor = api.visitor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

interface Case {
  readonly need: string;
  readonly offer: string;
  readonly match: string;
  readonly photo: string;
  readonly clearing: string;
}

/** An open need of a private category with a photo, and what a donor may get hold of: an offer, a proposal, a clearing that planned it. */
async function proposal(donor: Caller, changes: object = {}): Promise<Case> {
  const need = await region.openNeed({ ...PRIVATE, quantity: '50', place: 'тайный-приют', ...changes });
  const offer = await region.postOffer({ category: 'relief-violence' }, donor);
  const match = await region.propose(offer, need, 10);
  const [photo, clearing] = [newId(), newId()];
  await db.source.query(
    `INSERT INTO photos (id, need_id, position, status, type, bytes, width, height, shown_at, created_by, created_at, processed_at) VALUES ($1, $2, 0, 'ready', 'image/png', 1, 1, 1, now(), $1, now(), now())`,
    [photo, need],
  );
  await db.source.query('UPDATE needs SET has_photos = true, external_id = $2 WHERE id = $1', [
    need,
    `Нарышкина ${need}`,
  ]);
  await api.app.get(Files).put(photoKey(photo, 480), Buffer.from('RIFF'), 'image/webp');
  await db.source.query(
    `INSERT INTO clearings (id, status, kinds, dry_run, gap, weights, weights_version, at, input_digest, plan_digest, report, finished_at)
     SELECT $1, 'done', '{goods}', false, 0.001, weights, 1, now(), 'x', 'x', '{"byUnit":[],"byPlace":[],"bySphere":[],"byOrganization":[]}', now() FROM weight_versions WHERE version = 1`,
    [clearing],
  );
  await db.source.query(
    `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts) VALUES ($1, 0, $2, $3, 'goods', 'pcs', 10, 0, '[]')`,
    [clearing, offer, need],
  );
  await db.source.query(
    `INSERT INTO clearing_unmet (clearing_id, place, need_id, reason, details) VALUES ($1, 0, $2, 'no-offer', '{}')`,
    [clearing, need],
  );
  return { need, offer, match, photo, clearing };
}

/** Everything that tells of a need, as this reader gets it. */
async function toldTo(
  who: Caller,
  { need, offer, match, photo, clearing }: Case,
): Promise<{ text: string; photo: number }> {
  const ways = [
    `/needs/${need}`,
    '/needs?limit=200',
    `/needs?organization=${region.organization}&limit=200`,
    `/needs/${need}/entries`,
    `/needs/${need}/why-not`,
    `/needs?q=${encodeURIComponent('Нарышкиной')}`,
    `/offers/${offer}`,
    `/offers/${offer}/entries`,
    `/offers/${offer}/why-not`,
    `/matches?offer=${offer}`,
    `/matches?need=${need}`,
    `/matches/${match}`,
    `/matches/${match}/passed-over`,
    `/clearings/${clearing}`,
    `/clearings/${clearing}/lines`,
    `/clearings/${clearing}/unmet`,
    `/clearings/${clearing}/plan.csv`,
    '/balance?by=place',
    '/me/statement',
    '/me/statement.csv',
    '/me/export',
    '/notifications',
  ];
  const texts = await Promise.all(
    ways.map(async (way) => {
      const { text, status } = await who.get(way);
      if (status >= 500 || status === 400 || status === 422) throw new Error(`${way}: ${status} ${text}`);
      return `${way}\n${text}`;
    }),
  );
  return { text: texts.join('\n'), photo: (await who.get(`/photos/${photo}/480.webp`)).status };
}

const hearsNothing = async (who: Caller, of: Case): Promise<void> => {
  const { text, photo } = await toldTo(who, of);
  const at = text.search(WORDS);
  expect([at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 20), photo]).toEqual(['', 404]);
};

test('the words of a private need go to a donor with the organization’s own yes and end with the match, whichever way they are asked for', async () => {
  const { donor, coordinator } = region;
  const thing = await proposal(donor, { autoAccept: true });
  await hearsNothing(visitor, thing);
  await hearsNothing(donor, thing);
  expect(ok(await donor.post(`/matches/${thing.match}/accept`)).body.status).toBe('held'); // never at once, whatever was asked for
  await hearsNothing(donor, thing);
  expect(ok(await coordinator.post(`/matches/${thing.match}/accept`)).body.status).toBe('accepted');
  const { text, photo } = await toldTo(donor, thing);
  expect([
    /Сиреневая/.test(text),
    /Нарышкиной/.test((await donor.get(`/matches/${thing.match}`)).body.need.title),
    /тайный-приют/.test(text),
    photo,
  ]).toEqual([true, true, true, 200]);
  expect((await donor.get(`/photos/${thing.photo}/480.webp`)).headers.get('cache-control')).toBe('private, no-store');
  await hearsNothing(visitor, thing);
  await hearsNothing(await api.person(), thing);
  expect((await (await api.person('administrator')).get(`/needs/${thing.need}`)).body).toMatchObject({
    discreet: true,
    description: '',
    place: 'selemdzhinsky',
  });
  ok(await donor.post(`/matches/${thing.match}/cancel`));
  await hearsNothing(donor, thing);
});

test.each(['confirmed', 'cancelled by the organization', 'expired', 'withdrawn'])(
  'a match that is over (%s) leaves a donor nothing',
  async (end) => {
    const donor = await api.person();
    const { coordinator } = region;
    const thing = await proposal(donor);
    ok(await donor.post(`/matches/${thing.match}/accept`));
    ok(await coordinator.post(`/matches/${thing.match}/accept`));
    expect((await donor.get(`/needs/${thing.need}`)).body.discreet).toBe(false);
    if (end === 'confirmed') {
      ok(await coordinator.post(`/matches/${thing.match}/confirm`));
      const own = ok(await coordinator.get(`/me/statement?organization=${region.organization}`)).body.matches;
      expect(own.find(({ id }: { id: string }) => id === thing.match)).toMatchObject({
        title: PRIVATE.title, // its own people read it on their page; a paper that leaves it says the category
        need: { id: thing.need },
      });
      const paper = await coordinator.get(`/me/statement.csv?organization=${region.organization}`);
      expect(paper.text).not.toMatch(WORDS);
    }
    if (end === 'cancelled by the organization') ok(await coordinator.post(`/matches/${thing.match}/cancel`));
    if (end === 'expired')
      await db.source.query(
        `UPDATE matches SET status = 'expired', ended_at = now(), ended_by = 'clock' WHERE id = $1`,
        [thing.match],
      );
    if (end === 'withdrawn') ok(await coordinator.post(`/needs/${thing.need}/withdraw`));
    await hearsNothing(donor, thing);
  },
);

test('no yes is given beforehand in a private category: not when it is written, edited, copied, nor where it stands in the row', async () => {
  const { coordinator, donor } = region;
  const money = { kind: 'money', item: null, unit: 'rub', quantity: '1000' };
  const drafts = [
    { ...PRIVATE, autoAccept: true },
    { ...PRIVATE, ...money },
  ];
  for (const draft of drafts) {
    const need = await region.openNeed(draft);
    const read = await coordinator.get(`/needs/${need}`);
    expect(read.body.autoAccept).toBe(false);
    const edited = await coordinator.patch(
      `/needs/${need}`,
      { autoAccept: true },
      { 'if-match': read.headers.get('etag') },
    );
    expect(ok(edited).body.autoAccept).toBe(false);
    expect(ok(await coordinator.post(`/needs/${need}/copy`), 201).body.autoAccept).toBe(false);
    expect(await db.source.query('SELECT auto_accept FROM needs WHERE id = $1', [need])).toEqual([
      { auto_accept: false },
    ]);
  }
  const stored = await proposal(donor);
  await db.source.query('UPDATE needs SET auto_accept = true WHERE id = $1', [stored.need]); // from before there was this rule
  expect((await coordinator.get(`/needs/${stored.need}`)).body.autoAccept).toBe(false);
  expect(ok(await donor.post(`/matches/${stored.match}/accept`)).body.status).toBe('held');
});

test('a private need is found by its district and lies in it; its village finds others', async () => {
  const { need } = await proposal(await api.person());
  const other = await region.openNeed({ place: 'тайный-приют' });
  const found = async (who: Caller, place: string): Promise<string[]> =>
    ok(await who.get(`/needs?place=${encodeURIComponent(place)}&limit=200`)).body.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await found(visitor, 'тайный-приют')).toEqual([other]);
  const [side] = await new Sides(api.app.get(Catalogue), api.app.get(Ledger, { strict: false })).needs(db.source, [
    need,
  ]);
  expect(side?.place).toBe('selemdzhinsky');
  const inVillage = await new Sides(api.app.get(Catalogue), api.app.get(Ledger, { strict: false })).needs(db.source, [
    other,
  ]);
  expect(inVillage[0]?.place).toBe('тайный-приют');
});
