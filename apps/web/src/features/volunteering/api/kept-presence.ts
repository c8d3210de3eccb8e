import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { newKey, post, Problem } from '../../../lib/api.js';

/** That somebody came or left, noted on this device until the server has heard it. */
export interface Presence {
  id: string;
  /** Whose note it is: nobody else sends it from this device. */
  person: string;
  signUp: string;
  shift: string;
  /** What they were at, for the list of what waits. */
  what: string;
  step: 'check-in' | 'check-out';
  at: string;
  body: { code?: string; position?: { lat: number; lon: number; accuracy: number } };
  /** The moment was said by a person, and is not that of the press. */
  said?: boolean;
  /** It has gone out once, and nobody knows whether it was heard: until then the page that sends it tells how it went. */
  tried?: boolean;
}

const KEY = 'lepta:presence';
const AGAIN_MS = 20_000;
const listeners = new Set<() => void>();
const NONE: readonly Presence[] = [];
/** Where storage is barred it lives as long as the page. */
let inMemory: readonly Presence[] | null = null;
let seen: { text: string; all: readonly Presence[] } = { text: '', all: NONE };

function kept(): readonly Presence[] {
  if (inMemory) return inMemory;
  try {
    const text = localStorage.getItem(KEY) ?? '';
    if (text !== seen.text) seen = { text, all: text === '' ? NONE : (JSON.parse(text) as Presence[]) };
    return seen.all;
  } catch {
    return NONE;
  }
}

function keep(all: readonly Presence[]): void {
  try {
    if (all.length > 0) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
  } catch {
    inMemory = all;
  }
  for (const tell of listeners) tell();
}

/** The server takes its own clock for what it hears at once; a moment is said only of what was kept, or by a person. Said twice it is one by what it says, so each try has a key of its own. */
const send = ({ signUp, step, body, at, said }: Presence, late: boolean): Promise<unknown> =>
  post(`/sign-ups/${signUp}/${step}`, late || said ? { ...body, at } : body, newKey());

type Heard = ReadonlyMap<string, 'sent' | Problem>;

/** Sends what waits in the order in which it was: whoever has not come cannot have left. Stops at the first of which nobody knows whether it was heard. */
async function sendAll(person: string, own: string | null): Promise<Heard> {
  const heard = new Map<string, 'sent' | Problem>();
  for (const one of kept().filter(({ person: whose }) => whose === person)) {
    try {
      await send(one, one.id !== own);
      heard.set(one.id, 'sent');
    } catch (error) {
      if (!(error instanceof Problem) || error.undecided || error.status === 401) {
        keep(kept().map((each) => (each.person === person ? { ...each, tried: true } : each))); // what waits behind it waits too
        break;
      }
      heard.set(one.id, error);
    }
    keep(kept().filter(({ id }) => id !== one.id));
  }
  return heard;
}

let running: Promise<unknown> = Promise.resolve();
/** One after another, also where two pages of this tab ask for it. */
function flush(person: string, own: string | null = null): Promise<Heard> {
  const next = running.then(() => sendAll(person, own));
  running = next.catch(() => undefined);
  return next;
}

/** Keeps it first, then sends it. `kept`: it goes by itself when there is a connection. @throws Problem that the server decided: then it is kept no longer */
export async function notePresence(one: Presence): Promise<'sent' | 'kept'> {
  keep([...kept().filter(({ id }) => id !== one.id), one]);
  const outcome = (await flush(one.person, one.id)).get(one.id);
  if (outcome instanceof Problem) throw outcome;
  return outcome ?? 'kept';
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('storage', tell); // another tab has sent it
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

/** What waits of this sign-up, in the order in which it was noted. */
export const useKeptOf = (signUp: string): readonly Presence[] =>
  useSyncExternalStore(subscribe, kept, () => NONE).filter((one) => one.signUp === signUp && one.tried);

/** What waits on this device; goes out when the connection is back, and again every now and then. */
export function useKeptPresence(
  person: string | undefined,
  refused: (one: Presence, problem: Problem) => void,
): readonly Presence[] {
  const client = useQueryClient();
  const all = useSyncExternalStore(subscribe, kept, () => NONE);
  const waiting = all.filter((one) => one.person === person);
  const waits = waiting.length > 0;
  const told = useEffectEvent(refused);
  useEffect(() => {
    if (!person || !waits) return undefined;
    const go = async (): Promise<void> => {
      if (!navigator.onLine) return;
      const before = kept();
      const heard = await flush(person);
      for (const one of before) {
        const outcome = heard.get(one.id);
        if (outcome instanceof Problem) told(one, outcome);
      }
      if (heard.size > 0) await client.invalidateQueries({ queryKey: ['shifts'] });
    };
    const again = setInterval(() => void go(), AGAIN_MS);
    const now = (): void => void go();
    window.addEventListener('online', now);
    now();
    return () => {
      clearInterval(again);
      window.removeEventListener('online', now);
    };
  }, [person, waits, client]);
  return waiting.filter(({ tried }) => tried);
}
