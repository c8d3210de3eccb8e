import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day, dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { endOtherSessions, endSession, useOwnSessions, type OwnSession } from '../api/account.js';

function SessionLine({ session }: { session: OwnSession }): ReactNode {
  const zone = useZone();
  const action = useAction(endSession, { refresh: ['own-sessions'] });
  return (
    <li className="row between row-wrap">
      <div>
        <p className="strong">{session.device ?? t('identity:security.unknownDevice')}</p>
        <p className="small muted">
          {t('identity:security.since', { at: dayTime(session.signedInAt, zone), seen: day(session.lastSeen, zone) })}
        </p>
      </div>
      {session.current ? (
        <Tag look="good">{t('identity:security.here')}</Tag>
      ) : (
        <Button size="dense" busy={action.busy} onClick={() => void action.run(session.id)}>
          {t('identity:security.end')}
        </Button>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** Where one is signed in; family of browser and system, no more is kept. */
export function OwnSessions(): ReactNode {
  const query = useOwnSessions();
  const others = useAction(endOtherSessions, { refresh: ['own-sessions'] });
  return (
    <section className="sec" aria-labelledby="sessions">
      <div className="sec-h">
        <h2 className="h-block" id="sessions">
          {t('identity:security.sessions')}
        </h2>
        {(query.data?.items.length ?? 0) > 1 && (
          <Button size="dense" look="no" busy={others.busy} onClick={() => void others.run(undefined)}>
            {t('identity:security.endOthers')}
          </Button>
        )}
      </div>
      <ProblemNotice problem={others.problem} />
      <div className="sheet pad-l">
        <Loaded query={query}>
          {({ items }) => (
            <ul className="lines">
              {items.map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
            </ul>
          )}
        </Loaded>
        <p className="small muted gap-top-4">{t('identity:security.sessionsText')}</p>
      </div>
    </section>
  );
}
