import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { findPaymentCodes, paymentPayload, readPaymentCode, type Payee } from '#matching';
import { fatesOf, type RowFate } from './bank-rows.queries.js';
import {
  mayReadBank,
  payerShown,
  statementVerbs,
  type STATEMENT_STATES,
  type STATEMENT_VERBS,
} from './bank-row.rules.js';
import { refundableOf } from './card/card.queries.js';
import type { GiftProvider, GiftStatus } from './gift-life.rules.js';
import { mayRefund } from './gift-refunds.service.js';
import { refuse } from './payments.refusals.js';

/** What the page behind the code of a gift shows to every holder of the code. Names no giver. */
export interface GiftView {
  readonly id: string;
  readonly code: string;
  readonly provider: GiftProvider;
  readonly status: GiftStatus;
  readonly amount: number;
  readonly unit: string;
  /** Whether its part of the need is kept for it until the deadline. */
  readonly held: boolean;
  readonly need: string;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly organization: string;
  readonly createdAt: Date;
  readonly deadline: Date;
  readonly endedAt: Date | null;
  /** Who took it back before any money came; null where nobody did. */
  readonly cancelledBy: 'donor' | 'organization' | 'moderator' | null;
  /** What of it was sent back. */
  readonly refunded: number | null;
  /** How to pay; null once it is paid or was taken back. */
  readonly payee: Payee | null;
  readonly purpose: string | null;
  readonly qr: { readonly payload: string; readonly svg: string } | null;
  /** Of a payment by card: why the last card was refused, as Stripe's code. */
  readonly declined: string | null;
  /** When a saved card is charged for it; null: the giver pays each one by hand. */
  readonly chargeAt: Date | null;
  readonly can: readonly 'refund'[];
}

/** A gift as its row has it. */
type GiftRow = Omit<GiftView, 'qr' | 'can'>;

/** A row of a bank statement for those who decide about it. */
export interface BankRowView {
  readonly id: string;
  readonly day: string;
  readonly number: string;
  readonly amount: number;
  readonly unit: string;
  readonly payer: string | null;
  readonly purpose: string | null;
  readonly reason: string | null;
  /** Gifts whose codes it names with another sum, then gifts of this sum, by payer and day: proposals for a person, nothing is decided by them. */
  readonly proposals: readonly {
    readonly code: string;
    readonly needTitle: string;
    /** What was promised, in the unit of the row. */
    readonly amount: number;
    readonly createdAt: string;
    readonly status: 'promised' | 'lapsed';
    /** Whether a word of the payer's name is one of the giver's. */
    readonly sameName: boolean;
  }[];
}

/** A bank statement in a list. */
export interface ListedStatement {
  readonly id: string;
  readonly status: (typeof STATEMENT_STATES)[number];
  readonly uploadedAt: Date;
  /** What its file was called; null: nobody knows any more. */
  readonly fileName: string | null;
  readonly encoding: string | null;
  /** Of its transfers into the account. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly cancelledAt: Date | null;
  readonly rows: number;
  readonly recognised: number;
  readonly alreadyKnown: number;
  readonly ignored: number;
  /** Rows that nobody has looked at yet, or, while it is cancelled, that are not cancelled yet. */
  readonly left: number;
  /** Of a cancelled one, rows that stay in the books: their money had moved on. */
  readonly kept: number;
  readonly can: readonly (typeof STATEMENT_VERBS)[number][];
}

export interface BankStatementView extends ListedStatement {
  /** What became of the rows that it brought. */
  readonly fates: readonly RowFate[];
  readonly toDecide: readonly BankRowView[];
}

export interface BankRowCursor {
  readonly day: string;
  readonly id: string;
}

const TO_DECIDE_SHOWN = 200;
const PROPOSALS_SHOWN = 5;
/** A gift may be the transfer if it was promised so many days before it, or so few after it: a bank's day may be that of another time zone. */
const [DAYS_BEFORE, DAYS_AFTER] = [90, 2];

