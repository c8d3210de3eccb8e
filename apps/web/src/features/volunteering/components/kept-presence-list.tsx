import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import type { Problem } from '../../../lib/api.js';
import { dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useKeptPresence, type Presence } from '../api/kept-presence.js';

/** What was noted without a connection, until it has gone out; and what the server did not take, with why. */
export function KeptPresence({ person }: { person: string | undefined }): ReactNode {
  const zone = useZone();
  const [refused, setRefused] = useState<{ one: Presence; problem: Problem }[]>([]);
  const waiting = useKeptPresence(person, (one, problem) => setRefused((before) => [...before, { one, problem }]));
  if (waiting.length === 0 && refused.length === 0) return null;
  const named = ({ what, shift }: Presence): ReactNode => (
    <Link to="/shifts/$id" params={{ id: shift }}>
      {typograph(what)}
    </Link>
  );
  return (
    <Notice look={refused.length > 0 ? 'bad' : 'wait'} role="status">
      {waiting.length > 0 && <p className="strong">{t('presence:waiting', { count: waiting.length })}</p>}
      <ul data-kept-presence={waiting.length}>
        {waiting.map((one) => (
          <li key={one.id}>
            {named(one)}, {t(`presence:step.${one.step}`, { at: dayTime(one.at, zone) })}
          </li>
        ))}
        {refused.map(({ one, problem }) => (
          <li key={one.id}>
            {named(one)}, {t(`presence:step.${one.step}`, { at: dayTime(one.at, zone) })}: {problem.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
