import { GrantEntity, IdentityService, type Actor } from '#identity';
import { newId } from '#kernel';
import { MatchesService, matchingEntities, type PartInput } from '#matching';
import {
  AuditLogQueries,
  moderationEntities,
  Appeals,
  ModerationService,
  OwnDecisions,
  ReviewHolds,
  ReviewLooks,
  ReviewLetters,
  ReviewOpening,
  ReviewQueries,
  type Outcome,
  OrganizationMeasures,
} from '#moderation';
import type { NeedForm } from '#forms';
import { AccountChanges, OrganizationsService } from '#organizations';
import { openDesk } from '../needs/fixture.js';

/** The desk of needs, with moderators and the queue. */
export async function openModeration() {
  const desk = await openDesk('2026-03-10T05:00:00Z', [...matchingEntities, ...moderationEntities]);
  const { source, clock, catalogue, ledger, needs, offers, people, run } = desk;
  const identity = new IdentityService(source, clock);
  const organizations = new OrganizationsService(source, clock, catalogue, identity);
  const life = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  const moderation = new ModerationService(source, clock, organizations, needs, life);
  const opening = new ReviewOpening(clock, ledger);
  const queue = new ReviewQueries(source, clock, ledger);
  const holds = new ReviewHolds(source, clock);
  const looks = new ReviewLooks(source, clock);
  const appeals = new Appeals(source, clock, organizations, needs, opening);
  await source.query('UPDATE organizations SET verified_at = $1', [new Date(clock.now().getTime() - 200 * 86_400_000)]);
  await source.manager.insert(GrantEntity, {
    id: newId(),
    personId: desk.coordinator.personId,
    role: 'coordinator',
    objectType: 'organization',
    objectId: desk.organization,
    grantedBy: null,
    grantedAt: clock.now(),
  });
  const second = await people.person('Елена Вторая', { platform: ['moderator'] });
  const administrator = await people.person('Ирина Старшая', { platform: ['administrator'] });

  async function submit(changes: Partial<NeedForm> = {}): Promise<{ needId: string; reviewId: string }> {
    const needId = await needs.draft(desk.coordinator, desk.heaters(changes));
    await needs.submit(desk.coordinator, needId);
    await run((tx) => opening.openNeed(tx, needId));
    const [review] = (await source.query(
      `SELECT id FROM reviews WHERE subject_id = $1 AND status IN ('open', 'escalated')`,
      [needId],
    )) as { id: string }[];
    return { needId, reviewId: review?.id ?? '' };
  }
  return {
    ...desk,
    letters: new ReviewLetters(source, clock),
    identity,
    accounts: new AccountChanges(source, clock, catalogue),
    moderation,
    opening,
    queue,
    holds,
    looks,
    appeals,
    ownDecisions: new OwnDecisions(source),
    measures: new OrganizationMeasures(clock, organizations),
    organizations,
    life,
    second,
    administrator,
    submit,
    auditLog: new AuditLogQueries(source),
    large: (): ReturnType<typeof submit> =>
      submit({
        kind: 'money',
        category: 'emergency-flood',
        item: null,
        quantity: '600000.00',
        unit: 'rub',
        title: `Насосы ${newId()}`,
      }),
    decide: (who: Actor, reviewId: string, outcome: Outcome, reason?: string, part: PartInput = {}): Promise<void> =>
      moderation.decide(who, reviewId, { outcome, reason, ...part }),
    needStatus: async (needId: string): Promise<string> =>
      ((await source.query('SELECT status FROM needs WHERE id = $1', [needId])) as { status: string }[])[0]?.status ??
      '',
    reviewStatus: async (reviewId: string): Promise<string> =>
      ((await source.query('SELECT status FROM reviews WHERE id = $1', [reviewId])) as { status: string }[])[0]
        ?.status ?? '',
    signatures: async (reviewId: string): Promise<number> =>
      (
        (await source.query(`SELECT count(*) AS n FROM decisions WHERE review_id = $1 AND outcome = 'approve'`, [
          reviewId,
        ])) as { n: number }[]
      )[0]?.n ?? 0,
  };
}

export type ModerationDesk = Awaited<ReturnType<typeof openModeration>>;
