import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../components/button.js';
import { Icon } from '../components/marks.js';
import { clock, dateIn, dayTime, localDate } from '../lib/dates.js';
import { shownAnew, useKeptSince } from '../lib/kept-answers.js';
import { useOffline, type Offline } from '../lib/online.js';
import { t } from '../lib/words.js';

const TRY_AGAIN_MS = 20_000;

/** Asks for everything anew. What was shown from memory is no news for a page that is opened later either. */
async function askAnew(client: QueryClient): Promise<void> {
  const since = Date.now();
  client.removeQueries({ type: 'inactive' });
  await client.invalidateQueries();
  shownAnew(since);
}

/** While something on the screen comes from memory, the server is asked again: at once when the connection is back, else from time to time. */
function useAskingAnew(kept: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!kept) return;
    const ask = (): void => void askAnew(client);
    const timer = setInterval(() => navigator.onLine && ask(), TRY_AGAIN_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [client, kept]);
}

let keeping = false;

/** From the first sign-in on the browser keeps the last seen pages. Answers what takes a newer version over, once there is one. */
function useKeptPages(signedIn: boolean): (() => void) | null {
  const client = useQueryClient();
  const [take, setTake] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!signedIn || keeping) return;
    keeping = true;
    void import('../offline/register.js')
      .then(({ keepPages }) =>
        keepPages({
          onKeeping: () => void client.refetchQueries({ type: 'active' }),
          onNewer: (newer) => setTake(() => newer),
        }),
      )
      .catch(() => {
        keeping = false;
      });
  }, [client, signedIn]);
  return take;
}

/** When this browser kept it, on its own clock. */
function keptWords(offline: Offline | null, kept: number | null): string | null {
  if (kept !== null) {
    const at = new Date(kept);
    const today = localDate(at.toISOString(), undefined) === dateIn(0);
    return t(offline ? 'bar.offlineKept' : 'bar.downKept', {
      time: today ? clock(at) : dayTime(at.toISOString(), undefined),
    });
  }
  if (!offline) return null;
  return offline.since ? t('offline', { time: clock(offline.since) }) : t('bar.offline');
}

function Bar({ icon, children }: { icon: string; children: ReactNode }): ReactNode {
  return (
    <div className="offline">
      <div className="wrap row row-wrap">
        <Icon name={icon} />
        {children}
      </div>
    </div>
  );
}

/** Over everything: that there is no connection and of which hour is what is shown, that nothing can be written now, that there is a newer version. */
export function Bars({ signedIn, paused }: { signedIn: boolean; paused: boolean }): ReactNode {
  const kept = useKeptSince();
  const said = keptWords(useOffline(), kept);
  const take = useKeptPages(signedIn);
  useAskingAnew(kept !== null);
  return (
    <div role="status">
      {said && (
        <Bar icon="alert">
          <span className="grow">{said}</span>
        </Bar>
      )}
      {paused && (
        <Bar icon="clock">
          <span className="grow">{t('paused')}</span>
        </Bar>
      )}
      {take && (
        <Bar icon="info">
          <span className="grow">{t('bar.newer')}</span>
          <Button size="dense" onClick={take}>
            {t('bar.take')}
          </Button>
        </Bar>
      )}
    </div>
  );
}
