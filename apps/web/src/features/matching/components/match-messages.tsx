import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Icon, Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Match, Message, Talk } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { readMessages, reportMessage, useTalk } from '../api/messages.js';
import type { Side } from './match-actions.js';
import { SayForm } from './message-form.js';

/** A message as it stands in the talk: what was said, who and when. */
export function MessageBubble({
  message,
  name,
  mine,
  onReport,
}: {
  message: Message;
  name: string;
  mine: boolean;
  onReport?: () => void;
}): ReactNode {
  const zone = useZone();
  const photo = message.photo;
  return (
    <div className={`msg${mine ? ' msg-me' : ''}`} data-message={message.id}>
      <p className={`pre break${message.removed ? ' muted' : ''}`}>
        {message.removed ? t('messages:removed') : message.text}
      </p>
      {photo?.urls && (
        <a href={photo.urls.large}>
          <img
            src={photo.urls.small}
            alt={photo.alt ?? t('messages:photoOf', { name })}
            loading="lazy"
            decoding="async"
          />
        </a>
      )}
      {photo && !photo.urls && <p className="tiny muted">{photo.reason ?? t('photos:waiting')}</p>}
      <small>
        {[name, dayTime(message.at, zone), ...(mine && message.read ? [t('messages:read')] : [])].join(', ')}
        {onReport && (
          <>
            {' '}
            ·{' '}
            <button type="button" className="msg-report" onClick={onReport}>
              {t('messages:report')}
            </button>
          </>
        )}
      </small>
    </div>
  );
}

/** Why a message is reported; who reports it learns what follows. */
function ReportForm({
  match,
  message,
  onClose,
}: {
  match: string;
  message: string;
  onClose: (sent: boolean) => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const action = useAction(reportMessage, { refresh: ['matches'], onDone: () => onClose(true) });
  const error = action.error('reason');
  return (
    <form
      className="prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ match, message, reason: reason.trim() });
      }}
    >
      <div className="reason-field">
        <AreaField
          label={t('messages:reportWhy')}
          hint={t('messages:reportHint')}
          autoFocus
          required
          rows={2}
          maxLength={1000}
          value={reason}
          error={error}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="submit" look="no" busy={action.busy}>
        {t('messages:reportSend')}
      </Button>
      <Button look="plain" onClick={() => onClose(false)}>
        {t('form.close')}
      </Button>
      <ProblemNotice problem={action.general} />
    </form>
  );
}

/** While the talk is on the screen, what came is read. */
function useReading(match: string, talk: Talk | undefined): void {
  const client = useQueryClient();
  const newest =
    talk && talk.unread > 0
      ? talk.items.findLast((message) => message.from !== talk.me && !message.removed)?.id
      : undefined;
  useEffect(() => {
    if (!newest || document.visibilityState !== 'visible') return;
    readMessages(match, newest).then(
      () => client.invalidateQueries({ queryKey: ['matches', 'messages', match] }),
      () => undefined,
    ); // it stays unread, and is tried again with the next one
  }, [client, match, newest]);
}

interface Props {
  match: Pick<Match, 'id' | 'need' | 'offer'>;
  side: Side;
  heading?: boolean;
}

/** The messages between the two sides of a match: what was said, a form where more can be said, and a way to a moderator. */
export function MatchMessages({ match, side, heading = true }: Props): ReactNode {
  const id = useId();
  const query = useTalk(match.id);
  const [reporting, setReporting] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  useReading(match.id, query.data);
  const other = side === 'donor' ? match.need.organization.shortName : match.offer.donor;
  const about = match.need.kind === 'money' ? 'money' : 'meeting';
  const close = (sent: boolean): void => {
    setReporting(null);
    if (sent) setSaid(t('messages:reported'));
  };
  return (
    <section
      className="match-messages"
      aria-labelledby={heading ? id : undefined}
      aria-label={heading ? undefined : t('messages:title')}
    >
      {heading && (
        <h2 className="h-block" id={id}>
          {t('messages:title')}
        </h2>
      )}
      <Loaded query={query} bones={<Bones rows={2} />}>
        {(talk) => (
          <>
            <div
              className="talk"
              role="log"
              aria-label={t('messages:title')}
              tabIndex={talk.items.length > 8 ? 0 : undefined}
            >
              {talk.items.map((message) => (
                <MessageBubble
                  key={message.id}
                  message={message}
                  mine={message.from === talk.me}
                  name={message.from === talk.me ? t('messages:you') : other}
                  onReport={
                    message.can.includes('report')
                      ? () => {
                          setSaid('');
                          setReporting(message.id);
                        }
                      : undefined
                  }
                />
              ))}
              {talk.items.length === 0 && (
                <p className="small muted">{t(talk.can.includes('send') ? 'messages:empty' : 'messages:closed')}</p>
              )}
            </div>
            {reporting && <ReportForm key={reporting} match={match.id} message={reporting} onClose={close} />}
            <p className={said ? 'small gap-top-2' : 'sr'} role="status">
              {said}
            </p>
            {talk.can.includes('send') && (
              <>
                <SayForm match={match.id} to={other} example={t(`messages:example.${about}`)} />
                <p className="hint">{t(`messages:hint.${about}`)}</p>
              </>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** The same, folded, on the card of a match; how many are new stands on the fold while something is still to be handed over. */
export function FoldedMessages({ match, side }: { match: Match; side: Side }): ReactNode {
  const [open, setOpen] = useState(false);
  const shown = match.acceptedAt !== null;
  const live = shown && match.endedAt === null && match.confirmedAt === null;
  const { data } = useTalk(match.id, { enabled: shown && (live || open), live });
  if (!shown) return null;
  return (
    <details className="fold-messages gap-top-4" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chat" small /> {t('messages:title')}
        {data && data.unread > 0 && (
          <>
            {' '}
            <Tag look="wait">{t('messages:unread', { count: data.unread })}</Tag>
          </>
        )}
      </summary>
      {open && <MatchMessages match={match} side={side} heading={false} />}
    </details>
  );
}