/** What of the money of a gift came as surplus and was sent back. */
const RETURNED = `SELECT sum(t.amount) FROM transfers t JOIN surpluses s ON s.id = t.id AND s.state = 'returned' WHERE t.subject_id = g.match_id AND t.subject_type = 'match'`;
/** Of what has lapsed: who said so, where it was not the clock. */
export const CANCELLED_BY = `CASE g.status WHEN 'lapsed' THEN CASE WHEN g.taken_back_at IS NOT NULL THEN 'donor' ELSE (SELECT nullif(m.ended_by, 'clock') FROM matches m WHERE m.id = g.match_id AND m.status = 'cancelled') END END`;
const GIFT = `SELECT g.id, g.code, g.provider, g.status, g.amount, g.unit, g.match_id IS NOT NULL AND g.status = 'promised' AS held, g.need_id AS need, n.number AS "needNumber", n.title AS "needTitle",
  g.organization_id AS organization, g.created_at AS "createdAt", g.deadline, g.ended_at AS "endedAt", ${CANCELLED_BY} AS "cancelledBy", nullif(coalesce(g.refund_amount, 0) + coalesce((${RETURNED}), 0), 0)::bigint AS refunded, g.payee, g.purpose, c.declined, CASE g.status WHEN 'promised' THEN c.charge_at END AS "chargeAt" FROM gifts g LEFT JOIN card_payments c ON c.gift_id = g.id JOIN needs n ON n.id = g.need_id`;

const BY_ADDRESS = `SELECT b.id FROM people p JOIN gifts b ON lower(b.donor_email) = lower(p.email) AND b.person_id IS NULL WHERE p.id = $1 AND p.email_confirmed_at IS NOT NULL`;

const STATEMENT = `SELECT s.id, s.organization_id AS "organizationId", s.uploaded_at AS "uploadedAt", s.file_name AS "fileName", s.encoding, s.first_day::text AS "firstDay", s.last_day::text AS "lastDay", s.cancelled_at AS "cancelledAt",
    s.rows, s.ignored, r.recognised, s.rows - r.all AS "alreadyKnown", CASE s.state WHEN 'read' THEN r.new WHEN 'cancelling' THEN r.uncancelled - r.kept ELSE 0 END AS left, CASE s.state WHEN 'read' THEN 0 ELSE r.kept END AS kept,
    CASE WHEN s.state <> 'read' THEN s.state WHEN r.new > 0 THEN 'reading' ELSE 'done' END AS status
  FROM bank_statements s CROSS JOIN LATERAL (SELECT count(*)::int AS all, count(*) FILTER (WHERE b.state IN ('recognised', 'split'))::int AS recognised, count(*) FILTER (WHERE b.reason = 'new')::int AS new,
      count(*) FILTER (WHERE b.state <> 'cancelled')::int AS uncancelled, count(*) FILTER (WHERE b.reason = 'kept')::int AS kept
    FROM bank_rows b WHERE b.statement_id = s.id) r`;
/** Nobody is asked about a row that is being looked at; one that could not be looked at for so long waits for a person. */
const ASKED = `r.state = 'to-decide' AND (r.reason <> 'new' OR r.statement_id IN (SELECT s.id FROM bank_statements s WHERE s.uploaded_at < now() - interval '10 minutes'))`;

/** Gifts of this sum that were promised before the transfer and have not come: the payer's own first, then what is awaited, then the nearest day. */
const PROPOSALS = `SELECT c.code, c."needTitle", c.amount, c."createdAt", c.status, c."sameName" FROM (
    SELECT g.id, g.code, n.title AS "needTitle", g.amount, g.created_at AS "createdAt", g.status, abs(g.created_at::date - r.day) AS days,
      regexp_split_to_array(lower(coalesce(r.payer, '')), '[^[:alpha:]]+') && array_remove(regexp_split_to_array(lower(coalesce(p.name, g.donor_name, '')), '[^[:alpha:]]+'), '') AS "sameName"
    FROM gifts g JOIN needs n ON n.id = g.need_id LEFT JOIN people p ON p.id = g.person_id
    WHERE g.organization_id = r.organization_id AND g.amount = r.amount AND g.status IN ('promised', 'lapsed') AND g.taken_back_at IS NULL AND g.created_at < r.day + ${DAYS_AFTER} AND g.created_at > r.day - ${DAYS_BEFORE}) c
  ORDER BY c."sameName" DESC, c.status = 'promised' DESC, c.days, c.id LIMIT ${PROPOSALS_SHOWN}`;
