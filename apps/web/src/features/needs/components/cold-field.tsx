import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';

/** Whether the organization can keep things cold: without it nothing is proposed that must stay so. */
export function ColdField({
  checked,
  onChange,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactNode {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{t('needsDesk:form.coldChain')}</span>
    </label>
  );
}
