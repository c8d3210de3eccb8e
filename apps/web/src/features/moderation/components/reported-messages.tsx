import { useState, type ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useTalk } from '../../matching/api/messages.js';
import { MessageBubble } from '../../matching/components/match-messages.js';
import { useZone } from '../../installation/api/installation.js';

/** What the two sides wrote, read when the moderator unfolds it: each look is written down. */
export function ReportedMessages({ match }: { match: string }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const query = useTalk(match, { enabled: open, live: false });
  return (
    <details className="fold-messages gap-top-3" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('messages:readReported')}</summary>
      {open && (
        <Loaded query={query} bones={<Bones rows={2} />}>
          {(talk) => (
            <div className="talk">
              {talk.items.map((message) => (
                <div
                  key={message.id}
                  className={`talk-reported${message.from === 'organization' ? ' talk-right' : ''}`}
                >
                  <MessageBubble
                    message={message}
                    name={t(`messages:from.${message.from}`)}
                    mine={message.from === 'organization'}
                  />
                  {message.reports.map((report) => (
                    <p key={report.at} className="small warn">
                      {t('messages:reportedBy', {
                        from: t(`messages:from.${report.from}`),
                        time: dayTime(report.at, zone),
                      })}{' '}
                      {report.reason}
                    </p>
                  ))}
                </div>
              ))}
            </div>
          )}
        </Loaded>
      )}
    </details>
  );
}
