import type { DataSource, EntityTarget } from 'typeorm';
import { loadCatalogue } from '#catalogue-store';
import { donorEntities, DonorsService } from '#donors';
import { GrantEntity, PartyEntity, PersonEntity, type Actor, type Role } from '#identity';
import { DAY_MS, newId, Refusal, SetClock, type FactType } from '#kernel';
import { Ledger, ledgerEntities } from '#ledger';
import { needEntities, NeedsQueries, NeedsService } from '#needs';
import { type NeedForm } from '#forms';
import { offerEntities, OffersQueries, OffersService } from '#offers';
import { type OfferForm } from '#forms';
import { photoEntities } from '#photos';
import { organizationEntities } from '#organizations';
import { Env } from '#host';
import { type Tx } from '#platform';
import { regionDatabase, testDatabase, type TestDatabase } from '../../support/database.js';

/** Another region than the shipped one. */
export interface OtherRegion {
  /** With its files. */
  readonly folder: string;
  /** Where the organization sits. */
  readonly place: string;
}

/** What food and medicine must say, where a test is about something else. */
const keeping = ({ category, item }: Partial<OfferForm>): Partial<OfferForm> =>
  /^(relief-food|relief-hot)/.test(category ?? '') || /^(food-|meal|water)/.test(item ?? '')
    ? { bestBefore: new Date('2028-01-01T00:00:00Z'), coldChain: false }
    : {};

/** A database with people, one verified organization, and the services of needs and offers. The database goes again where the rest does not start. */
export async function openDesk(
  at = '2026-03-10T05:00:00Z',
  entities: EntityTarget<unknown>[] = [],
  region: OtherRegion | null = null,
) {
  const all = [
    PartyEntity,
    PersonEntity,
    GrantEntity,
    ...organizationEntities,
    ...donorEntities,
    ...ledgerEntities,
    ...needEntities,
    ...offerEntities,
    ...photoEntities,
    ...entities,
  ];
  const db = await (region ? regionDatabase(region.folder, all) : testDatabase(all));
  try {
    return await deskOn(db, at, region?.place);
  } catch (error) {
    await db.drop();
    throw error;
  }
}

