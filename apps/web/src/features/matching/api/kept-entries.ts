import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../../lib/api.js';
import { keptList, useSendAgain } from '../../../lib/kept-list.js';
import { enterHandOver, pickUp, type Entry, type Loading } from './hand-over.js';

/** An entry that waits for a connection on this device, and whose it is. */
export interface KeptEntry {
  person: string;
  match: string;
  what: string;
  entry: Entry | Loading;
  /** Of a driver who loads it: the delivery, and the trip whose page says so. */
  leg?: string;
  trip?: string;
}

const list = keptList<KeptEntry>('lepta:hand-overs');
const { all: kept, keep } = list;

const without = (id: string): void => keep(kept().filter(({ entry }) => entry.id !== id));

/** `kept`: nobody knows whether the server heard it; it goes again by itself. */
export type Sent = 'entered' | 'kept';

/** On their way now: none is sent twice at once. */
const going = new Set<string>();

/** Keeps it first, then sends it. @throws Problem that the server decided: then it is kept no longer */
export async function sendEntry(one: KeptEntry): Promise<Sent> {
  going.add(one.entry.id);
  keep([...kept().filter(({ entry }) => entry.id !== one.entry.id), one]);
  try {
    await (one.leg === undefined ? enterHandOver(one.match, one.entry as Entry) : pickUp(one.leg, one.entry));
  } catch (error) {
    if (!(error instanceof Problem) || error.undecided || error.status === 401) return 'kept';
    without(one.entry.id);
    throw error;
  } finally {
    going.delete(one.entry.id);
  }
  without(one.entry.id);
  return 'entered';
}

let sending = false;

/** Sends all that waits for this person, one after another. What the server refuses stays listed with its code, until a person looks at that match. */
async function sendKept(person: string, refused: (one: KeptEntry, problem: Problem) => void): Promise<void> {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const one of kept().filter(({ person: whose, entry }) => whose === person && !going.has(entry.id))) {
      await sendEntry(one).catch((error: unknown) => {
        if (error instanceof Problem) refused(one, error);
      });
    }
  } finally {
    sending = false;
  }
}

/** The deliveries that were loaded on this device and wait to be sent. */
export function useKeptLegs(): readonly string[] {
  return list.useAll().flatMap(({ leg }) => (leg === undefined ? [] : [leg]));
}

/** Whether what was entered for this match still waits. */
export const useIsKept = (match: string): boolean => list.useAll().some((one) => one.match === match);

/** What waits on this device; goes out when the connection is back, and again every now and then. */
export function useKeptEntries(
  person: string | undefined,
  refused: (one: KeptEntry, problem: Problem) => void,
): readonly KeptEntry[] {
  const client = useQueryClient();
  const waiting = list.useAll().filter((one) => one.person === person);
  useSendAgain(person !== undefined && waiting.length > 0, () => {
    if (person !== undefined)
      void sendKept(person, refused).then(() => client.invalidateQueries({ queryKey: ['matches'] }));
  });
  return waiting;
}
