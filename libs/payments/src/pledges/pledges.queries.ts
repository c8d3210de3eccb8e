import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { DataSource } from 'typeorm';
import { isMember, type Actor } from '#identity';
import { paymentPayload, type PaperParty, type Payee } from '#matching';
import type { Tx } from '#platform';
import { mayReadBank } from '../bank-row.rules.js';
import type { GiftStatus } from '../gift-life.rules.js';
import { orderGaps, type OrderedPayment, type OrderGap } from './payment-order-file.rules.js';
import { refuse } from './pledge.refusals.js';
import { CAME, DUE, PLEDGED_GIFTS } from './pledge-sums.queries.js';
import {
  freeOf,
  mayReadPledges,
  pledgeCan,
  transferState,
  type PledgeStatus,
  type PledgeVerb,
  type TransferState,
} from './pledge.rules.js';

/** What of one transfer is for one need. */
export interface PledgePartView {
  /** Code of the gift that it is. */
  readonly gift: string;
  readonly status: GiftStatus;
  readonly need: string;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly waitingSince: string;
  readonly amount: number;
  readonly came: number;
  /** What the need still has no promise for. */
  readonly needLeft: number;
  /** Left out by the company. */
  readonly removed: boolean;
  readonly can: readonly 'remove'[];
}

export interface PledgeTransferView {
  readonly id: string;
  readonly code: string;
  readonly status: TransferState;
  readonly organization: string;
  readonly organizationName: string;
  readonly due: number;
  readonly came: number;
  readonly unit: string;
  readonly createdAt: Date;
  readonly deadline: Date;
  /** How to pay what is awaited; null: nothing is. */
  readonly payee: Payee | null;
  readonly purpose: string | null;
  /** What the file of the order leaves to the bank's program; empty where nothing is awaited. */
  readonly orderGaps: readonly OrderGap[];
  readonly qr: { readonly payload: string; readonly svg: string } | null;
  readonly parts: readonly PledgePartView[];
}

export interface PledgeView {
  readonly id: string;
  readonly organization: string;
  readonly status: PledgeStatus;
  readonly ceiling: number;
  readonly each: number | null;
  readonly arrived: number;
  readonly due: number;
  readonly free: number;
  readonly unit: string;
  readonly only: readonly string[];
  readonly until: string;
  readonly day: number;
  readonly nextOn: string | null;
  readonly anonymous: boolean;
  readonly createdAt: Date;
  /** Those that are awaited, the one with the oldest need first, then the last that came or lapsed. */
  readonly transfers: readonly PledgeTransferView[];
  readonly can: readonly PledgeVerb[];
}

/** What stands in the contract of one transfer; of money that has come, what came. */
export interface PledgeContract {
  readonly company: string;
  /** Who receives. */
  readonly organization: string;
  readonly code: string;
  readonly createdAt: Date;
  readonly unit: string;
  readonly giver: PaperParty;
  readonly receiver: PaperParty;
  readonly payee: Payee;
  readonly parts: readonly { readonly needNumber: number; readonly needTitle: string; readonly amount: number }[];
}

const PARTY = (of: string): string =>
  `json_build_object('name', ${of}.name, 'organization', true, 'inn', ${of}.inn, 'kpp', ${of}.kpp, 'ogrn', ${of}.ogrn, 'place', ${of}.place)`;
const CONTRACT = `SELECT p.organization_id AS company, t.organization_id AS organization, p.anonymous, t.code, t.created_at AS "createdAt", p.unit, ${PARTY('c')} AS giver, ${PARTY('r')} AS receiver, t.payee,
  (SELECT coalesce(json_agg(json_build_object('needNumber', n.number, 'needTitle', n.title, 'amount', CASE WHEN g.status = 'paid' THEN ${CAME} ELSE g.amount END) ORDER BY g.pledge_place), '[]')
   FROM gifts g JOIN needs n ON n.id = g.need_id LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id WHERE g.pledge_transfer_id = t.id AND g.status IN ('promised', 'paid')) AS parts
  FROM pledge_transfers t JOIN pledges p ON p.id = t.pledge_id JOIN organizations c ON c.id = p.organization_id JOIN organizations r ON r.id = t.organization_id WHERE t.id = $1`;

