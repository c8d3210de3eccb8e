import type { ReactNode } from 'react';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import './ticket.css';

/** The number in the list, and the same as a picture: the coordinator finds them by either, also where nobody has a connection. */
export function TicketCode({ shift, signUp }: { shift: Shift; signUp: SignUp }): ReactNode {
  return (
    <>
      <div className="ticket-code">
        {shift.ticketQr && (
          <img
            alt={t('volunteering:ticket.qr')}
            width={200}
            height={200}
            src={`data:image/svg+xml,${encodeURIComponent(shift.ticketQr.svg)}`}
          />
        )}
        <p>
          <span className="small">{t('volunteering:ticket.number')}</span>
          <br />
          <b className="num ticket-number">{signUp.number}</b>
        </p>
      </div>
      <p className="small">{t('volunteering:ticket.show')}</p>
    </>
  );
}
