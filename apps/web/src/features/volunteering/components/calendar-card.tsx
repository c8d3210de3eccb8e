import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { issueCalendar, revokeCalendar, useCalendar } from '../api/calendar.js';

/** The address once it is made; it can be copied or opened, and never shown again. */
function Issued({ url }: { url: string }): ReactNode {
  return (
    <Notice look="good" role="status">
      <TextField
        label={t('calendar:address')}
        hint={t('calendar:once')}
        readOnly
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <p className="gap-top-3">
        <a className="btn btn-quiet btn-dense" href={url.replace(/^https?:/, 'webcal:')}>
          {t('calendar:open')}
        </a>
      </p>
    </Notice>
  );
}

function State({
  since,
  url,
  onUrl,
}: {
  since: string | null;
  url: string | null;
  onUrl: (url: string | null) => void;
}): ReactNode {
  const zone = useZone();
  const [sure, setSure] = useState<'new' | 'revoke' | null>(null);
  const issue = useAction(issueCalendar, {
    refresh: ['calendar'],
    onDone: (answer) => {
      setSure(null);
      onUrl(answer.url);
    },
  });
  const revoke = useAction(revokeCalendar, {
    refresh: ['calendar'],
    onDone: () => {
      setSure(null);
      onUrl(null);
    },
  });
  return (
    <div className="stack" data-calendar={since ? 'issued' : 'none'}>
      {url && <Issued url={url} />}
      {since && !url && <p className="small">{t('calendar:since', { at: dayTime(since, zone) })}</p>}
      <div className="row row-wrap">
        {since === null ? (
          <Button busy={issue.busy} onClick={() => void issue.run(undefined)}>
            {t('calendar:go')}
          </Button>
        ) : (
          <>
            <Button size="dense" aria-expanded={sure === 'new'} onClick={() => setSure(sure === 'new' ? null : 'new')}>
              {t('calendar:renew')}
            </Button>
            <Button
              size="dense"
              look="no"
              aria-expanded={sure === 'revoke'}
              onClick={() => setSure(sure === 'revoke' ? null : 'revoke')}
            >
              {t('calendar:revoke')}
            </Button>
          </>
        )}
      </div>
      {sure && (
        <div className="prop-part stack">
          <p className="small">{t(`calendar:sure.${sure}`)}</p>
          <div className="row row-wrap">
            {sure === 'new' ? (
              <Button autoFocus busy={issue.busy} onClick={() => void issue.run(undefined)}>
                {t('calendar:renewGo')}
              </Button>
            ) : (
              <Button look="no" autoFocus busy={revoke.busy} onClick={() => void revoke.run(undefined)}>
                {t('calendar:revokeGo')}
              </Button>
            )}
            <Button look="plain" onClick={() => setSure(null)}>
              {t('form.close')}
            </Button>
          </div>
        </div>
      )}
      <ProblemNotice problem={issue.problem ?? revoke.problem} />
    </div>
  );
}

/** One's shifts in the calendar of a phone: whether it has an address, a new one, none. */
export function CalendarCard(): ReactNode {
  const [url, setUrl] = useState<string | null>(null);
  const calendar = useCalendar();
  return (
    <section className="sheet pad stack" aria-labelledby="calendar">
      <h2 className="h-block" id="calendar">
        {t('calendar:title')}
      </h2>
      <p className="small">{t('calendar:text')}</p>
      <Loaded query={calendar}>{({ since }) => <State since={since} url={url} onUrl={setUrl} />}</Loaded>
    </section>
  );
}
