import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { OwnDonations } from './own-donations.js';
import { useMyGifts, type MyGift } from '../api/payments.js';

const LOOK: Record<MyGift['status'], '' | 'good' | 'wait'> = {
  promised: 'wait',
  paid: 'good',
  lapsed: '',
  refunded: '',
};

function GiftLine({ gift }: { gift: MyGift }): ReactNode {
  const amounts = useAmounts();
  const zone = useZone();
  return (
    <li data-gift={gift.code}>
      <KindMark kind="money" />
      <div>
        <h3 className="h-dense">
          <Link to="/gifts/$code" params={{ code: gift.code }}>
            {amounts.say(gift.amount, gift.unit)}
          </Link>
        </h3>
        <p className="small muted break">
          {typograph(gift.needTitle)} ·{' '}
          {gift.status === 'promised'
            ? t('payments:mine.until', { day: day(gift.deadline, zone) })
            : day(gift.endedAt ?? gift.createdAt, zone)}
        </p>
      </div>
      <Tag look={LOOK[gift.status]}>
        {gift.refunded !== null && gift.refunded < gift.amount
          ? t('payments:mine.partly', { amount: amounts.say(gift.refunded, gift.unit) })
          : t(`payments:mine.${gift.status === 'lapsed' && gift.cancelledBy ? 'cancelled' : gift.status}`)}
      </Tag>
    </li>
  );
}

/** Gifts of money of a signed-in person, the newest first; nothing where there are none. */
export function MyGifts(): ReactNode {
  const gifts = useMyGifts();
  const shown = gifts.data?.pages.flatMap((page) => page.items) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="gap-top-8" aria-labelledby="my-gifts">
      <h2 className="h-block gap-below-4" id="my-gifts">
        {t('payments:mine.title')}
      </h2>
      <ul className="sheet my-offers">
        {shown.map((gift) => (
          <GiftLine key={gift.id} gift={gift} />
        ))}
      </ul>
      <MorePages pages={gifts} />
      <OwnDonations />
    </section>
  );
}
