import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { exportTable, type ExportKind } from '#exchange';
import { demoDatabase } from '../../support/demo-database.js';
import type { TestDatabase } from '../../support/database.js';
import { openImportDesk, type ImportDesk } from './fixture.js';

let home: string;
let region: TestDatabase;
let empty: ImportDesk;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lepta-export-'));
  region = await demoDatabase(home);
  empty = await openImportDesk();
});
afterAll(async () => {
  await empty.close();
  await region.drop();
  rmSync(home, { recursive: true, force: true });
});

async function written(source: DataSource, kind: ExportKind): Promise<string> {
  let text = '';
  await exportTable(source, empty.catalogue, kind, async (piece) => void (text += piece));
  return text;
}
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true }) as Record<string, string>[];
const byId = (text: string): Record<string, string>[] =>
  rowsOf(text).sort((a, b) => ((a['id'] as string) < (b['id'] as string) ? -1 : 1));

test('a region goes out and comes into an empty installation, and goes out from there as the same rows', async () => {
  await region.source.query(
    `UPDATE needs SET title = '=cmd|calc!A1', description = E'+7 и дальше.\\nВторая строка, «с кавычками».' WHERE id = (SELECT min(n.id::text)::uuid FROM needs n JOIN categories c ON c.code = n.category WHERE n.status = 'open' AND NOT 'private' = ANY(c.flags))`,
  );
  await region.source.query(
    `UPDATE needs SET cold_chain = true WHERE id IN (SELECT id FROM needs WHERE status = 'open' AND kind = 'goods' ORDER BY id LIMIT 3)`,
  );
  await region.source.query(
    `UPDATE offers SET best_before = $1, cold_chain = true, bound_to = ARRAY['zeya', (SELECT id::text FROM organizations WHERE status = 'verified' ORDER BY id LIMIT 1), (SELECT n.id::text FROM needs n WHERE n.status = 'open' ORDER BY id LIMIT 1)]
     WHERE id IN (SELECT id FROM offers WHERE status = 'open' AND kind = 'goods' ORDER BY id LIMIT 2)`,
    [new Date(Date.now() + 200 * 86_400_000)],
  );
  const [{ signUp }] = (await region.source
    .query(
      `UPDATE offers SET sign_up = true WHERE id = (SELECT id FROM offers WHERE status = 'open' AND kind = 'time' ORDER BY id LIMIT 1) RETURNING id AS "signUp"`,
    )
    .then(([rows]) => rows as unknown)) as [{ signUp: string }];
  const [{ gift }] = (await region.source
    .query(
      `UPDATE offers SET gift = true WHERE id = (SELECT id FROM offers WHERE status = 'open' AND kind = 'money' ORDER BY id LIMIT 1) RETURNING id AS gift`,
    )
    .then(([rows]) => rows as unknown)) as [{ gift: string }];
  const [organizations, needs, offers] = [
    await written(region.source, 'organizations'),
    await written(region.source, 'needs'),
    await written(region.source, 'offers'),
  ];
  expect([rowsOf(organizations).length, rowsOf(needs).length, rowsOf(offers).length].every((count) => count > 30)).toBe(
    true,
  );
  expect(
    rowsOf(offers).filter(
      ({ only, best_before: best, cold_chain: cold }) => only !== '' && best !== '' && cold === 'true',
    ),
  ).toHaveLength(2);
  expect(rowsOf(needs).filter(({ cold_chain: cold }) => cold === 'true').length).toBeGreaterThanOrEqual(3);
  expect([signUp, gift].filter((id) => offers.includes(id))).toEqual([]);

  const files = {
    organizations: empty.file('organizations.csv', organizations),
    needs: empty.file('needs.csv', needs),
    offers: empty.file('offers.csv', offers),
  };
  const rejected = join(home, 'rejected.csv');
  expect(await empty.run({ ...files, rejected })).toMatchObject({
    rejected: 0,
    organizations: 0,
    needs: { made: rowsOf(needs).length },
    offers: { made: rowsOf(offers).length },
    listed: { made: rowsOf(organizations).length },
  });

  expect(byId(await written(empty.db.source, 'organizations'))).toEqual(byId(organizations));
  expect(byId(await written(empty.db.source, 'needs'))).toEqual(byId(needs));
  expect(byId(await written(empty.db.source, 'offers'))).toEqual(byId(offers));
  expect(await empty.run(files)).toMatchObject({
    rejected: 0,
    needs: { made: 0 },
    offers: { made: 0 },
    listed: { made: 0 },
  });
});

test('no cell is one that a spreadsheet runs, and no person, address or word of a private need is in any file', async () => {
  const texts = await Promise.all(
    (['organizations', 'needs', 'offers', 'matches'] as const).map((kind) => written(region.source, kind)),
  );
  for (const text of texts)
    for (const row of parse(text) as string[][]) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const whole = texts.join('\n');
  const people: { id: string; email: string; name: string }[] = await region.source.query(
    'SELECT id, email, name FROM people',
  );
  expect(
    people.filter(({ id, email, name }) => whole.includes(id) || whole.includes(email) || whole.includes(name)),
  ).toEqual([]);
  const hidden: { title: string }[] = await region.source.query(
    `SELECT DISTINCT n.title FROM needs n JOIN categories c ON c.code = n.category WHERE 'private' = ANY(c.flags) AND NOT EXISTS (SELECT 1 FROM needs o JOIN categories oc ON oc.code = o.category WHERE o.title = n.title AND NOT 'private' = ANY(oc.flags))`,
  );
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.filter(({ title }) => whole.includes(title))).toEqual([]);
});

test('matches say the donor by the pseudonym of the public books, and both sides as the other files do', async () => {
  const matches = rowsOf(await written(region.source, 'matches'));
  const [{ count }] = (await region.source.query(
    `SELECT count(*)::int AS count FROM matches WHERE status <> 'expired' OR held_at IS NOT NULL`,
  )) as [{ count: number }];
  expect(matches).toHaveLength(count);
  const pseudonyms = new Set(
    ((await region.source.query('SELECT pseudonym FROM parties')) as { pseudonym: string }[]).map(
      (one) => one.pseudonym,
    ),
  );
  expect(
    matches.every(({ donor, offer, need }) => pseudonyms.has(donor as string) && offer !== '' && need !== ''),
  ).toBe(true);
});
