import type { Catalogue } from '#catalogue';
import { givesYesBeforehand } from '#forms';
import { DEMO_ORGANIZATIONS } from './organizations.data.js';
import { DEMO_PLACES } from './places.data.js';
import { PEOPLE_NEEDS } from './needs-people.data.js';
import { GROWTH_NEEDS } from './needs-growth.data.js';
import { PLACE_NEEDS } from './needs-place.data.js';
import type { NeedTemplate } from './need-template.rules.js';
import { planGifts, type GiftPlan } from './gift.plan.js';
import { Dice } from './random.js';

export const TEMPLATES: readonly NeedTemplate[] = [...PEOPLE_NEEDS, ...GROWTH_NEEDS, ...PLACE_NEEDS];

type NeedFate = 'draft' | 'in_review' | 'returned' | 'open' | 'partly_met' | 'met' | 'closed' | 'expired' | 'withdrawn';

/** One need with everything that happens to it. Days count back from today. */
export interface NeedPlan {
  readonly organization: number;
  readonly template: NeedTemplate;
  readonly place: string;
  readonly title: string;
  readonly text: string;
  /** In whole units of the template. */
  readonly quantity: number;
  readonly urgency: number;
  readonly people: number;
  readonly autoAccept: boolean;
  readonly fate: NeedFate;
  readonly submittedDaysAgo: number;
  /** Days from today; below zero where the need has ended. */
  readonly deadlineInDays: number;
  readonly endedDaysAgo: number | null;
  readonly gifts: readonly GiftPlan[];
}

/** How many needs end how: three hundred. */
const FATES: readonly (readonly [NeedFate, number])[] = [
  ['open', 158],
  ['partly_met', 46],
  ['met', 26],
  ['closed', 21],
  ['in_review', 10],
  ['draft', 13],
  ['returned', 8],
  ['expired', 9],
  ['withdrawn', 9],
];

/** Needs of the demo coordinator's own organization, besides what chance brings. */
const COORDINATORS_NEEDS: readonly NeedFate[] = [
  'open',
  'open',
  'open',
  'partly_met',
  'partly_met',
  'met',
  'closed',
  'draft',
  'returned',
];

/** The whole region, the same for the same seed. */
export function planNeeds(catalogue: Catalogue, seed: number): NeedPlan[] {
  const dice = new Dice(seed);
  const fates = dice.shuffled(FATES.flatMap(([fate, count]) => Array.from({ length: count }, () => fate)));
  const spheres = new Map(TEMPLATES.map((template) => [template, catalogue.category(template.category)?.sphere ?? '']));
  const load = new Map<number, number>();
  const used = new Set<string>();
  const plans: NeedPlan[] = [];

  const plan = (fate: NeedFate, organization: number, template: NeedTemplate): void => {
    load.set(organization, (load.get(organization) ?? 0) + 1);
    const planned = planNeed(dice, fate, organization, template, used);
    plans.push({
      ...planned,
      autoAccept: givesYesBeforehand(catalogue, { category: template.category, autoAccept: planned.autoAccept }),
    });
  };
  const ownTemplates = dice.shuffled(
    TEMPLATES.filter((template) => DEMO_ORGANIZATIONS[0]?.spheres.includes(spheres.get(template) ?? '')),
  );
  COORDINATORS_NEEDS.forEach((fate, at) => {
    fates.splice(fates.indexOf(fate), 1);
    plan(fate, 0, ownTemplates[at % ownTemplates.length] as NeedTemplate);
  });
  const order = dice.shuffled(TEMPLATES);
  fates.forEach((fate, at) => {
    const template = order[at % order.length] as NeedTemplate;
    const fitting = organizationsFor(spheres.get(template) ?? '', fate);
    const least = Math.min(...fitting.map((one) => load.get(one) ?? 0));
    plan(fate, dice.pick(fitting.filter((one) => (load.get(one) ?? 0) <= least + 2)), template);
  });
  return plans;
}

