import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { newCode, periodOf, readCode } from '#ledger';
import { readPaymentCode } from '#matching';
import { refuseOrganization } from '#organizations';
import { BankStatements } from '../bank-statements.service.js';
import { GiftEntity } from '../gift.entity.js';
import { refuse } from '../payments.refusals.js';
import { donationTerms, type DonationTerms } from './donation-terms.rules.js';
import { moneyEntries, type MoneyOf } from './money-lines.queries.js';
import {
  changeOf,
  digestOfLines,
  LINES_LIMIT,
  moneyLines,
  sumLines,
  type MoneyEntry,
  type MoneyLine,
  type MoneySums,
} from './money-lines.rules.js';
import { recipientOf, type Recipient } from './recipients.queries.js';

export const GIFT_PAPER_KINDS = ['receipt', 'certificate', 'register'] as const;
export type GiftPaperKind = (typeof GIFT_PAPER_KINDS)[number];

export interface PaperWish {
  readonly from?: string;
  readonly to?: string;
}

/** A paper about money: its lines are entries of the books, and its code says whether they still stand. */
export interface GiftPaper extends MoneySums {
  readonly kind: GiftPaperKind;
  readonly organization: Recipient;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly lines: readonly MoneyLine[];
  readonly verificationCode: string;
}

export interface Receipt extends GiftPaper {
  readonly gift: string;
  /** What the transfer said it is for. */
  readonly purpose: string;
  /** Only for the giver who is signed in, and where the giver wants to be named. */
  readonly giver: string | null;
}

/** What the public page behind a code says. It names no giver: the holder of the paper compares the figures. */
export interface GiftPaperCheck {
  readonly code: string;
  readonly kind: GiftPaperKind;
  /** `changed`: the paper was issued so, and something that stands on it is otherwise now. */
  readonly status: 'matches' | 'changed';
  /** When the first entry was made that changed it; null also where a bank's day was set right. */
  readonly changedAt: Date | null;
  /** The period says more now, of other gifts. */
  readonly newer: boolean;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly issuedAt: Date;
  readonly organization: Pick<Recipient, 'name' | 'inn'>;
  /** As the paper has it; null where that can no longer be told. */
  readonly then: MoneySums | null;
  readonly now: MoneySums;
}

export interface DonationsOfYear {
  readonly year: number;
  readonly items: readonly (MoneySums & { readonly organization: string; readonly name: string })[];
}

interface Kept {
  readonly code: string;
  readonly kind: GiftPaperKind;
  readonly about: string;
  readonly organizationId: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly digest: Buffer;
  readonly issuedAt: Date;
}

