import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { Problem } from '../../../lib/api.js';
import type { Session } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { passkeysPossibleHere, passSecondStep, type SecondStep } from '../api/account.js';

/** A code, a recovery code or a passkey: at sign-in, and where something asks once more whether it is you. */
export function SecondStepForm({
  ways,
  onDone,
  onCancel,
}: {
  ways: readonly SecondStep[];
  onDone: (session: Session) => void;
  onCancel?: () => void;
}): ReactNode {
  const withCodes = ways.includes('totp');
  const [recovery, setRecovery] = useState(
    !withCodes && ways.includes('recovery-code') && !(ways.includes('passkey') && passkeysPossibleHere()),
  );
  const [code, setCode] = useState('');
  const action = useAction(passSecondStep, { onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run(recovery ? { recoveryCode: code.trim() } : { code: code.replace(/\s/g, '') });
  };
  // A wrong code is 401 too: the way out is the next code, not another sign-in.
  const problem =
    action.problem?.code === 'identity.wrong-second-factor'
      ? new Problem(422, action.problem.code, action.problem.message)
      : action.problem;
  return (
    <form className="sheet pad-l stack-6" onSubmit={submit}>
      {(withCodes || recovery) && (
        <TextField
          key={String(recovery)}
          autoFocus
          label={t(recovery ? 'identity:step.recovery' : 'identity:step.code')}
          hint={t(recovery ? 'identity:step.recoveryHint' : 'identity:step.codeHint')}
          name="code"
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          required
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <ProblemNotice problem={problem} />
      {(withCodes || recovery) && (
        <Button type="submit" look="main" size="large" wide busy={action.busy}>
          {t('identity:step.go')}
        </Button>
      )}
      <p className="row row-wrap">
        {ways.includes('passkey') && passkeysPossibleHere() && (
          <Button look={withCodes || recovery ? 'quiet' : 'main'} onClick={() => void action.run('passkey')}>
            {t('identity:step.passkey')}
          </Button>
        )}
        {ways.includes('recovery-code') && (
          <Button
            look="plain"
            onClick={() => {
              setRecovery(!recovery);
              setCode('');
              action.clear();
            }}
          >
            {t(recovery && withCodes ? 'identity:step.withCode' : 'identity:step.withRecovery')}
          </Button>
        )}
        {onCancel && (
          <Button look="plain" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        )}
      </p>
    </form>
  );
}
