import { useQueryClient } from '@tanstack/react-query';
import { Link, useHydrated, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { focusFirstError } from '../../../lib/form.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { surroundings } from '../../../lib/surroundings.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { confirmNewEmail, undoEmailChange } from '../api/account.js';
import { changePerson, confirmEmail, signIn } from '../api/session.js';
import { PlainConfirm } from './confirm-plain.js';
import { useWayBack, wayOn } from './way-on.js';

type Words = 'confirm' | 'confirmChange' | 'undoChange';

/** What all pages behind a link of a mail share: the heading, a link without a code, and where it went well. */
function LinkFrame({
  words,
  token,
  done,
  enter,
  plain,
  children,
}: {
  words: Words;
  token: string;
  done: boolean;
  /** The way in, where it is not the form for signing in. */
  enter?: ReactNode;
  plain?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const mailWords = useMailWords();
  const hydrated = useHydrated(); // the code is read from the address, which no server knows
  return (
    <div className="wrap page-sign">
      <PageHead title={t(`identity:${words}.title`)} />
      <h1 className="h-page">{t(`identity:${words}.title`)}</h1>
      <div className="stack gap-top-6">
        {done && (
          <>
            <div tabIndex={-1} data-link-done>
              <Notice look="good" role="status">
                <p>{words === 'undoChange' ? mailWords('identity:undoChange.done') : t(`identity:${words}.done`)}</p>
                {words === 'confirm' && <p>{t('identity:confirm.doneOffer')}</p>}
              </Notice>
            </div>
            {enter ?? (
              <Link
                className="btn btn-main"
                to="/sign-in"
                search={{ next: (words === 'confirm' ? wayOn() : undefined) ?? '/me' }}
              >
                {t('identity:signIn')}
              </Link>
            )}
          </>
        )}
        {!done && !hydrated && <noscript>{plain}</noscript>}
        {!done && hydrated && token && children}
        {!done && hydrated && !token && (
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}

/** One press confirms: a mail scanner that only opens the link confirms nothing. */
function LinkPage({
  words,
  send,
  wayOut,
}: {
  words: Words;
  send: (token: string, key: string) => Promise<unknown>;
  wayOut?: (problem: Problem, token: string) => ReactNode;
}): ReactNode {
  const [token] = useState(tokenOfAddress);
  const [done, setDone] = useState(false);
  const action = useAction(send, {
    refresh: ['session'],
    onDone: () => {
      setDone(true);
      goToOutcome('[data-link-done]', t(`identity:${words}.done`));
    },
  });
  return (
    <LinkFrame words={words} token={token} done={done}>
      <Button look="main" size="large" busy={action.busy} onClick={() => void action.run(token)}>
        {t(`identity:${words}.go`)}
      </Button>
      <ProblemNotice problem={action.problem} />
      {action.problem && wayOut?.(action.problem, token)}
    </LinkFrame>
  );
}

interface Own {
  email: string;
  password: string;
}

/** Who has just written the password here does not write it again: it goes to the same door as from the form for signing in. The address is named, so that nobody enters an account that is not theirs. */
function EnterNow({ own }: { own: Own }): ReactNode {
  const client = useQueryClient();
  const back = useWayBack();
  const next = wayOn() ?? '/me';
  const action = useAction(signIn, {
    onDone: (answer) => {
      if ('secondFactor' in answer) return back(`/sign-in?next=${encodeURIComponent(next)}`); // asked for where it always is
      changePerson(client, answer);
      back(next);
    },
  });
  return (
    <>
      <p className="break">{t('identity:confirm.as', { email: own.email })}</p>
      <p>
        <Button look="main" busy={action.busy} onClick={() => void action.run(own)}>
          {t('identity:confirm.enter')}
        </Button>
      </p>
      <ProblemNotice problem={action.problem} />
    </>
  );
}

/** Where the address was registered in this browser one press is enough. Anywhere else the password is asked for: the one that is written here will count, no matter who had registered the address. */
export function ConfirmPage(): ReactNode {
  const mailWords = useMailWords();
  const element = useRef<HTMLFormElement>(null);
  const [token] = useState(() => (surroundings() ? '' : tokenOfAddress()));
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [own, setOwn] = useState<Own | null>(null);
  const [done, setDone] = useState(useSearch({ strict: false }).done === true);
  const action = useAction(confirmEmail, {
    refresh: ['session'],
    onDone: ({ email }) => {
      setDone(true);
      if (asked) setOwn({ email, password });
      goToOutcome('[data-link-done]', t('identity:confirm.done'));
    },
  });
  const error = action.problem?.fields.find((field) => field.field === 'password');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run(asked ? { token, password } : { token });
    focusFirstError(element.current);
  };
  if (error && !asked) setAsked(true);
  return (
    <LinkFrame words="confirm" token={token} done={done} enter={own && <EnterNow own={own} />} plain={<PlainConfirm />}>
      <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
        {asked && (
          <>
            <p>{t('identity:confirm.passwordText')}</p>
            <TextField
              label={t('identity:confirm.password')}
              hint={t('identity:passwordHint')}
              type="password"
              name="password"
              autoComplete="new-password"
              required
              maxLength={200}
              value={password}
              error={error && error.code !== 'identity.password-needed' ? error.message : undefined}
              onChange={(event) => setPassword(event.target.value)}
            />
          </>
        )}
        <p>
          <Button type="submit" look="main" size="large" busy={action.busy}>
            {t('identity:confirm.go')}
          </Button>
        </p>
        {error?.code !== 'identity.password-needed' && <ProblemNotice problem={action.problem} />}
      </form>
      {action.problem?.code === 'identity.link-not-valid' && (
        <>
          <p className="small">{mailWords('identity:confirm.over')}</p>
          <p className="row row-wrap">
            <Link className="btn btn-quiet" to="/sign-in" search={{}}>
              {t('identity:signIn')}
            </Link>
            <Link className="btn btn-quiet" to="/join" search={{}}>
              {t('identity:join')}
            </Link>
          </p>
        </>
      )}
    </LinkFrame>
  );
}

/** A change of address is confirmed by the person signed in to the account; the token stays behind the #, also on the way back. */
const signInToChange = ({ code }: Problem, token: string): ReactNode =>
  code === 'identity.not-your-change' && (
    <p>
      <Link className="btn btn-main" to="/sign-in" search={{ next: `/confirm-email-change#${token}` }}>
        {t('identity:confirmChange.signIn')}
      </Link>
    </p>
  );

export const ConfirmChangePage = (): ReactNode => (
  <LinkPage words="confirmChange" send={confirmNewEmail} wayOut={signInToChange} />
);
export const UndoChangePage = (): ReactNode => <LinkPage words="undoChange" send={undoEmailChange} />;
