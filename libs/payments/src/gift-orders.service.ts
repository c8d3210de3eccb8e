import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, measureAs } from '#catalogue';
import { storedParts, storedSentence } from '#engine';
import type { Actor } from '#identity';
import { Clock, derivedId, newId, Refusal, refuseForm } from '#kernel';
import { GiftChoices, GiftMatches, type ChosenNeed, type GiftChoice } from '#matching';
import { OrganizationEntity } from '#organizations';
import type { Tx } from '#platform';
import { cardOrganizations } from './card/card-payments.queries.js';
import { refuseCard } from './card/card.refusals.js';
import { StripeClient } from './card/stripe-client.js';
import { GIFT_LIMITS, GIFT_PROVIDERS, type GiftProvider } from './gift-life.rules.js';
import { readTarget, type GiftTarget, type GiftTargetForm } from './gift-target.rules.js';
import { GiftPromises, type GiftForm } from './gift-promises.service.js';
import { refuse } from './payments.refusals.js';

/** A need that would have, or has, a part of a gift, and why. */
export interface ChosenPart {
  readonly need: string;
  readonly needTitle: string;
  readonly organization: string;
  readonly organizationName: string;
  readonly amount: number;
  readonly unit: 'kopeck';
  readonly score: number;
  readonly why: readonly {
    readonly part: string;
    readonly value: number;
    readonly weight: number;
    readonly sentence: string;
  }[];
}

/** Where money would go that is given here: nothing is promised and nothing held by it. */
export interface GiftChoiceView {
  /** By which ways something here can be given to now. */
  readonly providers: readonly GiftProvider[];
  /** Sums that finish a need, the smallest first. */
  readonly amounts: readonly {
    readonly amount: number;
    readonly unit: 'kopeck';
    readonly need: string;
    readonly needTitle: string;
  }[];
  readonly parts: readonly ChosenPart[];
  /** What of the sum nobody here can take now. */
  readonly left: number;
}

const KOPECK = { kind: 'money', unit: 'rub', baseUnit: 'kopeck' } as const;
/** The world may move between choosing and promising; then it is chosen again. */
const TRIES = 3;
/** Of the best so many needs those with the smallest sums are named. */
const AMOUNTS_OF = 20;
const AMOUNTS_SHOWN = 3;

