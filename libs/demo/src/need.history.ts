import { DAY_MS } from '#kernel';
import type { Actor } from '#identity';
import type { NeedForm } from '#forms';
import { DEMO_BUDGETS } from './budgets.data.js';
import { Agenda } from './agenda.js';
import { scheduleGift, type GiftHistory } from './gift.history.js';
import { approveLastReview } from './queue.js';
import { quantityText } from './need-template.rules.js';
import type { MadeOrganization } from './organizations.js';
import type { NeedPlan } from './region.plan.js';
import { Dice } from './random.js';
import type { World } from './world.js';

const RETURN_REASONS = [
  'Напишите, на что пойдут деньги: одной строки мало.',
  'Укажите размеры и сколько чего нужно, иначе привезут не то.',
  'Уберите имя и диагноз: пишем о нужде, а не о человеке.',
  'Напишите, кому и как помощь раздадут: из текста этого не видно.',
] as const;

/** How long organizations take for a report. */
const REPORTED_AFTER_DAYS = 4;
/** A need is fresh for sixty days; its organization says in time that it still stands. */
const RENEWED_EVERY_DAYS = 45;
/** Quantities above this need two signatures, in roubles. */
const TWO_SIGNATURES_ABOVE_ROUBLES = 500_000;

export interface History extends GiftHistory {
  readonly organizations: readonly MadeOrganization[];
  readonly moderators: readonly Actor[];
}

/** Puts everything that happens to one need on the agenda. @returns its id, once it is drafted */
export function scheduleNeed(history: History, agenda: Agenda, plan: NeedPlan, number: number): () => string {
  const { world, organizations } = history;
  const organization = organizations[plan.organization] as MadeOrganization;
  const dice = new Dice(number * 7919 + 11);
  const draftedBefore = dice.between(0.02, 0.6);
  const decidedAfter = dice.between(0.1, 0.9);
  let needId = '';
  const at = (days: number, run: () => Promise<void>): void => agenda.add(world.ago(days), run);

  at(plan.submittedDaysAgo + draftedBefore, async () => {
    needId = await world.needs.draft(organization.desk, needForm(world, plan, organization.id));
  });
  if (plan.fate === 'draft') return () => needId;
  at(plan.submittedDaysAgo, async () => {
    await world.needs.submit(organization.desk, needId);
    await world.opening.openNeed(world.tx, needId);
  });
  if (plan.fate === 'in_review') return () => needId;

  const first = dice.whole(0, history.moderators.length - 1);
  const [moderator, other] = [history.moderators[first] as Actor, history.moderators[1 - first] as Actor];
  const openedDaysAgo = plan.submittedDaysAgo - decidedAfter;
  agenda.addDecision(world.ago(openedDaysAgo), async () => {
    if (plan.fate === 'returned')
      return approveLastReview(world, 'need', needId, [moderator], {
        outcome: 'return',
        reason: dice.pick(RETURN_REASONS),
      });
    const large = plan.template.kind === 'money' && plan.quantity > TWO_SIGNATURES_ABOVE_ROUBLES;
    return approveLastReview(world, 'need', needId, large ? [moderator, other] : [moderator]);
  });
  if (plan.fate === 'returned') return () => needId;

  if (plan.fate === 'partly_met') {
    for (let days = openedDaysAgo - RENEWED_EVERY_DAYS; days > 1; days -= RENEWED_EVERY_DAYS)
      at(days, () => world.needs.renew(organization.desk, needId));
  }
  for (const gift of plan.gifts) scheduleGift(history, agenda, gift, { plan, organization, needId: () => needId });
  if (plan.endedDaysAgo === null) return () => needId;
  at(plan.endedDaysAgo, async () => {
    if (plan.fate === 'closed') await world.needs.close(organization.desk, needId);
    if (plan.fate === 'withdrawn') await world.ends.withdrawNeed(organization.desk, needId);
    if (plan.fate === 'expired') await world.ends.expireDue();
  });
  if (plan.fate === 'closed' && plan.endedDaysAgo > REPORTED_AFTER_DAYS + 1 && number % 3 !== 0)
    scheduleReport(history, agenda, {
      plan,
      desk: organization.desk,
      moderator,
      needId: () => needId,
      daysAgo: plan.endedDaysAgo - REPORTED_AFTER_DAYS,
    });
  return () => needId;
}

/** Two of three organizations have reported on what they closed; everybody who gave knew of it long ago. */
function scheduleReport(
  { world }: History,
  agenda: Agenda,
  {
    plan,
    desk,
    moderator,
    needId,
    daysAgo,
  }: { plan: NeedPlan; desk: Actor; moderator: Actor; needId: () => string; daysAgo: number },
): void {
  agenda.add(world.ago(daysAgo), async () => {
    await world.reports.write(desk, needId(), 1, {
      title: `${plan.title}: сделано`,
      outcome: 'Всё, что пришло, уже в деле: раздали и установили вместе с соседями. Спасибо каждому, кто помог.',
    });
    await world.reports.publish(desk, needId());
  });
  agenda.addDecision(world.ago(daysAgo - 0.3), async () => {
    const [report] = (await world.tx.query('SELECT id FROM need_reports WHERE need_id = $1', [needId()])) as {
      id: string;
    }[];
    await world.opening.openReport(world.tx, report?.id ?? '');
    await approveLastReview(world, 'report', report?.id ?? '', [moderator]);
    await world.tx.query('UPDATE need_reports SET told_at = $2 WHERE need_id = $1', [needId(), world.clock.now()]);
  });
}

function needForm(world: World, plan: NeedPlan, organization: string): NeedForm {
  const { template, quantity } = plan;
  return {
    organization,
    kind: template.kind,
    category: template.category,
    item: template.item ?? null,
    title: plan.title,
    description: plan.text,
    quantity: quantityText(template.unit, quantity),
    unit: template.unit,
    each: template.each ?? null,
    minQuantity: template.kind === 'goods' && quantity >= 100 ? String(Math.floor(quantity / 20)) : null,
    place: plan.place,
    remote: template.remote ?? false,
    deadline: deadlineOf(world, plan.deadlineInDays),
    urgency: plan.urgency,
    beneficiaries: plan.people,
    beneficiaryGroups: template.groups,
    skills: template.skills ?? [],
    autoAccept: plan.autoAccept,
    budget: budgetOf(template, quantity),
  };
}

/** In roubles: the last line has what the others leave. */
function budgetOf({ kind, category }: NeedPlan['template'], quantity: number): NeedForm['budget'] {
  const lines = kind === 'money' ? DEMO_BUDGETS[category] : undefined;
  if (!lines) return null;
  const amounts = lines.map(([, percent]) => Math.floor((quantity * percent) / 100));
  const left = quantity - amounts.reduce((sum, amount) => sum + amount, 0);
  return lines.map(([what], at) => ({
    what,
    amount: String((amounts[at] ?? 0) + (at === lines.length - 1 ? left : 0)),
  }));
}

/** Deadlines are evenings: six o'clock in the region (UTC+9); one that has passed is exact, so that its need ran out when the plan says. */
function deadlineOf(world: World, inDays: number): Date {
  const at = world.today.getTime() + inDays * DAY_MS;
  return inDays < 0 ? new Date(at) : new Date(Math.floor(at / DAY_MS) * DAY_MS + 9 * 3_600_000);
}
