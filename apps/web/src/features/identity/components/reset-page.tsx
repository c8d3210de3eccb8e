import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { askForReset, resetPassword } from '../api/account.js';

/** Asks for the mail. The answer is the same whether there is an account or not. */
function Ask(): ReactNode {
  const mailWords = useMailWords();
  const element = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const action = useAction(askForReset, { onDone: () => setSentTo(email.trim()) });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run(email.trim());
    focusFirstError(element.current);
  };
  if (sentTo)
    return (
      <div className="gap-top-6">
        <Notice look="good" role="status">
          <p>
            {mailWords('identity:reset.sent', { email: sentTo })}
            <WhoRunsIt />
          </p>
        </Notice>
      </div>
    );
  return (
    <form ref={element} className="sheet pad-l stack-6 gap-top-6" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('identity:email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        error={action.error('email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      <ProblemNotice problem={action.problem} />
      <Button type="submit" look="main" size="large" wide busy={action.busy}>
        {mailWords('identity:reset.ask')}
      </Button>
    </form>
  );
}

function SetNew({ token }: { token: string }): ReactNode {
  const mailWords = useMailWords();
  const element = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const action = useAction(resetPassword, { onDone: () => setDone(true) });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ token, password });
    focusFirstError(element.current);
  };
  if (done)
    return (
      <div className="stack gap-top-6">
        <Notice look="good" role="status">
          <p>{t('identity:reset.done')}</p>
        </Notice>
        <Link className="btn btn-main" to="/sign-in" search={{}}>
          {t('identity:signIn')}
        </Link>
      </div>
    );
  return (
    <form ref={element} className="sheet pad-l stack-6 gap-top-6" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('identity:newPassword')}
        hint={t('identity:passwordHint')}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        maxLength={200}
        value={password}
        error={action.error('password')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <ProblemNotice problem={action.problem} />
      {action.problem?.code === 'identity.link-not-valid' && (
        <p className="small">
          <Link to="/forgot-password">{mailWords('identity:reset.again')}</Link>
        </p>
      )}
      <Button type="submit" look="main" size="large" wide busy={action.busy}>
        {t('identity:reset.set')}
      </Button>
    </form>
  );
}

/** Without a token it asks for the mail, with one it sets the new password. */
export function ResetPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const mailWords = useMailWords();
  return (
    <div className="wrap page-sign">
      <PageHead title={t('identity:reset.title')} />
      <h1 className="h-page">{t('identity:reset.title')}</h1>
      <p className="lead gap-top-3">{token ? t('identity:reset.setLead') : mailWords('identity:reset.lead')}</p>
      {token ? <SetNew token={token} /> : <Ask />}
    </div>
  );
}
