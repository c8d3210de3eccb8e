import type { ReactNode } from 'react';
import { TextField } from '../../../components/field.js';
import { t } from '../../../lib/words.js';
import type { BankAccount } from '../api/organizations.js';

/** The numbers of a bank account; `error` answers for `account.bik` and its neighbours. */
export function AccountFields({
  account,
  change,
  error,
}: {
  account: BankAccount;
  change: (changes: Partial<BankAccount>) => void;
  error: (field: string) => string | undefined;
}): ReactNode {
  const field = (name: keyof BankAccount, max: number): ReactNode => (
    <TextField
      label={t(`organizations:form.${name}`)}
      required
      inputMode={name === 'bankName' ? undefined : 'numeric'}
      maxLength={max}
      value={account[name]}
      error={error(`account.${name}`) ?? (name === 'bik' ? error('account') : undefined)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <div className="grid-2">
      {field('bik', 40)}
      {field('number', 40)}
      {field('bankName', 160)}
      {field('correspondent', 40)}
    </div>
  );
}
