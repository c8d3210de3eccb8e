import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { SignUp } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { stepSignUp } from '../api/shifts.js';
import { AgeField } from './consent-ask.js';

/** Takes the place that is kept. A volunteer who is proposed one says here whether they are under 18: they have signed up for nothing before. */
export function AcceptPlace({ signUp, onDone }: { signUp: SignUp; onDone: () => void }): ReactNode {
  const [age, setAge] = useState('');
  const action = useAction(stepSignUp, { refresh: ['shifts'], onDone });
  if (!signUp.can.includes('accept')) return null;
  return (
    <>
      {signUp.proposed && <AgeField age={age} error={action.error('age')} onChange={setAge} />}
      <Button
        look="main"
        size="large"
        wide
        busy={action.busy}
        onClick={() => void action.run({ id: signUp.id, step: 'accept', body: age === '' ? {} : { age: Number(age) } })}
      >
        {t('signUps:accept')}
      </Button>
      <ProblemNotice problem={action.general} />
    </>
  );
}