const ROW = `SELECT r.id, r.day::text AS day, r.number, r.amount, r.unit, r.payer, r.purpose, r.reason,
  coalesce((SELECT json_agg(p) FROM (${PROPOSALS}) p), '[]') AS proposals FROM bank_rows r`;
/** Gifts that rows name by their codes, and of which another sum was promised. */
const NAMED = `SELECT g.code, n.title AS "needTitle", g.amount, to_json(g.created_at) AS "createdAt", g.status, false AS "sameName" FROM gifts g JOIN needs n ON n.id = g.need_id
  WHERE g.code = ANY($1) AND g.organization_id IN (SELECT organization_id FROM bank_rows WHERE id = ANY($2)) AND g.provider = 'bank' AND g.status IN ('promised', 'lapsed') AND g.taken_back_at IS NULL ORDER BY g.created_at, g.id`;
const NAMES_A_GIFT: readonly (string | null)[] = ['other-sum', 'several-codes'];

@Injectable()
export class PaymentsQueries {
  constructor(private readonly source: DataSource) {}

  /** @throws gift.not-found */
  async gift(text: string, actor: Actor | null = null): Promise<GiftView> {
    const code = readPaymentCode(text);
    const [row]: GiftRow[] = code === null ? [] : await this.source.query(`${GIFT} WHERE g.code = $1`, [code]);
    return row ? this.seenBy(row, actor) : refuse('gift.not-found');
  }

  /** @throws gift.not-found */
  async giftById(id: string, actor: Actor | null = null): Promise<GiftView> {
    const [row]: GiftRow[] = await this.source.query(`${GIFT} WHERE g.id = $1`, [id]);
    return row ? this.seenBy(row, actor) : refuse('gift.not-found');
  }

  private async seenBy(row: GiftRow, actor: Actor | null): Promise<GiftView> {
    const { provider, status } = row;
    const back = provider === 'bank' ? status === 'paid' : status === 'paid' || status === 'refunded';
    const refunds =
      back &&
      mayRefund(actor, row.organization) &&
      (provider === 'bank' || (await refundableOf(this.source, row.id)) > 0);
    return { ...withQr(row), can: refunds ? ['refund'] : [] };
  }

