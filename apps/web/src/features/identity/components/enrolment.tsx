import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { addPasskey, beginTotp, confirmTotp } from '../api/account.js';
import { OwnPassword } from './own-words.js';

const REFRESH = ['second-factors', 'session', 'own-sessions'];
interface Props {
  onDone: (recoveryCodes: string[] | null) => void;
}

/** Password, then a picture to scan, then the first code: only that one connects the app. */
export function TotpEnrolment({ onDone }: Props): ReactNode {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<{ secret: string; uri: string; qr: string } | null>(null);
  const begin = useAction(beginTotp, { onDone: setBegun });
  const confirm = useAction(confirmTotp, { refresh: REFRESH, onDone: (answer) => onDone(answer.recoveryCodes) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void (begun ? confirm.run(code.replace(/\s/g, '')) : begin.run(password));
  };
  return (
    <form className="stack gap-top-4 enrolment" onSubmit={submit}>
      {!begun && <OwnPassword value={password} error={begin.error('password')} onChange={setPassword} />}
      {begun && (
        <>
          <p>{t('identity:factors.scan')}</p>
          <img
            className="qr"
            alt={t('identity:factors.qr')}
            src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`}
            width={220}
            height={220}
          />
          <p className="small">
            {t('identity:factors.byHand')} <span className="code break secret">{begun.secret}</span>
          </p>
          <TextField
            label={t('identity:step.code')}
            hint={t('identity:factors.firstCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
            value={code}
            error={confirm.error('code')}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      )}
      <ProblemNotice problem={begin.problem ?? confirm.problem} />
      <p>
        <Button type="submit" look="main" busy={begin.busy || confirm.busy}>
          {t(begun ? 'identity:factors.connect' : 'identity:factors.next')}
        </Button>
      </p>
    </form>
  );
}

export function PasskeyEnrolment({ onDone }: Props): ReactNode {
  const [form, setForm] = useState({ name: '', password: '' });
  const action = useAction(addPasskey, { refresh: REFRESH, onDone: (answer) => onDone(answer.recoveryCodes) });
  const { error } = action;
  return (
    <form
      className="stack gap-top-4 enrolment"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ name: form.name.trim(), password: form.password });
      }}
    >
      <TextField
        label={t('identity:factors.passkeyName')}
        hint={t('identity:factors.passkeyNameHint')}
        required
        maxLength={80}
        value={form.name}
        error={error('name')}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <OwnPassword
        value={form.password}
        error={error('password')}
        onChange={(password) => setForm({ ...form, password })}
      />
      <ProblemNotice problem={action.problem} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('identity:factors.addPasskey')}
        </Button>
      </p>
    </form>
  );
}
