import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { renewByLink, useRenewal, type Renewal } from '../api/needs.js';

function Asked({ renewal, token }: { renewal: Renewal; token: string }): ReactNode {
  const zone = useZone();
  const [done, setDone] = useState<Renewal | null>(null);
  const action = useAction(renewByLink, { refresh: ['needs'], onDone: setDone });
  const { need } = done ?? renewal;
  return (
    <>
      <div className="sheet pad">
        <p className="strong">{typograph(need.title)}</p>
        <p className="small muted gap-top-1">
          {t('needsDesk:renewal.line', { organization: need.organization.shortName, day: day(need.deadline, zone) })}
        </p>
      </div>
      {done ? (
        <>
          <Notice look="good" role="status">
            <p>{t('needsDesk:renewal.done', { day: day(need.freshUntil ?? need.deadline, zone) })}</p>
          </Notice>
          <p>
            <Link className="btn btn-quiet" to="/needs/$id" params={{ id: need.id }}>
              {t('needsDesk:renewal.open')}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{t('needsDesk:renewal.ask')}</p>
          <p>
            <Button look="main" size="large" busy={action.busy} onClick={() => void action.run(token)}>
              {t('needsDesk:renewal.go')}
            </Button>
          </p>
        </>
      )}
      <ProblemNotice problem={action.problem} />
    </>
  );
}

/** One press renews a need, without signing in: the link of the reminder is the proof, and opening it alone does nothing. */
export function RenewPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const query = useRenewal(token);
  return (
    <div className="wrap page-sign">
      <PageHead title={t('needsDesk:renewal.title')} />
      <h1 className="h-page">{t('needsDesk:renewal.title')}</h1>
      <div className="stack gap-top-6">
        {token ? (
          <Loaded query={query}>{(renewal) => <Asked renewal={renewal} token={token} />}</Loaded>
        ) : (
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