  /** The gifts of the person who is signed in, the newest first; with those that a visitor promised under the address that the person has confirmed. */
  async giftsOf(
    actor: Actor,
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<(GiftRow & { readonly at: string })[]> {
    return this.source.query(
      `SELECT v.*, v."createdAt"::text AS at FROM (${GIFT} WHERE g.id IN (SELECT id FROM gifts WHERE person_id = $1 UNION ${BY_ADDRESS})) v WHERE $3::timestamptz IS NULL OR (v."createdAt", v.id) < ($3::timestamptz, $4::uuid) ORDER BY v."createdAt" DESC, v.id DESC LIMIT $2`,
      [actor.personId, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  /** @throws bank.statement-not-found */
  async statement(actor: Actor, id: string): Promise<BankStatementView> {
    const [row]: (ListedStatement & { organizationId: string })[] = await this.source.query(
      `${STATEMENT} WHERE s.id = $1`,
      [id],
    );
    if (!row || !mayReadBank(actor, row.organizationId)) return refuse('bank.statement-not-found');
    const toDecide: BankRowView[] = await this.source.query(
      `${ROW} WHERE r.statement_id = $1 AND ${ASKED} ORDER BY r.day, r.id LIMIT ${TO_DECIDE_SHOWN}`,
      [id],
    );
    const { organizationId: _, ...view } = { ...row, can: statementVerbs(row.status) };
    return { ...view, fates: await fatesOf(this.source, id), toDecide: await this.asked(toDecide) };
  }

  /** Statements of an organization, the newest first. Whether the reader may know them is `BankStatements.organizationOf`'s to say. */
  async statements(
    organizationId: string,
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<(ListedStatement & { readonly key: string })[]> {
    const rows: (ListedStatement & { readonly key: string; readonly organizationId: string })[] =
      await this.source.query(
        `SELECT v.*, v."uploadedAt"::text AS key FROM (${STATEMENT} WHERE s.organization_id = $1
         AND ($3::timestamptz IS NULL OR (s.uploaded_at, s.id) < ($3::timestamptz, $4::uuid)) ORDER BY s.uploaded_at DESC, s.id DESC LIMIT $2) v ORDER BY v."uploadedAt" DESC, v.id DESC`,
        [organizationId, limit, after?.at ?? null, after?.id ?? null],
      );
    return rows.map(({ organizationId: _, ...statement }) => ({ ...statement, can: statementVerbs(statement.status) }));
  }

  /** What waits for a word in an organization's statements, the oldest day first. Whether the reader may know it is `BankStatements.organizationOf`'s to say. */
  async toDecide(organizationId: string, limit: number, after: BankRowCursor | null): Promise<BankRowView[]> {
    const rows: BankRowView[] = await this.source.query(
      `${ROW} WHERE r.organization_id = $1 AND ${ASKED} AND ($3::date IS NULL OR (r.day, r.id) > ($3::date, $4::uuid)) ORDER BY r.day, r.id LIMIT $2`,
      [organizationId, limit, after?.day ?? null, after?.id ?? null],
    );
    return this.asked(rows);
  }

  /** As those who decide read them. A code that is right proposes its gift, whatever the sum. */
  private async asked(rows: readonly BankRowView[]): Promise<BankRowView[]> {
    const codes = new Map<string, readonly string[]>(
      rows
        .filter(({ reason }) => NAMES_A_GIFT.includes(reason))
        .map(({ id, purpose }): [string, readonly string[]] => {
          const { exact, mended } = findPaymentCodes(purpose ?? '');
          return [id, exact.length > 0 ? exact : mended];
        }),
    );
    const named: BankRowView['proposals'] =
      codes.size === 0 ? [] : await this.source.query(NAMED, [[...codes.values()].flat(), [...codes.keys()]]);
    return rows.map((row) => {
      const own = named.filter(({ code }) => codes.get(row.id)?.includes(code));
      const alike = row.proposals.filter(({ code }) => !own.some((one) => one.code === code));
      return shown({ ...row, proposals: [...own, ...alike].slice(0, PROPOSALS_SHOWN) });
    });
  }

  /** One row, as the answer to a decision about it. @throws bank.row-not-found */
  async row(actor: Actor, id: string): Promise<BankRowView & { readonly state: string; readonly gift: string | null }> {
    const [row]: (BankRowView & { organizationId: string; state: string; gift: string | null })[] =
      await this.source.query(
        `SELECT v.*, b.state, b.organization_id AS "organizationId", g.code AS gift FROM (${ROW} WHERE r.id = $1) v JOIN bank_rows b ON b.id = v.id LEFT JOIN gifts g ON g.id = b.gift_id`,
        [id],
      );
    if (!row || !mayReadBank(actor, row.organizationId)) return refuse('bank.row-not-found');
    const { organizationId: _, ...view } = row;
    return shown(view);
  }
}

const shown = <T extends BankRowView>(row: T): T => ({ ...row, payer: row.payer && payerShown(row.payer) });

/** The code is drawn out of the bytes, which are windows-1251 where the payee's name is long. */
function withQr(row: GiftRow): Omit<GiftView, 'can'> {
  if (row.provider === 'stripe' || (row.status !== 'promised' && row.status !== 'lapsed') || row.cancelledBy)
    return { ...row, payee: null, purpose: null, qr: null };
  const made =
    row.payee && row.purpose ? paymentPayload({ ...row.payee, amount: row.amount, purpose: row.purpose }) : null;
  return { ...row, qr: made?.ok ? { payload: made.payload, svg: renderSVG([...made.bytes], { border: 2 }) } : null };
}
