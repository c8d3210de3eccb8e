import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import type { Payee } from '../api/payments.js';
import { CopyLine } from './copy-line.js';

/** How to pay, in words, for who types it into their bank. */
export function PayDetails({
  payee,
  purpose,
  open = false,
}: {
  payee: Payee;
  purpose: string;
  open?: boolean;
}): ReactNode {
  const lines: [string, string | null][] = [
    ['name', payee.name],
    ['inn', payee.inn],
    ['kpp', payee.kpp],
    ['account', payee.account],
    ['bankName', payee.bankName],
    ['bik', payee.bik],
    ['correspondent', payee.correspondent],
    ['purpose', purpose],
  ];
  return (
    <details className="give-part" open={open}>
      <summary className="strong">{t('payments:details')}</summary>
      <div className="stack-2 gap-top-3">
        {lines.map(
          ([field, value]) => value && <CopyLine key={field} label={t(`payments:field.${field}`)} value={value} />,
        )}
      </div>
    </details>
  );
}
