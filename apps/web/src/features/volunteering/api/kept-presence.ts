import { useQueryClient } from '@tanstack/react-query';
import { api, newKey, Problem } from '../../../lib/api.js';
import { keptList, useSendAgain } from '../../../lib/kept-list.js';

/** That a volunteer came or left, noted on this device until the server has heard it. */
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

const list = keptList<Presence>('lepta:presence');
const { all: kept, keep } = list;

/** The server takes its own clock for what it hears at once; a moment is said only of what was kept, or by a person. Said twice it is one by what it says, so each try has a key of its own. */
const send = ({ signUp, step, body, at, said }: Presence, late: boolean): Promise<unknown> =>
  api.post(`/sign-ups/{id}/${step}`, {
    path: { id: signUp },
    body: late || said ? { ...body, at } : body,
    key: newKey(),
  });

type Heard = ReadonlyMap<string, 'sent' | Problem>;

/** Sends what waits in the order in which it was: a volunteer who has not come cannot have left. Stops at the first of which nobody knows whether it was heard. */
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

/** What waits of this sign-up, in the order in which it was noted. */
export const useKeptOf = (signUp: string): readonly Presence[] =>
  list.useAll().filter((one) => one.signUp === signUp && one.tried);

/** What waits on this device; goes out when the connection is back, and again every now and then. */
export function useKeptPresence(
  person: string | undefined,
  refused: (one: Presence, problem: Problem) => void,
): readonly Presence[] {
  const client = useQueryClient();
  const waiting = list.useAll().filter((one) => one.person === person);
  const go = async (whose: string): Promise<void> => {
    if (!navigator.onLine) return;
    const before = kept();
    const heard = await flush(whose);
    for (const one of before) {
      const outcome = heard.get(one.id);
      if (outcome instanceof Problem) refused(one, outcome);
    }
    if (heard.size > 0) await client.invalidateQueries({ queryKey: ['shifts'] });
  };
  useSendAgain(person !== undefined && waiting.length > 0, () => void (person && go(person)));
  return waiting.filter(({ tried }) => tried);
}
