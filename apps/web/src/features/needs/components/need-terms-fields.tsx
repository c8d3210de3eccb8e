import type { ReactNode } from 'react';
import { SelectField, TextField } from '../../../components/field.js';
import { dateIn } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';

interface Terms {
  deadline: string;
  urgency: string;
  beneficiaries: string;
}

/** Until when, how urgent, for how many: the same in a new need and in an edit. */
export function NeedTermsFields({
  form,
  change,
  error,
}: {
  form: Terms;
  change: (changes: Partial<Terms>) => void;
  error: (field: string) => string | undefined;
}): ReactNode {
  return (
    <>
      <TextField
        label={t('needsDesk:form.deadline')}
        type="date"
        required
        min={dateIn(0)}
        value={form.deadline}
        error={error('deadline')}
        onChange={(event) => change({ deadline: event.target.value })}
      />
      <SelectField
        label={t('needsDesk:form.urgency')}
        value={form.urgency}
        error={error('urgency')}
        onChange={(event) => change({ urgency: event.target.value })}
      >
        {['1', '2', '3', '4', '5'].map((u) => (
          <option key={u} value={u}>
            {t(`needs:urgency.${u}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('needsDesk:form.beneficiaries')}
        optional
        inputMode="numeric"
        maxLength={8}
        value={form.beneficiaries}
        error={error('beneficiaries')}
        onChange={(event) => change({ beneficiaries: event.target.value })}
      />
    </>
  );
}
