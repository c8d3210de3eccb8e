import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { storedSentence, type StoredPart } from '#engine';
import { readPaymentCode } from '#matching';
import type { ChosenPart } from './gift-orders.service.js';
import type { GiftStatus } from './gift-life.rules.js';
import type { GiftTargetKind } from './gift-target.rules.js';
import { CANCELLED_BY } from './payments.queries.js';
import { refuse } from './payments.refusals.js';

/** One transfer of what was promised at once. */
export interface OrderedGift extends Omit<ChosenPart, 'score'> {
  readonly code: string;
  readonly status: GiftStatus;
  /** Who took it back before any money came. */
  readonly cancelledBy: 'donor' | 'organization' | 'moderator' | null;
}

/** What was promised at once to an organization, sphere, category or place; empty for a gift to one need. Names no giver. */
export interface GiftOrderView {
  readonly target: { readonly kind: GiftTargetKind; readonly id: string } | null;
  readonly gifts: readonly OrderedGift[];
  /** What of the sum nobody could take. */
  readonly left: number;
}

type Row = Omit<OrderedGift, 'why'> & {
  readonly why: readonly StoredPart[] | null;
  readonly kind: GiftTargetKind | null;
  readonly targetId: string | null;
  readonly asked: number | null;
};

const GIFT = `SELECT g.code, g.status, g.amount, g.unit, g.need_id AS need, n.title AS "needTitle", g.organization_id AS organization, o.short_name AS "organizationName", g.why, ${CANCELLED_BY} AS "cancelledBy",
    r.target AS kind, r.target_id AS "targetId", r.amount AS asked
  FROM gifts g JOIN needs n ON n.id = g.need_id JOIN organizations o ON o.id = g.organization_id LEFT JOIN gift_orders r ON r.id = g.order_id`;

@Injectable()
export class GiftOrdersQueries {
  constructor(private readonly source: DataSource) {}

  /** Of a gift, all that was promised with it, the largest first. @throws gift.not-found */
  async ofGift(text: string, locale: 'ru' | 'en'): Promise<GiftOrderView> {
    const code = readPaymentCode(text);
    const rows: Row[] =
      code === null
        ? []
        : await this.source.query(
            `${GIFT} WHERE g.code = $1 OR g.order_id = (SELECT order_id FROM gifts WHERE code = $1) ORDER BY g.amount DESC, g.id`,
            [code],
          );
    return rows.length === 0 ? refuse('gift.not-found') : viewOf(rows, locale);
  }

  /** @param id of the order; the code of its first gift is what its page begins with */
  async ofOrder(id: string, locale: 'ru' | 'en'): Promise<GiftOrderView> {
    return viewOf(await this.source.query(`${GIFT} WHERE g.order_id = $1 ORDER BY g.amount DESC, g.id`, [id]), locale);
  }
}

function viewOf(rows: readonly Row[], locale: 'ru' | 'en'): GiftOrderView {
  const [first] = rows;
  const given = rows.reduce((sum, { amount }) => sum + amount, 0);
  return {
    target: first?.kind && first.targetId !== null ? { kind: first.kind, id: first.targetId } : null,
    gifts: rows.map(({ kind: _kind, targetId: _targetId, asked: _asked, why, ...gift }) => ({
      ...gift,
      why: (why ?? []).map((part) => ({
        part: part.part,
        value: part.value,
        weight: part.weight,
        sentence: storedSentence(part, locale),
      })),
    })),
    left: first?.asked == null ? 0 : Math.max(0, first.asked - given),
  };
}