/** Gifts to an organization, a sphere, a category or a place: the engine chooses the needs and says why before anything is paid; each organization has a gift and a payment of its own. */
@Injectable()
export class GiftOrders {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly choices: GiftChoices,
    private readonly promises: GiftPromises,
    private readonly matches: GiftMatches,
    private readonly stripe: StripeClient,
  ) {}

  /** @param said the sum; left out: only what would finish something. Without a way: by transfer, or by card where only that is possible */
  async look(
    actor: Actor | null,
    to: GiftTargetForm,
    said: { readonly quantity?: string; readonly unit?: string; readonly provider?: GiftProvider },
    locale: 'ru' | 'en',
  ): Promise<GiftChoiceView> {
    const target = await this.targetOf(this.source.manager, to, '');
    const wish = { only: [target.id], smallest: GIFT_LIMITS.smallest, giver: actor };
    const found = await Promise.all(
      GIFT_PROVIDERS.map(async (provider) => {
        const among = await this.among(this.source.manager, provider);
        return among === null
          ? { provider, among: {}, ranked: [] }
          : { provider, among, ranked: await this.choices.ranked(this.source, { ...wish, ...among }) };
      }),
    );
    const ways = found.filter(({ ranked }) => ranked.length > 0);
    const way = ways.find(({ provider }) => provider === said.provider) ?? (said.provider ? undefined : ways[0]);
    const ranked = (way?.ranked ?? []).slice(0, AMOUNTS_OF);
    const amount =
      said.quantity === undefined ? 0 : this.amountOf({ quantity: said.quantity, unit: said.unit ?? 'rub' });
    const choice: GiftChoice =
      amount === 0 || !way
        ? { parts: [], left: amount }
        : await this.choices.choose(this.source, { ...wish, ...way.among, amount });
    const named = await this.namesOf([...ranked, ...choice.parts]);
    const amounts = ranked
      .filter(({ need: { left } }) => left >= GIFT_LIMITS.smallest)
      .sort((a, b) => a.need.left - b.need.left || (a.need.id < b.need.id ? -1 : 1));
    return {
      providers: ways.map(({ provider }) => provider),
      amounts: amounts.slice(0, AMOUNTS_SHOWN).map(({ need: { id, left } }) => ({
        amount: left,
        unit: 'kopeck',
        need: id,
        needTitle: named.get(id)?.title ?? '',
      })),
      parts: choice.parts.map(({ need, scored }) => ({
        need: need.id,
        needTitle: named.get(need.id)?.title ?? '',
        organization: need.organization,
        organizationName: named.get(need.id)?.organization ?? '',
        amount: scored.amount,
        unit: 'kopeck',
        score: scored.score,
        why: storedParts(scored).map((stored) => ({
          part: stored.part,
          value: stored.value,
          weight: stored.weight,
          sentence: storedSentence(stored, locale),
        })),
      })),
      left: choice.left,
    };
  }

  /**
   * Promises what is chosen now, all of it or nothing. Returns the id of the order: its gifts name it.
   * @param known the id that it is to have: where it is there already nothing is done
   * @throws gift.nothing-fits where no need here can take any of it
   */
  async promise(actor: Actor | null, to: GiftTargetForm, form: GiftForm, known?: string): Promise<string> {
    const id = known ?? newId();
    for (let tried = 1; ; tried += 1) {
      try {
        await this.source.transaction((tx) => this.promiseIn(tx, actor, to, form, id));
        return id;
      } catch (error) {
        if (!(error instanceof Refusal) || !error.code.startsWith('match.') || tried === TRIES) throw error;
      }
    }
  }

  private async promiseIn(tx: Tx, actor: Actor | null, to: GiftTargetForm, form: GiftForm, id: string): Promise<void> {
    const target = await this.targetOf(tx, to, 'to.');
    const amount = this.amountOf(form);
    if (amount < GIFT_LIMITS.smallest)
      refuseForm([
        {
          field: 'quantity',
          code: 'gift.below-smallest',
          params: { minText: this.promises.text(GIFT_LIMITS.smallest, 'kopeck', form.locale) },
        },
      ]);
    const added: unknown[] = await tx.query(
      `INSERT INTO gift_orders (id, target, target_id, amount, unit, created_at) VALUES ($1, $2, $3, $4, 'kopeck', $5) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, target.kind, target.id, amount, this.clock.now()],
    );
    if (added.length === 0) return;
    const among = (await this.among(tx, form.provider ?? 'bank')) ?? refuseCard('card.not-here');
    const { parts } = await this.choices.choose(tx, {
      only: [target.id],
      ...among,
      amount,
      smallest: GIFT_LIMITS.smallest,
      giver: actor,
    });
    if (parts.length === 0) refuse('gift.nothing-fits');
    await this.give(tx, actor, parts, form, (needId) => ({ id: derivedId(id, needId), orderId: id }));
  }

  /** Promises chosen parts in the caller's transaction: all needs are locked first, in the order of their ids. */
  async give(
    tx: Tx,
    actor: Pick<Actor, 'personId' | 'confirmed'> | null,
    parts: readonly ChosenNeed[],
    form: Omit<GiftForm, 'quantity' | 'unit'>,
    made: (needId: string) => Parameters<GiftPromises['promiseIn']>[4],
  ): Promise<void> {
    const inOrder = [...parts].sort((a, b) => (a.need.id < b.need.id ? -1 : 1));
    for (const { need } of inOrder) await this.matches.lockOpenNeed(tx, need.id);
    for (const { need, scored } of inOrder) {
      await this.promises.promiseIn(
        tx,
        actor,
        need.id,
        { ...form, quantity: (scored.amount / 100).toFixed(2), unit: 'rub' },
        { ...made(need.id), why: storedParts(scored) },
      );
    }
  }

  /** Who can be paid that way; null: nobody, since card is not taken here. */
  private async among(db: Tx, provider: GiftProvider): Promise<{ readonly among?: readonly string[] } | null> {
    if (provider === 'bank') return {};
    return this.stripe.offered ? { among: await cardOrganizations(db) } : null;
  }

  private amountOf({ quantity, unit }: { readonly quantity: string; readonly unit: string }): number {
    const measured = measureAs(this.catalogue, KOPECK, quantity, unit);
    return measured.ok ? measured.amount : (refuseForm(measured.errors) as never);
  }

  private async targetOf(tx: Tx, to: GiftTargetForm, prefix: string): Promise<GiftTarget> {
    const read = readTarget(this.catalogue, to, prefix);
    if (!read.ok) return refuseForm(read.errors) as never;
    const { kind, id } = read.target;
    if (kind === 'organization' && !(await tx.existsBy(OrganizationEntity, { id, status: 'verified' })))
      refuseForm([{ field: `${prefix}organization`, code: 'form.not-in-list' }]);
    return read.target;
  }

  private async namesOf(
    parts: readonly ChosenNeed[],
  ): Promise<Map<string, { readonly title: string; readonly organization: string }>> {
    const rows: { id: string; title: string; organization: string }[] = await this.source.query(
      'SELECT n.id, n.title, g.short_name AS organization FROM needs n JOIN organizations g ON g.id = n.organization_id WHERE n.id = ANY($1)',
      [[...new Set(parts.map(({ need }) => need.id))]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
