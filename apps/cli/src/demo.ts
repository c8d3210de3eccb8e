import { readDemo, writeDemo, type DemoFile } from '#host';

/** What `.lepta/demo.json` says: where the installation is, and one sign-in for each role where a demo region was seeded. */
export interface Demo {
  readonly url: string;
  readonly signIns: Partial<DemoFile['signIns']>;
}

/** The sign-ins of a demo region that is there; none for an installation without one. */
export async function knownDemo(dir: string): Promise<Demo['signIns']> {
  return (await readDemo(dir))?.signIns ?? {};
}

/** Programs wait for this file, so it is written when everything answers. */
export async function publishDemo(dir: string, demo: Demo): Promise<void> {
  await writeDemo(dir, demo as DemoFile);
}
