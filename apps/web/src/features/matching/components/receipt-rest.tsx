import type { ReactNode } from 'react';
import type { Match } from '../../../lib/api-types.js';
import { typedBase } from '../typed-amount.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

/** What a receipt leaves of the agreement: neither come nor lost, it is free at its giver again. Said before it is sent. */
export function ReceiptRest({ match, came, lost }: { match: Match; came: string; lost: string }): ReactNode {
  const amounts = useAmounts();
  const typed = [came, lost || '0'].map((text) => typedBase(text, match, amounts));
  const rest = typed.reduce((left, one) => left - ('base' in one ? one.base : Infinity), match.amount);
  if (rest <= 0) return null;
  return (
    <p className="small" role="status">
      {t(`matching:confirm.rest.${match.need.kind}`, { amount: amounts.say(rest, match.unit) })}
    </p>
  );
}