const ORDER = `SELECT p.organization_id AS company, json_build_object('name', c.name, 'inn', c.inn, 'kpp', c.kpp) AS payer, CASE WHEN c.account->>'number' <> '' THEN c.account END AS account, t.payee, t.purpose, t.code,
  (SELECT coalesce(sum(${DUE}), 0)::float8 FROM gifts g LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id WHERE g.pledge_transfer_id = t.id) AS amount
  FROM pledge_transfers t JOIN pledges p ON p.id = t.pledge_id JOIN organizations c ON c.id = p.organization_id WHERE t.id = $1`;

const TRANSFERS_SHOWN = 40;
const PLEDGE = `SELECT p.id, p.organization_id AS organization, p.status, p.ceiling, p.each, p.unit, p.only, p.until::text AS until, p.day, p.next_on::text AS "nextOn", p.anonymous, p.created_at AS "createdAt", p.created_at::text AS key,
  coalesce(s.arrived, 0)::bigint AS arrived, coalesce(s.due, 0)::bigint AS due FROM pledges p LEFT JOIN LATERAL (SELECT sum(${CAME}) AS arrived, sum(${DUE}) AS due FROM ${PLEDGED_GIFTS} WHERE t.pledge_id = p.id) s ON true`;
const TRANSFERS = `SELECT t.id, t.pledge_id AS pledge, t.code, t.organization_id AS organization, o.short_name AS "organizationName", t.payee, t.purpose, t.created_at AS "createdAt", t.deadline, x.due, x.came, x.oldest, x.parts, (SELECT CASE WHEN c.account->>'number' <> '' THEN c.account END FROM pledges p JOIN organizations c ON c.id = p.organization_id WHERE p.id = t.pledge_id) AS account
  FROM pledge_transfers t JOIN organizations o ON o.id = t.organization_id
  CROSS JOIN LATERAL (SELECT min(coalesce(n.opened_at, n.created_at)) FILTER (WHERE g.status = 'promised') AS oldest, coalesce(sum(${DUE}), 0)::float8 AS due, coalesce(sum(${CAME}), 0)::float8 AS came,
    coalesce(json_agg(json_build_object('gift', g.code, 'status', g.status, 'need', n.id, 'needNumber', n.number, 'needTitle', n.title, 'waitingSince', coalesce(n.opened_at, n.created_at), 'amount', g.amount, 'came', ${CAME},
      'needLeft', b.required - b.held_in - b.posted_in, 'removed', g.taken_back_at IS NOT NULL) ORDER BY g.pledge_place), '[]') AS parts
    FROM gifts g JOIN needs n ON n.id = g.need_id JOIN accounts b ON b.kind = 'need' AND b.holder_id = n.id LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id WHERE g.pledge_transfer_id = t.id) x`;

type PledgeRow = Omit<PledgeView, 'free' | 'transfers' | 'can'> & { readonly key: string };
type TransferRow = Omit<PledgeTransferView, 'status' | 'qr' | 'unit' | 'parts' | 'payee' | 'purpose' | 'orderGaps'> & {
  readonly oldest: Date | null;
  readonly account: OrderedPayment['account'];
  readonly pledge: string;
  readonly payee: Payee;
  readonly purpose: string;
  readonly parts: readonly Omit<PledgePartView, 'can'>[];
};

@Injectable()
export class PledgesQueries {
  constructor(private readonly source: DataSource) {}

  /** @throws pledge.not-found */
  async one(actor: Actor, id: string): Promise<PledgeView> {
    const [row]: PledgeRow[] = await this.source.query(`${PLEDGE} WHERE p.id = $1`, [id]);
    if (!row || !mayReadPledges(actor, row.organization)) return refuse('pledge.not-found');
    const [view] = await this.withTransfers(actor, [row]);
    return view as PledgeView;
  }

