import { useEffect, useRef, type ReactNode } from 'react';
import { FieldError } from '../../../components/field.js';
import { t } from '../../../lib/words.js';

/** Where a shift asks for skills: the server refuses without a yes; the refusal stands at the box and the focus goes there. */
export function SkillsCheck({
  skills,
  error,
  onChange,
}: {
  skills: boolean;
  error: string | undefined;
  onChange: (skills: boolean) => void;
}): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  return (
    <div className="field">
      <label className="check">
        <input
          ref={box}
          type="checkbox"
          checked={skills}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'skills-error' : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{t('signUps:hasSkills')}</span>
      </label>
      {error && <FieldError id="skills-error">{error}</FieldError>}
    </div>
  );
}
