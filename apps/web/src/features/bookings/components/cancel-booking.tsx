import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { cancelBooking, type Booking } from '../api/bookings.js';

/** One's own is given back with a press and a second one; another's with the reason that they will read. */
export function CancelBooking({ booking }: { booking: Booking }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const action = useAction(cancelBooking, { refresh: ['bookings'], onDone: () => setOpen(false) });
  if (!booking.can.includes('cancel')) return null;
  if (!open)
    return (
      <Button look="plain" size="dense" onClick={() => setOpen(true)}>
        {t('bookings:cancel')}
      </Button>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ booking: booking.id, reason: reason || null });
      }}
    >
      {!booking.own && (
        <TextField
          label={t('bookings:reason')}
          hint={t('bookings:reasonHint')}
          required
          maxLength={300}
          value={reason}
          error={action.error('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="no" size="dense" busy={action.busy}>
          {t('bookings:cancelGo')}
        </Button>
        <Button look="plain" size="dense" onClick={() => setOpen(false)}>
          {t('bookings:keep')}
        </Button>
      </div>
    </form>
  );
}
