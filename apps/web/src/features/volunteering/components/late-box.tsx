import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { SignUp } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { stepSignUp } from '../api/shifts.js';

const MINUTES = [10, 20, 30, 60];

/** That a volunteer comes late: one press says by how much, once. */
export function LateBox({ signUp }: { signUp: SignUp }): ReactNode {
  const [open, setOpen] = useState(false);
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => setOpen(false) });
  if (signUp.lateMinutes !== null && signUp.status === 'signed_up')
    return (
      <p className="small" role="status" data-late={signUp.lateMinutes}>
        {t('volunteering:ticket.lateSaid', { minutes: signUp.lateMinutes })}
      </p>
    );
  if (!signUp.can.includes('say-late')) return null;
  return (
    <div className="stack-2">
      <div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('volunteering:ticket.late')}
        </Button>
      </div>
      {open && (
        <div className="row row-wrap" role="group" aria-label={t('volunteering:ticket.lateBy')}>
          <span className="small">{t('volunteering:ticket.lateBy')}</span>
          {MINUTES.map((minutes) => (
            <Button
              key={minutes}
              size="dense"
              busy={action.busy}
              onClick={() => void action.run({ id: signUp.id, step: 'late', body: { minutes } })}
            >
              {t('volunteering:ticket.minutes', { minutes })}
            </Button>
          ))}
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}