/** Receipts, certificates for the tax office and registers. All figures are sums of entries of the books; a code is kept with a digest, not with figures. */
@Injectable()
export class GiftPapers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly statements: BankStatements,
  ) {}

  /** For every holder of the code of the gift. @throws gift.not-found, paper.nothing-came */
  async receipt(actor: Actor | null, text: string): Promise<Receipt> {
    const code = readPaymentCode(text);
    const gift =
      (code === null ? null : await this.source.manager.findOneBy(GiftEntity, { code })) ?? refuse('gift.not-found');
    if (gift.offerId === null) return refuse('paper.nothing-came');
    const day = dayAt(this.catalogue.timeZone, gift.createdAt);
    const paper = await this.issue('receipt', gift.offerId, gift.organizationId, { from: day, to: day });
    const own = actor !== null && actor.personId === gift.personId;
    return {
      ...paper,
      gift: gift.code,
      purpose: gift.purpose,
      giver: own || !gift.anonymous ? await this.nameOf(gift) : null,
    };
  }

  /** What a person gave in money in a year, by organization: confirmed, less what was sent back. */
  async donations(actor: Actor, year: number): Promise<DonationsOfYear> {
    const lines = this.linesOf(await this.entries({ donor: actor.personId }, this.clock.now()), yearOf(year));
    const organizations = [...new Set(lines.map(({ organizationId }) => organizationId))];
    const items = await Promise.all(
      organizations.map(async (organization) => ({
        organization,
        name: (await this.recipient(organization)).shortName,
        ...sumLines(lines.filter(({ organizationId }) => organizationId === organization)),
      })),
    );
    return { year, items: items.sort((a, b) => b.total - a.total || (a.organization < b.organization ? -1 : 1)) };
  }

  /** What the person gave in money to this organization in a year. @throws organization.not-found, paper.nothing-came */
  certificate(actor: Actor, organizationId: string, year: number): Promise<GiftPaper> {
    return this.issue('certificate', actor.personId, organizationId, yearOf(year));
  }

  /** All money that came to an organization in a period, and what it sent back. @throws organization.not-found, bank.not-yours, paper.too-many */
  async register(actor: Actor, organizationId: string, wish: PaperWish): Promise<GiftPaper> {
    await this.statements.organizationOf(actor, organizationId);
    return this.issue(
      'register',
      organizationId,
      organizationId,
      periodOf({ ...wish, timeZone: this.catalogue.timeZone }, this.clock.now()),
    );
  }

  /** On which terms an organization takes money. @throws organization.not-found, gift.no-account */
  async terms(organizationId: string, locale: 'ru' | 'en'): Promise<DonationTerms> {
    const recipient = await this.recipient(organizationId);
    if (!recipient.verified) refuseOrganization('organization.not-found');
    return recipient.account ? donationTerms(recipient, locale) : refuse('gift.no-account');
  }

  /** Does a paper still stand? Open to everybody who has the code. Unknown and mistyped codes answer alike. @throws paper.not-found */
  async check(text: string): Promise<GiftPaperCheck> {
    const code = readCode(text);
    const [kept]: Kept[] =
      code === null
        ? []
        : await this.source.query(
            `SELECT code, kind, about, organization_id AS "organizationId", from_day::text AS from, to_day::text AS to, time_zone AS "timeZone", digest, issued_at AS "issuedAt" FROM gift_papers WHERE code = $1`,
            [code],
          );
    if (!kept) return refuse('paper.not-found');
    const { about, organizationId, digest, ...shown } = kept;
    const entries = await this.entries(moneyOf(kept.kind, about, organizationId), this.clock.now());
    const period = kept.kind === 'receipt' ? undefined : kept;
    const lines = (some: readonly MoneyEntry[]): MoneyLine[] => moneyLines(some, kept.timeZone, period);
    const [then, today] = [lines(entries.filter(({ at }) => at <= kept.issuedAt)), lines(entries)];
    const { changed, newer } = changeOf(
      then,
      today,
      entries.filter(({ at }) => at > kept.issuedAt),
    );
    const same = digestOfLines(then).equals(digest);
    const things = new Set(then.map(({ thing }) => thing));
    const { name, inn } = await this.recipient(organizationId);
    return {
      ...shown,
      status: same && !changed ? 'matches' : 'changed',
      changedAt: changed
        ? (entries.find(({ at, thing }) => at > kept.issuedAt && things.has(thing))?.at ?? null)
        : null,
      newer,
      organization: { name, inn },
      then: same ? sumLines(then) : null,
      now: sumLines(today),
    };
  }

  /** The same entries again give the same code. */
  private async issue(
    kind: GiftPaperKind,
    about: string,
    organizationId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<GiftPaper> {
    const { timeZone } = this.catalogue;
    const organization = await this.recipient(organizationId);
    const entries = await this.entries(moneyOf(kind, about, organizationId), this.clock.now());
    const lines = this.linesOf(entries, kind === 'receipt' ? undefined : { from, to });
    if (lines.length === 0 && kind !== 'register') refuse('paper.nothing-came');
    // Not before the newest entry, which may have been made since the clock was read: the check takes what was booked until then for what the paper says.
    const issuedAt = new Date(Math.max(this.clock.now().getTime(), ...entries.slice(-1).map(({ at }) => at.getTime())));
    const what = [kind, about, organizationId, from, to, timeZone, digestOfLines(lines)];
    await this.source.query(
      `INSERT INTO gift_papers (kind, about, organization_id, from_day, to_day, time_zone, digest, code, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (kind, about, organization_id, from_day, to_day, time_zone, digest) DO NOTHING`,
      [...what, newCode(), issuedAt],
    );
    // A question of its own: it sees the row also where another request has just written it.
    const [row] = (await this.source.query(
      'SELECT code FROM gift_papers WHERE (kind, about, organization_id, from_day, to_day, time_zone, digest) = ($1, $2::uuid, $3::uuid, $4::date, $5::date, $6, $7)',
      what,
    )) as [{ code: string }];
    return { kind, organization, from, to, timeZone, lines, verificationCode: row.code, ...sumLines(lines) };
  }

  private async entries(of: MoneyOf, asOf: Date): Promise<MoneyEntry[]> {
    const entries = await moneyEntries(this.source.manager, of, asOf);
    return entries.length > LINES_LIMIT ? refuse('paper.too-many', { max: LINES_LIMIT }) : entries;
  }

  private linesOf(
    entries: readonly MoneyEntry[],
    period?: { readonly from: string; readonly to: string },
  ): MoneyLine[] {
    return moneyLines(entries, this.catalogue.timeZone, period);
  }

  private recipient(id: string): Promise<Recipient> {
    return recipientOf(this.source.manager, id);
  }

  private async nameOf({ personId, donorName }: GiftEntity): Promise<string | null> {
    const [person]: { name: string }[] =
      personId === null
        ? []
        : await this.source.query('SELECT name FROM people WHERE id = $1 AND erased_at IS NULL', [personId]);
    return donorName ?? person?.name ?? null;
  }
}

const yearOf = (year: number): { from: string; to: string } => ({ from: `${year}-01-01`, to: `${year}-12-31` });

function moneyOf(kind: GiftPaperKind, about: string, organization: string): MoneyOf {
  if (kind === 'receipt') return { offer: about };
  return kind === 'register' ? { organization } : { donor: about, organization };
}
