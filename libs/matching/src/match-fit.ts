import { mustStayCold, type Catalogue } from '#catalogue';
import {
  answersBinding,
  keepsUntilArrival,
  mismatches,
  papersSeen,
  reachKm,
  kmBetween,
  staysCold,
  type Point,
} from '#engine';
import { acceptedTogether } from '#forms';
import type { NeedEntity } from '#needs';
import type { OfferEntity } from '#offers';
import { acceptedByAll, papersOf } from '#organizations';
import type { Tx } from '#platform';
import { refuse } from './match-life.refusals.js';
import type { LockedMatch, StepContext } from './match-steps.js';
import { isToMeet } from './meeting/hand-over.rules.js';
import { meetsAt } from './meeting/meets-at.queries.js';

/**
 * What must hold when a person says yes, whatever it was when the proposal was written: the gift is not bound elsewhere, does not spoil, and where papers
 * are asked for they are seen. Proposals follow such changes by jobs, and a yes may come before them.
 */
export async function refuseUnfit(
  tx: Tx,
  catalogue: Catalogue,
  offer: OfferEntity,
  need: NeedEntity,
  now: Date,
): Promise<void> {
  const category = catalogue.category(need.category);
  const only = offer.only.flatMap((code) => catalogue.meaningOf(code));
  if (
    !answersBinding(only, {
      id: need.id,
      organization: need.organizationId,
      place: need.place,
      category: need.category,
      sphere: category?.sphere ?? '',
    })
  )
    refuse('match.bound-elsewhere');
  const [from, to] = [pointOf(catalogue, offer.place), pointOf(catalogue, need.place)];
  const keeping = { cold: mustStayCold(catalogue, offer, offer.coldChain), at: from, radiusKm: null };
  const place = { keepsCold: need.coldChain, at: to, remote: need.remote };
  const spoils = !keepsUntilArrival(
    { bestBefore: offer.bestBefore?.getTime() ?? null, until: offer.until.getTime() },
    { deadline: need.deadline.getTime() },
  );
  if (spoils || !staysCold(keeping, place) || (kmBetween(keeping, place) ?? 0) > reachKm(keeping))
    refuse('match.would-spoil');
  if (need.kind === 'goods') {
    const accepts = acceptedTogether(need, await acceptedByAll(tx, need.organizationId));
    if (mismatches(offer, { accepts }).length > 0) refuse('match.thing-not-taken');
  }
  if (need.kind !== 'time' || !category?.flags.includes('check')) return;
  const checks = (await papersOf(tx, [offer.donorId])).get(offer.donorId) ?? [];
  if (!papersSeen(checks, need.organizationId, now.getTime())) refuse('match.papers-not-seen');
}

function pointOf(catalogue: Catalogue, code: string | null): Point | null {
  const place = code === null ? undefined : catalogue.place(code);
  return place ? { lat: place.lat, lon: place.lon } : null;
}

/** Nobody says that hours were given before the meeting at which they are to be. */
export async function refuseBeforeMeeting({ tx, at }: StepContext, { match, need }: LockedMatch): Promise<void> {
  if (need.kind !== 'time') return;
  const standing = { kind: need.kind, status: match.status, meetsAt: await meetsAt(tx, match.id) };
  if (isToMeet(standing, at)) refuse('match.meeting-to-come');
}
