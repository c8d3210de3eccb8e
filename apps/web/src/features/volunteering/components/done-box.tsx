import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { stepSignUp, type StepForm } from '../api/shifts.js';

/** Work without an hour: one press says that it is done; how long it took may be said anew until it is confirmed. */
export function DoneBox({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState(
    String(signUp.stayed === null ? shift.minutes : signUp.stayed / signUp.people),
  );
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => setOpen(false) });
  if (!signUp.can.includes('done')) return null;
  const said = signUp.status === 'checked_in';
  const say = (body: StepForm<'done'>): void => void action.run({ id: signUp.id, step: 'done', body });
  return (
    <div className="stack" data-done={said ? 'said' : 'open'}>
      <div className="row row-wrap">
        {!said && (
          <Button look="main" size="large" busy={action.busy} onClick={() => say({})}>
            {t('volunteering:anyTime.done', { text: shift.text })}
          </Button>
        )}
        <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('volunteering:anyTime.otherMinutes')}
        </Button>
      </div>
      {open && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            say({ minutes: Number(minutes) });
          }}
        >
          <TextField
            label={t('volunteering:anyTime.took')}
            type="number"
            inputMode="numeric"
            min={1}
            unit={t('volunteering:minutesUnit')}
            value={minutes}
            error={action.error('minutes')}
            onChange={(event) => setMinutes(event.target.value)}
            required
          />
          <Button type="submit" busy={action.busy}>
            {t('presence:say')}
          </Button>
        </form>
      )}
      {!said && <p className="hint">{t('volunteering:anyTime.doneHint')}</p>}
      <ProblemNotice problem={action.general} />
    </div>
  );
}
