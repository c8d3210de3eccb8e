import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, SelectField, TextField } from '../../../components/field.js';
import { Notice } from '../../../components/notice.js';
import type { Schema, Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { whereAmI } from '../api/here.js';

/** What the author of a shift says of it, as the fields have it. */
export interface ShiftWords {
  meet: string;
  gear: string;
  risks: string;
  covered: string;
  minAge: string;
  point: string;
}
export const NO_WORDS: ShiftWords = { meet: '', gear: '', risks: '', covered: '', minAge: '', point: '' };

export const wordsOf = ({ meet, gear, risks, covered, minAge, point }: Shift): ShiftWords => ({
  meet: meet ?? '',
  gear: gear ?? '',
  risks: risks ?? '',
  covered: covered ?? '',
  minAge: minAge === null ? '' : String(minAge),
  point: point ? `${point.lat}, ${point.lon}` : '',
});

function pointIn(text: string): { lat: number; lon: number } | null {
  const [lat, lon] = text.split(',').map(Number);
  return text.trim() === '' || lat === undefined || lon === undefined ? null : { lat, lon };
}

/** As the server reads them. */
export function saidIn({
  meet,
  gear,
  risks,
  covered,
  minAge,
  point,
}: ShiftWords): Required<Pick<Schema['PlanShiftDto'], keyof ShiftWords>> {
  return {
    meet,
    gear: gear || null,
    risks: risks || null,
    covered: covered || null,
    minAge: minAge ? Number(minAge) : null,
    point: pointIn(point),
  };
}

interface Props {
  words: ShiftWords;
  wrong: (field: string) => string | undefined;
  onChange: (words: Partial<ShiftWords>) => void;
}

/** Two numbers, as a map shows them; or where this device is now. */
function PointField({ words, wrong, onChange }: Props): ReactNode {
  const [state, setState] = useState<'busy' | 'lost' | null>(null);
  const here = async (): Promise<void> => {
    setState('busy');
    const found = await whereAmI().catch(() => null);
    setState(found ? null : 'lost');
    if (found) onChange({ point: `${found.lat.toFixed(5)}, ${found.lon.toFixed(5)}` });
  };
  return (
    <div className="stack-2">
      <TextField
        label={t('presence:point')}
        hint={t('presence:pointHint')}
        optional
        placeholder="50.29070, 127.52720"
        pattern="\s*-?[0-9]{1,2}(\.[0-9]+)?\s*,\s*-?[0-9]{1,3}(\.[0-9]+)?\s*"
        title={t('presence:pointHint')}
        value={words.point}
        error={wrong('point')}
        onChange={(event) => onChange({ point: event.target.value })}
      />
      <div>
        <Button size="dense" busy={state === 'busy'} onClick={() => void here()}>
          {t('presence:pointHere')}
        </Button>
      </div>
      {state === 'lost' && (
        <Notice look="bad" role="alert">
          <p>{t('presence:noPoint')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Where they meet, what to bring, what to mind, what is provided, from which age on. */
export function ShiftWordFields({ words, wrong, onChange }: Props): ReactNode {
  const area = (field: 'meet' | 'gear' | 'risks' | 'covered') => ({
    rows: 2,
    value: words[field],
    error: wrong(field),
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  return (
    <>
      <AreaField label={t('volunteering:meet')} hint={t('volunteering:meetHint')} required {...area('meet')} />
      <PointField words={words} wrong={wrong} onChange={onChange} />
      <AreaField label={t('volunteering:gear')} optional {...area('gear')} />
      <AreaField label={t('volunteering:covered')} hint={t('presence:coveredHint')} optional {...area('covered')} />
      <AreaField label={t('volunteering:risks')} optional {...area('risks')} />
      <SelectField
        label={t('presence:minAge')}
        value={words.minAge}
        error={wrong('minAge')}
        onChange={(event) => onChange({ minAge: event.target.value })}
      >
        <option value="">{t('presence:anyAge')}</option>
        {['15', '16', '17', '18'].map((age) => (
          <option key={age} value={age}>
            {t('volunteering:fromAge', { age })}
          </option>
        ))}
      </SelectField>
    </>
  );
}
