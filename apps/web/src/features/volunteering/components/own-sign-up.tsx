import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { dayTime, timeOf } from '../../../lib/dates.js';
import { useKeptSince } from '../../../lib/kept-answers.js';
import { useOffline } from '../../../lib/online.js';
import { t } from '../../../lib/words.js';
import { useKeptOf } from '../api/kept-presence.js';
import { stepSignUp } from '../api/shifts.js';
import { AcceptPlace } from './accept-place.js';
import { CheckIn, mayCheckIn } from './check-in.js';
import { CheckOut } from './check-out.js';
import { ConsentAsk } from './consent-ask.js';
import { DoneBox } from './done-box.js';

/** Loaded with one's own place: each file that a public page could load costs all its visitors some bytes. */
export { ClashBox } from './clash-box.js';

const mapOf = ({ lat, lon }: { lat: number; lon: number }): string =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;

function Objection({ signUp }: { signUp: SignUp }): ReactNode {
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction(stepSignUp, { refresh: ['shifts'] });
  const wrong = action.error;
  if (!open)
    return (
      <p className="small">
        <Button look="plain" onClick={() => setOpen(true)}>
          {t('signUps:object')}
        </Button>
      </p>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ id: signUp.id, step: 'dispute', body: { minutes: Number(minutes), reason } });
      }}
    >
      <TextField
        label={t('signUps:claimed')}
        type="number"
        min={1}
        inputMode="numeric"
        unit={t('volunteering:minutesUnit')}
        value={minutes}
        error={wrong('minutes')}
        onChange={(event) => setMinutes(event.target.value)}
        required
      />
      <AreaField
        label={t('signUps:objection')}
        rows={3}
        value={reason}
        error={wrong('reason')}
        onChange={(event) => setReason(event.target.value)}
        required
      />
      <Button type="submit" busy={action.busy}>
        {t('signUps:objectGo')}
      </Button>
      <ProblemNotice problem={action.general} />
    </form>
  );
}

/** How their own place stands. */
function SignUpState({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const { status } = signUp;
  return (
    <>
      {status === 'signed_up' && (
        <Notice look="good" role="status">
          <p>{t(shift.anyTime ? 'volunteering:anyTime.yours' : 'signUps:youAreIn')}</p>
          {shift.meet && (
            <p className="pre break gap-top-2">
              <b>{t('volunteering:meet')}</b> {shift.meet}
            </p>
          )}
          {!shift.point && !shift.remote && (
            <p className="gap-top-2">
              {t('signUps:noAddress')}{' '}
              <Link to="/organizations/$id" params={{ id: shift.organization.id }} search={{}}>
                {shift.organization.shortName}
              </Link>
            </p>
          )}
          {shift.point && (
            <p className="gap-top-2">
              <a href={mapOf(shift.point)} rel="noreferrer" target="_blank">
                {t('presence:onMap')}
              </a>
            </p>
          )}
        </Notice>
      )}
      {status === 'waiting' && signUp.offeredUntil && (
        <Notice look="wait" role="status">
          <p>
            {t(signUp.proposed ? 'signUps:proposedUntil' : 'signUps:takeUntil', {
              until: dayTime(signUp.offeredUntil, shift.timeZone),
            })}
          </p>
        </Notice>
      )}
      {status === 'waiting' && !signUp.offeredUntil && (
        <Notice look="wait" role="status">
          <p>{t('signUps:youWait', { position: signUp.position ?? 1 })}</p>
        </Notice>
      )}
      {status === 'checked_in' && (
        <Notice look="good" role="status">
          <p>
            {signUp.checkedInBy === 'word'
              ? t('volunteering:anyTime.youDid', { text: signUp.stayedText ?? '' })
              : t('signUps:youCame')}
          </p>
        </Notice>
      )}
      {status === 'confirmed' && (
        <Notice look="good" role="status">
          <p>{t('signUps:hoursConfirmed', { text: signUp.text ?? '' })}</p>
          {signUp.minutesReason && <p className="small">{signUp.minutesReason}</p>}
          {signUp.objectedAt && <p className="small">{t('signUps:objected')}</p>}
        </Notice>
      )}
      {status === 'no_show' && (
        <Notice look="bad" role="status">
          <p>{t('signUps:noShowText')}</p>
        </Notice>
      )}
    </>
  );
}

/** What a volunteer can do with their own place now. */
export function OwnSignUp({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const [sure, setSure] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  const action = useAction(stepSignUp, {
    refresh: ['shifts'],
    onDone: () => {
      setSure(false);
      all.current?.focus();
    },
  });
  const step = (name: 'accept' | 'cancel'): void => void action.run({ id: signUp.id, step: name });
  const { status } = signUp;
  const keptSince = useKeptSince();
  const offline = useOffline() !== null || keptSince !== null;
  const kept = useKeptOf(signUp.id);
  const [came, gone] = (['check-in', 'check-out'] as const).map((one) => kept.find(({ step: noted }) => noted === one));
  return (
    <div className="stack" ref={all} tabIndex={-1} data-own-place={status}>
      <SignUpState signUp={signUp} shift={shift} />
      <ConsentAsk signUp={signUp} timeZone={shift.timeZone} />
      {signUp.people > 1 && <p className="small">{t('signUps:group.together', { people: signUp.people })}</p>}
      {signUp.entered && status === 'signed_up' && <p className="small muted">{t('signUps:enteredForYou')}</p>}
      {came && (
        <Notice look="wait" role="status">
          <p>{t('presence:keptHere', { at: timeOf(came.at, shift.timeZone) })}</p>
        </Notice>
      )}
      {!came && mayCheckIn(signUp, offline) && <CheckIn signUp={signUp} shift={shift} />}
      {!gone && (signUp.can.includes('check-out') || came !== undefined) && <CheckOut signUp={signUp} shift={shift} />}
      <DoneBox signUp={signUp} shift={shift} />
      <AcceptPlace signUp={signUp} onDone={() => all.current?.focus()} />
      {signUp.can.includes('dispute') && <Objection signUp={signUp} />}
      {status === 'signed_up' && (
        <p className="small">
          <a href={`/api/v1/sign-ups/${signUp.id}/shift.ics`} download>
            {t('signUps:toCalendar')}
          </a>{' '}
          ·{' '}
          <a href={`/api/v1/sign-ups/${signUp.id}/agreement.pdf`} download>
            {t('signUps:agreement')}
          </a>
        </p>
      )}
      {signUp.can.includes('cancel') && (
        <div>
          <Button look="no" aria-expanded={sure} onClick={() => setSure(!sure)}>
            {t(signUp.proposed ? 'signUps:notForMe' : status === 'waiting' ? 'signUps:leaveQueue' : 'signUps:cancel')}
          </Button>
        </div>
      )}
      {sure && (
        <div className="prop-part">
          <p className="small">{t(signUp.late ? 'signUps:cancelLate' : 'signUps:cancelInTime')}</p>
          <Button look="no" autoFocus busy={action.busy} onClick={() => step('cancel')}>
            {t('signUps:cancelGo')}
          </Button>
          <Button look="plain" onClick={() => setSure(false)}>
            {t('form.close')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}
