import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { ConsentText } from '../../../lib/api-types.js';
import { focusFirstError } from '../../../lib/form.js';
import { currentLocale } from '../../../lib/locale.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useInstallation, useMailWords } from '../../installation/api/installation.js';
import { TextLinks } from '../../installation/components/text-links.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { register, useConsentTexts } from '../api/session.js';
import { keepWayOn } from './way-on.js';

const route = getRouteApi('/join');

function Sent({ to, next, again }: { to: string; next: string | undefined; again: () => void }): ReactNode {
  const mails = useInstallation().data?.sendsMail ?? true;
  return (
    <div className="gap-top-6 stack" tabIndex={-1} data-registered>
      {mails ? (
        <Notice look="good" role="status">
          <p>{t('identity:sent', { email: to })}</p>
        </Notice>
      ) : (
        <Notice look="wait" role="status">
          <p>
            {t('identity:noMails', { email: to })}
            <WhoRunsIt />
          </p>
        </Notice>
      )}
      {mails && <p className="small">{t('identity:sentNothing')}</p>}
      <p className="row row-wrap">
        <Link className="btn btn-main" to="/sign-in" search={{ next }}>
          {t('identity:signIn')}
        </Link>
        <Button onClick={again}>{t('identity:sendAgain')}</Button>
      </p>
    </div>
  );
}

/** Said before anything is sent. */
function WhereTheLinkComes(): ReactNode {
  return (
    <>
      {useMailWords()('identity:joinLink')}
      <WhoRunsIt />
    </>
  );
}

function Consents({
  texts,
  agreed,
  onChange,
}: {
  texts: readonly ConsentText[];
  agreed: Record<string, boolean>;
  onChange: (agreed: Record<string, boolean>) => void;
}): ReactNode {
  return texts.map((text) => (
    <label key={text.purpose} className="check">
      <input
        type="checkbox"
        required={text.purpose === 'personal-data'}
        checked={agreed[text.purpose] ?? false}
        onChange={(event) => onChange({ ...agreed, [text.purpose]: event.target.checked })}
      />
      <span>{text.text}</span>
    </label>
  ));
}

/** The answer is the same whether the address was known or not: nobody learns who is registered here. */
export function JoinPage(): ReactNode {
  const { next } = route.useSearch();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState({ name: '', email: '', password: '' });
  const texts = useConsentTexts();
  const [agreed, setAgreed] = useState<Record<string, boolean>>({});
  const [sentTo, setSentTo] = useState<string | null>(null);
  const action = useAction(register, {
    onDone: () => {
      keepWayOn(next);
      setSentTo(form.email.trim());
      goToOutcome('[data-registered]', t('identity:joinTitle'));
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      name: form.name.trim(),
      email: form.email.trim(),
      password: form.password,
      locale: currentLocale(),
      consents: (texts.data ?? [])
        .filter((text) => agreed[text.purpose])
        .map(({ purpose, version }) => ({ purpose, version })),
    });
    focusFirstError(element.current);
  };
  return (
    <div className="wrap page-sign">
      <PageHead title={t('identity:joinTitle')} />
      <h1 className="h-page">{t('identity:joinTitle')}</h1>
      {sentTo ? (
        <Sent to={sentTo} next={next} again={() => setSentTo(null)} />
      ) : (
        <form ref={element} className="sheet pad-l stack-6 gap-top-6" onSubmit={(event) => void submit(event)}>
          <TextField
            label={t('identity:name')}
            hint={t('identity:nameHint')}
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            value={form.name}
            error={error('name')}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
          <TextField
            label={t('identity:email')}
            type="email"
            name="email"
            autoComplete="email"
            required
            maxLength={254}
            value={form.email}
            hint={<WhereTheLinkComes />}
            error={error('email')}
            onChange={(event) => setForm({ ...form, email: event.target.value })}
          />
          <TextField
            label={t('identity:password')}
            hint={t('identity:passwordHint')}
            type="password"
            name="password"
            autoComplete="new-password"
            required
            maxLength={200}
            value={form.password}
            error={error('password')}
            onChange={(event) => setForm({ ...form, password: event.target.value })}
          />
          <Loaded query={texts} bones={<Bones rows={1} height={96} />}>
            {(known) => <Consents texts={known} agreed={agreed} onChange={setAgreed} />}
          </Loaded>
          {error('consents') && <p className="error">{error('consents')}</p>}
          <TextLinks />
          <ProblemNotice problem={action.problem} />
          <Button type="submit" look="main" size="large" wide busy={action.busy || !texts.data}>
            {t('identity:joinGo')}
          </Button>
          <p className="small">
            {t('identity:haveAccount')}{' '}
            <Link to="/sign-in" search={{ next }}>
              {t('identity:signIn')}
            </Link>
          </p>
        </form>
      )}
    </div>
  );
}
