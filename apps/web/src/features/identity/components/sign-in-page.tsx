import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useHydrated } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { Problem } from '../../../lib/api.js';
import { focusFirstError } from '../../../lib/form.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { t } from '../../../lib/words.js';
import type { Session } from '../../../lib/api-types.js';
import { useInstallation, useMailWords } from '../../installation/api/installation.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { passkeysPossibleHere, signInByPasskey, type SecondStep } from '../api/account.js';
import { changePerson, signIn } from '../api/session.js';
import { SecondStepForm } from './second-step.js';
import { whySignIn } from './why-sign-in.js';
import { useWayBack } from './way-on.js';

const route = getRouteApi('/sign-in');

/** For the person who forgot the password, or has no account. */
function OtherWays({ next }: { next: string | undefined }): ReactNode {
  return (
    <>
      <p className="small">
        <Link to="/forgot-password">{t('identity:reset.forgot')}</Link>
      </p>
      <p className="small">
        {t('identity:noAccount')}{' '}
        <Link to="/join" search={{ next }}>
          {t('identity:join')}
        </Link>
      </p>
    </>
  );
}

/** A pair that does not fit may be that of a person who has not confirmed the address yet. Where no mail leaves, registering again brings no other link. */
function Newcomer({ next }: { next: string | undefined }): ReactNode {
  const mailWords = useMailWords();
  const mails = useInstallation().data?.sendsMail ?? true;
  return (
    <p className="small">
      {mailWords('identity:newcomer')}
      <WhoRunsIt />{' '}
      {mails && (
        <Link to="/join" search={{ next }}>
          {t('identity:join')}
        </Link>
      )}
    </p>
  );
}

/** The second step of a sign-in without a script. */
function PlainCode({
  problem,
  form,
}: {
  problem: Problem | null;
  form: { method: 'post'; action: string };
}): ReactNode {
  const said = problem?.fields.find(({ field }) => field === 'code' || field === 'recoveryCode')?.message;
  return (
    <div className="wrap page-sign">
      <PageHead title={t('identity:step.title')} />
      <h1 className="h-page">{t('identity:step.title')}</h1>
      <p className="lead gap-top-3 gap-below-4">{t('identity:step.lead')}</p>
      <form className="sheet pad-l stack-6" {...form}>
        <TextField
          label={t('identity:step.code')}
          hint={`${t('identity:step.codeHint')} ${t('identity:step.orRecovery')}`}
          name="code"
          autoComplete="one-time-code"
          required
          maxLength={40}
          error={said}
        />
        <ProblemNotice problem={said ? null : problem} />
        <Button type="submit" look="main" size="large" wide>
          {t('identity:step.go')}
        </Button>
        <p className="small">
          <Link to="/sign-in" search={{}}>
            {t('identity:step.again')}
          </Link>
        </p>
      </form>
    </div>
  );
}

/** Until the script has come it waits, so that nobody who has one is sent to the page without; where scripts never come, the form goes as it is. */
function SignInButton({ scripts, busy }: { scripts: boolean; busy: boolean }): ReactNode {
  const button = (
    <Button className={scripts ? '' : 'gap-top-6'} type="submit" look="main" size="large" wide busy={busy}>
      {t('identity:signInGo')}
    </Button>
  );
  if (scripts) return button;
  return (
    <>
      <noscript>{button}</noscript>
      <Button className="with-script" type="submit" look="main" size="large" wide disabled>
        {t('identity:signInGo')}
      </Button>
    </>
  );
}

export function SignInPage(): ReactNode {
  const { next, step, why } = route.useSearch();
  const reason = whySignIn({ next, why });
  const plain = usePlainForm();
  const scripts = useHydrated();
  const client = useQueryClient();
  const back = useWayBack();
  const element = useRef<HTMLFormElement>(null);
  const [ways, setWays] = useState<SecondStep[] | null>(null);
  const enter = (session: Session): void => {
    changePerson(client, session);
    back(next);
  };
  const action = useAction(signIn, {
    refused: plain.refused,
    onDone: (answer) => {
      if ('secondFactor' in answer) setWays(answer.secondFactor);
      else enter(answer);
    },
  });
  const byPasskey = useAction(signInByPasskey, { onDone: enter });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The fields keep what is typed, also before the script takes the form over.
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    await action.run({ email: String(typed.get('email')).trim(), password: String(typed.get('password')) });
    focusFirstError(element.current);
  };
  // A wrong pair is 401 too: the way out is not to sign in once more, but to look at what was typed.
  const problem =
    action.problem && action.problem.status === 401
      ? new Problem(422, action.problem.code, action.problem.message || t('identity:wrong'))
      : action.problem;
  if (step === 'code') return <PlainCode problem={problem} form={plain.form} />;
  if (ways) {
    return (
      <div className="wrap page-sign">
        <PageHead title={t('identity:step.title')} />
        <h1 className="h-page">{t('identity:step.title')}</h1>
        <p className="lead gap-top-3 gap-below-4">{t('identity:step.lead')}</p>
        <SecondStepForm ways={ways} onDone={enter} onCancel={() => setWays(null)} />
      </div>
    );
  }
  return (
    <div className="wrap page-sign">
      <PageHead title={t('identity:signIn')} />
      <h1 className="h-page">{t('identity:signIn')}</h1>
      {reason && <p className="lead gap-top-3">{t(`identity:why.${reason}`)}</p>}
      <form
        ref={element}
        className="sheet pad-l stack-6 gap-top-6"
        {...plain.form}
        onSubmit={(event) => void submit(event)}
      >
        <input type="hidden" name={KEY_FIELD} value={plain.key} />
        <TextField
          label={t('identity:email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={plain.typed('email') ?? ''}
          error={error('email')}
        />
        <TextField
          label={t('identity:password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          maxLength={200}
          error={error('password')}
        />
        <ProblemNotice problem={problem} />
        {problem?.code === 'identity.wrong-sign-in' && <Newcomer next={next} />}
        <SignInButton scripts={scripts} busy={action.busy} />
        {scripts && passkeysPossibleHere() && (
          <>
            <Button look="quiet" wide busy={byPasskey.busy} onClick={() => void byPasskey.run(undefined)}>
              {t('identity:step.enterByPasskey')}
            </Button>
            <ProblemNotice problem={byPasskey.problem} />
          </>
        )}
        {!scripts && (
          <noscript>
            <p className="small gap-top-6">
              {t('identity:plainIn')}{' '}
              <Link to="/plain" search={{}}>
                {t('identity:plainGo')}
              </Link>
            </p>
          </noscript>
        )}
        <OtherWays next={next} />
      </form>
    </div>
  );
}
