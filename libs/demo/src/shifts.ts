import { DAY_MS, HOUR_MS } from '#kernel';
import type { Actor } from '#identity';
import { agreedFirst } from '#forms';
import { lockPromiseRoom, mayPromise } from '#matching';
import { papersAsked } from '#volunteering';
import type { Agenda } from './agenda.js';
import type { History } from './need.history.js';
import type { MadeOrganization } from './organizations.js';
import type { NeedPlan } from './region.plan.js';

/** Needs of time that have shifts: one that is over and two that are ahead, for each. */
const NEEDS_WITH_SHIFTS = 7;
const HOURS = 3;
const PLACES = 4;
/** What a need must ask for at least: three shifts are no more of it than this. */
const HOURS_ASKED = HOURS * PLACES * 3;
const PLANNED_DAYS_AGO = 7;
/** The region's zone is nine hours ahead of UTC: shifts begin at eleven in the morning there. */
const BEGINS_AT_UTC = 2;

/** Which needs get shifts: of hours, at a place, still open for long, and for anybody who comes. */
export function needsWithShifts({ world }: History, plans: readonly NeedPlan[]): NeedPlan[] {
  const fit = plans.filter(
    ({ fate, template, gifts, quantity, submittedDaysAgo, deadlineInDays }) =>
      (fate === 'open' || fate === 'partly_met') &&
      template.kind === 'time' &&
      template.unit === 'hour' &&
      !template.remote &&
      quantity - gifts.reduce((sum, { offered }) => sum + offered, 0) >= HOURS_ASKED &&
      submittedDaysAgo > PLANNED_DAYS_AGO + 1 &&
      deadlineInDays > 16 &&
      !agreedFirst(world.catalogue, template.category) &&
      !papersAsked(world.catalogue, template.category),
  );
  // The coordinator of the demo sees a week with shifts, and so do others.
  return [...fit]
    .sort((a, b) => Number(b.organization === 0) - Number(a.organization === 0))
    .slice(0, NEEDS_WITH_SHIFTS);
}

/** Three shifts of a need: the first is over and its hours are confirmed; the second has people, the third waits for them. */
export function scheduleShifts(
  history: History,
  agenda: Agenda,
  { plan, number, needId }: { plan: NeedPlan; number: number; needId: () => string },
): void {
  const { world, people } = history;
  const { desk } = history.organizations[plan.organization] as MadeOrganization;
  const beginning = (inDays: number): Date => {
    const day = new Date(world.today.getTime() + inDays * DAY_MS);
    day.setUTCHours(BEGINS_AT_UTC, 0, 0, 0);
    return day;
  };
  const begins = [beginning(-2 - (number % 4)), beginning(3 + (number % 3)), beginning(8 + (number % 5))];
  const hasSkills = (plan.template.skills ?? []).length > 0;
  // Nobody is in two places: each need has volunteers of its own, and the demo volunteer is among those of the first.
  const own = people.volunteers.slice(number * 3, number * 3 + 3);
  /** Those who have not promised as much already as a volunteer may at once. */
  const free = async (among: readonly Actor[]): Promise<Actor[]> => {
    const able: Actor[] = [];
    for (const who of among)
      if (mayPromise(await lockPromiseRoom(world.tx, who.personId, 'minute'), HOURS * 60)) able.push(who);
    return able;
  };
  const ids: string[] = [];
  const came: string[] = [];

  agenda.add(world.ago(PLANNED_DAYS_AGO), async () => {
    for (const from of begins)
      ids.push(
        await world.shifts.plan(desk, needId(), {
          from,
          until: new Date(from.getTime() + HOURS * HOUR_MS),
          capacity: PLACES,
          meet: 'Встретит координатор у входа, за десять минут до начала.',
          gear: 'Ничего с собой не нужно: всё дадим на месте.',
        }),
      );
  });
  agenda.add(world.ago(PLANNED_DAYS_AGO - 0.5), async () => {
    for (const who of await free(own)) came.push(await world.signUps.signUp(who, ids[0] as string, { hasSkills }));
  });
  const [over] = begins as [Date];
  const after = (hours: number, run: (signUp: string, desk: Actor) => Promise<void>): void =>
    agenda.add(new Date(over.getTime() + hours * HOUR_MS), async () => {
      for (const signUp of came) await run(signUp, desk);
    });
  after(0.2, (signUp, by) => world.attendance.checkIn(by, signUp));
  after(HOURS + 2, (signUp, by) => world.attendance.confirm(by, signUp));
  agenda.add(world.ago(0.4), async () => {
    for (const who of (await free(own)).slice(0, 2)) await world.signUps.signUp(who, ids[1] as string, { hasSkills });
  });
}
