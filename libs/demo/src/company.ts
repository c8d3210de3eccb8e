import type { Actor } from '#identity';
import type { Agenda } from './agenda.js';
import { DEMO_KPP, demoInn, demoOgrn } from './identifiers.rules.js';
import { COMPANY_NUMBER, companyName, type DemoPeople } from './people.js';
import { approveLastReview } from './queue.js';
import { actor, type World } from './world.js';

const LOOKED_AT_DAYS_AGO = 334;
const PLEDGE = { ceiling: '120000', each: '15000', only: ['elderly', 'education'], days: 200, day: 28 } as const;

/** The company of the demo: an organization that only gives, looked at by a moderator. The account of the company owns it. */
export async function makeCompany(world: World, people: DemoPeople): Promise<DemoPeople> {
  const { clock, tx, organizations, opening } = world;
  const owner = actor(people.roles.company);
  clock.set(world.ago(LOOKED_AT_DAYS_AGO));
  const id = await organizations.create(owner, {
    name: companyName(0).replace('ООО', 'Общество с ограниченной ответственностью'),
    shortName: companyName(0),
    form: 'ooo',
    inn: demoInn(COMPANY_NUMBER),
    ogrn: demoOgrn(COMPANY_NUMBER),
    kpp: DEMO_KPP,
    place: 'zeya',
  });
  const company = actor(owner.personId, { organizations: [{ id, role: 'owner' }] });
  await organizations.submit(company, id);
  await opening.openOrganization(tx, id);
  await approveLastReview(world, 'organization', id, people.moderators.slice(0, 1));
  return { ...people, companies: people.companies.map((one) => (one.personId === owner.personId ? company : one)) };
}

/** In whose name a person of the demo gives; undefined: in their own. */
export const givesFor = ({ organizations }: Actor): string | undefined => organizations[0]?.id;
/** Whose promises count. */
export const partyOf = (giver: Actor): string => givesFor(giver) ?? giver.personId;

/** What the company pledges, from the next time on: its transfers are put together by themselves. */
export function schedulePledge(world: World, people: DemoPeople, agenda: Agenda): void {
  const [company] = people.companies;
  const id = company && givesFor(company);
  if (!company || id === undefined) return;
  const { days, ...form } = PLEDGE;
  const until = world.ago(-days).toISOString().slice(0, 'YYYY-MM-DD'.length);
  agenda.add(world.ago(0.1), async () => void (await world.pledges.make(company, id, { ...form, until })));
}
