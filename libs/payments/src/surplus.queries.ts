import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Catalogue } from '#catalogue';
import { partiesOf } from '#identity';
import { Clock } from '#kernel';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { readsWords } from '#needs';
import type { Tx } from '#platform';
import { refuse } from './payments.refusals.js';
import { mayKnowSurplus, surplusVerbs, type SurplusState, type SurplusVerb } from './surplus.rules.js';

/** Surplus as it is in the books and as was said about it. */
export interface SurplusRow {
  readonly id: string;
  readonly at: Date;
  readonly amount: number;
  readonly unit: string;
  readonly organizationId: string;
  /** Category of the need that had no room for it; empty: nobody's money. */
  readonly purpose: string;
  readonly offerId: string;
  readonly donorId: string | null;
  readonly state: SurplusState;
  readonly entry: string;
  readonly decision: string | null;
  readonly step: number;
  readonly askedBackAt: Date | null;
  readonly needId: string | null;
  readonly bankDay: string | null;
  readonly bankNumber: string | null;
  readonly decidedAt: Date | null;
}

export interface SurplusView {
  readonly id: string;
  readonly at: Date;
  readonly amount: number;
  readonly unit: string;
  readonly organization: string;
  readonly organizationName: string;
  readonly purpose: string | null;
  /** The need that had no room for it, and what came for it in all. */
  readonly fromNeed: { readonly id: string; readonly title: string } | null;
  readonly came: number;
  readonly state: SurplusState;
  /** Whether a donor is asked: otherwise the organization decides. */
  readonly donorKnown: boolean;
  readonly askedBack: boolean;
  readonly decidedNeed: { readonly id: string; readonly title: string } | null;
  readonly decidedAt: Date | null;
  readonly bankDate: string | null;
  readonly bankNumber: string | null;
  /** Who paid and with which words, for those who read the bank, until it is decided. */
  readonly payer: string | null;
  readonly words: string | null;
  /** Needs of the same purpose and organization that have room for all of it. */
  readonly needs: readonly { readonly id: string; readonly title: string; readonly open: number }[];
  readonly can: readonly SurplusVerb[];
}

const NEEDS_SHOWN = 10;

// An entry by which money of an offer first came into a surplus; what a decision moves within it has the subject `correction`.
const FIRST = `t.kind = 'surplus' AND t.subject_type IN ('match', 'gift')`;
const SURPLUS = `SELECT t.id, t.at, t.amount, t.unit, a.holder_id AS "organizationId", a.purpose, o.id AS "offerId",
  CASE WHEN EXISTS (SELECT 1 FROM people p WHERE p.id = o.donor_id AND p.erased_at IS NULL) OR EXISTS (SELECT 1 FROM organizations g WHERE g.id = o.donor_id) THEN o.donor_id END AS "donorId",
  coalesce(s.state, 'waiting') AS state, coalesce(s.entry, t.id) AS entry, s.decision, coalesce(s.step, 0) AS step, s.asked_back_at AS "askedBackAt", s.need_id AS "needId", s.bank_day::text AS "bankDay", s.bank_number AS "bankNumber", s.decided_at AS "decidedAt"
  FROM transfers t JOIN accounts a ON a.id = t.credit JOIN accounts d ON d.id = t.debit JOIN offers o ON o.id = d.holder_id AND o.kind = 'money' LEFT JOIN surpluses s ON s.id = t.id`;
const VIEW = (which: string): string => `SELECT v.*, g.short_name AS "organizationName", v.at::text AS key,
  (SELECT sum(u.amount)::bigint FROM transfers u WHERE u.subject_id = e.subject_id AND u.subject_type = e.subject_type AND u.kind IN ('delivery', 'surplus') AND u.phase IN ('posted', 'post')) AS came,
  CASE WHEN n.id IS NOT NULL THEN json_build_object('id', n.id, 'title', n.title, 'category', n.category) END AS "fromNeed", CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'title', d.title, 'category', d.category) END AS "decidedNeed",
  r.payer, r.purpose AS words,
  CASE WHEN v.state = 'waiting' THEN coalesce((SELECT json_agg(c) FROM (SELECT x.id, x.title, x.category, b.required - b.held_in - b.posted_in AS open FROM needs x JOIN accounts b ON b.kind = 'need' AND b.holder_id = x.id
    WHERE x.organization_id = v."organizationId" AND x.kind = 'money' AND x.status IN ('open', 'partly_met') AND x.deadline > $1 AND (v.purpose = '' OR x.category = v.purpose) AND b.unit = v.unit AND b.required - b.held_in - b.posted_in >= v.amount
    ORDER BY x.deadline, x.id LIMIT ${NEEDS_SHOWN}) c), '[]') ELSE '[]' END AS needs
  FROM (${which}) v JOIN organizations g ON g.id = v."organizationId" JOIN transfers e ON e.id = v.id
  LEFT JOIN matches m ON e.subject_type = 'match' AND m.id = e.subject_id LEFT JOIN needs n ON n.id = m.need_id LEFT JOIN needs d ON d.id = v."needId" LEFT JOIN bank_rows r ON e.subject_type = 'gift' AND r.id = e.subject_id ORDER BY v.at DESC, v.id DESC`;
