import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import type { SignUp } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { consentLink } from '../api/consents.js';

/** That a volunteer is under 18, and how old; empty: they are not. */
export function AgeField({
  age,
  error,
  onChange,
}: {
  age: string;
  error: string | undefined;
  onChange: (age: string) => void;
}): ReactNode {
  return (
    <div className="stack-2">
      <label className="check">
        <input type="checkbox" checked={age !== ''} onChange={(event) => onChange(event.target.checked ? '16' : '')} />
        <span>{t('signUps:minor.under')}</span>
      </label>
      {age !== '' && (
        <SelectField
          label={t('signUps:minor.age')}
          hint={t('signUps:minor.hint')}
          value={age}
          error={error}
          onChange={(event) => onChange(event.target.value)}
        >
          {['14', '15', '16', '17'].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

/** What the guardian says of one's own sign-up, and the link by which they say it. */
export function ConsentAsk({ signUp, timeZone }: { signUp: SignUp; timeZone: string }): ReactNode {
  const [url, setUrl] = useState('');
  const action = useAction(consentLink, { onDone: (answer) => setUrl(answer.url) });
  const { consent } = signUp;
  if (!consent || !['signed_up', 'waiting'].includes(signUp.status)) return null;
  if (consent.status === 'given') return <p className="small">{t('signUps:minor.given')}</p>;
  return (
    <div className="stack">
      <Notice look="wait">
        <p>{t('signUps:minor.ask', { until: dayTime(consent.until, timeZone) })}</p>
      </Notice>
      {url ? (
        <TextField
          label={t('signUps:minor.link')}
          hint={t('signUps:minor.linkHint')}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
      ) : (
        <div>
          <Button busy={action.busy} onClick={() => void action.run(signUp.id)}>
            {t('signUps:minor.linkGo')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}
