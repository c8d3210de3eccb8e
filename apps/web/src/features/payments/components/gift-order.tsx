import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useGiftOrder } from '../api/gift-orders.js';
import type { Gift } from '../api/payments.js';
import { Reasons } from './chosen-list.js';

/** Why the engine chose this need, and the other transfers of the same gift: each has a code and a page of its own. */
export function GiftOrderSheet({ gift }: { gift: Gift }): ReactNode {
  const amounts = useAmounts();
  const order = useGiftOrder(gift.code).data;
  const own = order?.gifts.find(({ code }) => code === gift.code);
  const others = order?.gifts.filter(({ code }) => code !== gift.code) ?? [];
  if (!order || !own || (own.why.length === 0 && others.length === 0)) return null;
  return (
    <section className="sheet pad-l stack" aria-labelledby="gift-order">
      <h2 className="h-block" id="gift-order">
        {t('giving:here.why')}
      </h2>
      <Reasons part={own} />
      {others.length > 0 && (
        <>
          <p>{t(`giving:here.${gift.provider === 'stripe' ? 'card.' : ''}split`, { count: others.length + 1 })}</p>
          <ul className="lines">
            {others.map((one) => (
              <li key={one.code} className="row row-top between row-wrap" data-gift={one.code}>
                <span>
                  <Link to="/gifts/$code" params={{ code: one.code }}>
                    {amounts.say(one.amount, one.unit)}, {typograph(one.organizationName)}
                  </Link>
                  <br />
                  <span className="small muted">{typograph(one.needTitle)}</span>
                </span>
                <Tag look={one.status === 'paid' ? 'good' : one.status === 'promised' ? 'wait' : ''}>
                  {t(`payments:mine.${one.status === 'lapsed' && one.cancelledBy ? 'cancelled' : one.status}`)}
                </Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      {order.left > 0 && (
        <p className="small muted">{t('giving:here.left', { amount: amounts.say(order.left, 'kopeck') })}</p>
      )}
    </section>
  );
}
