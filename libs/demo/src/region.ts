import type { DataSource } from 'typeorm';
import type { DemoRole } from '#host';
import { record, withoutEvents, type Tx } from '#platform';
import type { Catalogue } from '#catalogue';
import { Agenda } from './agenda.js';
import { makeCompany, schedulePledge } from './company.js';
import { DEMO_ORGANIZATIONS } from './organizations.data.js';
import { makeOrganizations } from './organizations.js';
import { scheduleNeed, type History } from './need.history.js';
import { scheduleOpenOffers, scheduleStandingOffer } from './open-offers.js';
import { makePeople, type Hashes } from './people.js';
import { openInstallation } from './operator.js';
import { Proposals } from './proposals.js';
import { SUSPICIOUS, type SuspiciousNeed } from './queue.js';
import { planNeeds } from './region.plan.js';
import { Dice } from './random.js';
import { scheduleThings } from './things.js';
import { needsWithShifts, scheduleShifts } from './shifts.js';
import { World } from './world.js';

/** The same number makes the same region. */
const SEED = 2015;
const OFFERS = 200;
const ENDED_OFFERS = { withdrawn: 6, expired: 6 } as const;
/** Mails of the demo's past are kept so long in the outbox. */
const MAILS_KEPT_DAYS = 14;
const NEWS_UNREAD_DAYS = 2;

export interface Counts {
  readonly organizations: number;
  readonly needs: number;
  readonly offers: number;
  readonly matches: number;
  readonly reviewsOpen: number;
  readonly steps: number;
}

/** Plays ten months of the region, step by step in the order of time, on the services of the API: what follows from a step is a step of its own. */
export async function makeRegion(
  tx: Tx,
  source: DataSource,
  catalogue: Catalogue,
  hashes: Hashes,
  today: Date,
): Promise<{ roles: Readonly<Record<DemoRole, string>>; counts: Counts }> {
  const { roles, steps } = await withoutEvents(tx, () => playPast(new World(tx, source, catalogue, today), hashes));
  await leaveToTheEngine(tx);
  return { roles, counts: await count(tx, steps) };
}

async function playPast(
  world: World,
  hashes: Hashes,
): Promise<{ roles: Readonly<Record<DemoRole, string>>; steps: number }> {
  const people = await makeCompany(world, await makePeople(world, hashes, SEED));
  await openInstallation(world, people.roles.administrator);
  await world.datePast();
  const organizations = await makeOrganizations(world, people);
  const history: History = {
    world,
    people,
    organizations,
    moderators: people.moderators,
    proposals: new Proposals(world),
    dice: new Dice(SEED + 2),
    ofRoles: new Map(),
    intended: new Set(),
    seen: new Set(),
  };
  const agenda = new Agenda();
  const plans = planNeeds(world.catalogue, SEED);
  const ids = new Map(plans.map((plan, at) => [plan, scheduleNeed(history, agenda, plan, at)]));
  for (const [number, plan] of needsWithShifts(history, plans).entries())
    scheduleShifts(history, agenda, { plan, number, needId: ids.get(plan) as () => string });
  const given = plans.reduce((sum, plan) => sum + plan.gifts.length, 0);
  scheduleOpenOffers(history, agenda, plans, {
    open: Math.max(26, OFFERS - given - ENDED_OFFERS.withdrawn - ENDED_OFFERS.expired),
    ...ENDED_OFFERS,
  });
  scheduleStandingOffer(history, agenda);
  schedulePledge(world, people, agenda);
  scheduleThings(history, agenda);
  for (const need of SUSPICIOUS) scheduleSuspicious(history, agenda, need);
  const steps = await agenda.play(world.clock, () => world.datePast());
  await leaveMailsBehind(world);
  return { roles: people.roles, steps };
}

function scheduleSuspicious({ world, organizations, moderators }: History, agenda: Agenda, need: SuspiciousNeed): void {
  const organization = organizations[DEMO_ORGANIZATIONS.findIndex((one) => one.name === need.organization)];
  if (!organization) throw new Error(`There is no organization ${need.organization}`);
  agenda.addDecision(world.ago(need.hoursAgo / 24), async () => {
    const { category, kind, item, quantity, unit, title, text } = need;
    const id = await world.needs.draft(organization.desk, {
      organization: organization.id,
      kind,
      category,
      item: item ?? null,
      quantity,
      unit,
      title,
      description: text,
      place: DEMO_ORGANIZATIONS.find((one) => one.name === need.organization)?.place ?? '',
      deadline: world.ago(-40),
      urgency: 4,
    });
    await world.needs.submit(organization.desk, id);
    await world.opening.openNeed(world.tx, id);
    const first = moderators[0];
    if (!need.said || !first) return;
    const [review]: { id: string }[] = await world.tx.query('SELECT id FROM reviews WHERE subject_id = $1', [id]);
    if (review)
      await world.moderation.decide(first, review.id, {
        outcome: need.said,
        note: need.said === 'escalate' ? 'Ссылка ведёт на чужой сайт, решите вместе с администратором.' : null,
      });
  });
}

/** The past's mails were sent in it; what people were told lately is still unread. */
async function leaveMailsBehind(world: World): Promise<void> {
  const { tx } = world;
  await tx.query('DELETE FROM mails WHERE created_at < $1', [world.ago(MAILS_KEPT_DAYS)]);
  await tx.query('DELETE FROM notifications WHERE created_at < $1', [world.ago(MAILS_KEPT_DAYS)]);
  await tx.query(`UPDATE mails SET status = 'sent', sent_at = created_at`);
  await tx.query('UPDATE notifications SET read_at = created_at WHERE created_at < $1', [world.ago(NEWS_UNREAD_DAYS)]);
}

/** Only the open offers are left to the engine: the worker finds their needs as soon as it runs. */
async function leaveToTheEngine(tx: Tx): Promise<void> {
  const open: { id: string }[] = await tx.query(
    `SELECT id FROM offers WHERE status IN ('open', 'partly_used') ORDER BY created_at, id`,
  );
  for (const { id } of open) await record(tx, 'offer.opened', { offerId: id });
}

async function count(tx: Tx, steps: number): Promise<Counts> {
  const [counts]: Omit<Counts, 'steps'>[] = await tx.query(
    `SELECT (SELECT count(*)::int FROM organizations) AS organizations, (SELECT count(*)::int FROM needs) AS needs, (SELECT count(*)::int FROM offers) AS offers,
            (SELECT count(*)::int FROM matches) AS matches, (SELECT count(*)::int FROM reviews WHERE status IN ('open', 'escalated')) AS "reviewsOpen"`,
  );
  return { ...(counts as Omit<Counts, 'steps'>), steps };
}
