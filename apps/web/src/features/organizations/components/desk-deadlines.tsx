import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bones } from '../../../components/states.js';
import type { Match, Need, Page } from '../../../lib/api-types.js';
import { day, localDate, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useAnswers } from '../../matching/api/desk.js';
import { useDueReports } from '../../reports/api/reports.js';
import { deadlinesOf, type Deadline } from '../deadlines.js';

/** So many are told; each has a page of its own with all of its kind. */
const SHOWN = 6;

function Way({ deadline: { kind, id, what }, org }: { deadline: Deadline; org: string }): ReactNode {
  const words = t(`organizations:deadlines.${kind}`, { what: typograph(what) });
  if (kind === 'answer')
    return (
      <Link to="/desk/$org/offers" params={{ org }} search={{ match: id }}>
        {words}
      </Link>
    );
  if (kind === 'pay')
    return (
      <Link to="/desk/$org/pledges" params={{ org }}>
        {words}
      </Link>
    );
  if (kind === 'confirm' || kind === 'agree' || kind === 'give')
    return (
      <Link to="/matches/$id" params={{ id }}>
        {words}
      </Link>
    );
  if (kind === 'report')
    return (
      <Link to="/desk/$org/reports/$need" params={{ org, need: id }}>
        {words}
      </Link>
    );
  return (
    <Link to="/needs/$id" params={{ id }}>
      {words}
    </Link>
  );
}

/** What is to be done by when, the nearest first; the days are those of the region. */
export function DeadlineList({
  deadlines: all,
  org,
  pending,
}: {
  deadlines: readonly Deadline[];
  org: string;
  /** Some of it is not known yet: nothing is said of what there is not. */
  pending: boolean;
}): ReactNode {
  const zone = useZone();
  if (!zone) return null;
  const deadlines = all.slice(0, SHOWN);
  const today = localDate(new Date().toISOString(), zone);
  return (
    <section className="panel" aria-labelledby="deadlines">
      <div className="panel-head">
        <h2 className="h-dense" id="deadlines">
          {t('organizations:deadlines.title')}
        </h2>
      </div>
      {deadlines.length === 0 && pending ? (
        <div className="panel-body">
          <Bones rows={2} height={24} />
        </div>
      ) : deadlines.length === 0 ? (
        <p className="panel-body small muted">{t('organizations:deadlines.none')}</p>
      ) : (
        <ul className="panel-body lines date-lines small">
          {deadlines.map((deadline) => {
            const date = localDate(deadline.at, zone);
            return (
              <li key={`${deadline.kind} ${deadline.id}`} data-deadline={deadline.kind}>
                <span className="break">
                  <Way deadline={deadline} org={org} />
                </span>
                <span className={`num nowrap${date <= today ? ' warn strong' : ''}`}>
                  {date === today
                    ? t('organizations:deadlines.today', { time: timeOf(deadline.at, zone) })
                    : day(deadline.at, zone)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Of an organization that asks for help. */
export function DeskDeadlines({
  org,
  needs,
  matches,
}: {
  org: string;
  needs: UseQueryResult<Page<Need>>;
  matches: UseQueryResult<Page<Match>>;
}): ReactNode {
  const waiting = useAnswers(org, 'waiting', undefined, true);
  const reports = useDueReports(org);
  const deadlines = deadlinesOf({
    answers: waiting.data?.pages.flatMap(({ items }) => items) ?? [],
    matches: matches.data?.items ?? [],
    needs: needs.data?.items ?? [],
    reports: reports.data ?? [],
  });
  const pending = [waiting, reports, needs, matches].some(({ isPending }) => isPending);
  return <DeadlineList deadlines={deadlines} org={org} pending={pending} />;
}
