import { DAY_MS } from '#kernel';
import { type Tx } from '#platform';
import { Ledger } from '#ledger';
import type { BudgetLine } from '#forms';
import { DUPLICATE_FROM, type NeedFacts } from './risk.rules.js';
import { twoSignaturesAbove } from './moderation.settings.js';

export interface NeedRow {
  id: string;
  organizationId: string;
  kind: NeedFacts['kind'];
  category: string;
  item: string | null;
  title: string;
  description: string;
  budget: readonly BudgetLine[] | null;
  verifiedAt: Date | null;
  inn: string | null;
}

/** What an edit would change, as far as the risk depends on it. */
export interface EditedWords {
  readonly title?: string;
  readonly description?: string;
  readonly category?: string;
  readonly required?: number;
  readonly budget?: readonly BudgetLine[] | null;
}

/** The need as its risk is asked about, where `condition` holds of it. */
export async function readNeed(tx: Tx, needId: string, condition: string): Promise<NeedRow | undefined> {
  const rows: NeedRow[] = await tx.query(
    `SELECT n.id, n.organization_id AS "organizationId", n.kind, n.category, n.item, n.title, n.description, n.budget, o.verified_at AS "verifiedAt", o.inn
     FROM needs n JOIN organizations o ON o.id = n.organization_id WHERE n.id = $1 AND ${condition}`,
    [needId],
  );
  return rows[0];
}

/** What the risk of a need is counted from, with the words that an edit would give it. */
export async function needFacts(
  tx: Tx,
  need: NeedRow,
  edited: EditedWords,
  { ledger, now }: { readonly ledger: Ledger; readonly now: Date },
): Promise<NeedFacts> {
  const title = edited.title ?? need.title;
  const [earlier]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM needs WHERE organization_id = $1 AND id <> $2 AND opened_at IS NOT NULL`,
    [need.organizationId, need.id],
  );
  // Asked by the same organization, or by another that goes by the same INN, for the same thing in nearly the same words.
  const duplicates: { id: string; number: number; percent: number }[] = await tx.query(
    `SELECT n.id, n.number, round(similarity(n.title, $2) * 100)::int AS percent
     FROM needs n JOIN organizations o ON o.id = n.organization_id
     WHERE (o.inn = $1 OR o.id = $7) AND n.id <> $3 AND n.category = $4 AND n.item IS NOT DISTINCT FROM $5
       AND n.status IN ('in_review', 'open', 'partly_met') AND similarity(n.title, $2) >= $6
     ORDER BY percent DESC, n.number LIMIT 3`,
    [need.inn, title, need.id, edited.category ?? need.category, need.item, DUPLICATE_FROM, need.organizationId],
  );
  const balance = (await ledger.needBalances(tx, [need.id])).get(need.id);
  return {
    kind: need.kind,
    amount: edited.required ?? balance?.required ?? 0,
    texts: [
      title,
      edited.description ?? need.description,
      ...(edited.budget ?? need.budget ?? []).map(({ what }) => what),
    ],
    daysVerified: need.verifiedAt ? daysBetween(need.verifiedAt, now) : null,
    earlierNeeds: earlier?.count ?? 0,
    thresholdKopecks: await twoSignaturesAbove(tx),
    duplicates,
  };
}

export const daysBetween = (from: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - from.getTime()) / DAY_MS));