async function deskOn(db: TestDatabase, at: string, place: string | undefined) {
  const { source } = db;
  const clock = new SetClock(new Date(at));
  const catalogue = await loadCatalogue(source);
  const ledger = new Ledger(source);
  const needs = new NeedsService(source, clock, catalogue, ledger);
  const offers = new OffersService(source, clock, catalogue, ledger, new DonorsService(clock), new Env({}));
  const reads = new NeedsQueries(source, clock, catalogue);
  const offerReads = new OffersQueries(source, ledger);
  const people = new People(source, place);
  const coordinator = await people.person('Мария Орлова');
  const moderator = await people.person('Пётр Чистый', { platform: ['moderator'] });
  const donor = await people.person('Анна Дарина');
  const organization = await people.organization(coordinator.personId, 'verified', 1);
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => source.transaction(work);
  const as = (who: Actor, id: string, role: Role): Actor => ({
    ...who,
    organizations: [...who.organizations, { id, role }],
  });
  const heaters = (changes: Partial<NeedForm> = {}): NeedForm => ({
    organization,
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    title: 'Обогреватели для посёлка',
    description: 'Отключили котельную, греются печами.',
    quantity: '120',
    unit: 'pcs',
    place: 'selemdzhinsky',
    deadline: new Date(clock.now().getTime() + 300 * DAY_MS),
    urgency: 4,
    ...changes,
  });
  const me = as(coordinator, organization, 'coordinator');
  const settle = async (tx: Tx, needId: string, offerId: string): Promise<void> => {
    const offer = (await ledger.offerBalances(tx, [offerId])).get(offerId);
    const need = (await ledger.needBalances(tx, [needId])).get(needId);
    if (offer) await offers.updateStatus(tx, offerId, offer);
    if (need) await needs.afterReceipt(tx, needId, need);
  };
  return {
    db,
    source,
    clock,
    catalogue,
    ledger,
    needs,
    offers,
    reads,
    offerReads,
    people,
    organization,
    moderator,
    donor,
    run,
    as,
    heaters,
    settle,
    coordinator: me,
    async openNeed(changes: Partial<NeedForm> = {}): Promise<string> {
      const id = await needs.draft(me, heaters(changes));
      await needs.submit(me, id);
      await run((tx) => needs.approve(tx, moderator, id));
      return id;
    },
    postOffer: (changes: Partial<OfferForm> = {}, who: Actor = donor): Promise<string> =>
      offers.publish(who, {
        kind: 'goods',
        category: 'relief-household',
        item: 'heater',
        quantity: '50',
        unit: 'pcs',
        place: 'zeya',
        radiusKm: 900,
        ...keeping(changes),
        ...changes,
      }),
    /** A donor's offer of `amount`, held for the need. Returns the hold. */
    async hold(needId: string, offerId: string, amount: number): Promise<string> {
      const id = newId();
      await run((tx) => ledger.hold(tx, { id, offerId, needId, matchId: newId(), amount, at: clock.now(), by: null }));
      return id;
    },
    /** The hold arrives; statuses follow as after a confirmed match. */
    async arrive(needId: string, offerId: string, holdId: string, amount: number): Promise<void> {
      await run(async (tx) => {
        await ledger.post(tx, { holdId, amount, at: clock.now(), by: null });
        await settle(tx, needId, offerId);
      });
    },
    facts: async (id: string): Promise<FactType[]> =>
      (
        (await source.query(
          `SELECT type FROM facts WHERE payload->>'needId' = $1 OR payload->>'offerId' = $1 ORDER BY id`,
          [id],
        )) as { type: FactType }[]
      ).map((row) => row.type),
    view: (id: string, who: Actor | null = me) => reads.byId(who, id, 'ru'),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Where money goes to an organization of these tests. */
export const ACCOUNT = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};

/** People and organizations, written past their services. */
export class People {
  #made = 0;
  constructor(
    private readonly source: DataSource,
    private readonly place = 'zeya',
  ) {}

  async person(name: string, parts: Partial<Actor> = {}): Promise<Actor> {
    const personId = newId();
    const number = (this.#made += 1);
    await this.source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [personId]);
    await this.source.query(
      `INSERT INTO people (id, email, email_confirmed_at, password_hash, name, locale) VALUES ($1, $2, now(), '-', $3, 'ru')`,
      [personId, `p${number}@example.org`, name],
    );
    return {
      personId,
      locale: 'ru',
      platform: [],
      organizations: [],
      places: [],
      via: 'web',
      confirmed: true,
      ...parts,
    };
  }

  async organization(createdBy: string, status: string, number: number): Promise<string> {
    const id = newId();
    const last = String(number).padStart(4, '0');
    await this.source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'organization')`, [id]);
    await this.source.query(
      `INSERT INTO organizations (id, status, name, short_name, form, inn, ogrn, place, account, created_by) VALUES ($1, $2, $3, $4, 'ano', $5, $6, $8, $9, $7)`,
      [
        id,
        status,
        `АНО «Тепло рядом ${number}»`,
        `«Тепло ${number}»`,
        `280000${last}`,
        `102280000${last}`,
        createdBy,
        this.place,
        ACCOUNT,
      ],
    );
    return id;
  }

  /** A walk-in of an organization. */
  async walkIn(organizationId: string, enteredBy: string): Promise<string> {
    const id = newId();
    await this.source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [id]);
    await this.source.query(
      `INSERT INTO walk_ins (id, organization_id, consent_how, consent_on, entered_by, created_at) VALUES ($1, $2, 'spoken', '2026-01-10', $3, now())`,
      [id, organizationId, enteredBy],
    );
    return id;
  }
}

/** The code with which something was refused, and the fields that were named; 'done' when it was not. */
export async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.errors.map((field) => `${field.field} ${field.code}`)].join(': ');
  }
}
