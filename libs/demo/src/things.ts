import { Asking, Trips } from '#deliveries';
import { Bookings, Resources } from '#bookings';
import { daysLater, derivedId } from '#kernel';
import { StockLedger } from '#ledger';
import { Carriers } from '#matching';
import { IntakePoints, Intakes, Moves, Shelves } from '#stock';
import type { Actor } from '#identity';
import type { Agenda } from './agenda.js';
import type { History } from './need.history.js';
import type { MadeOrganization } from './organizations.js';
import { actor, type World } from './world.js';

/** A number of the region's own for each row, so that the same region is made every time. */
const idOf = (organization: string, what: string): string => derivedId(organization, `demo-${what}`);

/** What lies on the shelves of the demo coordinator's organization, what several share, and who drives. */
export function scheduleThings(history: History, agenda: Agenda): void {
  const [first, second] = history.organizations;
  if (!first || !second) throw new Error('The demo region has too few organizations');
  scheduleStock(history.world, agenda, first);
  scheduleSharing(history, agenda, [first, second]);
  scheduleTrips(history, agenda);
}

interface Store {
  readonly points: IntakePoints;
  readonly intakes: Intakes;
  readonly shelves: Shelves;
  readonly moves: Moves;
}

function storeOf({ within, clock, catalogue, ledger, needs, offers }: World): Store {
  const stock = new StockLedger();
  const shelves = new Shelves(within, clock, catalogue, ledger, stock, needs);
  return {
    points: new IntakePoints(within, clock),
    intakes: new Intakes(within, clock, catalogue, ledger, stock, offers),
    shelves,
    moves: new Moves(within, clock, catalogue, stock, shelves),
  };
}

/** Item, how much, in which unit, how many days it keeps, and on which day before today it came. */
const LOTS: readonly (readonly [
  item: string,
  quantity: string,
  unit: string,
  keeps: number | null,
  daysAgo: number,
])[] = [
  ['food-canned', '60', 'pcs', 9, 24],
  ['food-canned', '120', 'pcs', 300, 23],
  ['food-dry', '45', 'kg', 150, 23],
  ['bedding', '18', 'set', null, 22],
  ['hygiene-set', '30', 'set', null, 20],
  ['clothes-child', '26', 'pcs', null, 12],
];

function scheduleStock(world: World, agenda: Agenda, { id, desk }: MadeOrganization): void {
  const store = storeOf(world);
  const [near, far] = [idOf(id, 'near'), idOf(id, 'far')];
  const hours = [{ days: [1, 2, 3, 4, 5], from: '10:00', until: '18:00' }];
  const today = (): string => world.clock.now().toISOString().slice(0, 10);
  const addresses = [
    [near, 'Склад в Экимчане', 'Экимчан, ул. Образцовая, 3'],
    [far, 'Пункт в Златоустовске', 'Златоустовск, ул. Примерная, 8'],
  ] as const;
  agenda.add(world.ago(25), async () => {
    for (const [point, name, address] of addresses)
      await store.points.open(desk, id, { name, address, hours, public: true }, point);
  });
  for (const [at, [item, quantity, unit, keeps, daysAgo]] of LOTS.entries())
    agenda.add(world.ago(daysAgo), async () => {
      const food = keeps === null ? {} : { coldChain: false };
      await store.intakes.takeIn(
        desk,
        near,
        {
          brought: { item, quantity, unit, ...food },
          bestBefore: keeps === null ? null : daysLater(today(), keeps + daysAgo),
        },
        idOf(id, `lot-${at}`),
      );
    });
  agenda.add(world.ago(10), () =>
    store.shelves.writeOff(
      desk,
      idOf(id, 'lot-0'),
      { quantity: '2', unit: 'pcs', reason: 'broken', note: 'помяты' },
      idOf(id, 'loss'),
    ),
  );
  agenda.add(world.ago(8), async () => {
    await store.moves.send(desk, idOf(id, 'lot-1'), { to: far, quantity: '40', unit: 'pcs' }, idOf(id, 'move-1'));
  });
  agenda.add(world.ago(7.5), () => store.moves.receive(desk, idOf(id, 'move-1'), {}));
  agenda.add(world.ago(0.4), async () => {
    const more = { to: far, quantity: '6', unit: 'set', note: 'Везёт Сергей, после обеда' };
    await store.moves.send(desk, idOf(id, 'lot-3'), more, idOf(id, 'move-2'));
  });
}

