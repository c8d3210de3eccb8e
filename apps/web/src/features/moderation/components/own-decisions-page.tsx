import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { hasRole, useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useZone } from '../../installation/api/installation.js';
import { decidedWord } from './decision-words.js';
import { ModerationRoom } from './moderation-room.js';
import { useOwnDecisions, type OwnDecision } from '../api/appeals.js';

const route = getRouteApi('/moderation/mine');

/** What became of it since: an appeal, or a second signature that is still needed. */
function Since({ decision }: { decision: OwnDecision }): ReactNode {
  const { appeal, outcome, status, accountChange } = decision;
  if (appeal)
    return (
      <>
        <span className="strong">
          {t(`moderation:mine.appeal.${appeal.outcome ?? 'waiting'}`, { number: appeal.number })}
        </span>
        {appeal.answer && <span className="small muted">. {appeal.answer}</span>}
      </>
    );
  if (status === 'open' || status === 'escalated')
    return t(outcome === 'escalate' ? 'moderation:mine.passedOn' : 'moderation:mine.second');
  return (
    <span className="muted">
      {t(
        outcome === 'escalate'
          ? `moderation:mine.then.${status}`
          : outcome === 'approve' && accountChange && accountChange !== 'submitted'
            ? `moderation:mine.account.${accountChange}`
            : 'moderation:mine.stands',
      )}
    </span>
  );
}

function Row({ decision }: { decision: OwnDecision }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const { subject, needId, organization, arrived } = decision;
  const words = decidedWord(decision.outcome, subject.type, decision.objection);
  return (
    <tr data-decision={decision.outcome}>
      <td className="nowrap">
        <time dateTime={decision.at}>{dayTime(decision.at, zone)}</time>
      </td>
      <td>
        <span className="strong">
          {arrived ? t('moderation:mine.arrived', { words, amount: amounts.say(arrived.amount, arrived.unit) }) : words}
          {arrived &&
            arrived.lost > 0 &&
            t('moderation:mine.lost', { amount: amounts.say(arrived.lost, arrived.unit) })}
        </span>
      </td>
      <td>
        <span className="tiny muted">{t(`moderation:subject.${subject.type}`)}</span>
        <br />
        {needId ? (
          <Link to="/needs/$id" params={{ id: needId }}>
            {subject.title}
          </Link>
        ) : organization ? (
          <Link to="/organizations/$id" params={{ id: organization.id }} search={{}}>
            {subject.title}
          </Link>
        ) : (
          subject.title
        )}
      </td>
      <td className="break">{decision.reason}</td>
      <td>
        <Since decision={decision} />
      </td>
    </tr>
  );
}

/** `/moderation/mine`: what this moderator decided, and what became of it. */
export function OwnDecisionsPage(): ReactNode {
  const { cursor } = route.useSearch();
  const { data: session } = useSession();
  const may = hasRole(session, ['moderator', 'administrator']);
  const query = useOwnDecisions(cursor, may);
  if (session === null) return <SignInFirst />;
  if (!session) return <Bones rows={3} />;
  if (!may) return <NotFoundPage />;
  return (
    <ModerationRoom here="decisions">
      <div className="wrap-wide work-page">
        <PageHead title={t('moderation:mine.title')} />
        <div className="work-top">
          <div>
            <h1 className="h-work">{t('moderation:mine.title')}</h1>
            <p className="small muted">{t('moderation:mine.lead')}</p>
          </div>
        </div>
        <Loaded query={query} bones={<Bones rows={6} height={40} />}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty level={2} title={t('moderation:mine.none')}>
                <p>
                  <Link to="/moderation" search={{}}>
                    {t('moderation:mine.toQueue')}
                  </Link>
                </p>
              </Empty>
            ) : (
              <div className="sheet pad table-scroll" tabIndex={0} role="group" aria-label={t('moderation:mine.title')}>
                <table className="ledger ledger-dense ledger-lines">
                  <thead>
                    <tr>
                      {(['when', 'what', 'which', 'why', 'since'] as const).map((column) => (
                        <th key={column} scope="col">
                          {t(`moderation:mine.column.${column}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {page.items.map((decision) => (
                      <Row key={decision.id} decision={decision} />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
        <p className="row row-wrap gap-top-4">
          {query.data?.nextCursor && (
            <Link className="btn btn-quiet" to="/moderation/mine" search={{ cursor: query.data.nextCursor }}>
              {t('needs:more')}
            </Link>
          )}
          {cursor && (
            <Link className="btn btn-plain" to="/moderation/mine" search={{}}>
              {t('needs:fromStart')}
            </Link>
          )}
        </p>
      </div>
    </ModerationRoom>
  );
}
