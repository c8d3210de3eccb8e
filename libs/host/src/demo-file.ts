import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** For whom a demo region has a sign-in. */
export type DemoRole =
  | 'donor'
  | 'company'
  | 'volunteer'
  | 'coordinator'
  | 'owner'
  | 'moderator'
  | 'moderator2'
  | 'administrator'
  | 'administrator2';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** `demo.json`: where the installation answers, or will once it has been started, and one sign-in for each role. */
export interface DemoFile {
  readonly url: string;
  readonly signIns: Readonly<Record<DemoRole, SignIn>>;
}

const FILE = 'demo.json';

/** Null where there is none, or it cannot be read as one. */
export async function readDemo(dir: string): Promise<DemoFile | null> {
  let text: string;
  try {
    text = await readFile(join(dir, FILE), 'utf8');
  } catch {
    return null;
  }
  try {
    const file = JSON.parse(text) as DemoFile;
    return typeof file.signIns?.donor?.password === 'string' && typeof file.url === 'string' ? file : null;
  } catch {
    return null;
  }
}

/** Readable by its owner only; written whole or not at all. */
export async function writeDemo(dir: string, demo: DemoFile): Promise<void> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600); // a file that was there keeps its old mode
  await rename(`${path}.new`, path);
}
