import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useKeptEntries, type KeptEntry } from '../api/kept-entries.js';

function Page({ of: { trip, match, what } }: { of: KeptEntry }): ReactNode {
  return trip === undefined ? (
    <Link to="/handovers/$id" params={{ id: match }}>
      {what}
    </Link>
  ) : (
    <Link to="/trips/$id" params={{ id: trip }}>
      {what}
    </Link>
  );
}

/** Hand-overs that were entered without a connection, until they have gone out; and those that the server did not take, with why. */
export function KeptEntries({ person }: { person: string | undefined }): ReactNode {
  const zone = useZone();
  const [refused, setRefused] = useState<{ one: KeptEntry; problem: Problem }[]>([]);
  const waiting = useKeptEntries(person, (one, problem) => setRefused((before) => [...before, { one, problem }]));
  if (waiting.length === 0 && refused.length === 0) return null;
  return (
    <div tabIndex={-1} data-kept-entries>
      <Notice look={refused.length > 0 ? 'bad' : 'wait'} role="status">
        {waiting.length > 0 && <p className="strong">{t('handover:waiting', { count: waiting.length })}</p>}
        <ul data-kept={waiting.length}>
          {waiting.map((one) => (
            <li key={one.entry.id}>
              <Page of={one} />, {dayTime(one.entry.at, zone)}
            </li>
          ))}
          {refused.map(({ one, problem }) => (
            <li key={one.entry.id}>
              <Page of={one} />: {problem.message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
