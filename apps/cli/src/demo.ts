import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** What `.lepta/demo.json` says: where the installation is, and one sign-in for each role of the demo region. */
export interface Demo {
  readonly url: string;
  readonly signIns: Readonly<Record<string, SignIn>>;
}

interface DemoPlace {
  readonly databaseUrl: string;
  readonly dir: string;
  readonly url: string;
}

/** The sign-ins of a demo region that was seeded before; none for an installation without one. */
export function readDemo(dir: string): Demo {
  const file = join(dir, 'demo.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Demo>) : {};
  return { url: known.url ?? '', signIns: known.signIns ?? {} };
}

/** Passwords stand in it: its owner alone may read it. It appears whole, because programs wait for it. */
export function writeDemo(dir: string, demo: Demo): void {
  const file = join(dir, 'demo.json');
  writeFileSync(`${file}.new`, `${JSON.stringify({ url: demo.url, signIns: demo.signIns }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Seeds the demo region where it is missing. */
export async function prepareDemo(place: DemoPlace, say: (line: string) => void): Promise<Demo> {
  const door = '#demo';
  const { seedDemo } = (await import(door)) as { seedDemo(place: DemoPlace & { say(line: string): void }): Promise<Pick<Demo, 'signIns'> | void> };
  const seeded = await seedDemo({ ...place, say });
  return { ...readDemo(place.dir), ...(seeded ? { signIns: seeded.signIns } : {}) };
}
