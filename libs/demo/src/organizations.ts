import type { Actor } from '#identity';
import type { MeetingDetails } from '#organizations';
import { DEMO_ORGANIZATIONS, FORM_NAMES, type DemoOrganization } from './organizations.data.js';
import { DEMO_PLACES } from './places.data.js';
import {
  DEMO_BANK,
  DEMO_BIK,
  DEMO_CORRESPONDENT,
  DEMO_KPP,
  demoAccount,
  demoInn,
  demoOgrn,
} from './identifiers.rules.js';
import { approveLastReview } from './queue.js';
import type { DemoPeople } from './people.js';
import { actor, type World } from './world.js';

/** An organization of the region with a person who acts for it. */
export interface MadeOrganization {
  readonly id: string;
  readonly desk: Actor;
}

const LONG_VERIFIED_DAYS_AGO = 330;

/** Makes every organization and brings it to its status, through the moderators' queue. */
export async function makeOrganizations(world: World, people: DemoPeople): Promise<MadeOrganization[]> {
  const made: MadeOrganization[] = [];
  for (const [at, organization] of DEMO_ORGANIZATIONS.entries()) {
    made.push(await makeOrganization(world, people, organization, at));
    await world.datePast();
  }
  const first = made[0];
  if (first) {
    const { identity, tx } = world;
    await identity.grant(tx, {
      personId: people.roles.coordinator,
      role: 'coordinator',
      objectType: 'organization',
      objectId: first.id,
      by: people.owners[0] ?? null,
    });
  }
  return made;
}

async function makeOrganization(
  world: World,
  people: DemoPeople,
  organization: DemoOrganization,
  at: number,
): Promise<MadeOrganization> {
  const { tx, clock } = world;
  const owner = actor(people.owners[at] ?? '');
  const days =
    organization.verifiedDaysAgo ??
    (organization.status === 'submitted' ? 0.3 + at / 100 : LONG_VERIFIED_DAYS_AGO - (at % 20));
  clock.set(world.ago(days + 2));
  const id = await world.organizations.create(owner, detailsOf(organization, at + 1));
  const desk = actor(owner.personId, { organizations: [{ id, role: 'owner' }] });
  await world.organizations.edit(desk, id, 1, meetingOf(organization, at + 1));
  if (organization.status === 'draft') return { id, desk };

  clock.set(world.ago(days + 1));
  if (organization.status === 'submitted') clock.set(world.ago(days));
  await world.organizations.submit(desk, id);
  await world.opening.openOrganization(tx, id);
  if (organization.status === 'submitted') return { id, desk };

  clock.set(world.ago(days));
  const moderator = people.moderators[at % people.moderators.length] as Actor;
  if (organization.status === 'returned') {
    await approveLastReview(world, 'organization', id, [moderator], {
      outcome: 'return',
      reason: 'Приложите устав с отметкой Минюста: в реестре другое название.',
    });
    return { id, desk };
  }
  await approveLastReview(world, 'organization', id, [moderator]);
  if (organization.status === 'suspended')
    await world.measures.suspend(tx, moderator, id, 'Нет отчётов за два года. Пришлите их, и мы снимем паузу.');
  return { id, desk };
}

/** How givers reach it; every number and address is invented. */
function meetingOf(organization: DemoOrganization, number: number): MeetingDetails {
  const two = String(number).padStart(2, '0');
  return {
    contacts: {
      name: `Координатор «${organization.name}»`,
      phone: `+7 4162 00-00-${two}`,
      email: `help-${two}@example.org`,
      hours: 'пн–пт с 9:00 до 18:00',
      note: null,
      public: number % 2 === 1,
    },
    handOverPoints: [
      {
        name: 'Пункт приёма',
        address: `ул. Образцовая, ${number}`,
        hours: [
          { days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' },
          { days: [6], from: '10:00', until: '15:00' },
        ],
        public: true,
      },
    ],
  };
}

function detailsOf(organization: DemoOrganization, number: number): Parameters<World['organizations']['create']>[1] {
  const of = DEMO_PLACES.find((place) => place.code === organization.place)?.of ?? '';
  return {
    name: `${FORM_NAMES[organization.form]} «${organization.name}» ${of}`.trim(),
    shortName: `${organization.form} «${organization.name}»`.replace('Фонд', 'фонд'),
    form: organization.form,
    inn: demoInn(number),
    ogrn: demoOgrn(number),
    kpp: DEMO_KPP,
    place: organization.place,
    account: { bik: DEMO_BIK, number: demoAccount(number), bankName: DEMO_BANK, correspondent: DEMO_CORRESPONDENT },
  };
}
