import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { appointByAddress, type Appointed } from '../../identity/api/people.js';

/** Who is a moderator now, and what that role still waits for. */
function Done({ name, asleep }: Appointed): ReactNode {
  return (
    <p className={`small ${asleep ? 'wait' : 'good'}`} tabIndex={-1} data-appointed>
      {t('administration:firstDay.appointed', { name })}{' '}
      {asleep && t(`administration:firstDay.appointedAsleep.${asleep}`)}
    </p>
  );
}

/** A moderator by the address of an account, on the spot: one after another, as two are needed. */
export function AppointForm({ onDone }: { onDone: () => void }): ReactNode {
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const [unknown, setUnknown] = useState(false);
  const [last, setLast] = useState<Appointed | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(appointByAddress, {
    refresh: ['attention', 'people', 'audit', 'first-day'],
    onDone: (answer) => {
      setUnknown(answer === null);
      if (!answer) return;
      setLast(answer);
      setEmail('');
      onDone();
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setLast(null);
    await action.run({ email: email.trim(), reason: reason.trim() });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <div className="form-row">
        <TextField
          label={t('administration:firstDay.appointEmail')}
          hint={t('administration:firstDay.appointEmailHint')}
          type="email"
          required
          maxLength={254}
          value={email}
          error={unknown ? t('administration:firstDay.appointUnknown') : undefined}
          onChange={(event) => {
            setEmail(event.target.value);
            setUnknown(false);
          }}
        />
        <TextField
          label={t('administration:people.why')}
          hint={t('administration:people.whyHint')}
          required
          maxLength={500}
          value={reason}
          error={action.error('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemNotice problem={action.general} />
      {last && <Done {...last} />}
      <p className="row row-wrap gap-top-3">
        <Button type="submit" look="main" busy={action.busy}>
          {t('administration:firstDay.appointGo')}
        </Button>
        <Link className="small" to="/admin/people" search={{}}>
          {t('administration:firstDay.allPeople')}
        </Link>
      </p>
    </form>
  );
}