function scheduleSharing(
  { world, people }: History,
  agenda: Agenda,
  [first, second]: readonly [MadeOrganization, MadeOrganization],
): void {
  const resources = new Resources(world.within, world.clock, world.catalogue);
  const bookings = new Bookings(world.within, world.clock, world.catalogue);
  const [van, hall] = [idOf(first.id, 'van'), idOf(second.id, 'hall')];
  agenda.add(world.ago(40), async () => {
    await resources.add(
      first.desk,
      first.id,
      {
        kind: 'van',
        name: 'Грузовая «Газель» с тентом',
        description: 'Полторы тонны, права категории B. Бензин за тем, кто едет.',
        place: 'selemdzhinsky',
        address: 'Экимчан, ул. Образцовая, 3',
        who: 'organizations',
        longestMinutes: 24 * 60,
      },
      van,
    );
    await resources.add(
      second.desk,
      second.id,
      {
        kind: 'hall',
        name: 'Зал на сорок мест',
        description: 'Проектор, стулья, чайник. Ключ у вахтёра.',
        place: 'blagoveshchensk',
        address: 'Благовещенск, ул. Образцовая, 12',
        who: 'everybody',
        hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '21:00' }],
        longestMinutes: 4 * 60,
      },
      hall,
    );
  });
  const hourOf = (daysAhead: number, utc: number): Date =>
    new Date(`${world.ago(-daysAhead).toISOString().slice(0, 10)}T${String(utc).padStart(2, '0')}:00:00Z`);
  agenda.add(world.ago(2), async () => {
    const taken = [
      [people.givers[0], 3, 'Встреча соседей'],
      [people.givers[1], 5, 'Мастерская игрушек'],
    ] as const;
    for (const [who, days, purpose] of taken)
      await bookings.book(
        who as Actor,
        hall,
        { from: hourOf(days, 3), until: hourOf(days, 5), purpose },
        idOf(hall, `${days}`),
      );
    await bookings.book(
      first.desk,
      van,
      { from: hourOf(4, 1), until: hourOf(4, 9), purpose: 'Дрова в посёлок', organization: first.id },
      idOf(van, 'wood'),
    );
  });
}

function scheduleTrips({ world, people, organizations }: History, agenda: Agenda): void {
  const carriers = new Carriers(world.within, world.life);
  const trips = new Trips(world.within, world.clock, world.catalogue, carriers);
  const asking = new Asking(world.within, world.clock, world.catalogue, carriers);
  const drive = (driver: Actor, plannedAgo: number, startsAgo: number, name: string): void =>
    agenda.add(world.ago(plannedAgo), async () => {
      const offer = await world.offers.publish(driver, {
        kind: 'time',
        category: 'emergency-logistics',
        title: 'Вожу вещи попутно',
        quantity: '8',
        unit: 'hour',
        place: 'selemdzhinsky',
        radiusKm: 900,
        until: world.ago(-60),
      });
      const from = world.ago(startsAgo);
      await trips.plan(
        driver,
        offer,
        {
          from,
          until: new Date(from.getTime() + 9 * 3_600_000),
          route: ['blagoveshchensk', 'svobodny', 'selemdzhinsky'],
          kg: 350,
          m3: 1.6,
          car: 'Серый универсал',
          contact: { name, phone: null },
        },
        idOf(driver.personId, 'trip'),
      );
    });
  const [one, other] = people.volunteers;
  drive(one as Actor, 14, 11, 'Пётр');
  agenda.add(world.ago(10.2), () => trips.close(one as Actor, idOf((one as Actor).personId, 'trip'), 'ended'));
  drive(other as Actor, 3, -3, 'Ирина');
  agenda.add(world.ago(0.2), async () => {
    const [agreed]: { match: string; organization: string; donor: string }[] = await world.tx.query(
      `SELECT m.id AS match, n.organization_id AS organization, o.donor_id AS donor FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id
       WHERE m.status = 'accepted' AND n.kind = 'goods' AND o.on_behalf_of IS NULL ORDER BY m.accepted_at, m.id LIMIT 1`,
    );
    const organization = organizations.find(({ id }) => id === agreed?.organization);
    if (!agreed || !organization) return;
    const thing = { kg: 40, m3: 0.4, address: 'ул. Примерная, 5' };
    await asking.ask(organization.desk, agreed.match, thing, 'organization', idOf(agreed.match, 'leg'));
    await asking.ask(actor(agreed.donor), agreed.match, { address: 'ул. Образцовая, 20, кв. 4' }, 'donor');
  });
}
