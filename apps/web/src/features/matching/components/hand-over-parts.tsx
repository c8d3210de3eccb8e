import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { t } from '../../../lib/words.js';
import { decimal } from '../../../lib/decimal.js';

/** A number that is changed by one with a thumb, or typed. */
export function Stepper({
  label,
  hint,
  value,
  max,
  onChange,
}: {
  label: string;
  hint: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}): ReactNode {
  const set = (next: number): void => onChange(Math.max(0, Math.min(max, Number(next.toFixed(3)))));
  return (
    <div className="part-line" role="group" aria-label={label}>
      <span>
        <b className="strong">{label}</b>
        <br />
        <span className="small muted">{hint}</span>
      </span>
      <span className="step-by">
        <Button look="plain" aria-label={t('handover:less', { what: label })} onClick={() => set(value - 1)}>
          −
        </Button>
        <input
          className="num"
          type="text"
          inputMode="decimal"
          aria-label={label}
          value={String(value)}
          onChange={(event) => set(Number(decimal(event.target.value)) || 0)}
        />
        <Button look="plain" aria-label={t('handover:more', { what: label })} onClick={() => set(value + 1)}>
          +
        </Button>
      </span>
    </div>
  );
}

/** Why, with one press. */
export function Reasons<R extends string>({
  label,
  reasons,
  chosen,
  words,
  onChoose,
}: {
  label: string;
  reasons: readonly R[];
  chosen: R;
  words: string;
  onChoose: (reason: R) => void;
}): ReactNode {
  return (
    <div className="chips part-why" role="group" aria-label={label}>
      {reasons.map((reason) => (
        <button
          key={reason}
          type="button"
          className="chip chip-dense"
          aria-pressed={reason === chosen}
          onClick={() => onChoose(reason)}
        >
          {t(`${words}.${reason}`)}
        </button>
      ))}
    </div>
  );
}
