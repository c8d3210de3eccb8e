import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { useAction } from '../../../lib/action.js';
import { day, localDate, timeOf } from '../../../lib/dates.js';
import { basePath, currentLocale } from '../../../lib/locale.js';
import { typograph } from '../../../lib/typograph.js';
import { hasWords, t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
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
  const zone = useZone();
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
          {[hasWords(about) && t(about), timeOf(told.createdAt, zone)].filter(Boolean).join(' · ')}
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

function dayWords(date: string, zone: string | undefined): string {
  const daysAgo = (days: number): string => localDate(new Date(Date.now() - days * 86_400_000).toISOString(), zone);
  if (date === daysAgo(0)) return t('notifications:today');
  return date === daysAgo(1) ? t('notifications:yesterday') : day(date, zone);
}

function daysOf(told: readonly Told[], zone: string | undefined): [date: string, lines: Told[]][] {
  const days = new Map<string, Told[]>();
  for (const one of told) {
    const date = localDate(one.createdAt, zone);
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days];
}

/** What a person was told, newest first, by the days of the region. */
export function ToldList({ told }: { told: readonly Told[] }): ReactNode {
  const zone = useZone();
  const days = daysOf(told, zone);
  return (
    <>
      {days.map(([date, lines]) => (
        <section key={date} className="notice-day" aria-labelledby={`day-${date}`}>
          <h2 className="h-dense" id={`day-${date}`}>
            {dayWords(date, zone)}
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
