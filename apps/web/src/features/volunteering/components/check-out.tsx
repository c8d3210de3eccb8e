import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { clockOf, instantIn, localDate, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useNote } from './check-in.js';

/** «13:00» of the place as an instant of the shift: after midnight where the shift goes on into the next day. */
function momentOf(time: string, { from, until, timeZone }: Shift): string {
  const days = localDate(from, timeZone) === localDate(until, timeZone) ? 0 : time < clockOf(from, timeZone) ? 1 : 0;
  return instantIn(localDate(from, timeZone), time, timeZone, days);
}

/** When they left: now, as planned, or at another time. A volunteer who forgot is asked, and nothing is lost where nobody answers. */
export function CheckOut({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const [time, setTime] = useState(clockOf(signUp.leftAt ?? shift.until, shift.timeZone));
  const action = useNote(signUp, shift, () => setOpen(false));
  const [opened] = useState(() => Date.now());
  const over = opened > Date.parse(shift.until);
  const leave = (at?: string): void => void action.run({ step: 'check-out', body: {}, ...(at ? { at } : {}) });
  const planned = timeOf(shift.until, shift.timeZone);
  return (
    <div className="stack" data-check-out={signUp.leftAt ? 'said' : over ? 'asked' : 'now'}>
      {signUp.leftAt ? (
        <p className="small">
          {t('presence:left', { at: timeOf(signUp.leftAt, shift.timeZone), text: signUp.stayedText ?? '' })}
        </p>
      ) : over ? (
        <p className="strong">{t('presence:asked', { at: planned })}</p>
      ) : null}
      <div className="row row-wrap">
        {!signUp.leftAt && !over && (
          <Button look="main" size="large" busy={action.busy} onClick={() => leave()}>
            {t('presence:leave')}
          </Button>
        )}
        {!signUp.leftAt && over && (
          <Button look="main" busy={action.busy} onClick={() => leave(shift.until)}>
            {t('presence:asPlanned', { at: planned })}
          </Button>
        )}
        {(signUp.leftAt !== null || over) && (
          <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('presence:otherTime')}
          </Button>
        )}
      </div>
      {open && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            leave(momentOf(time, shift));
          }}
        >
          <TextField
            label={t('presence:leftAt')}
            type="time"
            value={time}
            error={action.error('at')}
            onChange={(event) => setTime(event.target.value)}
            required
          />
          <Button type="submit" busy={action.busy}>
            {t('presence:say')}
          </Button>
        </form>
      )}
      {!signUp.leftAt && <p className="hint">{t('presence:leaveHint')}</p>}
      <ProblemNotice problem={action.general} />
    </div>
  );
}
