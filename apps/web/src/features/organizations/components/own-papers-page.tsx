import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { OwnRoom } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useZone } from '../../installation/api/installation.js';
import { newCheckCode, shareCheck, useOwnChecks, type OwnChecks, type PaperCheck } from '../api/papers.js';

function CheckLine({ check }: { check: PaperCheck }): ReactNode {
  const zone = useZone();
  const action = useAction(shareCheck, { refresh: ['checks'] });
  return (
    <li data-check={check.status}>
      <div className="row between row-wrap">
        <div>
          <p className="strong break">{check.organization.shortName}</p>
          <p className="small muted break">
            {t(`organizations:papers.kind.${check.paper}`)}.{' '}
            {t('organizations:papers.seen', { day: day(check.seenOn, 'UTC'), by: check.seenBy.name })}{' '}
            {t('organizations:papers.until', { day: day(check.validUntil, zone) })}
          </p>
        </div>
        <Tag look={check.status === 'valid' ? 'good' : check.status === 'expired' ? 'warn' : ''}>
          {t(`organizations:papers.status.${check.status}`)}
        </Tag>
      </div>
      {check.can.includes('share') && (
        <label className="check gap-top-2">
          <input
            type="checkbox"
            checked={check.forAll}
            disabled={action.busy}
            onChange={(event) => void action.run({ id: check.id, forAll: event.target.checked })}
          />
          <span>{t('organizations:papers.share')}</span>
        </label>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** What a person shows an organization together with the papers. */
function Code({ code }: Pick<OwnChecks, 'code'>): ReactNode {
  const zone = useZone();
  const action = useAction(newCheckCode, { refresh: ['checks'] });
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="code">
      <h2 className="h-block" id="code">
        {t('organizations:papers.myCode')}
      </h2>
      <p className="small muted gap-top-2">{t('organizations:papers.myCodeText')}</p>
      {code && (
        <p className="gap-top-4">
          <strong className="num" data-code>
            {code.code}
          </strong>{' '}
          <span className="small muted">{t('organizations:papers.codeUntil', { day: day(code.expiresAt, zone) })}</span>
        </p>
      )}
      <ProblemNotice problem={action.problem} />
      <p className="gap-top-4">
        <Button look={code ? 'plain' : 'main'} busy={action.busy} onClick={() => void action.run(undefined)}>
          {t(code ? 'organizations:papers.anotherCode' : 'organizations:papers.getCode')}
        </Button>
      </p>
    </section>
  );
}

/** What organizations have recorded about the reader's papers. */
export function OwnPapersPage(): ReactNode {
  const { data: session } = useSession();
  const query = useOwnChecks(Boolean(session));
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  return (
    <OwnRoom>
      <PageHead title={t('organizations:papers.mine')} />
      <nav aria-label={t('nav.path')}>
        <ol className="crumbs">
          <li>
            <Link to="/me">{t('offers:account')}</Link>
          </li>
        </ol>
      </nav>
      <header className="page-head">
        <h1 className="h-page">{t('organizations:papers.mine')}</h1>
        <p className="lead">{t('organizations:papers.mineLead')}</p>
      </header>
      <Loaded query={query}>
        {(own) => (
          <>
            {own.items.length > 0 ? (
              <ul className="sheet pad lines">
                {own.items.map((check) => (
                  <CheckLine key={check.id} check={check} />
                ))}
              </ul>
            ) : (
              <Empty title={t('organizations:papers.mineNone')}>
                <p>{t('organizations:papers.mineNoneText')}</p>
              </Empty>
            )}
            <Code code={own.code} />
          </>
        )}
      </Loaded>
    </OwnRoom>
  );
}
