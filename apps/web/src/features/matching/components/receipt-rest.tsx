import type { ReactNode } from 'react';
import type { Match } from '../../../lib/api-types.js';
import { decimal } from '../../../lib/decimal.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

/** What a receipt leaves of the agreement: neither come nor lost, it is free at its giver again. Said before it is sent. */
export function ReceiptRest({ match, came, lost }: { match: Match; came: string; lost: string }): ReactNode {
  const amounts = useAmounts();
  const whole = Number(decimal(amounts.plain(match.amount, match.unit).quantity));
  const said = [came, lost].map((typed) => Number(decimal(typed) || 0));
  if (whole <= 0 || said.some(Number.isNaN)) return null;
  const rest = match.amount - Math.round(said.reduce((sum, one) => sum + one, 0) * (match.amount / whole));
  if (rest <= 0) return null;
  return (
    <p className="small" role="status">
      {t(`matching:confirm.rest.${match.need.kind}`, { amount: amounts.say(rest, match.unit) })}
    </p>
  );
}
