import { useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, Tag } from '../../../components/marks.js';
import { timeOf, day, dayTime, dayParts, zoneDiffers, zoneName } from '../../../lib/dates.js';
import type { Session, Shift, SignUp } from '../../../lib/api-types.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

/**
 * «28 ноября, 10:00–13:00», or «в любое время до 28 ноября, 18:00», in the time of the place; its zone is named when the reader's clock differs.
 * @param known false where the reader's clock is not seen: on the server, and in the first picture that a browser takes over from it
 */
export function whenOf(shift: Pick<Shift, 'from' | 'until' | 'timeZone' | 'anyTime'>, known = true): string {
  const { from, until, timeZone } = shift;
  if (shift.anyTime)
    return t('volunteering:anyTime.until', {
      until: `${dayTime(until, timeZone)}${known && zoneDiffers(timeZone, until) ? ` ${zoneName(timeZone, until)}` : ''}`,
    });
  const days = day(from, timeZone) === day(until, timeZone) ? '' : `${day(until, timeZone)}, `;
  return `${day(from, timeZone)}, ${timeOf(from, timeZone)}–${days}${timeOf(until, timeZone)}${known && zoneDiffers(timeZone, from) ? ` ${zoneName(timeZone, from)}` : ''}`;
}

export function ShiftFacts({ shift }: { shift: Shift }): ReactNode {
  const places = useCatalogue('places');
  return (
    <p className="row row-wrap small need-facts">
      <span className="row row-fact">
        <Icon name="clock" small />
        {whenOf(shift, useHydrated())} ({shift.text})
      </span>
      <span className="row row-fact">
        <Icon name="pin" small />
        {shift.remote ? t('volunteering:remote') : placeName(places.get(shift.place), PENDING_NAME)}
      </span>
      <span className="row row-fact">
        <Icon name="people" small />
        {freeOf(shift)}
      </span>
    </p>
  );
}

/** The day as one sees it from afar. */
export function ShiftDay({ shift }: { shift: Shift }): ReactNode {
  const { number, month, weekday } = dayParts(shift.anyTime ? shift.until : shift.from, shift.timeZone);
  return (
    <p className="when" aria-hidden="true">
      {shift.anyTime && <span className="strong">{t('volunteering:anyTime.before')}</span>}
      <b>{number}</b>
      <span className="strong">
        {month}, {weekday}
      </span>
    </p>
  );
}

/** Whether this reader can sign up; of a visitor, whether it takes anybody at all. */
export const isOpenTo = (session: Session | null | undefined, { can, state }: Shift): boolean =>
  session ? can.includes('sign-up') : state === 'lacking' || state === 'full';

export function freeOf({ free, capacity, waiting }: Shift): string {
  return free > 0 ? t('volunteering:free', { free, capacity }) : t('volunteering:full', { waiting });
}

/** One drawn place each; the numbers stand in words beside it. */
export function Seats({ shift }: { shift: Shift }): ReactNode {
  if (shift.capacity > 60) return null;
  return (
    <p className="seats" aria-hidden="true">
      {Array.from({ length: shift.capacity }, (_, place) => (
        <i key={place} className={place < shift.capacity - shift.free ? '' : 'free'} />
      ))}
    </p>
  );
}

const LOOK = {
  signed_up: 'good',
  waiting: 'wait',
  checked_in: 'good',
  confirmed: 'good',
  cancelled: 'line',
  no_show: 'warn',
} as const;
/** Work without an hour is done where others are at the place. */
const statusOf = ({ status, checkedInBy }: SignUp): string =>
  status === 'checked_in' && checkedInBy === 'word' ? 'done' : status;
/** @param listed as it stands in the list of the organization */
export function SignUpTag({ signUp, listed = false }: { signUp: SignUp; listed?: boolean }): ReactNode {
  return (
    <Tag look={LOOK[signUp.status]}>
      {listed && (signUp.status === 'signed_up' || signUp.offeredUntil)
        ? t(signUp.offeredUntil ? 'volunteering:ticket.isOffered' : 'volunteering:ticket.isListed')
        : signUp.offeredUntil
          ? t('volunteering:offered')
          : t(`volunteering:status.${statusOf(signUp)}`)}
    </Tag>
  );
}
