import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import { KindMark } from '../../../components/marks.js';
import { here, Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { AgeField, ConsentAsk } from './consent-ask.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { codeOf, forgetCode } from '../api/kept-code.js';
import { signUpFor, stepSignUp, type SignUpStep } from '../api/shifts.js';

function CheckIn({ signUp }: { signUp: SignUp }): ReactNode {
  const [code, setCode] = useState(() => codeOf(signUp.shift));
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => forgetCode(signUp.shift) });
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void action.run({ id: signUp.id, step: 'check-in', body: { code } }); }}>
      <TextField label={t('volunteering:code')} hint={t('volunteering:codeHint')} value={code} onChange={(event) => setCode(event.target.value)} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={12} required />
      <Button type="submit" look="main" size="large" wide busy={action.busy}>{t('volunteering:checkIn')}</Button>
      <ProblemNotice problem={action.problem} />
    </form>
  );
}

function Objection({ signUp }: { signUp: SignUp }): ReactNode {
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction(stepSignUp, { refresh: ['shifts'] });
  const wrong = action.error;
  if (!open) return <p className="small"><Button look="plain" onClick={() => setOpen(true)}>{t('volunteering:object')}</Button></p>;
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void action.run({ id: signUp.id, step: 'dispute', body: { minutes: Number(minutes), reason } }); }}>
      <TextField label={t('volunteering:claimed')} type="number" min={1} inputMode="numeric" unit={t('volunteering:minutesUnit')} value={minutes} error={wrong('minutes')} onChange={(event) => setMinutes(event.target.value)} required />
      <AreaField label={t('volunteering:objection')} rows={3} value={reason} error={wrong('reason')} onChange={(event) => setReason(event.target.value)} required />
      <Button type="submit" busy={action.busy}>{t('volunteering:objectGo')}</Button>
      <ProblemNotice problem={action.general} />
    </form>
  );
}

