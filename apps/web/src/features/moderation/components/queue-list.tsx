import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { day, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { mayDecide, type QueueView } from '../api/reviews.js';

const HOUR_MS = 3_600_000;

const hoursUntil = (iso: string): number => Math.floor((Date.parse(iso) - Date.now()) / HOUR_MS);

/** How long is left, in hours below two days: «через 5 ч», «ещё 4 дня», «просрочено». */
export function Due({ at }: { at: string }): ReactNode {
  const hours = hoursUntil(at);
  return (
    <span className={hours < 4 ? 'q-due warn' : 'q-due'} data-due={at}>
      {hours < 0
        ? t('moderation:due.over')
        : hours < 48
          ? t('moderation:due.hours', { count: hours })
          : t('moderation:due.days', { count: Math.floor(hours / 24) })}
    </span>
  );
}

const whoDecides = ({ hold }: Review, zone: string | undefined): string =>
  hold && !hold.mine
    ? t('moderation:hold.row', { name: hold.person.name, time: timeOf(hold.since, zone) })
    : t('moderation:others');

export const riskLook = (risk: number): string => (risk >= 60 ? 'risk risk-h' : risk >= 30 ? 'risk risk-m' : 'risk');

interface Props {
  items: readonly Review[];
  view: QueueView;
  /** Whose case stands beside the list. */
  shown: string | undefined;
  /** Decided, and not yet done. */
  going: string | undefined;
  onOpen: () => void;
}

/** One line for each case: its risk, what it is, and until when it is decided. */
export function QueueList({ items, view, shown, going, onOpen }: Props): ReactNode {
  const zone = useZone();
  return (
    <ul>
      {items.map((review) => (
        <li key={review.id}>
          <Link
            to="/moderation"
            search={{ ...view, case: review.id }}
            className={`q${review.id === shown ? ' is-on' : ''}${review.id === going ? ' is-going' : ''}${review.closedAt || mayDecide(review) ? '' : ' is-locked'}`}
            aria-current={review.id === shown ? 'true' : undefined}
            data-row={review.id}
            onClick={onOpen}
          >
            <span className={riskLook(review.risk)}>
              <span className="sr">{t('moderation:risk')} </span>
              {review.risk}
            </span>
            <span className="t">
              {typograph(review.subject.title) || t(`moderation:subject.${review.subject.type}`)}
            </span>
            <span className="why-line">
              {[
                t(`moderation:subject.${review.subject.type}`),
                review.id !== going && !review.closedAt && !mayDecide(review) ? whoDecides(review, zone) : undefined,
              ]
                .filter(Boolean)
                .join('\u00a0· ')}
              {'\u00a0· '}
              {review.id === going ? (
                t('moderation:going')
              ) : review.closedAt ? (
                t('moderation:returnedOn', { day: day(review.closedAt, zone) })
              ) : (
                <Due at={review.dueAt} />
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
