import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { identityEntities, IdentityService, STAFF_ROLES, StaffRoles, type StaffRole } from '#identity';
import { Clock, Refusal } from '#kernel';
import { dataSourceOptions } from '#platform';
import { type Env } from '#host';
import { withDatabase, type Operator } from './database.js';
import { InputError, sentencesOf } from './input.js';

interface RoleOptions {
  readonly email: string;
  readonly role: string;
  readonly place?: string;
  readonly reason: string;
}

type Say = (line: string) => void;
const print: Say = (line) => void process.stdout.write(`${line}\n`);

export function addRoleCommands(program: Command, operator: Operator): void {
  for (const [name, what, work] of [
    ['grant', 'give a person a role: moderator, administrator, or official of a place', grantRole],
    ['revoke', 'take a role back; the last administrator stays one', revokeRole],
  ] as const) {
    program
      .command(name)
      .description(`${what}; they get a mail with the reason, and it stands in the audit log`)
      .requiredOption('--email <address>', 'address of their account')
      .requiredOption('--role <role>', STAFF_ROLES.join(', '))
      .option('--place <code>', 'code of the place; only an official has one, and needs it')
      .requiredOption('--reason <text>', 'why, in words that they read')
      .action((options: RoleOptions) => withDatabase(operator, ({ running }, env) => work(running, env, options)));
  }
}

export async function grantRole(url: string, env: Env, options: RoleOptions, say: Say = print): Promise<void> {
  await withStaff(url, env, async (staff) => {
    const [role, place] = [roleOf(options.role), options.place ?? null];
    const asleep = await staff.grant(null, await staff.personOf(options.email), {
      role,
      place,
      reason: options.reason,
    });
    const sleeps = {
      'address-not-confirmed': ' It sleeps until they confirm their address; the mail for that is on its way.',
      'no-second-factor': ' It sleeps until they set up a second factor and sign in with it.',
    };
    say(
      `${options.email} has the role ${role}${place === null ? '' : ` for ${place}`}.${asleep ? sleeps[asleep] : ''}`,
    );
  });
}

export async function revokeRole(url: string, env: Env, options: RoleOptions, say: Say = print): Promise<void> {
  await withStaff(url, env, async (staff) => {
    const [role, place, personId] = [roleOf(options.role), options.place ?? null, await staff.personOf(options.email)];
    await staff.revoke(null, personId, await staff.idOf(personId, role, place), options.reason);
    say(`${options.email} no longer has the role ${role}${place === null ? '' : ` for ${place}`}.`);
  });
}

function roleOf(said: string): StaffRole {
  return STAFF_ROLES.find((role) => role === said) ?? wrong(`--role is ${STAFF_ROLES.join(', ')}`);
}

function wrong(sentence: string): never {
  throw new InputError(sentence);
}

/** What is refused is said in words; nothing was changed then. */
async function withStaff(url: string, env: Env, work: (staff: StaffRoles) => Promise<void>): Promise<void> {
  const source = await new DataSource(
    dataSourceOptions({ url, max: 2, entities: identityEntities, applicationName: 'lepta-roles' }),
  ).initialize();
  try {
    const clock = new Clock();
    await work(new StaffRoles(source, clock, env, new IdentityService(source, clock)));
  } catch (err) {
    throw err instanceof Refusal ? new InputError(sentencesOf(err)) : err;
  } finally {
    await source.destroy();
  }
}
