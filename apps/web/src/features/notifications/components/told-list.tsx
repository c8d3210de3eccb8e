import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { useAction } from '../../../lib/action.js';
import { clock, dateIn, day, localDate } from '../../../lib/dates.js';
import { basePath, currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { hasWords, t } from '../../../lib/words.js';
import { readOne, type Told } from '../api/notifications.js';

const ICONS: Readonly<Record<string, string>> = {
  proposal: 'list',
  match: 'hand',
  reminder: 'clock',
  lapse: 'alert',
  receipt: 'check',
  decision: 'info',
  security: 'shield',
};
const REFRESH = ['notifications'];

/** A line leads to its page; the person who goes there has read it. The address comes from our own server, without the language. */
function ToldLine({ told }: { told: Told }): ReactNode {
  const router = useRouter();
  const read = useAction(readOne, { refresh: REFRESH });
  const address = basePath(currentLocale()).replace(/\/$/, '') + told.path;
  const about = `notifications:about.${told.kind}`;
  return (
    <li className={`notice-line${told.readAt ? '' : ' is-new'}`}>
      <span className="notice-icon">
        <Icon name={ICONS[told.kind] ?? 'info'} small />
      </span>
      <div className="grow">
        <a
          href={address}
          onClick={(event) => {
            if (!told.readAt) void read.run(told.id);
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            router.history.push(address);
          }}
        >
          {!told.readAt && <span className="sr">{t('notifications:unread')} </span>}
          {typograph(told.text)}
        </a>
        <p className="small muted">
          {[hasWords(about) && t(about), clock(new Date(told.createdAt))].filter(Boolean).join(' · ')}
        </p>
      </div>
      {!told.readAt && (
        <Button size="dense" look="plain" busy={read.busy} onClick={() => void read.run(told.id)}>
          {t('notifications:read')}
        </Button>
      )}
    </li>
  );
}

const dayOf = (told: Told): string => localDate(told.createdAt, Intl.DateTimeFormat().resolvedOptions().timeZone);

function dayWords(date: string, told: Told): string {
  if (date === dateIn(0)) return t('notifications:today');
  return date === dateIn(-1) ? t('notifications:yesterday') : day(told.createdAt);
}

function daysOf(told: readonly Told[]): [date: string, lines: Told[]][] {
  const days = new Map<string, Told[]>();
  for (const one of told) days.set(dayOf(one), [...(days.get(dayOf(one)) ?? []), one]);
  return [...days];
}

/** What a person was told, newest first, by the days of the reader's own clock. */
export function ToldList({ told }: { told: readonly Told[] }): ReactNode {
  const days = daysOf(told);
  return (
    <>
      {days.map(([date, lines]) => (
        <section key={date} className="notice-day" aria-labelledby={`day-${date}`}>
          <h2 className="h-dense" id={`day-${date}`}>
            {lines[0] && dayWords(date, lines[0])}
          </h2>
          <ul className="panel">
            {lines.map((one) => (
              <ToldLine key={one.id} told={one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
