import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import type { Action } from '../../../lib/action.js';
import type { Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import type { signUpFor } from '../api/shifts.js';
import { AgeField } from './consent-ask.js';

/** One button, and where skills are asked for one word more. What became of it the box around it says, which stays when this form goes. */
export function SignUpForm({
  shift,
  action,
}: {
  shift: Shift;
  action: Action<Parameters<typeof signUpFor>[0]>;
}): ReactNode {
  const [skills, setSkills] = useState(false);
  const [people, setPeople] = useState('1');
  const [age, setAge] = useState('');
  const needsSkills = shift.skills.length > 0;
  const missing = action.problem?.fields.some(({ field }) => field === 'hasSkills');
  return (
    <>
      {needsSkills && (
        <label className="row row-top small">
          <input
            type="checkbox"
            checked={skills}
            aria-invalid={missing || undefined}
            onChange={(event) => setSkills(event.target.checked)}
          />
          <span>{t('signUps:hasSkills')}</span>
        </label>
      )}
      {shift.capacity > 1 && (
        <TextField
          label={t('signUps:group.people')}
          hint={t('signUps:group.hint')}
          type="number"
          inputMode="numeric"
          min={1}
          max={Math.min(10, shift.capacity)}
          value={people}
          error={action.error('people')}
          onChange={(event) => setPeople(event.target.value)}
        />
      )}
      {Number(people) === 1 && <AgeField age={age} error={action.error('age')} onChange={setAge} />}
      <Button
        look="main"
        size="large"
        wide
        busy={action.busy}
        onClick={() =>
          void action.run({
            shift: shift.id,
            ...(age !== '' && Number(people) === 1 ? { age: Number(age) } : {}),
            ...(needsSkills ? { hasSkills: skills } : {}),
            ...(Number(people) > 1 ? { people: Number(people) } : {}),
          })
        }
      >
        {t(shift.free > 0 ? 'volunteering:signUp' : 'volunteering:wait')}
      </Button>
      <p className="hint">{t(shift.free > 0 ? 'signUps:signUpHint' : 'signUps:waitHint')}</p>
    </>
  );
}
