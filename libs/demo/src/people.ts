import type { DonorParty } from '#donors';
import type { DemoRole } from '#host';
import { currentConsentTexts, giveConsent, type Actor } from '#identity';
import { DEMO_ORGANIZATIONS } from './organizations.data.js';
import { COMPANIES, DEMO_ROLES, FAMILY_NAMES, MEN, WOMEN } from './people.data.js';
import { demoInn } from './identifiers.rules.js';
import { Dice } from './random.js';
import { actor, type World } from './world.js';

/** How many people give things and money, and how many give time. */
const GIVERS = 44;
const VOLUNTEERS = 26;
/** Of the first company in the region; those after it have the numbers behind it. */
export const COMPANY_NUMBER = 500;
/** Everybody registered before anything happened. */
const REGISTERED_DAYS_AGO = 335;

export interface DemoPeople {
  readonly roles: Readonly<Record<DemoRole, string>>;
  readonly moderators: readonly Actor[];
  /** One owner for each organization, in its order, the first with a sign-in; `organizations` of the actor is filled in once it exists. */
  readonly owners: string[];
  readonly givers: readonly Actor[];
  readonly volunteers: readonly Actor[];
  readonly companies: readonly Actor[];
}

export interface Hashes {
  /** Of the demo sign-ins. */
  readonly roles: Readonly<Record<DemoRole, string>>;
  /** Of a password that nobody knows: for everybody else. */
  readonly nobody: string;
}

/** Makes the people of the region. Those with a sign-in first. */
export async function makePeople(world: World, hashes: Hashes, seed: number): Promise<DemoPeople> {
  const dice = new Dice(seed + 1);
  world.clock.set(world.ago(REGISTERED_DAYS_AGO));
  const roles = {} as Record<DemoRole, string>;
  for (const role of Object.keys(DEMO_ROLES) as DemoRole[])
    roles[role] = await person(world, DEMO_ROLES[role].name, DEMO_ROLES[role].email, hashes.roles[role]);
  for (const role of ['moderator', 'moderator2'] as const) await platform(world, roles[role], 'moderator');
  for (const role of ['administrator', 'administrator2'] as const) await platform(world, roles[role], 'administrator');

  const many = async (
    count: number,
    what: string,
    openly: (at: number) => boolean = () => false,
  ): Promise<string[]> => {
    const ids: string[] = [];
    for (let i = 1; i <= count; i += 1) {
      const name = nameOf(dice);
      const id = await person(world, name, `${what}-${i}@example.org`, hashes.nobody);
      if (openly(i)) await giveOpenly(world, { partyId: id, kind: 'person', displayName: name });
      ids.push(id);
    }
    return ids;
  };
  const twoOfThree = (at: number): boolean => at % 3 !== 0;
  const companyIds = [roles.company, ...(await many(COMPANIES.length - 1, 'company'))];
  for (const [at, id] of companyIds.entries()) {
    if (id === roles.company) continue; // gives in the name of an organization that only gives
    const company: DonorParty = {
      partyId: id,
      kind: 'company',
      displayName: companyName(at),
      inn: demoInn(COMPANY_NUMBER + at),
    };
    if (at % 2 === 0) await giveOpenly(world, company);
    else await world.donors.ensure(world.tx, company);
  }
  return {
    roles,
    moderators: [roles.moderator, roles.moderator2].map((id) => actor(id, { platform: ['moderator'] })),
    owners: [roles.owner, ...(await many(DEMO_ORGANIZATIONS.length - 1, 'owner'))],
    givers: [roles.donor, ...(await many(GIVERS, 'giver', twoOfThree))].map((id) => actor(id)),
    volunteers: [roles.volunteer, ...(await many(VOLUNTEERS, 'volunteer', twoOfThree))].map((id) => actor(id)),
    companies: companyIds.map((id) => actor(id)),
  };
}

/** A giver whose name stands with what they give. */
async function giveOpenly(world: World, donor: DonorParty): Promise<void> {
  await world.donors.ensure(world.tx, donor);
  await world.donors.setAnonymous(world.tx, donor.partyId, false);
}

/** @param at place in the list of companies */
export const companyName = (at: number): string => `ООО «${COMPANIES[at]?.replace(/[«»]/g, '')}»`;

async function person(world: World, name: string, email: string, passwordHash: string): Promise<string> {
  const personId = await world.identity.createPerson(world.tx, {
    email,
    passwordHash,
    name,
    locale: 'ru',
    emailConfirmed: true,
  });
  const [text] = await currentConsentTexts(world.tx); // the first is the one that the law requires
  if (text)
    await giveConsent(world.tx, {
      personId,
      purpose: text.purpose,
      version: text.version,
      locale: 'ru',
      at: world.clock.now(),
    });
  return personId;
}

async function platform(world: World, personId: string, role: 'moderator' | 'administrator'): Promise<void> {
  await world.identity.grant(world.tx, { personId, role, objectType: 'platform', objectId: null, by: null });
}

function nameOf(dice: Dice): string {
  if (dice.chance(0.5)) return `${dice.pick(MEN)} ${dice.pick(FAMILY_NAMES)}`;
  const family = dice.pick(FAMILY_NAMES);
  return `${dice.pick(WOMEN)} ${family.endsWith('ой') || family.endsWith('ый') || family.endsWith('ий') ? `${family.slice(0, -2)}ая` : `${family}а`}`;
}
