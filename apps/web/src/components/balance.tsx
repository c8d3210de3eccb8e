import type { ReactNode } from 'react';
import type { Kind, NeedBalance } from '../lib/api-types.js';
import { t } from '../lib/words.js';
import { useAmounts } from '../features/catalogue/api/catalogue.js';

/** Percent of `required`; what is there but under 1 % is drawn 2 px wide. */
function width(part: number, whole: number): string | undefined {
  if (part <= 0 || whole <= 0) return undefined;
  const share = (part / whole) * 100;
  return share < 1 ? '2px' : `${share.toFixed(2)}%`;
}

const percent = (part: number, whole: number): number => (whole > 0 ? Math.round((part / whole) * 100) : 0);

/** Solid = received, hatch = reserved, empty = still needed. */
export function BalanceBar({
  balance,
  kind,
  size = '',
}: {
  balance: NeedBalance;
  kind: Kind;
  size?: '' | 's' | 'l';
}): ReactNode {
  const got = width(balance.received, balance.required);
  const held = width(balance.reserved, balance.required);
  return (
    <div
      className={`bar k-${kind}${size ? ` bar-${size}` : ''}`}
      role="img"
      aria-label={t('balance.share', {
        received: percent(balance.received, balance.required),
        reserved: percent(balance.reserved, balance.required),
      })}
    >
      {got && <i className="got" style={{ width: got }} />}
      {held && <i className="held" style={{ width: held }} />}
    </div>
  );
}

/** The four words, always in this order: нужно, получено, в резерве, осталось. */
export function BalanceSheet({ balance, kind }: { balance: NeedBalance; kind: Kind }): ReactNode {
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, balance.unit);
  return (
    <section className={`k-${kind}`} aria-label={t('balance.title')}>
      <BalanceBar balance={balance} kind={kind} size="l" />
      <dl className="balance">
        <div className="first">
          <dt>{t('balance.required')}</dt>
          <dd className="num" data-balance="required">
            {say(balance.required)}
          </dd>
        </div>
        <div>
          <dt>
            <i className="bar-key got" />
            {t('balance.received')}
          </dt>
          <dd className="num" data-balance="received">
            {say(balance.received)}
          </dd>
        </div>
        <div>
          <dt>
            <i className="bar-key held" />
            {t('balance.reserved')}
          </dt>
          <dd className="num" data-balance="reserved">
            {say(balance.reserved)}
          </dd>
        </div>
        <div className="last">
          <dt>
            <i className="bar-key open" />
            {t('balance.open')}
          </dt>
          <dd className="num" data-balance="open">
            {say(balance.open)}
          </dd>
        </div>
      </dl>
    </section>
  );
}
