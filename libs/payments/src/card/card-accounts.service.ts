import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, Refusal } from '#kernel';
import { OrganizationEntity, refuseOrganization } from '#organizations';
import { Env } from '#host';
import { type Tx } from '#platform';
import { BankStatements } from '../bank-statements.service.js';
import { refuseCard } from './card.refusals.js';
import {
  cardVerbs,
  missingKinds,
  stateOf,
  type CardState,
  type CardVerb,
  type MissingKind,
  type ToldAccount,
} from './card-account.rules.js';
import { missing } from './card-events.rules.js';
import { StripeClient } from './stripe-client.js';

/** How an organization stands at Stripe, for its own people. */
export interface CardAccountView {
  readonly state: CardState;
  readonly country: string | null;
  readonly currency: string | null;
  readonly payouts: boolean;
  readonly missing: readonly MissingKind[];
  readonly lookedAt: Date | null;
  readonly can: readonly CardVerb[];
}

type Row = ToldAccount & { readonly account: string; readonly lookedAt: Date | null };

const ROW = `SELECT account, country, currency, charges_enabled AS "chargesEnabled", payouts_enabled AS "payoutsEnabled", details_submitted AS "detailsSubmitted", missing, disabled_reason AS "disabledReason", looked_at AS "lookedAt" FROM card_accounts`;

/** Accounts of organizations at Stripe: the organization is the merchant, the installation keeps no money. Stripe asks for papers and checks them on its own pages. */
@Injectable()
export class CardAccounts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly stripe: StripeClient,
    private readonly statements: BankStatements,
  ) {}

  /** @throws organization.not-found, bank.not-yours, card.not-here */
  async view(actor: Actor, organizationId: string): Promise<CardAccountView> {
    const organization = await this.organizationOf(actor, organizationId);
    const row = await this.rowOf(organizationId);
    const state = stateOf(row);
    return {
      state,
      country: row?.country ?? null,
      currency: row?.currency ?? null,
      payouts: row?.payoutsEnabled ?? false,
      missing: missingKinds(row?.missing ?? []),
      lookedAt: row?.lookedAt ?? null,
      can: cardVerbs(actor, organizationId, state, organization.status === 'verified'),
    };
  }

  /** A page of Stripe where its form is filled in; made anew each time, since Stripe opens one once. @param key of this request @throws card.not-yours, card.not-verified */
  async link(actor: Actor, organizationId: string, country: string | undefined, key: string): Promise<string> {
    const organization = await this.organizationOf(actor, organizationId);
    if (organization.status !== 'verified') refuseCard('card.not-verified');
    const known = await this.rowOf(organizationId);
    const verbs = cardVerbs(actor, organizationId, stateOf(known), true);
    if (!verbs.includes('set-up') && !verbs.includes('continue')) refuseCard('card.not-yours');
    const account = known?.account ?? (await this.begin(actor, organization, country));
    const back = `${this.env.PUBLIC_URL}/desk/${organizationId}/bank?card=`;
    const { url } = await this.orRefuse(
      this.stripe.ask((stripe) =>
        stripe.accountLinks.create(
          { account, type: 'account_onboarding', return_url: `${back}back`, refresh_url: `${back}again` },
          { idempotencyKey: `link-${key}` },
        ),
      ),
    );
    return url;
  }

  /** Asks Stripe how the account stands now. */
  async look(actor: Actor, organizationId: string): Promise<void> {
    await this.organizationOf(actor, organizationId);
    const row = await this.rowOf(organizationId);
    if (row) await this.follow(row.account);
  }

  async follow(account: string): Promise<void> {
    const work = await this.read(account);
    if (work) await this.source.transaction(work);
  }

  /** What is to be written of an account, as Stripe has it now; null: it is nobody's here. */
  async read(id: string): Promise<((tx: Tx) => Promise<void>) | null> {
    const known: unknown[] = await this.source.query('SELECT 1 FROM card_accounts WHERE account = $1', [id]);
    if (known.length === 0) return null;
    const asked = this.clock.now();
    const account = await this.stripe.ask((stripe) => stripe.accounts.retrieve(id)).catch(missing);
    return account && ((tx) => write(tx, account, asked));
  }

  /** All accounts of organizations, for the night. */
  all(): Promise<{ organizationId: string; account: string }[]> {
    return this.source.query('SELECT organization_id AS "organizationId", account FROM card_accounts ORDER BY 1');
  }

  private async organizationOf(actor: Actor, id: string): Promise<OrganizationEntity> {
    const organization = await this.statements.organizationOf(actor, id);
    if (!this.stripe.offered) refuseCard('card.not-here');
    return organization;
  }

  private async rowOf(organizationId: string): Promise<Row | null> {
    const [row]: Row[] = await this.source.query(`${ROW} WHERE organization_id = $1`, [organizationId]);
    return row ?? null;
  }

  /** Once for an organization: Stripe answers the same to the same key, whatever dies in between. */
  private async begin(actor: Actor, organization: OrganizationEntity, country: string | undefined): Promise<string> {
    const account = await this.orRefuse(
      this.stripe.ask((stripe) =>
        stripe.accounts.create(
          {
            type: 'express',
            ...(country === undefined ? {} : { country }),
            business_type: 'non_profit',
            business_profile: { name: organization.shortName },
            capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
            metadata: { organization: organization.id },
          },
          { idempotencyKey: `account-${organization.id}` },
        ),
      ),
    );
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      if (!(await tx.existsBy(OrganizationEntity, { id: organization.id })))
        refuseOrganization('organization.not-found');
      await tx.query(
        `INSERT INTO card_accounts (organization_id, account, charges_enabled, payouts_enabled, details_submitted, missing, begun_by, begun_at) VALUES ($1, $2, false, false, false, '{}', $3, $4) ON CONFLICT DO NOTHING`,
        [organization.id, account.id, actor.personId, now],
      );
      await write(tx, account, now);
    });
    return account.id;
  }

  /** Stripe's own words are for its dashboard: here they stand in the log. */
  private async orRefuse<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      if (error instanceof Refusal || (error as { type?: unknown }).type !== 'StripeInvalidRequestError') throw error;
      return refuseCard('card.refused');
    });
  }
}

/** What was asked later wins: an answer that took long changes nothing that is newer. */
async function write(tx: Tx, account: Stripe.Account, asked: Date): Promise<void> {
  const takes = account.charges_enabled && account.capabilities?.transfers === 'active';
  const { requirements } = account;
  await tx.query(
    `UPDATE card_accounts SET country = $2, currency = $3, charges_enabled = $4, payouts_enabled = $5, details_submitted = $6, missing = $7, disabled_reason = $8, looked_at = $9
     WHERE account = $1 AND (looked_at IS NULL OR looked_at <= $9)`,
    [
      account.id,
      account.country ?? null,
      account.default_currency ?? null,
      takes,
      account.payouts_enabled,
      account.details_submitted,
      [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])],
      requirements?.disabled_reason ?? null,
      asked,
    ],
  );
}
