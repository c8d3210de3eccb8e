import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { changeEmail, changePassword } from '../api/account.js';

/** The present password, asked for wherever a person at an open screen must not be enough. */
export function OwnPassword({
  value,
  error,
  onChange,
  label,
}: {
  value: string;
  error?: string;
  onChange: (value: string) => void;
  label?: string;
}): ReactNode {
  return (
    <TextField
      label={label ?? t('identity:security.present')}
      type="password"
      autoComplete="current-password"
      required
      maxLength={200}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function PasswordForm(): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState({ current: '', password: '' });
  const [done, setDone] = useState(false);
  const action = useAction(changePassword, {
    refresh: ['own-sessions'],
    onDone: () => {
      setDone(true);
      setForm({ current: '', password: '' });
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(false);
    await action.run(form);
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
      <OwnPassword
        value={form.current}
        error={error('current')}
        onChange={(current) => setForm({ ...form, current })}
      />
      <TextField
        label={t('identity:newPassword')}
        hint={t('identity:passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
        value={form.password}
        error={error('password')}
        onChange={(event) => setForm({ ...form, password: event.target.value })}
      />
      {done && (
        <Notice look="good" role="status">
          <p>{t('identity:security.passwordDone')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.problem} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('identity:security.passwordGo')}
        </Button>
      </p>
    </form>
  );
}

export function AddressForm(): ReactNode {
  const mailWords = useMailWords();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState({ email: '', password: '' });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const action = useAction(changeEmail, {
    onDone: () => {
      setSentTo(form.email.trim());
      setForm({ email: '', password: '' });
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ email: form.email.trim(), password: form.password });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('identity:security.newEmail')}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={form.email}
        error={error('email')}
        onChange={(event) => setForm({ ...form, email: event.target.value })}
      />
      <OwnPassword
        label={t('identity:password')}
        value={form.password}
        error={error('password')}
        onChange={(password) => setForm({ ...form, password })}
      />
      {sentTo && (
        <Notice look="good" role="status">
          <p>{mailWords('identity:security.emailSent', { email: sentTo })}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.problem} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {mailWords('identity:security.emailGo')}
        </Button>
      </p>
    </form>
  );
}
