import type { Actor } from '#identity';
import { newId } from '#kernel';
import { MAY_TOUCH } from '#moderation';
import { asOwner } from '../../support/database.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

const MANY = 4000;
/** Nodes of a plan whose rows are more than what one person has. */
const READ_AT_MOST = 200;

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
});
afterAll(() => desk.db.drop());

/** As many needs of others as wait in a bad month, each with its review. */
async function crowd(organization: string, author: string): Promise<void> {
  await desk.openNeed({ title: 'Образец' });
  await asOwner(
    desk.db,
    `INSERT INTO needs OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'number', 100000 + i, 'organization_id', '${organization}', 'created_by', '${author}', 'status', 'in_review', 'opened_at', NULL))).*
     FROM needs n, generate_series(1, ${MANY}) i WHERE n.title = 'Образец'`,
  );
  await asOwner(
    desk.db,
    `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, signatures_needed, opened_at)
     SELECT gen_random_uuid(), 'need', id, 'open', 5, '[]', 1, now() FROM needs WHERE number > 100000`,
  );
  for (const table of ['needs', 'reviews', 'organizations', 'offers', 'matches', 'need_edits'])
    await asOwner(desk.db, `ANALYZE ${table}`);
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

const put = (table: string, row: Record<string, unknown>): Promise<unknown> =>
  desk.source.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map((_, at) => `$${at + 1}`)
      .join(', ')})`,
    Object.values(row),
  );
const waiting = async (type: string, subject: string, status = 'open'): Promise<string> => {
  const id = newId();
  await put('reviews', {
    id,
    subject_type: type,
    subject_id: subject,
    status,
    risk: 0,
    reasons: '[]',
    signatures_needed: 1,
    opened_at: desk.clock.now(),
  });
  return id;
};

test('each sort of case is hidden from whom it touches, in whatever way, and from nobody else', async () => {
  const now = desk.clock.now();
  const plain = async (name: string): Promise<Actor> => desk.people.person(name, { platform: ['moderator'] });
  const [giver, writer, complainant, refused, free] = await Promise.all(
    ['Даритель', 'Кто писал', 'Кто жаловался', 'Кому отказали', 'Посторонний'].map(plain),
  );
  if (!giver || !writer || !complainant || !refused || !free) throw new Error('Nobody is there');
  const of = (who: Actor, changes: Partial<Actor>): Actor => ({ ...who, ...changes });
  const member = of(free, { organizations: [{ id: desk.organization, role: 'accountant' }] });
  const left = of(free, { left: [desk.organization] });

  const need = await desk.openNeed({ title: `Печи ${newId()}` });
  const offer = await desk.postOffer({}, giver);
  const ids = Object.fromEntries(
    ['match', 'need_edit', 'report', 'account_change', 'complaint', 'page', 'appeal'].map((one) => [one, newId()]),
  ) as Record<string, string>;
  await desk.source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at, held_at, ended_at) VALUES ($1, $2, $3, 'cancelled', 5, 'pcs', 0, '[]', 1, now(), now(), now())`,
    [ids['match'], offer, need],
  );
  await put('need_edits', { id: ids['need_edit'], need_id: need, changes: '{}', status: 'submitted', by: writer.personId, at: now }); // prettier-ignore
  await put('need_reports', { id: ids['report'], need_id: need, version: 1, revision: 1, status: 'draft', title: '', outcome: '', limits: '', photo_ids: '{}', written_by: writer.personId, written_at: now }); // prettier-ignore
  await put('account_changes', { id: ids['account_change'], organization_id: desk.organization, before: '{}', after: '{}', status: 'submitted', requested_by: writer.personId, requested_at: now, reason: '' }); // prettier-ignore
  const complaint = { kind: 'other', text: '', locale: 'ru', at: now };
  await put('complaints', { id: ids['complaint'], about: '/', need_id: need, person_id: complainant.personId, ...complaint }); // prettier-ignore
  await put('complaints', { id: ids['page'], about: '/', organization_id: desk.organization, ...complaint });
  const decided = await waiting('need', need, 'returned');
  await put('appeals', { id: ids['appeal'], review_id: decided, person_id: refused.personId, words: '', at: now });

  const subjects = { organization: desk.organization, need, offer, messages: ids['match'], ...ids } as Record<
    string,
    string
  >;
  const cases: Record<string, string> = {};
  for (const [type, subject] of Object.entries(subjects))
    cases[type] = await waiting(type === 'page' ? 'complaint' : type, subject);
  const hidden = async (who: Actor): Promise<string[]> => {
    const page = await desk.queue.page(who, { of: { section: 'open' }, limit: 200 });
    const shown = new Set(page.items.map(({ id }) => id));
    const kept = Object.keys(cases).filter((type) => !shown.has(cases[type] ?? ''));
    expect(page.hidden).toBe(kept.length);
    return kept.sort();
  };
  const ofOrganization = ['account_change', 'appeal', 'complaint', 'match', 'messages', 'need', 'need_edit', 'organization', 'page', 'report']; // prettier-ignore
  expect(await hidden(member)).toEqual(ofOrganization);
  expect(await hidden(left)).toEqual(ofOrganization);
  expect(await hidden(of(desk.coordinator, { platform: ['moderator'], organizations: [] }))).toEqual(
    expect.arrayContaining(['need', 'need_edit', 'match', 'complaint']),
  );
  expect(await hidden(giver)).toEqual(['appeal', 'match', 'messages', 'need', 'need_edit', 'offer', 'report']);
  expect(await hidden(writer)).toEqual(['account_change', 'need_edit', 'report']);
  expect(await hidden(complainant)).toEqual(['complaint']);
  expect(await hidden(refused)).toEqual(['appeal']);
  expect(await hidden(free)).toEqual([]);
  await desk.source.query(`UPDATE reviews SET status = 'approved', closed_at = now() WHERE status = 'open'`);
});

test('what touches a moderator is found among thousands that wait without reading them', async () => {
  const { personId: author } = await desk.people.person('Хозяин другой');
  const other = await desk.people.organization(author, 'verified', 55);
  const own = await desk.submit({ title: `Своё ${newId()}` });
  await crowd(other, author);
  const who: Actor = { ...desk.second, organizations: [{ id: desk.organization, role: 'coordinator' }] };
  expect(await desk.queue.counts(who)).toMatchObject({ hidden: 1, sections: { open: MANY } });
  expect((await desk.queue.page(desk.second, { of: { section: 'open' }, limit: 1 })).hidden).toBe(0);
  expect((await desk.queue.byId(who, own.reviewId)).can).toEqual([]);

  const [{ 'QUERY PLAN': plans }] = (await desk.source.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${MAY_TOUCH}`, [
    who.personId,
    [desk.organization],
  ])) as [{ 'QUERY PLAN': [{ Plan: Node }] }];
  const read = nodes(plans[0].Plan)
    .map((node) => ({
      what: `${node['Node Type']} ${node['Relation Name'] ?? ''}`,
      rows: (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    }))
    .filter(({ rows }) => rows > READ_AT_MOST);
  expect(read).toEqual([]);
});
