import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import type { Action } from '../../../lib/action.js';
import type { Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import type { signUpFor } from '../api/shifts.js';
import { AgeField } from './consent-ask.js';
import { SkillsCheck } from './skills-check.js';

/** One button, and where skills are asked for one word more. A refusal stands at its field or here; when this form goes, the box around it says what became of it. */
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
  return (
    <>
      {needsSkills && <SkillsCheck skills={skills} error={action.error('hasSkills')} onChange={setSkills} />}
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
      <ProblemNotice problem={action.general} />
    </>
  );
}
