import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { t } from '../../../lib/words.js';

/** So much is unusual of this giver: the server asks whether it is meant. */
export function SureOfAmount({
  question,
  amount,
  sure,
  onChange,
}: {
  question: string;
  amount?: string;
  sure: boolean;
  onChange: (sure: boolean) => void;
}): ReactNode {
  return (
    <Notice look="wait" role="alert">
      <p className="strong">{question}</p>
      <label className="check gap-top-2">
        <input
          type="checkbox"
          name="sureOf"
          value={amount}
          checked={sure}
          aria-invalid={sure ? undefined : true}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{t('offers:sureOfAmount')}</span>
      </label>
    </Notice>
  );
}
