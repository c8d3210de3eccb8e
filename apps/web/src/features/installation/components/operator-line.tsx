import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import type { Operator } from '../api/installation.js';

/** Who answers for it; said on every page of this kind. */
export function OperatorLine({ operator }: { operator: Operator }): ReactNode {
  return (
    <>
      {operator.name}, {t('installation:inn', { inn: operator.inn })}, {operator.address},{' '}
      <a href={`mailto:${operator.email}`}>{operator.email}</a>
      {operator.phone && `, ${operator.phone}`}
    </>
  );
}
