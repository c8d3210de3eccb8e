import type { Actor } from '#identity';
import { measure, saysStorage } from '#catalogue';
import { DAY_MS, Refusal } from '#kernel';
import { mayPromise, NO_PROMISES, promiseRoom, readPromises } from '#matching';
import type { OfferForm } from '#forms';
import type { Agenda } from './agenda.js';
import { givesFor, partyOf } from './company.js';
import type { GiftPlan } from './gift.plan.js';
import type { MadeOrganization } from './organizations.js';
import type { DemoPeople } from './people.js';
import type { Proposals } from './proposals.js';
import type { NeedPlan } from './region.plan.js';
import { quantityText, type NeedTemplate } from './need-template.rules.js';
import type { Dice } from './random.js';
import type { World } from './world.js';

/** Why a giver takes back a promise. */
const CANCELLED = {
  money: 'Не получается перевести сейчас',
  goods: 'Не получилось довезти',
  time: 'Не получается прийти',
} as const;

/** What an organization says that does not find what was promised; true of what was given. */
const DISPUTED = {
  money: 'В выписке банка такого перевода нет',
  goods: 'Привезли не то, что обещали',
  time: 'Пришли позже и ушли раньше: часов меньше',
} as const;

export interface GiftHistory {
  readonly world: World;
  readonly people: DemoPeople;
  readonly proposals: Proposals;
  /** Chooses givers, in the order in which gifts are planned. */
  readonly dice: Dice;
  /** How many gifts the demo sign-ins have so far. */
  readonly ofRoles: Map<string, number>;
  /** Offers made for a need whose giver has not said yes yet: they will count against what that giver may promise. */
  readonly intended: Set<Intended>;
  /** Organization and helper whose papers it has seen. */
  readonly seen: Set<string>;
}

interface Intended {
  readonly giver: string;
  readonly unit: string;
  readonly amount: number;
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
  const list = giversFor(history, gift, target.plan.template.kind);
  let giver = chooseGiver(history, list);
  const part = partOf(world, gift, target.plan);
  let intended: Intended | undefined;
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
    giver = await withRoom(history, giver, list, part);
    intended = { ...part, giver: giver.personId };
    if (gift.fate !== 'declined') history.intended.add(intended);
    await seePapers(history, giver, target);
    const offerId = await world.offers.publish(giver, {
      ...offerForm(world, gift, target.plan),
      onBehalfOf: givesFor(giver),
    });
    matchId = await history.proposals.propose(offerId, target.needId());
  });
  const [firstYes, secondYes, handOver, receipt] = gift.steps;
  if (gift.fate === 'declined')
    return then(firstYes, (id) =>
      world.life.decline(history.dice.chance(0.5) ? giver : target.organization.desk, id, reason),
    );
  agenda.add(world.ago(days - firstYes), async () => void (intended && history.intended.delete(intended)));
  then(firstYes, async (id) => {
    try {
      await world.life.accept(giver, id, said(target.plan, gift.given));
    } catch (err) {
      if (!(err instanceof Refusal && err.code === 'match.holding-too-much')) throw err;
      matchId = null; // they have promised elsewhere meanwhile: it stays a proposal
    }
  });
  if (gift.fate === 'held') return;
  if (gift.fate === 'lapsed') return then(3.1, async () => void (await world.ends.lapseDue()));
  if (!target.plan.autoAccept) then(secondYes, (id) => world.life.accept(target.organization.desk, id));
  if (gift.fate === 'accepted') return;
  if (gift.fate === 'cancelled')
    return then(1, (id) => world.life.cancel(giver, id, CANCELLED[target.plan.template.kind]));
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
      await world.life.dispute(target.organization.desk, id, DISPUTED[target.plan.template.kind]);
      await world.opening.openMatch(world.tx, id);
    });
  }
  then(receipt, (id) =>
    world.life.confirm(target.organization.desk, id, {
      ...said(target.plan, gift.arrived),
      ...bankOf(target.plan, gift, world.ago(days)),
    }),
  );
}