/** Verified organizations that work in a sphere; what is long past is not planned for those verified lately. */
function organizationsFor(sphere: string, fate: NeedFate): number[] {
  const old = !['draft', 'in_review', 'returned'].includes(fate);
  const able = DEMO_ORGANIZATIONS.map((organization, at) => ({ organization, at })).filter(
    ({ organization }) => organization.status === undefined && !(old && organization.verifiedDaysAgo !== undefined),
  );
  const fitting = able.filter(({ organization }) => organization.spheres.includes(sphere));
  return (fitting.length > 0 ? fitting : able).map(({ at }) => at);
}

function planNeed(
  dice: Dice,
  fate: NeedFate,
  organization: number,
  template: NeedTemplate,
  used: Set<string>,
): NeedPlan {
  const home = DEMO_ORGANIZATIONS[organization]?.place ?? 'blagoveshchensk';
  const place = organization === 0 || dice.chance(0.8) ? home : dice.pick(DEMO_PLACES).code;
  const [from, to, step] = template.quantity;
  const rolled = from + step * dice.whole(0, Math.floor((to - from) / step));
  const quantity = fate === 'partly_met' ? Math.max(2, rolled) : rolled; // of one thing there is no part
  const fill = (text: string): string => fillIn(text, place, quantity);
  const titles = dice.shuffled(template.titles.map(fill));
  const title = titles.find((one) => !used.has(`${organization} ${one}`)) ?? `${titles[0]}, продолжение`;
  used.add(`${organization} ${title}`);
  const times = planTimes(dice, fate);
  return {
    organization,
    template,
    place,
    title,
    quantity,
    fate,
    text: fill(dice.pick(template.texts)),
    urgency: dice.pick([1, 2, 2, 3, 3, 3, 4, 4, 5]),
    people: dice.whole(template.people[0], template.people[1]),
    autoAccept: template.kind === 'money' || dice.chance(0.25),
    ...times,
    gifts: planGifts(dice, {
      fate,
      template,
      quantity,
      place,
      organization,
      openedDaysAgo: times.submittedDaysAgo - 1,
      deadlineInDays: times.deadlineInDays,
      endedDaysAgo: times.endedDaysAgo,
    }),
  };
}

function planTimes(dice: Dice, fate: NeedFate): Pick<NeedPlan, 'submittedDaysAgo' | 'deadlineInDays' | 'endedDaysAgo'> {
  switch (fate) {
    case 'draft':
    case 'in_review':
      return { submittedDaysAgo: dice.between(0.05, 1.4), deadlineInDays: dice.whole(20, 90), endedDaysAgo: null };
    case 'returned':
      return { submittedDaysAgo: dice.between(2, 20), deadlineInDays: dice.whole(20, 90), endedDaysAgo: null };
    case 'open':
      return { submittedDaysAgo: dice.between(3, 58), deadlineInDays: dice.whole(8, 110), endedDaysAgo: null };
    case 'partly_met':
      return { submittedDaysAgo: dice.between(18, 200), deadlineInDays: dice.whole(10, 110), endedDaysAgo: null };
    case 'met':
      return { submittedDaysAgo: dice.between(35, 295), deadlineInDays: dice.whole(5, 60), endedDaysAgo: null };
    case 'closed': {
      const submittedDaysAgo = dice.between(70, 298);
      return {
        submittedDaysAgo,
        deadlineInDays: dice.whole(-15, 30),
        endedDaysAgo: Math.max(1, submittedDaysAgo - dice.between(56, 62)),
      };
    }
    case 'expired': {
      const endedDaysAgo = dice.between(3, 60);
      return {
        submittedDaysAgo: endedDaysAgo + dice.between(25, 55),
        deadlineInDays: -endedDaysAgo - 0.02,
        endedDaysAgo,
      };
    }
    case 'withdrawn': {
      const endedDaysAgo = dice.between(2, 120);
      return {
        submittedDaysAgo: endedDaysAgo + dice.between(10, 40),
        deadlineInDays: dice.whole(20, 60),
        endedDaysAgo,
      };
    }
  }
}

function fillIn(text: string, place: string, quantity: number): string {
  const inside = DEMO_PLACES.find((one) => one.code === place)?.inside ?? '';
  const filled = text.replaceAll('{в}', inside).replaceAll('{n}', String(quantity)).trim();
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
