import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Shift, SignUp } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { whereAmI } from '../api/here.js';
import { codeOf, forgetCode } from '../api/kept-code.js';
import { notePresence, type Presence } from '../api/kept-presence.js';

/** By the device's clock: the server may have said it yesterday, and nobody can ask it now. */
export function mayCheckIn({ can, checkInFrom, checkInUntil }: SignUp, offline: boolean): boolean {
  if (can.includes('check-in')) return true;
  if (!offline || !checkInFrom || !checkInUntil) return false;
  const now = Date.now();
  return now >= Date.parse(checkInFrom) && now < Date.parse(checkInUntil);
}

/** Notes a step of a sign-up under a key of its own: what waits for a connection is sent once. */
export function useNote(
  signUp: SignUp,
  shift: Shift,
  onDone?: (how: 'sent' | 'kept') => void,
): ReturnType<typeof useAction<Pick<Presence, 'step' | 'body'> & { at?: string }, 'sent' | 'kept'>> {
  const { data: session } = useSession();
  return useAction(
    ({ step, body, at }: Pick<Presence, 'step' | 'body'> & { at?: string }, id: string) =>
      notePresence({
        id,
        person: session?.person.id ?? '',
        signUp: signUp.id,
        shift: shift.id,
        what: shift.need.title,
        step,
        body,
        at: at ?? new Date().toISOString(),
        ...(at === undefined ? {} : { said: true }),
      }),
    { refresh: ['shifts'], onDone },
  );
}

/** With the code that stands at the place, or by where the phone is; also without a connection. */
export function CheckIn({ signUp, shift }: { signUp: SignUp; shift: Shift }): ReactNode {
  const [code, setCode] = useState(() => codeOf(signUp.shift));
  const [lost, setLost] = useState(false);
  const [looking, setLooking] = useState(false);
  const action = useNote(signUp, shift, (how) => {
    forgetCode(signUp.shift);
    if (how === 'sent') goToOutcome('[data-own-place=checked_in]', t('signUps:youCame'), t('signUps:youCame'));
  });
  const byPlace = async (): Promise<void> => {
    setLost(false);
    setLooking(true);
    const position = await whereAmI().catch(() => null);
    setLooking(false);
    if (position) await action.run({ step: 'check-in', body: { position } });
    else setLost(true);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ step: 'check-in', body: { code } });
      }}
    >
      <TextField
        label={t('signUps:code')}
        hint={t('signUps:codeHint')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        required
      />
      <Button type="submit" look="main" size="large" wide busy={action.busy}>
        {t('signUps:checkIn')}
      </Button>
      {shift.point && (
        <>
          <Button wide busy={looking} onClick={() => void byPlace()}>
            {t('presence:byPlace')}
          </Button>
          <p className="hint">{t('presence:byPlaceHint')}</p>
        </>
      )}
      {lost && (
        <Notice look="bad" role="alert">
          <p>{t('presence:noPlace')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.problem} />
    </form>
  );
}
