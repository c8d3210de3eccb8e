import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { Clock, dayAt } from '#kernel';
import { periodOf, readCode } from '#ledger';
import { readPaymentCode } from '#matching';
import { refuseOrganization } from '#organizations';
import { BankStatements } from '../bank-statements.service.js';
import type { GiftProvider } from '../gift-life.rules.js';
import { GiftEntity } from '../gift.entity.js';
import { refuse } from '../payments.refusals.js';
import { contractSums, termsStand } from './contract-papers.queries.js';
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
import { issuePaper, keptPaper, type GiftPaperKind, type KeptPaper } from './paper-codes.queries.js';
import { recipientOf, type Recipient } from './recipients.queries.js';

/** Papers whose lines are entries of the books. */
type MoneyPaperKind = Exclude<GiftPaperKind, 'terms' | 'contract'>;

export interface PaperWish {
  readonly from?: string;
  readonly to?: string;
}

/** A paper about money: its lines are entries of the books, and its code says whether they still stand. */
export interface GiftPaper extends MoneySums {
  readonly kind: MoneyPaperKind;
  readonly organization: Recipient;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly lines: readonly MoneyLine[];
  readonly verificationCode: string;
}

export interface Receipt extends GiftPaper {
  readonly gift: string;
  readonly provider: GiftProvider;
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
  /** As the paper has it; null where that can no longer be told, and where no money stands on it. */
  readonly then: MoneySums | null;
  /** Null of a public offer and a contract: they are about money to come. */
  readonly now: MoneySums | null;
  /** Of a contract: what it promises. */
  readonly promised: { readonly then: number | null; readonly now: number } | null;
}

export interface DonationsOfYear {
  readonly year: number;
  readonly items: readonly (MoneySums & { readonly organization: string; readonly name: string })[];
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
      provider: gift.provider,
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

  /**
   * All money that came to an organization in a period, and what it sent back.
   * @param most entries, where the paper is to hold fewer than a table does @throws organization.not-found, bank.not-yours, paper.too-many
   */
  async register(actor: Actor, organizationId: string, wish: PaperWish, most = LINES_LIMIT): Promise<GiftPaper> {
    await this.statements.organizationOf(actor, organizationId);
    const period = periodOf({ ...wish, timeZone: this.catalogue.timeZone }, this.clock.now());
    return this.issue('register', organizationId, organizationId, period, most);
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
    const kept = code === null ? null : await keptPaper(this.source, code);
    if (!kept) return refuse('paper.not-found');
    const { about: _about, organizationId, digest: _digest, ...shown } = kept;
    const { name, inn } = await this.recipient(organizationId);
    const organization = { name, inn };
    if (isOfMoney(kept)) return { ...shown, organization, promised: null, ...(await this.standing(kept)) };
    const nothing = { organization, changedAt: null, newer: false, then: null, now: null };
    if (kept.kind === 'terms') {
      const stands = await termsStand(this.source.manager, kept);
      return { ...shown, ...nothing, status: stands ? 'matches' : 'changed', promised: null };
    }
    const promised = await contractSums(this.source, kept);
    return { ...shown, ...nothing, status: promised.then === null ? 'changed' : 'matches', promised };
  }

  /** What a paper says of money, as it was issued and now. */
  private async standing(
    kept: KeptPaper & { readonly kind: MoneyPaperKind },
  ): Promise<Pick<GiftPaperCheck, 'status' | 'changedAt' | 'newer' | 'then' | 'now'>> {
    const { about, organizationId, digest } = kept;
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
    return {
      status: same && !changed ? 'matches' : 'changed',
      changedAt: changed
        ? (entries.find(({ at, thing }) => at > kept.issuedAt && things.has(thing))?.at ?? null)
        : null,
      newer,
      then: same ? sumLines(then) : null,
      now: sumLines(today),
    };
  }

  /** The same entries again give the same code. */
  private async issue(
    kind: MoneyPaperKind,
    about: string,
    organizationId: string,
    { from, to }: { readonly from: string; readonly to: string },
    most = LINES_LIMIT,
  ): Promise<GiftPaper> {
    const { timeZone } = this.catalogue;
    const organization = await this.recipient(organizationId);
    const entries = await this.entries(moneyOf(kind, about, organizationId), this.clock.now());
    const lines = this.linesOf(entries, kind === 'receipt' ? undefined : { from, to });
    if (lines.length > most) refuse('paper.too-many', { max: most });
    if (lines.length === 0 && kind !== 'register') refuse('paper.nothing-came');
    // Not before the newest entry, which may have been made since the clock was read: the check takes what was booked until then for what the paper says.
    const issuedAt = new Date(Math.max(this.clock.now().getTime(), ...entries.slice(-1).map(({ at }) => at.getTime())));
    const issued = { kind, about, organizationId, from, to, timeZone, digest: digestOfLines(lines), issuedAt };
    const verificationCode = await issuePaper(this.source, issued);
    return { kind, organization, from, to, timeZone, lines, verificationCode, ...sumLines(lines) };
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

const isOfMoney = (kept: KeptPaper): kept is KeptPaper & { readonly kind: MoneyPaperKind } =>
  kept.kind !== 'terms' && kept.kind !== 'contract';

function moneyOf(kind: MoneyPaperKind, about: string, organization: string): MoneyOf {
  if (kind === 'receipt') return { offer: about };
  return kind === 'register' ? { organization } : { donor: about, organization };
}
