import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { KindMark } from '../../../components/marks.js';
import { here, Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { AgeField } from './consent-ask.js';
import type { Shift } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { codeOf } from '../api/kept-code.js';
import { signUpFor } from '../api/shifts.js';
import { isOpenTo } from './shift-parts.js';

/** What only those who have a place see is loaded for them alone. */
const OwnSignUp = lazy(() => import('./own-sign-up.js').then((module) => ({ default: module.OwnSignUp })));

/** Drawn for those alone who have another shift in the way. */
const ClashBox = lazy(() => import('./own-sign-up.js').then((module) => ({ default: module.ClashBox })));

const OwnPlace = (place: Parameters<typeof OwnSignUp>[0]): ReactNode => (
  <Suspense fallback={<Bones rows={3} />}>
    <OwnSignUp {...place} />
  </Suspense>
);

const OtherShift = (way: Parameters<typeof ClashBox>[0]): ReactNode => (
  <Suspense>
    <ClashBox {...way} narrow />
  </Suspense>
);

/** Signing up: one button, and where skills are asked for one word more. */
export function SignUpBox({ shift }: { shift: Shift }): ReactNode {
  const { data: session } = useSession();
  const [skills, setSkills] = useState(false);
  const [people, setPeople] = useState('1');
  const [age, setAge] = useState('');
  // The box moves to the head of the page: keyboard focus goes there with it.
  const action = useAction(signUpFor, {
    refresh: ['shifts'],
    onDone: () => document.getElementById('main')?.focus({ preventScroll: true }),
  });
  const { signUp } = shift;
  useEffect(() => void codeOf(shift.id), [shift.id]); // kept before the way to the sign-in page
  const running = signUp !== null && signUp.status !== 'cancelled';
  const open = isOpenTo(session, shift);
  const title = shift.free > 0 ? 'volunteering:takeAPlace' : 'volunteering:waitForAPlace';
  const needsSkills = shift.skills.length > 0;
  const missing = action.problem?.fields.some(({ field }) => field === 'hasSkills');
  return (
    <section className="give" aria-labelledby="sign-up">
      <div className="give-part stack">
        <h2 className="h-block row" id="sign-up">
          <KindMark kind="time" />
          {t(running ? 'volunteering:yours' : open ? title : 'volunteering:signUp')}
        </h2>
        {shift.clash && <OtherShift shift={shift} clash={shift.clash} />}
        {running && <OwnPlace signUp={signUp} shift={shift} />}
        {session === null && open && (
          <p>
            <Link className="btn btn-main btn-large btn-wide" to="/sign-in" search={{ next: here() }}>
              {t('volunteering:signInToSignUp')}
            </Link>
          </p>
        )}
        {shift.can.includes('sign-up') && (
          <>
            {needsSkills && (
              <label className="row row-top small">
                <input
                  type="checkbox"
                  checked={skills}
                  aria-invalid={missing || undefined}
                  onChange={(event) => setSkills(event.target.checked)}
                />
                <span>{t('volunteering:hasSkills')}</span>
              </label>
            )}
            {shift.capacity > 1 && (
              <TextField
                label={t('volunteering:group.people')}
                hint={t('volunteering:group.hint')}
                type="number"
                inputMode="numeric"
                min={1}
                max={Math.min(10, shift.capacity)}
                value={people}
                error={action.error('people')}
                onChange={(event) => setPeople(event.target.value)}
              />
            )}
            {Number(people) === 1 && <AgeField age={age} error={action.error('age')} onChange={setAge} />}
            <Button
              look="main"
              size="large"
              wide
              busy={action.busy}
              onClick={() =>
                void action.run({
                  shift: shift.id,
                  ...(age !== '' && Number(people) === 1 ? { age: Number(age) } : {}),
                  ...(needsSkills ? { hasSkills: skills } : {}),
                  ...(Number(people) > 1 ? { people: Number(people) } : {}),
                })
              }
            >
              {t(shift.free > 0 ? 'volunteering:signUp' : 'volunteering:wait')}
            </Button>
            <p className="hint">{t(shift.free > 0 ? 'volunteering:signUpHint' : 'volunteering:waitHint')}</p>
          </>
        )}
        {shift.whyNot && (
          <Notice>
            <p className="small" data-why-not={shift.whyNot.code}>
              {typograph(shift.whyNot.sentence)}
            </p>
            {session && shift.whyNot.code === 'shift.papers-not-seen' && (
              <p className="small gap-top-2">
                <Link to="/me/papers">{t('volunteering:myPapers')}</Link>
              </p>
            )}
          </Notice>
        )}
        {session !== undefined && !running && !shift.whyNot && !shift.clash && !open && (
          <p className="small muted">
            {t(shift.status === 'cancelled' ? 'volunteering:isCancelled' : 'volunteering:notOpen')}
          </p>
        )}
        <ProblemNotice problem={action.problem} />
      </div>
    </section>
  );
}
