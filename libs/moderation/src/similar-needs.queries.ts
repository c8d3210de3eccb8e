import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withoutNamedHealthIn } from '#forms';
import type { Actor } from '#identity';
import { Refusal } from '#kernel';
import { Ledger } from '#ledger';
import { NeedsQueries, type NeedView } from '#needs';
import { maySeeReviews } from './decision.rules.js';
import { refuse } from './moderation.refusals.js';
import type { EditedWords } from './need-facts.queries.js';
import type { Locale } from './reason-sentences.rules.js';
import { ReviewEntity } from './review.entity.js';
import { looksOf } from './review-looks.queries.js';
import { similarIn } from './risk.rules.js';

/** A need as it stands beside another one. */
export interface ComparedNeed {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly title: string;
  readonly description: string;
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly place: string;
  readonly remote: boolean;
  readonly amount: number;
  readonly unit: string;
  readonly from: Date | null;
  readonly deadline: Date;
  readonly createdAt: Date;
}

/** `similar` is null where this reader may not see it. */
export interface Comparison {
  readonly ours: ComparedNeed;
  readonly similar: ComparedNeed | null;
}

type OurRow = Omit<ComparedNeed, 'organization' | 'amount' | 'unit'> & {
  readonly organizationId: string;
  readonly shortName: string;
  readonly changes: EditedWords & { readonly place?: string; readonly remote?: boolean };
};

/** The need of a case, or what its edit would make of it. */
const OURS = `SELECT n.id, n.number, n.status, n.title, n.description, n.place, n.remote, n.starts_at AS "from", n.deadline, n.created_at AS "createdAt",
    o.id AS "organizationId", o.short_name AS "shortName", coalesce(e.changes, '{}') AS changes
  FROM needs n JOIN organizations o ON o.id = n.organization_id LEFT JOIN need_edits e ON e.need_id = n.id AND e.id = $1 WHERE n.id = $1 OR e.id = $1`;

/** A need and the one that it is like, side by side, each as far as this reader may read it. */
@Injectable()
export class SimilarNeeds {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly needs: NeedsQueries,
  ) {}

  /** @throws review.nothing-similar where nothing like it was found */
  async of(actor: Actor, reviewId: string, locale: Locale): Promise<Comparison> {
    if (!maySeeReviews(actor)) refuse('review.moderators-only');
    const review = await this.source.manager.findOneBy(ReviewEntity, { id: reviewId });
    if (!review) return refuse('review.not-found');
    const similar = review.reasons.map(similarIn).find((id) => id !== null);
    const [row]: OurRow[] = similar ? await this.source.query(OURS, [review.subjectId]) : [];
    if (!row || !similar) return refuse('review.nothing-similar');
    const seen = (await looksOf(this.source, actor.personId, [reviewId])).has(reviewId);
    return { ours: await this.ours(row, seen), similar: await this.similar(actor, similar, locale) };
  }

  private async ours(row: OurRow, seen: boolean): Promise<ComparedNeed> {
    const { organizationId, shortName, changes, ...need } = row;
    const balance = (await this.ledger.needBalances(this.source, [row.id])).get(row.id);
    const { title = need.title, description = need.description, place = need.place, remote = need.remote } = changes;
    const [shutTitle = '', shutDescription = ''] = withoutNamedHealthIn([title, description]).texts;
    return {
      ...need,
      title: seen ? title : shutTitle,
      description: seen ? description : shutDescription,
      place,
      remote,
      organization: { id: organizationId, shortName },
      amount: changes.required ?? balance?.required ?? 0,
      unit: balance?.unit ?? '',
    };
  }

  /** As its own page shows it. */
  private async similar(actor: Actor, needId: string, locale: Locale): Promise<ComparedNeed | null> {
    try {
      return asCompared(await this.needs.byId(actor, needId, locale));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'need.not-found') return null;
      throw error;
    }
  }
}

function asCompared(view: NeedView): ComparedNeed {
  const { id, number, status, title, description, organization, place, remote, balance, from, deadline, createdAt } =
    view;
  return {
    id,
    number,
    status,
    title,
    description,
    organization: { id: organization.id, shortName: organization.shortName },
    place,
    remote,
    amount: balance.required,
    unit: balance.unit,
    from,
    deadline,
    createdAt,
  };
}