function said(plan: NeedPlan, quantity: number): { quantity: string; unit: string } {
  return { quantity: quantityText(plan.template.unit, quantity), unit: plan.template.unit };
}

/** Money is confirmed by the bank's word: an invented number on the day before. */
function bankOf({ template }: NeedPlan, { given }: GiftPlan, at: Date): { bankDate?: string; bankNumber?: string } {
  return template.kind === 'money'
    ? {
        bankDate: new Date(at.getTime() - DAY_MS).toISOString().slice(0, 10),
        bankNumber: String(1000 + (given % 9000)),
      }
    : {};
}

function giversFor({ people }: GiftHistory, gift: GiftPlan, kind: string): readonly Actor[] {
  return kind === 'time' ? people.volunteers : gift.company ? people.companies : people.givers;
}

/** The part that is given, as the ledger will count it. */
function partOf(world: World, gift: GiftPlan, { template }: NeedPlan): { unit: string; amount: number } {
  const { kind, category, item, unit, each } = template;
  const measured = measure(world.catalogue, {
    kind,
    category,
    item,
    quantity: quantityText(unit, gift.given),
    unit,
    each,
  });
  return measured.ok ? { unit: measured.baseUnit, amount: measured.amount } : { unit, amount: 0 };
}

/** The one who was chosen, or, where they have promised as much as they may, the next who has not; a company, where it is too much for people. */
async function withRoom(
  { world, people, intended }: GiftHistory,
  chosen: Actor,
  list: readonly Actor[],
  part: { unit: string; amount: number },
): Promise<Actor> {
  const from = list.indexOf(chosen);
  const inTurn = [...list.slice(from), ...list.slice(0, from), ...people.companies];
  const mayGive = async (giver: Actor): Promise<boolean> => {
    const party = partyOf(giver);
    const room = promiseRoom((await readPromises(world.tx, [party])).get(party) ?? NO_PROMISES, part.unit);
    const waiting = [...intended].filter((one) => one.giver === giver.personId);
    const amount = waiting.filter((one) => one.unit === part.unit).reduce((sum, one) => sum + one.amount, part.amount);
    return mayPromise({ ...room, matches: room.matches - waiting.length }, amount);
  };
  for (const giver of inTurn) if (await mayGive(giver)) return giver;
  return chosen;
}

function chooseGiver({ dice, ofRoles }: GiftHistory, list: readonly Actor[]): Actor {
  const role = list[0] as Actor;
  const count = ofRoles.get(role.personId) ?? 0;
  const giver = count < GIFTS_OF_A_ROLE && dice.chance(0.25) ? role : dice.pick(list);
  ofRoles.set(giver.personId, (ofRoles.get(giver.personId) ?? 0) + 1);
  return giver;
}

/** Where papers are asked for, the organization has seen those of everybody who helps it; the first helper lets them count everywhere. */
async function seePapers(
  { world, people, seen }: GiftHistory,
  giver: Actor,
  { plan, organization }: GiftFor,
): Promise<void> {
  if (plan.template.kind !== 'time' || !world.catalogue.category(plan.template.category)?.flags.includes('check'))
    return;
  const key = `${organization.id} ${giver.personId}`;
  if (seen.has(key)) return;
  seen.add(key);
  const day = (shift: number): string =>
    new Date(world.clock.now().getTime() + shift * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const { code } = await world.papers.newCode(giver);
  const check = await world.papers.record(organization.desk, organization.id, {
    code,
    paper: 'criminal-record',
    seenOn: day(-2),
    validUntil: day(900),
  });
  if (giver.personId === people.volunteers[0]?.personId) await world.papers.share(giver, check, true);
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
    ...keepingOf(world, template),
  };
}

/** Food and medicine of the demo region keep well into the next year, and need no ice. */
export function keepingOf(world: World, template: NeedTemplate): Pick<OfferForm, 'bestBefore' | 'coldChain'> {
  return saysStorage(world.catalogue, { kind: template.kind, category: template.category, item: template.item ?? null })
    ? { bestBefore: world.ago(-400), coldChain: false }
    : {};
}
