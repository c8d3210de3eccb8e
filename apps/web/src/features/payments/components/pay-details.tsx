import type { ReactNode } from 'react';
import { Requisites } from '../../../components/requisites.js';
import { t } from '../../../lib/words.js';
import type { Payee } from '../api/payments.js';

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
      <div className="gap-top-3 reqs-narrow">
        <Requisites
          rows={lines.flatMap(([field, value]) => (value ? [[t(`payments:field.${field}`), value] as const] : []))}
          copy={(what) => t('payments:copy', { what })}
          copyAll={t('payments:copyAll')}
        />
      </div>
    </details>
  );
}
