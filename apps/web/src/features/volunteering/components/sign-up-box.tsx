import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { here, Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Shift } from '../../../lib/api-types.js';
import { goToOutcome, useFocusOfAddress } from '../../../lib/outcome.js';
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

/** And what only those who are signed in may fill in. */
const SignUpForm = lazy(() => import('./sign-up-form.js').then((module) => ({ default: module.SignUpForm })));

const Form = (way: Parameters<typeof SignUpForm>[0]): ReactNode => (
  <Suspense fallback={<Bones rows={2} />}>
    <SignUpForm {...way} />
  </Suspense>
);

/** Signing up: the way in for a visitor, the form for those who may, or why not. */
export function SignUpBox({ shift }: { shift: Shift }): ReactNode {
  const { data: session } = useSession();
  // The box moves to the head of the page: focus goes there with it, and so does the eye of whoever pressed below.
  const action = useAction(signUpFor, {
    refresh: ['shifts'],
    onDone: () => goToOutcome('[data-own-place]', t('volunteering:yours'), t('volunteering:yours')),
  });
  useFocusOfAddress('sign-up');
  const { signUp } = shift;
  useEffect(() => void codeOf(shift.id), [shift.id]); // kept before the way to the sign-in page
  const running = signUp !== null && signUp.status !== 'cancelled';
  const open = isOpenTo(session, shift);
  const title = shift.free > 0 ? 'volunteering:takeAPlace' : 'volunteering:waitForAPlace';
  return (
    <section className="give" aria-labelledby="sign-up">
      <div className="give-part stack">
        <h2 className="h-block row" id="sign-up" tabIndex={-1}>
          <KindMark kind="time" />
          {t(running ? 'volunteering:yours' : open ? title : 'volunteering:signUp')}
        </h2>
        {shift.clash && <OtherShift shift={shift} clash={shift.clash} />}
        {running && <OwnPlace signUp={signUp} shift={shift} />}
        {session === null && open && (
          <p>
            <Link
              className="btn btn-main btn-large btn-wide"
              to="/sign-in"
              search={{ next: `${here()}#sign-up`, why: 'shift' }}
            >
              {t('volunteering:signInToSignUp')}
            </Link>
          </p>
        )}
        {shift.can.includes('sign-up') && <Form shift={shift} action={action} />}
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
        {!shift.can.includes('sign-up') && <ProblemNotice problem={action.problem} />}
      </div>
    </section>
  );
}