const AFTER = `($3::timestamptz IS NULL OR (t.at, t.id) < ($3::timestamptz, $4::uuid))`;

type Locale = 'ru' | 'en';
interface NeedRead {
  readonly id: string;
  readonly title: string;
  readonly category: string;
}
type Read = SurplusRow &
  Pick<SurplusView, 'organizationName' | 'came' | 'payer' | 'words'> & {
    readonly fromNeed: NeedRead | null;
    readonly decidedNeed: NeedRead | null;
    readonly needs: readonly (NeedRead & { readonly open: number })[];
    readonly key: string;
  };
export interface SurplusCursor {
  readonly at: string;
  readonly id: string;
}
/** With the key by which the list goes on. */
export type SurplusLine = { readonly view: SurplusView; readonly key: string };

/** Reads one in the caller's transaction. */
export async function readSurplus(tx: Tx, id: string): Promise<SurplusRow | null> {
  const [row]: SurplusRow[] = await tx.query(`${SURPLUS} WHERE t.id = $1 AND ${FIRST}`, [id]);
  return row ?? null;
}

@Injectable()
export class SurplusQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws surplus.not-found */
  async one(actor: Actor, id: string, locale: Locale): Promise<SurplusView> {
    const [row]: Read[] = await this.source.query(VIEW(`${SURPLUS} WHERE t.id = $2 AND ${FIRST}`), [
      this.clock.now(),
      id,
    ]);
    if (!row || !mayKnowSurplus(actor, judged(row))) return refuse('surplus.not-found');
    return this.viewOf(actor, row, locale);
  }

  /** Of an organization, the newest first. Whether the reader may know it is `BankStatements.organizationOf`'s to say. */
  ofOrganization(
    actor: Actor,
    organizationId: string,
    limit: number,
    after: SurplusCursor | null,
    locale: Locale,
  ): Promise<SurplusLine[]> {
    return this.list(actor, `a.kind = 'surplus' AND a.party_id = $2`, organizationId, limit, after, locale);
  }

  /** Of the person's own gifts, and of those of the organizations that they belong to, the newest first. */
  ofDonor(actor: Actor, limit: number, after: SurplusCursor | null, locale: Locale): Promise<SurplusLine[]> {
    return this.list(actor, `d.kind = 'offer' AND d.party_id = ANY($2)`, partiesOf(actor), limit, after, locale);
  }

  private async list(
    actor: Actor,
    which: string,
    of: unknown,
    limit: number,
    after: SurplusCursor | null,
    locale: Locale,
  ): Promise<SurplusLine[]> {
    const rows: Read[] = await this.source.query(
      VIEW(
        `${SURPLUS} WHERE ${which} AND ${FIRST} AND coalesce(s.state, 'waiting') <> 'undone' AND ${AFTER} ORDER BY t.at DESC, t.id DESC LIMIT $5`,
      ),
      [this.clock.now(), of, after?.at ?? null, after?.id ?? null, limit],
    );
    return rows.map((row) => ({ view: this.viewOf(actor, row, locale), key: row.key }));
  }

  /**
   * The payer's words are for those who read the bank: the row of nobody's money has no donor who could read them. A need of a private category says its title to its own people alone,
   * and to others its category: money that was too much makes nobody a party to it.
   */
  private viewOf(actor: Actor, row: Read, locale: Locale): SurplusView {
    const { id, at, amount, unit, organizationId, organizationName, came, fromNeed, decidedNeed, state } = row;
    const said = <T extends NeedRead>({ category, ...need }: T) => ({
      ...need,
      title: readsWords(actor, row, isPrivateCategory(this.catalogue, category), false)
        ? need.title
        : titleOfCategory(this.catalogue, category, locale),
    });
    return {
      id,
      at,
      amount,
      unit,
      organization: organizationId,
      organizationName,
      purpose: row.purpose || null,
      fromNeed: fromNeed && said(fromNeed),
      came,
      state,
      donorKnown: row.donorId !== null,
      askedBack: row.askedBackAt !== null,
      decidedNeed: decidedNeed && said(decidedNeed),
      decidedAt: row.decidedAt,
      bankDate: row.bankDay,
      bankNumber: row.bankNumber,
      payer: row.payer,
      words: row.words,
      needs: row.needs.map((need) => said(need)),
      can: surplusVerbs(actor, judged(row)),
    };
  }
}

const judged = (row: SurplusRow) => ({
  organizationId: row.organizationId,
  donorId: row.donorId,
  state: row.state,
  askedBack: row.askedBackAt !== null,
});
