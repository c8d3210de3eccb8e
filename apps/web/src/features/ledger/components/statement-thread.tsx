import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import type { StatementEntry, StatementMatch } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { hasWords, t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useThread } from '../api/statements.js';

/** An entry in words: what moved, and how it stands. */
export function entryName({ kind, state }: Pick<StatementEntry, 'kind' | 'state'>): string {
  const said = `statement:entry.${state === 'posted' ? kind : state}`;
  return hasWords(said) ? t(said) : t('statement:entry.other');
}

/** All entries of one match in order, whatever the period; a correction is a line of its own. */
export function StatementThread({
  id,
  match,
  timeZone,
  organization,
}: {
  id: string;
  match: StatementMatch | undefined;
  timeZone: string;
  organization: string | undefined;
}): ReactNode {
  const thread = useThread(id, organization);
  const amounts = useAmounts();
  return (
    <div className="statement-thread">
      <Loaded query={thread}>
        {(entries) => (
          <ol className="thread">
            {entries.map((entry, index) => (
              <li
                key={`${entry.id} ${entry.state}`}
                className={index === entries.length - 1 ? 'is-end' : undefined}
                data-entry={entry.kind}
              >
                <span className="dot" />
                <span className="what">
                  {entryName(entry)}, {amounts.say(entry.amount, entry.unit)}
                </span>
                <time dateTime={entry.at}>{dayTime(entry.at, timeZone)}</time>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <p className="small statement-ways">
        {match?.need && (
          <Link to="/needs/$id" params={{ id: match.need.id }}>
            {t('statement:toNeed', { number: String(match.need.number) })}
          </Link>
        )}
        {match && (
          <Link to="/organizations/$id" params={{ id: match.organization.id }} search={{}}>
            {match.organization.shortName}
          </Link>
        )}
        <Link to="/matches/$id" params={{ id }}>
          {t('statement:toMatch')}
        </Link>
      </p>
    </div>
  );
}
