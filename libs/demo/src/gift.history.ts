import type { Actor } from '#identity';
import type { OfferForm } from '#offers';
import type { Agenda } from './agenda.js';
import type { GiftPlan } from './gift.plan.js';
import type { MadeOrganization } from './organizations.js';
import type { DemoPeople } from './people.js';
import type { Proposals } from './proposals.js';
import type { NeedPlan } from './region.plan.js';
import { quantityText } from './need-template.rules.js';
import type { Dice } from './random.rules.js';
import type { World } from './world.js';

export interface GiftHistory {
  readonly world: World;
  readonly people: DemoPeople;
  readonly proposals: Proposals;
  /** Chooses givers, in the order in which gifts are planned. */
  readonly dice: Dice;
  /** How many gifts the demo sign-ins have so far. */
  readonly ofRoles: Map<string, number>;
}

interface GiftFor {
  readonly plan: NeedPlan;
  readonly organization: MadeOrganization;
  /** Known once the need is written. */
  readonly needId: () => string;
}

const DECLINE_REASONS = ['not-now', 'too-far', 'wrong-thing', 'already-solved', 'other'] as const;
/** Gifts that each demo sign-in of a giver has in its history at least. */
const GIFTS_OF_A_ROLE = 9;
const RADIUS_KM = 1500;

/** Puts an offer, the proposal that it gets, and every step of their match on the agenda. */
export function scheduleGift(history: GiftHistory, agenda: Agenda, gift: GiftPlan, target: GiftFor): void {
  const { world } = history;
  const giver = chooseGiver(history, gift, target.plan.template.kind);
  const reason = history.dice.pick(DECLINE_REASONS);
  let matchId: string | null = null;
  let days = gift.postedDaysAgo;
  /** The next step, so many days later; a pair that could not meet has none. */
  const then = (after: number, step: (id: string) => Promise<void>): void => {
    days -= after;
    agenda.add(world.ago(days), async () => {
      if (matchId !== null) await step(matchId);
    });
  };

  agenda.add(world.ago(days), async () => {
    const offerId = await world.offers.post(giver, offerForm(world, gift, target.plan));
    matchId = await history.proposals.propose(offerId, target.needId());
  });
  const [firstYes, secondYes, handOver, receipt] = gift.steps;
  if (gift.fate === 'declined') return then(firstYes, (id) => world.life.decline(history.dice.chance(0.5) ? giver : target.organization.desk, id, reason));
  then(firstYes, (id) => world.life.accept(giver, id, said(target.plan, gift.given)));
  if (gift.fate === 'held') return;
  if (gift.fate === 'lapsed') return then(3.1, async () => void (await world.ends.lapseDue()));
  if (!target.plan.autoAccept) then(secondYes, (id) => world.life.accept(target.organization.desk, id));
  if (gift.fate === 'accepted') return;
  if (gift.fate === 'cancelled') return then(1, (id) => world.life.cancel(giver, id, 'Не получилось довезти'));
  then(handOver, (id) => world.life.deliver(giver, id));
  if (gift.fate === 'delivered') return;
  if (gift.fate === 'silent') {
    return then(3.1, async (id) => {
      await world.ends.lapseDue();
      await world.opening.openMatch(world.tx, id);
    });
  }
  if (gift.fate === 'disputed') {
    return then(0.4, async (id) => {
      await world.life.dispute(target.organization.desk, id, 'Привезли не то, что обещали');
      await world.opening.openMatch(world.tx, id);
    });
  }
  then(receipt, (id) => world.life.confirm(target.organization.desk, id, said(target.plan, gift.arrived)));
}

function said(plan: NeedPlan, quantity: number): { quantity: string; unit: string } {
  return { quantity: quantityText(plan.template.unit, quantity), unit: plan.template.unit };
}

function chooseGiver({ people, dice, ofRoles }: GiftHistory, gift: GiftPlan, kind: string): Actor {
  const list = kind === 'time' ? people.volunteers : gift.company ? people.companies : people.givers;
  const role = list[0] as Actor;
  const count = ofRoles.get(role.personId) ?? 0;
  const giver = count < GIFTS_OF_A_ROLE && dice.chance(0.25) ? role : dice.pick(list);
  ofRoles.set(giver.personId, (ofRoles.get(giver.personId) ?? 0) + 1);
  return giver;
}

function offerForm(world: World, gift: GiftPlan, plan: NeedPlan): OfferForm {
  const { template } = plan;
  return {
    kind: template.kind,
    category: template.category,
    item: template.item ?? null,
    quantity: quantityText(template.unit, gift.offered),
    unit: template.unit,
    each: template.each ?? null,
    place: template.kind === 'money' || template.remote ? null : gift.place,
    radiusKm: template.kind === 'money' || template.remote ? null : RADIUS_KM,
    until: world.ago(-gift.untilInDays),
    skills: template.skills ?? [],
  };
}
