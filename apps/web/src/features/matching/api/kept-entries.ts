import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { Problem } from '../../../lib/api.js';
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

const KEY = 'lepta:hand-overs';
const AGAIN_MS = 20_000;
const listeners = new Set<() => void>();
const NONE: readonly KeptEntry[] = [];
/** Where storage is barred it lives as long as the page. */
let inMemory: readonly KeptEntry[] | null = null;
let seen: { text: string; entries: readonly KeptEntry[] } = { text: '', entries: NONE };

function kept(): readonly KeptEntry[] {
  if (inMemory) return inMemory;
  try {
    const text = localStorage.getItem(KEY) ?? '';
    if (text !== seen.text) seen = { text, entries: text === '' ? NONE : (JSON.parse(text) as KeptEntry[]) };
    return seen.entries;
  } catch {
    return NONE;
  }
}

function keep(entries: readonly KeptEntry[]): void {
  try {
    if (entries.length > 0) localStorage.setItem(KEY, JSON.stringify(entries));
    else localStorage.removeItem(KEY);
  } catch {
    inMemory = entries;
  }
  for (const tell of listeners) tell();
}

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

/** Sends all that waits for this person, one after another. What the server refuses stays listed with its code, until somebody looks at that match. */
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

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('storage', tell); // another tab has sent it
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

/** The deliveries that were loaded on this device and wait to be sent. */
export function useKeptLegs(): readonly string[] {
  const entries = useSyncExternalStore(subscribe, kept, () => NONE);
  return entries.flatMap(({ leg }) => (leg === undefined ? [] : [leg]));
}

/** Whether what was entered for this match still waits. */
export const useIsKept = (match: string): boolean =>
  useSyncExternalStore(subscribe, kept, () => NONE).some((one) => one.match === match);

/** What waits on this device; goes out when the connection is back, and again every now and then. */
export function useKeptEntries(
  person: string | undefined,
  refused: (one: KeptEntry, problem: Problem) => void,
): readonly KeptEntry[] {
  const client = useQueryClient();
  const entries = useSyncExternalStore(subscribe, kept, () => NONE);
  const waiting = entries.some((one) => one.person === person);
  const told = useEffectEvent(refused);
  useEffect(() => {
    if (!person || !waiting) return undefined;
    const go = (): void =>
      void sendKept(person, (one, problem) => told(one, problem)).then(() =>
        client.invalidateQueries({ queryKey: ['matches'] }),
      );
    const again = setInterval(go, AGAIN_MS);
    window.addEventListener('online', go);
    go();
    return () => {
      clearInterval(again);
      window.removeEventListener('online', go);
    };
  }, [person, waiting, client]);
  return entries.filter((one) => one.person === person);
}