  /** Of a company, the newest first. Whether the reader may know them is `Pledges.companyOf`'s to say. */
  async ofCompany(
    actor: Actor,
    companyId: string,
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<{ readonly view: PledgeView; readonly key: string }[]> {
    const rows: PledgeRow[] = await this.source.query(
      `${PLEDGE} WHERE p.organization_id = $1 AND ($3::timestamptz IS NULL OR (p.created_at, p.id) < ($3::timestamptz, $4::uuid)) ORDER BY p.created_at DESC, p.id DESC LIMIT $2`,
      [companyId, limit, after?.at ?? null, after?.id ?? null],
    );
    const views = await this.withTransfers(actor, rows);
    return views.map((view, at) => ({ view, key: rows[at]?.key ?? '' }));
  }

  /** The transfer that a line belongs to, and its pledge. @throws pledge.not-found */
  async ofTransfer(actor: Actor, transferId: string): Promise<PledgeView> {
    const [row]: { pledge: string }[] = await this.source.query(
      'SELECT pledge_id AS pledge FROM pledge_transfers WHERE id = $1',
      [transferId],
    );
    return row ? this.one(actor, row.pledge) : refuse('pledge.not-found');
  }

  /** For both sides of a transfer; an anonymous giver has no contract, because it would name them. @throws pledge.not-found, pledge.no-contract */
  async contract(actor: Actor, transferId: string): Promise<PledgeContract> {
    const row = await contractOf(this.source, transferId);
    if (!row) return refuse('pledge.not-found');
    const { anonymous, ...contract } = row;
    const reads = mayReadPledges(actor, row.company) || (!anonymous && mayReadBank(actor, row.organization));
    if (!reads) return refuse('pledge.not-found');
    return contract.parts.length > 0 ? contract : refuse('pledge.no-contract');
  }

  /** What a company orders its bank to pay, for those who read its pledges. @throws pledge.not-found, pledge.nothing-due */
  async order(actor: Actor, transferId: string): Promise<Omit<OrderedPayment, 'day'> & { readonly code: string }> {
    const [row]: (Omit<OrderedPayment, 'day'> & { company: string; code: string })[] = await this.source.query(ORDER, [
      transferId,
    ]);
    if (!row || !mayReadPledges(actor, row.company)) return refuse('pledge.not-found');
    const { company: _company, ...order } = row;
    return order.amount > 0 ? order : refuse('pledge.nothing-due');
  }

  private async withTransfers(actor: Actor, rows: readonly PledgeRow[]): Promise<PledgeView[]> {
    const transfers: TransferRow[] = await this.source.query(
      `SELECT v.* FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (${TRANSFERS} WHERE t.pledge_id = p.id ORDER BY (x.due > 0) DESC, CASE WHEN x.due > 0 THEN x.oldest END, t.created_at DESC, t.id LIMIT ${TRANSFERS_SHOWN}) v`,
      [rows.map(({ id }) => id)],
    );
    return rows.map(({ key: _key, ...row }) => ({
      ...row,
      free: freeOf(row),
      transfers: transfers
        .filter(({ pledge }) => pledge === row.id)
        .map((transfer) => transferView(transfer, isMember(actor, row.organization, ['owner', 'accountant']))),
      can: pledgeCan(actor, { companyId: row.organization, status: row.status }),
    }));
  }
}

/** The contract of a transfer, for every reader. */
export async function contractOf(
  db: Pick<Tx, 'query'>,
  transferId: string,
): Promise<(PledgeContract & { readonly anonymous: boolean }) | null> {
  const [row]: (PledgeContract & { anonymous: boolean })[] = await db.query(CONTRACT, [transferId]);
  return row ?? null;
}

function transferView(
  { pledge: _, oldest: _oldest, account, payee, purpose, parts, ...transfer }: TransferRow,
  pays: boolean,
): PledgeTransferView {
  const made = transfer.due > 0 ? paymentPayload({ ...payee, amount: transfer.due, purpose }) : null;
  return {
    ...transfer,
    unit: 'kopeck',
    status: transferState(transfer),
    payee: made && payee,
    purpose: made && purpose,
    orderGaps: made ? orderGaps(account) : [],
    qr: made?.ok ? { payload: made.payload, svg: renderSVG([...made.bytes], { border: 2 }) } : null,
    parts: parts.map((part) => ({ ...part, can: pays && part.status === 'promised' ? (['remove'] as const) : [] })),
  };
}
