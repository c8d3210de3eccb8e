import type { Actor } from '#identity';
import type { Agenda } from './agenda.js';
import { givesFor } from './company.js';
import { keepingOf, type GiftHistory } from './gift.history.js';
import { TEMPLATES, type NeedPlan } from './region.plan.js';
import { quantityText, type NeedTemplate } from './need-template.rules.js';
import { DEMO_PLACES } from './places.data.js';
import type { Dice } from './random.js';

/** Offers that nobody has answered yet, besides those of the history; the engine finds their needs once the worker runs. */
export interface OpenOffersPlan {
  readonly open: number;
  readonly withdrawn: number;
  readonly expired: number;
}

type Fate = keyof OpenOffersPlan;

export function scheduleOpenOffers(
  history: GiftHistory,
  agenda: Agenda,
  needs: readonly NeedPlan[],
  counts: OpenOffersPlan,
): void {
  const { dice } = history;
  const wanted = needs.filter((need) => need.fate === 'open').map((need) => need.template);
  const fates = (Object.keys(counts) as Fate[]).flatMap((fate) => Array.from({ length: counts[fate] }, () => fate));
  for (const [at, fate] of fates.entries()) {
    const template = dice.chance(0.8) ? dice.pick(wanted) : dice.pick(TEMPLATES);
    scheduleOffer(history, agenda, { template, fate, giver: giverOf(history, template, at) });
  }
}

/** What the demo donor gives every month, from the day after tomorrow: to a sphere, wherever it is needed most. */
export function scheduleStandingOffer({ people, world }: GiftHistory, agenda: Agenda): void {
  const firstOn = world.ago(-2).toISOString().slice(0, 'YYYY-MM-DD'.length);
  agenda.add(
    world.ago(0.1),
    async () =>
      void (await world.standing.setUp(people.givers[0] as Actor, {
        kind: 'money',
        category: 'relief',
        quantity: '2000',
        unit: 'rub',
        frequency: 'monthly',
        firstOn,
      })),
  );
}

/** The first few belong to the demo sign-ins, so that each sees proposals of its own. */
function giverOf({ people, dice }: GiftHistory, template: NeedTemplate, at: number): Actor {
  const list = template.kind === 'time' ? people.volunteers : dice.chance(0.3) ? people.companies : people.givers;
  return at < 9 ? (list[0] as Actor) : dice.pick(list);
}

function scheduleOffer(
  history: GiftHistory,
  agenda: Agenda,
  offer: { template: NeedTemplate; fate: Fate; giver: Actor },
): void {
  const { world, dice } = history;
  const { template, fate, giver } = offer;
  const postedDaysAgo = fate === 'open' ? dice.between(0.2, 30) : dice.between(20, 120);
  const endedDaysAgo = postedDaysAgo - dice.between(5, 18);
  let offerId = '';
  agenda.add(world.ago(postedDaysAgo), async () => {
    const bound = template.kind !== 'money' && !template.remote;
    offerId = await world.offers.publish(giver, {
      onBehalfOf: givesFor(giver),
      kind: template.kind,
      category: purposeOf(dice, template, world.catalogue.category(template.category)?.sphere ?? template.category),
      item: template.item ?? null,
      quantity: quantityText(template.unit, quantityOf(dice, template)),
      unit: template.unit,
      each: template.each ?? null,
      place: bound ? dice.pick(DEMO_PLACES).code : null,
      radiusKm: bound ? dice.pick([50, 100, 200, 300, 500, 900]) : null,
      until: fate === 'expired' ? world.ago(endedDaysAgo + 0.01) : world.ago(-dice.whole(25, 85)),
      skills: template.skills ?? [],
      ...keepingOf(world, template),
    });
  });
  if (fate === 'withdrawn') agenda.add(world.ago(endedDaysAgo), () => world.ends.withdrawOffer(giver, offerId));
  if (fate === 'expired') agenda.add(world.ago(endedDaysAgo), async () => void (await world.ends.expireDue()));
}

/** Money is often given to a whole sphere, or to whatever is most needed. */
function purposeOf(dice: Dice, template: NeedTemplate, sphere: string): string | null {
  if (template.kind !== 'money') return template.category;
  const roll = dice.next();
  return roll < 0.2 ? null : roll < 0.5 ? sphere : template.category;
}

function quantityOf(dice: Dice, template: NeedTemplate): number {
  const [from, to, step] = template.quantity;
  const size = Math.max(step, Math.floor((from + dice.next() * (to - from) * 0.4) / step) * step);
  return template.kind === 'money' ? Math.max(500, Math.floor(size / 4000) * 1000) : size;
}
