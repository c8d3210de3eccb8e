import { OwnOutcomes } from '#transparency';
import { newId } from '#kernel';
import { openDesk, type Desk } from '../needs/fixture.js';

const NOTHING = { needs: 0, districts: 0, people: 0, reports: 0, lastReport: null };

let desk: Desk;
let outcomes: OwnOutcomes;
let donor: string;
beforeEach(async () => {
  desk = await openDesk();
  outcomes = new OwnOutcomes(desk.source, desk.catalogue);
  donor = desk.donor.personId;
});
afterEach(() => desk.db.drop());

/** So much of an offer of the donor arrives at a need. */
async function give(need: string, amount: number): Promise<void> {
  const offer = await desk.postOffer({ anonymous: true });
  await desk.arrive(need, offer, await desk.hold(need, offer, amount), amount);
}

test('what arrived is told by needs, municipalities and the people they name; a need counts once', async () => {
  const [first, second] = [
    await desk.openNeed({ quantity: '120', beneficiaries: 40 }),
    await desk.openNeed({ quantity: '60', beneficiaries: 23 }),
  ];
  await give(first, 30);
  await give(first, 5);
  await give(second, 7);
  expect(await outcomes.of(donor)).toEqual({ ...NOTHING, needs: 2, districts: 1, people: 63 });
  expect(await outcomes.of(newId())).toEqual(NOTHING);
});

test('what is only promised counts for nothing, nor do the few people of a private need', async () => {
  const secret = await desk.openNeed({
    category: 'relief-violence',
    item: null,
    title: 'Комплекты',
    quantity: '50',
    unit: 'pcs',
    beneficiaries: 3,
  });
  await give(secret, 5);
  await desk.hold(await desk.openNeed({ quantity: '120', beneficiaries: 9 }), await desk.postOffer({}), 9);
  expect(await outcomes.of(donor)).toEqual({ ...NOTHING, needs: 1, districts: 1 });
});

test('a report counts when everybody reads it, and the last one is named', async () => {
  const [early, late, hidden] = [
    await desk.openNeed({ quantity: '120' }),
    await desk.openNeed({ quantity: '60' }),
    await desk.openNeed({ quantity: '60' }),
  ];
  for (const need of [early, late, hidden]) await give(need, 4);
  const at = new Date('2026-05-02T03:00:00Z');
  const publish = (need: string, published: Date, shown: Date | null): Promise<unknown> =>
    desk.source.query(
      `INSERT INTO need_reports (id, need_id, version, revision, status, title, outcome, limits, photo_ids, written_by, written_at, published_by, published_at, shown_at)
       VALUES ($1, $2, 1, 1, 'published', 'Отчёт', 'Всё дошло', '', '{}', $3, $4, $3, $4, $5)`,
      [newId(), need, donor, published, shown],
    );
  await publish(early, new Date('2026-04-01T03:00:00Z'), at);
  await publish(late, at, at);
  await publish(hidden, new Date('2026-06-01T03:00:00Z'), null);
  expect(await outcomes.of(donor)).toMatchObject({ needs: 3, reports: 2, lastReport: { need: late, at } });
});
