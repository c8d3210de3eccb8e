import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MyShift } from '../../../lib/api-types.js';
import { localDate } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useShift } from '../api/shifts.js';
import { whenOf } from './shift-parts.js';
import { TicketCode } from './ticket-code.js';

/** The first of these that is today by the clock of its place, or is going on, and has a ticket. */
export const ticketOfToday = (mine: readonly MyShift[]): MyShift | undefined =>
  mine.find(({ status, at }) => {
    const today = localDate(new Date().toISOString(), at.timeZone);
    return (
      status === 'signed_up' &&
      !at.anyTime &&
      localDate(at.from, at.timeZone) <= today &&
      today <= localDate(at.until, at.timeZone)
    );
  });

/** The ticket of today's shift on the page of one's own: number and picture at once, the rest one press away. */
export function TodayTicket({ mine }: { mine: MyShift }): ReactNode {
  const { at } = mine;
  const whole = useShift(mine.shift).data ?? at; // a list has no picture of the code
  return (
    <section className="shift-ticket mine-ticket" aria-labelledby="today" data-today={mine.shift}>
      <p className="small">{t('volunteering:ticket.today', { when: whenOf(at) })}</p>
      <h2 className="h-block gap-top-1" id="today">
        {typograph(at.need.title)}
      </h2>
      <TicketCode shift={whole} signUp={mine} />
      <p className="gap-top-3">
        <Link className="btn btn-quiet" to="/me/shifts/$id" params={{ id: mine.shift }}>
          {t(mine.can.includes('say-late') ? 'volunteering:ticket.openOrLate' : 'volunteering:ticket.open')}
        </Link>
      </p>
    </section>
  );
}
