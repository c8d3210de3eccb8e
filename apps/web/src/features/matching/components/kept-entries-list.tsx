import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useKeptEntries, type KeptEntry } from '../api/kept-entries.js';

/** Hand-overs that were entered without a connection, until they have gone out; and those that the server did not take, with why. */
export function KeptEntries({ person }: { person: string | undefined }): ReactNode {
  const [refused, setRefused] = useState<{ one: KeptEntry; problem: Problem }[]>([]);
  const waiting = useKeptEntries(person, (one, problem) => setRefused((before) => [...before, { one, problem }]));
  if (waiting.length === 0 && refused.length === 0) return null;
  return (
    <Notice look={refused.length > 0 ? 'bad' : 'wait'} role="status">
      {waiting.length > 0 && <p className="strong">{t('handover:waiting', { count: waiting.length })}</p>}
      <ul data-kept={waiting.length}>
        {waiting.map(({ entry, what, match }) => (
          <li key={entry.id}>
            <Link to="/handovers/$id" params={{ id: match }}>
              {what}
            </Link>
            , {dayTime(entry.at)}
          </li>
        ))}
        {refused.map(({ one, problem }) => (
          <li key={one.entry.id}>
            <Link to="/handovers/$id" params={{ id: one.match }}>
              {one.what}
            </Link>
            : {problem.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
