import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { ListedSignUp, Shift } from '../../../lib/api-types.js';
import { asSoonAsShown, goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { stepSignUp, type SignUpStep, type StepForm } from '../api/shifts.js';
import { useKeptOf } from '../api/kept-presence.js';
import { useNote } from './check-in.js';
import { PresenceOf } from './presence-of.js';
import { SignUpTag } from './shift-parts.js';

/** Other minutes than the shift: a reason that the volunteer reads. */
function OtherMinutes({
  signUp,
  minutes: planned,
  run,
  busy,
  error,
}: {
  signUp: ListedSignUp;
  minutes: number;
  run: (body: StepForm<'confirm'>) => void;
  busy: boolean;
  error: (field: string) => string | undefined;
}): ReactNode {
  const [minutes, setMinutes] = useState(String(signUp.claimed ?? signUp.stayed ?? planned * signUp.people));
  const [reason, setReason] = useState('');
  const other = ![planned * signUp.people, signUp.stayed].includes(Number(minutes)) && signUp.claimed === null; // what both say needs no reason
  return (
    <form
      className="stack prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        run({ minutes: Number(minutes), ...(reason ? { reason } : {}) });
      }}
    >
      <TextField
        label={t('shiftsDesk:minutes')}
        type="number"
        inputMode="numeric"
        min={1}
        unit={t('volunteering:minutesUnit')}
        value={minutes}
        error={error('minutes')}
        onChange={(event) => setMinutes(event.target.value)}
        required
      />
      {other && (
        <TextField
          label={t('shiftsDesk:why')}
          hint={t('shiftsDesk:whyHint')}
          value={reason}
          maxLength={500}
          error={error('reason')}
          onChange={(event) => setReason(event.target.value)}
          required
        />
      )}
      <Button type="submit" look="main" busy={busy}>
        {t('shiftsDesk:confirm')}
      </Button>
    </form>
  );
}

/** Whose ticket was scanned is looked for by nobody. */
const inView = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: 'center' });

/** A sign-up in the list of its shift, with what the coordinator may say about it. */
export function ListedSignUpRow({ signUp, shift }: { signUp: ListedSignUp; shift: Shift }): ReactNode {
  const [open, setOpen] = useState(false);
  const scanned = window.location.hash === `#sign-up=${signUp.id}`;
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => setOpen(false) });
  const note = useNote(signUp, shift);
  const kept = useKeptOf(signUp.id);

  /** What was pressed may go with what it did: the row then has the focus, and says what became of it. */
  const then = async (run: Promise<void>, word: string): Promise<void> => {
    await run;
    asSoonAsShown(() => {
      if (document.activeElement !== document.body) return false;
      goToOutcome(`[data-sign-up="${signUp.id}"]`, signUp.name, `${signUp.name}: ${word}`);
      return true;
    });
  };
  const did = t(shift.anyTime ? 'volunteering:anyTime.did' : 'shiftsDesk:came');
  const didNot = t(shift.anyTime ? 'volunteering:anyTime.didNot' : 'shiftsDesk:noShow');
  const can = (name: Exclude<SignUpStep, 'late'>): boolean => signUp.can.includes(name);
  return (
    <li
      data-sign-up={signUp.id}
      tabIndex={-1}
      className={scanned ? 'is-scanned' : undefined}
      ref={scanned ? inView : undefined}
    >
      <div>
        <h3 className="h-dense break">
          <span className="muted num">{t('volunteering:ticket.listed', { number: signUp.number })}</span> {signUp.name}
          {signUp.people > 1 && ` ${t('signUps:group.more', { more: signUp.people - 1 })}`}
        </h3>
        <p className="small muted">
          {signUp.status === 'confirmed'
            ? t('shiftsDesk:confirmedFor', { text: signUp.text ?? '' })
            : signUp.position
              ? t('shiftsDesk:inQueue', { position: signUp.position })
              : ''}
          {signUp.consent && ` ${t(`signUps:minor.list.${signUp.consent.status}`, { age: signUp.consent.age })}`}
          {signUp.entered && ` ${t('shiftsDesk:enteredByYou')}`}
          {signUp.lateMinutes !== null &&
            signUp.status === 'signed_up' &&
            ` ${t('volunteering:ticket.comesLate', { minutes: signUp.lateMinutes })}`}
          {signUp.objectedAt && ` ${t('shiftsDesk:says', { minutes: signUp.claimed ?? 0 })}`}
        </p>
        <PresenceOf signUp={signUp} shift={shift} />
        {signUp.objection && <p className="small pre break">{signUp.objection}</p>}
        {open && (
          <OtherMinutes
            signUp={signUp}
            minutes={shift.minutes}
            run={(body) => void then(action.run({ id: signUp.id, step: 'confirm', body }), t('shiftsDesk:confirm'))}
            busy={action.busy}
            error={action.error}
          />
        )}
        <ProblemNotice problem={note.problem ?? action.general} />
      </div>
      <div className="row row-wrap">
        <SignUpTag signUp={signUp} listed />
        {can('check-in') && kept.length === 0 && (
          <Button
            size="dense"
            busy={note.busy}
            onClick={() => void then(note.run({ step: 'check-in', body: {} }), did)}
          >
            {did}
          </Button>
        )}
        {can('no-show') && (
          <Button
            size="dense"
            look="no"
            busy={action.busy}
            onClick={() => void then(action.run({ id: signUp.id, step: 'no-show' }), didNot)}
          >
            {didNot}
          </Button>
        )}
        {can('confirm') && (
          <Button size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(signUp.objectedAt ? 'shiftsDesk:agree' : 'shiftsDesk:otherMinutes')}
          </Button>
        )}
      </div>
    </li>
  );
}