/** What a volunteer can do with their own place now. */
export function OwnSignUp({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const [sure, setSure] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone: () => { setSure(false); all.current?.focus(); } });
  const step = (name: SignUpStep): void => void action.run({ id: signUp.id, step: name });
  const { status } = signUp;
  return (
    <div className="stack" ref={all} tabIndex={-1}>
      {status === 'signed_up' && <Notice look="good" role="status"><p>{t('volunteering:youAreIn')}</p>{shift.meet && <p className="pre break gap-top-2"><b>{t('volunteering:meet')}</b> {shift.meet}</p>}</Notice>}
      {status === 'waiting' && signUp.offeredUntil && <Notice look="wait" role="status"><p>{t('volunteering:takeUntil', { until: dayTime(signUp.offeredUntil, shift.timeZone) })}</p></Notice>}
      {status === 'waiting' && !signUp.offeredUntil && <Notice look="wait" role="status"><p>{t('volunteering:youWait', { position: signUp.position ?? 1 })}</p></Notice>}
      {status === 'checked_in' && <Notice look="good" role="status"><p>{t('volunteering:youCame')}</p></Notice>}
      {status === 'confirmed' && <Notice look="good" role="status"><p>{t('volunteering:hoursConfirmed', { text: signUp.text ?? '' })}</p>{signUp.minutesReason && <p className="small">{signUp.minutesReason}</p>}{signUp.objectedAt && <p className="small">{t('volunteering:objected')}</p>}</Notice>}
      {status === 'no_show' && <Notice look="bad" role="status"><p>{t('volunteering:noShowText')}</p></Notice>}
      <ConsentAsk signUp={signUp} timeZone={shift.timeZone} />
      {signUp.people > 1 && <p className="small">{t('volunteering:group.together', { people: signUp.people })}</p>}
      {signUp.entered && status === 'signed_up' && <p className="small muted">{t('volunteering:enteredForYou')}</p>}
      {signUp.can.includes('check-in') && <CheckIn signUp={signUp} />}
      {signUp.can.includes('accept') && <Button look="main" size="large" wide busy={action.busy} onClick={() => step('accept')}>{t('volunteering:accept')}</Button>}
      {signUp.can.includes('dispute') && <Objection signUp={signUp} />}
      {status === 'signed_up' && <p className="small"><a href={`/api/v1/sign-ups/${signUp.id}/shift.ics`} download>{t('volunteering:toCalendar')}</a> · <a href={`/api/v1/sign-ups/${signUp.id}/agreement.pdf`} download>{t('volunteering:agreement')}</a></p>}
      {signUp.can.includes('cancel') && <div><Button look="no" aria-expanded={sure} onClick={() => setSure(!sure)}>{t(status === 'waiting' ? 'volunteering:leaveQueue' : 'volunteering:cancel')}</Button></div>}
      {sure && <div className="prop-part"><p className="small">{t(signUp.late ? 'volunteering:cancelLate' : 'volunteering:cancelInTime')}</p><Button look="no" autoFocus busy={action.busy} onClick={() => step('cancel')}>{t('volunteering:cancelGo')}</Button><Button look="plain" onClick={() => setSure(false)}>{t('form.close')}</Button></div>}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

/** Signing up: one button, and where skills are asked for one word more. */
export function SignUpBox({ shift }: { shift: Shift }): ReactNode {
  const { data: session } = useSession();
  const [skills, setSkills] = useState(false);
  const [people, setPeople] = useState('1');
  const [age, setAge] = useState('');
  // The box moves to the head of the page: whoever uses a keyboard goes there with it.
  const action = useAction(signUpFor, { refresh: ['shifts'], onDone: () => document.getElementById('main')?.focus({ preventScroll: true }) });
  const { signUp } = shift;
  useEffect(() => void codeOf(shift.id), [shift.id]); // kept before the way to the sign-in page
  const running = signUp !== null && signUp.status !== 'cancelled';
  const needsSkills = shift.skills.length > 0;
  const missing = action.problem?.fields.some(({ field }) => field === 'hasSkills');
  return (
    <section className="give" aria-labelledby="sign-up">
      <div className="give-part stack">
        <h2 className="h-block row" id="sign-up"><KindMark kind="time" />{t(running ? 'volunteering:yours' : shift.free > 0 ? 'volunteering:takeAPlace' : 'volunteering:waitForAPlace')}</h2>
        {running && <OwnSignUp signUp={signUp} shift={shift} />}
        {session === null && <p><Link className="btn btn-main btn-large btn-wide" to="/sign-in" search={{ next: here() }}>{t('volunteering:signInToSignUp')}</Link></p>}
        {shift.can.includes('sign-up') && (
          <>
            {needsSkills && <label className="row row-top small"><input type="checkbox" checked={skills} aria-invalid={missing || undefined} onChange={(event) => setSkills(event.target.checked)} /><span>{t('volunteering:hasSkills')}</span></label>}
            {shift.capacity > 1 && <TextField label={t('volunteering:group.people')} hint={t('volunteering:group.hint')} type="number" inputMode="numeric" min={1} max={Math.min(10, shift.capacity)} value={people} error={action.error('people')} onChange={(event) => setPeople(event.target.value)} />}
            {Number(people) === 1 && <AgeField age={age} error={action.error('age')} onChange={setAge} />}
            <Button look="main" size="large" wide busy={action.busy} onClick={() => void action.run({ shift: shift.id, ...(age !== '' && Number(people) === 1 ? { age: Number(age) } : {}), ...(needsSkills ? { hasSkills: skills } : {}), ...(Number(people) > 1 ? { people: Number(people) } : {}) })}>{t(shift.free > 0 ? 'volunteering:signUp' : 'volunteering:wait')}</Button>
            <p className="hint">{t(shift.free > 0 ? 'volunteering:signUpHint' : 'volunteering:waitHint')}</p>
          </>
        )}
        {shift.whyNot && <Notice><p className="small" data-why-not={shift.whyNot.code}>{typograph(shift.whyNot.sentence)}</p>{session && shift.whyNot.code === 'shift.papers-not-seen' && <p className="small gap-top-2"><Link to="/me/papers">{t('volunteering:myPapers')}</Link></p>}</Notice>}
        {session && !running && !shift.whyNot && !shift.can.includes('sign-up') && <p className="small muted">{t(shift.status === 'cancelled' ? 'volunteering:isCancelled' : 'volunteering:notOpen')}</p>}
        <ProblemNotice problem={action.problem} />
      </div>
    </section>
  );
}
