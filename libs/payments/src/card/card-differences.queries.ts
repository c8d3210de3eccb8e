import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { BankStatements } from '../bank-statements.service.js';
import { refuseCard } from './card.refusals.js';
import { lastingSince } from './card-differences.rules.js';
import type { CardDifference, ReconciliationView } from './card.queries.js';
import { StripeClient } from './stripe-client.js';

/** Something in which Stripe and the books differed when they were last compared. */
export interface StandingDifference extends CardDifference {
  /** The first night that found it. */
  readonly since: string;
  /** Code of the gift that it is about; null: of none here. */
  readonly gift: string | null;
  readonly organization: string | null;
  readonly organizationName: string | null;
}

export interface DifferencesView {
  /** When Stripe was last compared with the books; null: never. */
  readonly comparedAt: Date | null;
  /** It is compared again within minutes. */
  readonly again: boolean;
  readonly looked: number;
  readonly mended: number;
  readonly items: readonly StandingDifference[];
}

const NIGHTS = 30;

/** What the comparison with Stripe could not mend, for those who can do something about it. */
@Injectable()
export class CardDifferences {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly statements: BankStatements,
    private readonly stripe: StripeClient,
  ) {}

  /** All of the installation, for administrators. */
  async all(): Promise<DifferencesView> {
    const nights: ReconciliationView[] = await this.source.query(
      `SELECT day::text AS day, done_at AS "doneAt", looked, mended, differences FROM card_reconciliations WHERE done_at IS NOT NULL ORDER BY day DESC LIMIT ${NIGHTS}`,
    );
    const [{ again }]: [{ again: boolean }] = await this.source.query(
      'SELECT EXISTS (SELECT 1 FROM card_reconciliations WHERE done_at IS NULL) AS again',
    );
    const [last] = nights;
    return {
      comparedAt: last?.doneAt ?? null,
      again,
      looked: last?.looked ?? 0,
      mended: last?.mended ?? 0,
      items: await this.named(lastingSince(nights)),
    };
  }

  /** Those that concern one organization, for its own people. @throws organization.not-found, bank.not-yours */
  async ofOrganization(actor: Actor, organizationId: string): Promise<DifferencesView> {
    await this.statements.organizationOf(actor, organizationId);
    const view = await this.all();
    return { ...view, items: view.items.filter(({ organization }) => organization === organizationId) };
  }

  /** The comparison of today is done again, by the worker, as at night. @throws card.not-here */
  async again(): Promise<void> {
    if (!this.stripe.offered) refuseCard('card.not-here');
    await this.source.query(
      `UPDATE card_reconciliations SET done_at = NULL, begun_at = $1::timestamptz - interval '1 day' WHERE done_at IS NOT NULL AND day = (SELECT max(day) FROM card_reconciliations)`,
      [this.clock.now()],
    );
  }

  private async named(found: readonly (CardDifference & { readonly since: string })[]): Promise<StandingDifference[]> {
    if (found.length === 0) return [];
    const rows: Pick<StandingDifference, 'id' | 'gift' | 'organization' | 'organizationName'>[] =
      await this.source.query(
        `SELECT d.id, g.code AS gift, o.id AS organization, o.short_name AS "organizationName"
         FROM unnest($1::text[], $2::text[]) AS d (id, account)
           LEFT JOIN card_payments p ON p.intent = d.id LEFT JOIN card_entries e ON e.id = d.id LEFT JOIN card_accounts c ON c.account = d.account
           LEFT JOIN gifts g ON g.id = coalesce(p.gift_id, e.gift_id) LEFT JOIN organizations o ON o.id = coalesce(g.organization_id, e.organization_id, c.organization_id)`,
        [found.map(({ id }) => id), found.map(({ account }) => account ?? null)],
      );
    const known = new Map(rows.map((row) => [row.id, row]));
    return found.map((one) => ({
      ...one,
      gift: known.get(one.id)?.gift ?? null,
      organization: known.get(one.id)?.organization ?? null,
      organizationName: known.get(one.id)?.organizationName ?? null,
    }));
  }
}
