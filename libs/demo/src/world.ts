import type { DataSource } from 'typeorm';
import { DAY_MS, SetClock } from '#kernel';
import { Env } from '#host';
import { type Tx } from '#platform';
import { IdentityService, type AccountLimit, type Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { Ledger } from '#ledger';
import { DonorsService } from '#donors';
import { OrganizationsService, PaperChecks } from '#organizations';
import { NeedsService } from '#needs';
import { OffersService, StandingOffersService } from '#offers';
import { GiftChoices, GiftMatches, MatchExpiryService, MatchesService, SignUpMatches } from '#matching';
import { ModerationService, ReviewOpening, OrganizationMeasures } from '#moderation';
import { GiftPromises, Pledges } from '#payments';
import { Reports } from '#reports';
import { AttendanceService, ShiftsService, SignUpsService } from '#volunteering';

/**
 * The services of the API, on one transaction and a clock that is moved: what they do is what a person's click would have done that day,
 * and either the whole region is there afterwards or nothing of it.
 */
export class World {
  readonly clock: SetClock;
  readonly ledger: Ledger;
  readonly identity: IdentityService;
  readonly donors: DonorsService;
  readonly organizations: OrganizationsService;
  readonly papers: PaperChecks;
  readonly needs: NeedsService;
  readonly offers: OffersService;
  readonly standing: StandingOffersService;
  readonly life: MatchesService;
  readonly ends: MatchExpiryService;
  readonly opening: ReviewOpening;
  readonly moderation: ModerationService;
  readonly measures: OrganizationMeasures;
  readonly reports: Reports;
  /** What services take for a data source: its transactions all are the one of the region. */
  readonly within: DataSource;
  readonly shifts: ShiftsService;
  readonly signUps: SignUpsService;
  readonly attendance: AttendanceService;
  readonly pledges: Pledges;

  constructor(
    /** The transaction of the region. */
    readonly tx: Tx,
    source: DataSource,
    readonly catalogue: Catalogue,
    readonly today: Date,
  ) {
    const within = oneTransaction(source, tx);
    this.within = within;
    this.clock = new SetClock(today);
    this.ledger = new Ledger(within);
    this.identity = new IdentityService(within, this.clock);
    this.donors = new DonorsService(this.clock);
    this.organizations = new OrganizationsService(within, this.clock, catalogue, this.identity);
    this.papers = new PaperChecks(within, this.clock, catalogue);
    this.needs = new NeedsService(within, this.clock, catalogue, this.ledger);
    const anyAmount = Object.assign(Object.create(Env.load()) as Env, { SMALLEST_MONEY_OFFER: 1 }); // the region is made whatever least amount is set today
    this.offers = new OffersService(within, this.clock, catalogue, this.ledger, this.donors, anyAmount);
    this.standing = new StandingOffersService(within, this.clock, catalogue, this.offers);
    this.life = new MatchesService(within, this.clock, catalogue, this.ledger, this.needs, this.offers);
    this.ends = new MatchExpiryService(within, this.clock, this.ledger, this.needs, this.offers);
    this.opening = new ReviewOpening(this.clock, this.ledger);
    this.moderation = new ModerationService(within, this.clock, this.organizations, this.needs, this.life);
    this.measures = new OrganizationMeasures(this.clock, this.organizations);
    this.reports = new Reports(within, this.clock, this.needs);
    const matches = new SignUpMatches(this.ledger, this.needs, this.offers);
    this.shifts = new ShiftsService(within, this.clock, catalogue, this.ledger, this.needs, matches);
    this.signUps = new SignUpsService(within, this.clock, catalogue, this.ledger, this.needs, matches);
    this.attendance = new AttendanceService(within, this.clock, catalogue, NO_CODES, this.signUps, matches);
    const gifts = new GiftMatches(this.clock, this.donors, this.ledger, this.needs, this.offers);
    const promises = new GiftPromises(within, this.clock, catalogue, gifts);
    const choices = new GiftChoices(this.clock, catalogue, this.ledger);
    this.pledges = new Pledges(within, this.clock, catalogue, choices, promises, gifts);
  }

  /** What the database itself dates got the moment of the seeding: it is moved to where the clock stands. */
  async datePast(): Promise<void> {
    const at = this.clock.now();
    await this.tx.query('UPDATE audit_log SET at = $1 WHERE at = now()', [at]);
    await this.tx.query('UPDATE mails SET created_at = $1 WHERE created_at = now()', [at]);
    await this.tx.query('UPDATE notifications SET created_at = $1 WHERE created_at = now()', [at]);
  }

  /** A moment counted back from today (or, below zero, ahead of it). */
  ago(days: number): Date {
    return new Date(this.today.getTime() - Math.round(days * DAY_MS));
  }
}

/** Coordinators check in from their list here: nobody tries a code. */
const NO_CODES = {
  count: () => Promise.reject(new Error('A code was tried in the past of the demo')),
} as unknown as AccountLimit;

/** A data source whose transactions all are this one. A refusal in it ends the whole: nothing here is expected to be refused. */
function oneTransaction(source: DataSource, tx: Tx): DataSource {
  const own: Partial<Record<keyof DataSource, unknown>> = {
    manager: tx,
    query: (sql: string, params?: unknown[]) => tx.query(sql, params),
    transaction: (...args: unknown[]) => (args.at(-1) as (tx: Tx) => Promise<unknown>)(tx),
    getRepository: (entity: never) => tx.getRepository(entity),
    createQueryBuilder: (...args: never[]) => tx.createQueryBuilder(...args),
  };
  return new Proxy(source, {
    get(target, key) {
      if (key in own) return own[key as keyof DataSource];
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}

/** A person who acts in the demo's past. */
export function actor(personId: string, granted: Partial<Pick<Actor, 'platform' | 'organizations'>> = {}): Actor {
  return {
    personId,
    locale: 'ru',
    platform: granted.platform ?? [],
    organizations: granted.organizations ?? [],
    places: [],
    via: 'web',
    confirmed: true,
  };
}
