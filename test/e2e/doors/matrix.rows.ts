import { ROLES, type Role } from './cast.js';

/**
 * What each thing of an operation answers to whom: `200 coordinator owner, 403 moderator, 404 rest`. Every role is named once; `rest` is everybody
 * who is not. `before` is a row's first part that many share.
 */
export type Row = Readonly<Record<string, string>>;
export type Rows = Readonly<Record<string, Row>>;

/** Everybody the same. */
export const all = (status: number): string => `${status} rest`;
/** A person who has signed in; programs too. */
export const signedIn = (status: number): string => `401 visitor, ${status} rest`;
/** Only a person who signed in by hand, no program. */
export const inPerson = (status: number): string => `401 visitor, 403 program, ${status} rest`;
/** The status of each role, in the order of ROLES. Throws where a row is ambiguous or names nobody that there is. */
export function statusesOf(row: string): Readonly<Record<Role, number>> {
  const found = new Map<string, number>();
  for (const part of row.split(', ')) {
    const [status, ...names] = part.split(' ');
    for (const name of names) {
      if (
        found.has(name) ||
        !(name === 'rest' || (ROLES as readonly string[]).includes(name)) ||
        !/^[2-4]\d\d$/.test(status ?? '')
      )
        throw new Error(`${row}: ${status} ${name}`);
      found.set(name, Number(status));
    }
  }
  return Object.fromEntries(
    ROLES.map((role) => {
      const status = found.get(role) ?? found.get('rest');
      if (status === undefined) throw new Error(`${row}: what about ${role}?`);
      return [role, status];
    }),
  ) as Record<Role, number>;
}

/** The shortest row that says this. */
export function rowOf(statuses: Readonly<Record<Role, number>>): string {
  const groups = new Map<number, Role[]>();
  for (const role of ROLES) groups.set(statuses[role], [...(groups.get(statuses[role]) ?? []), role]);
  const [[rest] = [0]] = [...groups].sort((a, b) => b[1].length - a[1].length);
  const named = [...groups]
    .filter(([status]) => status !== rest)
    .sort(([a], [b]) => a - b)
    .map(([status, roles]) => `${status} ${roles.join(' ')}`);
  return [...named, `${rest} rest`].join(', ');
}
