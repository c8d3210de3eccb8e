import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { day } from '../../../lib/dates.js';
import { money } from '../../../lib/money.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import type { CardDifference } from '../api/card.js';

/** Where a payment stands in Stripe's own dashboard. */
const atStripe = (id: string): string => `https://dashboard.stripe.com/payments/${encodeURIComponent(id)}`;

function Line({ one }: { one: CardDifference }): ReactNode {
  return (
    <li className="aside-line" data-difference={one.id}>
      <div className="stack-2">
        <h3 className="h-dense num">{money(one.amount, one.currency)}</h3>
        <p className="small muted">
          {t('cardDesk:differences.since', { day: day(`${one.since}T12:00:00Z`, 'UTC') })}
          {one.organizationName && one.organization && (
            <>
              {' · '}
              <Link to="/organizations/$id" params={{ id: one.organization }}>
                {typograph(one.organizationName)}
              </Link>
            </>
          )}
          {one.gift && (
            <>
              {' · '}
              <Link className="code" to="/gifts/$code" params={{ code: one.gift }}>
                {one.gift}
              </Link>
            </>
          )}
        </p>
        <p className="small">{t(`cardDesk:differences.what.${one.side}`)}</p>
        <p className="small">
          <b>{t('cardDesk:differences.do')}</b> {t(`cardDesk:differences.way.${one.side}`)}
        </p>
        <p className="small">
          {one.id.startsWith('pi_') ? (
            <a className="code break" href={atStripe(one.id)} rel="noreferrer" target="_blank">
              {one.id}
            </a>
          ) : (
            <span className="code break">{one.id}</span>
          )}
        </p>
      </div>
      <Tag look="wait">{t(`cardDesk:differences.side.${one.side}`)}</Tag>
    </li>
  );
}

/** What the comparison with Stripe could not mend: what it is, and the way out. */
export function CardDifferenceLines({ items }: { items: readonly CardDifference[] }): ReactNode {
  return (
    <ul className="panel">
      {items.map((one) => (
        <Line key={`${one.side} ${one.id}`} one={one} />
      ))}
    </ul>
  );
}
