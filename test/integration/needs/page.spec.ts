import { distanceKm, type Refusal } from '#kernel';
import { needsPageSql, type NeedCursor, type NeedFilters } from '#needs';
import { openDesk, type Desk } from './fixture.js';
import { asOwner } from '../../support/database.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.db.drop());

/** Many needs of many organizations, written past the service: what counts here is how they are read. */
async function fill(count: number): Promise<void> {
  const others = await Promise.all(
    Array.from({ length: 20 }, (_, at) => desk.people.organization(desk.coordinator.personId, 'verified', 100 + at)),
  );
  const categories = desk.catalogue.categories.map((category) => category.code);
  const places = desk.catalogue.places.filter((place) => place.kind === 'municipality').map((place) => place.code);
  await desk.source.query(
    `INSERT INTO needs (id, organization_id, status, kind, category, title, description, unit, base_unit, min_amount, place, deadline, urgency, remote, beneficiary_groups, skills, auto_accept, via, created_by, created_at, updated_at, opened_at, fresh_until)
     SELECT gen_random_uuid(), ($2::uuid[])[1 + n % 20], (ARRAY['open', 'partly_met', 'closed', 'withdrawn', 'draft'])[1 + n / 20 % 5], 'goods', ($3::text[])[1 + n % 130], 'Нужда номер ' || n, 'Описание нужды', 'pcs', 'pcs', 1,
       ($4::text[])[1 + n % 29], now() + (1 + n % 97) * interval '1 day', 1 + n % 5, n % 10 = 0, CASE WHEN n % 50 = 0 THEN ARRAY['large-families'] WHEN n % 400 = 7 THEN ARRAY['older'] ELSE '{}' END, CASE WHEN n % 4 = 0 THEN ARRAY['loading'] ELSE '{}' END, false, 'import', $5, now() - n * interval '1 minute', now(), CASE n / 20 % 5 WHEN 4 THEN NULL ELSE now() - n * interval '1 minute' END, now() + interval '60 days'
     FROM generate_series(1, $1) n`,
    [count, others, categories, places, desk.coordinator.personId],
  );
  await asOwner(desk.db, 'ALTER TABLE accounts DISABLE TRIGGER accounts_guard');
  await desk.source.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, required, posted_in, posted_back, posted_out, held_in, held_out)
     SELECT gen_random_uuid(), 'need', 'need', id, organization_id, 'pcs', 10, 0, 0, 0, 0, 0 FROM needs`,
  );
  await asOwner(desk.db, 'ALTER TABLE accounts ENABLE TRIGGER accounts_guard');
  await asOwner(desk.db, 'ANALYZE needs');
}

async function walk(filters: NeedFilters, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let after: NeedCursor | null = null;
  do {
    const page: Awaited<ReturnType<Desk['reads']['page']>> = await desk.reads.page(null, filters, limit, after, 'ru');
    seen.push(...page.items.map((item) => item.id));
    after = page.next;
  } while (after);
  return seen;
}

async function plan(filters: NeedFilters, after: NeedCursor | null = null): Promise<string> {
  const { sql, params } = needsPageSql(desk.catalogue, null, filters, 21, after);
  const rows: Record<string, string>[] = await desk.source.query(`EXPLAIN ${sql}`, params);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('with some thousand needs', () => {
  beforeAll(() => fill(6000));

  test('every list is read from an index, also on later pages', async () => {
    const after: NeedCursor = ['2026-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'];
    const lists: [NeedFilters, RegExp][] = [
      [{}, /needs_public/],
      [{ sphere: 'relief' }, /needs_/],
      [{ category: 'relief-household' }, /needs_public_by_category|needs_open_of_kind/],
      [{ place: 'zeya' }, /needs_public_by_place/],
      [{ status: ['open', 'met', 'closed'] }, /needs_ever_opened/],
      [{ organization: desk.organization }, /needs_by_organization/],
      [{ q: 'номер 4711' }, /Index/],
      [{ sort: 'deadline' }, /needs_overdue/],
      [{ sort: 'urgency' }, /needs_public_by_urgency/],
      [{ beneficiaryGroups: ['older'] }, /needs_public/],
      [{ near: 'selemdzhinsky', radiusKm: 1 }, /needs_public/],
    ];
    for (const [filters, index] of lists) {
      for (const cursor of [null, filters.sort === 'urgency' ? ([-4, ...after] as unknown as NeedCursor) : after]) {
        const explained = await plan(filters, cursor);
        expect(explained).toMatch(index);
        expect(explained).not.toMatch(/Seq Scan on needs/);
      }
    }
  });

  test('pages follow each other without gaps or repeats', async () => {
    const ids = await walk({ place: 'zeya' }, 7);
    const all: { id: string }[] = await desk.source.query(
      `SELECT id FROM needs WHERE place = 'zeya' AND status IN ('open', 'partly_met') ORDER BY opened_at DESC, id DESC`,
    );
    expect(ids).toEqual(all.map((row) => row.id));
    expect(ids.length).toBeGreaterThan(50);
  });

  const LIVE = `status IN ('open', 'partly_met')`;
  const idsOf = async (sql: string): Promise<string[]> =>
    ((await desk.source.query(sql)) as { id: string }[]).map((row) => row.id);

  test.each([
    ['deadline', {}, `SELECT id FROM needs WHERE ${LIVE} ORDER BY deadline, id`],
    ['urgency', {}, `SELECT id FROM needs WHERE ${LIVE} ORDER BY urgency DESC, deadline, id`],
    [
      'urgency',
      { urgency: 4, kind: 'goods' },
      `SELECT id FROM needs WHERE ${LIVE} AND urgency >= 4 ORDER BY urgency DESC, deadline, id`,
    ],
    [
      'newest',
      { urgency: 5, skills: ['driving'] },
      `SELECT id FROM needs WHERE ${LIVE} AND urgency = 5 AND skills = '{}' ORDER BY opened_at DESC, id DESC`,
    ],
    [
      'newest',
      { beneficiaryGroups: ['large-families', 'homeless'] },
      `SELECT id FROM needs WHERE ${LIVE} AND 'large-families' = ANY(beneficiary_groups) ORDER BY opened_at DESC, id DESC`,
    ],
  ] as const)(
    'by %s with %j, page by page, nothing is missed and nothing comes twice',
    async (sort, filters, expected) => {
      const ids = await walk({ ...filters, sort } as NeedFilters, 190);
      expect(ids).toEqual(await idsOf(expected));
      expect(ids.length).toBeGreaterThan(30);
    },
  );

  test('by distance the nearest district comes first, in it the newest; work from home beyond the radius comes last', async () => {
    const places = async (ids: readonly string[]): Promise<{ place: string; remote: boolean; at: Date }[]> =>
      desk.source.query(
        `SELECT place, remote, opened_at AS at FROM unnest($1::uuid[]) WITH ORDINALITY asked(id, n) JOIN needs USING (id) ORDER BY n`,
        [ids],
      );
    const km = (code: string): number => distanceKm(desk.catalogue.place('zeya')!, desk.catalogue.place(code)!);
    const whole = await walk({ near: 'zeya', sort: 'distance' }, 170);
    expect([...whole].sort()).toEqual((await idsOf(`SELECT id FROM needs WHERE ${LIVE}`)).sort());
    const rows = await places(whole);
    rows.slice(1).forEach(({ place, at }, n) => {
      const before = rows[n]!;
      const [here, there] = [km(place), km(before.place)];
      expect(
        here > there || (here === there && (place > before.place || (place === before.place && at <= before.at))),
      ).toBe(true);
    });
    const around = await places(await walk({ near: 'zeya', sort: 'distance', radiusKm: 150 }, 40));
    const far = around.findIndex(({ place }) => km(place) > 150);
    expect(far).toBeGreaterThan(60);
    expect(around.slice(0, far).every(({ place }) => km(place) <= 150)).toBe(true);
    expect(around.slice(far).every(({ place, remote }) => remote && km(place) > 150)).toBe(true);
    expect((await places(await walk({ near: 'zeya', radiusKm: 150 }, 200))).length).toBe(around.length);
  });

  test('by distance each place is read from its index, no more of it than a page takes', async () => {
    for (const after of [
      null,
      ['zeya', '2026-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'] as const,
    ]) {
      const explained = await plan({ near: 'selemdzhinsky', sort: 'distance', radiusKm: 400 }, after);
      expect(explained).toMatch(/needs_public_by_place/);
      expect(explained).not.toMatch(/Seq Scan on needs/);
    }
  });

  test('a list says how many there are and of how many organizations, up to a thousand', async () => {
    const exact = await idsOf(`SELECT id FROM needs WHERE ${LIVE} AND place = 'zeya'`);
    expect(await desk.reads.count(null, { place: 'zeya' })).toEqual({
      needs: exact.length,
      organizations: expect.any(Number) as number,
      more: false,
    });
    expect(await desk.reads.count(null, {})).toEqual({ needs: 1000, organizations: null, more: true });
    expect(await desk.reads.count(null, { place: 'nowhere' })).toEqual({ needs: 0, organizations: 0, more: false });
  });

  test.each([
    [{ sort: 'distance' }, 'near', 'form.required'],
    [{ radiusKm: 20 }, 'near', 'form.required'],
    [{ near: 'atlantis' }, 'near', 'form.not-in-list'],
    [{ sort: 'urgency', status: ['open', 'closed'] }, 'status', 'form.not-in-list'],
  ] as [NeedFilters, string, string][])('%j is refused at %s', async (filters, field, code) => {
    for (const ask of [desk.reads.page(null, filters, 20, null, 'ru'), desk.reads.count(null, filters)])
      await expect(ask).rejects.toMatchObject({ errors: [{ field, code }] });
  });

  test('a cursor of a district that is not in the list is refused', async () => {
    const after = ['zeya', '2026-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'] as const;
    await expect(
      desk.reads.page(null, { near: 'selemdzhinsky', sort: 'distance', radiusKm: 10 }, 20, after, 'ru'),
    ).rejects.toMatchObject({ errors: [{ field: 'cursor' }] });
  });

  test('a page costs the same number of queries whether it shows one need or a hundred', async () => {
    const count = async (limit: number): Promise<number> => {
      let queries = 0;
      const logger = {
        logQuery: () => void (queries += 1),
        logQueryError() {},
        logQuerySlow() {},
        logSchemaBuild() {},
        logMigration() {},
        log() {},
      };
      const before = desk.source.logger;
      desk.source.logger = logger;
      await desk.reads.page(desk.moderator, {}, limit, null, 'ru');
      desk.source.logger = before;
      return queries;
    };
    expect(await count(100)).toBe(await count(1));
    expect(await count(100)).toBeLessThanOrEqual(5);
  });

  test('needs that many people open at the same moment are read by few statements, and each gets their own answer', async () => {
    const rows: { id: string; title: string; status: string }[] = await desk.source.query(
      'SELECT id, title, status FROM needs ORDER BY number LIMIT 100',
    );
    const asked = [
      ...rows,
      ...rows.slice(0, 20),
      { id: '00000000-0000-7000-8000-000000000001', title: '', status: 'never was' },
    ];
    let statements = 0;
    const { master } = desk.source.driver as unknown as { master: { query(...args: unknown[]): unknown } };
    const query = master.query;
    master.query = (...args) => ((statements += 1), query.apply(master, args));
    const answers = await Promise.allSettled(asked.map(({ id }) => desk.reads.byId(null, id, 'ru')));
    master.query = query;
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.id : (answer.reason as Refusal).code)),
    ).toEqual(asked.map(({ id, status }) => (status === 'draft' || status === 'never was' ? 'need.not-found' : id)));
    expect(statements).toBeLessThanOrEqual(3);
  });

  test('strangers see what is public, members everything of their own', async () => {
    const [own]: { organization_id: string }[] = await desk.source.query('SELECT organization_id FROM needs LIMIT 1');
    const organization = own?.organization_id ?? '';
    const statuses = async (who: Desk['donor'] | null, filters: NeedFilters): Promise<string[]> =>
      [
        ...new Set(
          (await desk.reads.page(who, { ...filters, organization }, 200, null, 'ru')).items.map((item) => item.status),
        ),
      ].sort();
    const member = desk.as(desk.donor, organization, 'accountant');
    expect(await statuses(null, {})).toEqual(['open', 'partly_met']);
    expect(await statuses(null, { status: ['open', 'closed', 'draft', 'withdrawn'] })).toEqual(['closed', 'open']);
    expect(await statuses(desk.donor, { status: ['draft', 'withdrawn', 'expired'] })).toEqual([]);
    expect(await statuses(member, {})).toEqual(['closed', 'draft', 'open', 'partly_met', 'withdrawn']);
    expect(await statuses(member, { status: ['draft'] })).toEqual(['draft']);
  });
});
