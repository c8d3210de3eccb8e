import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day, dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { takeBackGift, useStandingGifts, type StandingGift } from '../api/standing-gifts.js';

export function GiftTag({ gift }: { gift: StandingGift }): ReactNode {
  return (
    <Tag look={gift.status === 'paid' ? 'good' : gift.status === 'promised' ? 'wait' : ''}>
      {gift.takenBack && gift.status === 'lapsed' ? t('standing:gift.takenBack') : t(`payments:mine.${gift.status}`)}
    </Tag>
  );
}

function GiftLine({ gift }: { gift: StandingGift }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const action = useAction(takeBackGift, { refresh: ['standing-offers', 'gift', 'needs'] });
  return (
    <li data-gift={gift.code} className="stack-2">
      <p className="row row-top between row-wrap">
        <span>
          <Link to="/gifts/$code" params={{ code: gift.code }}>
            {amounts.say(gift.amount, gift.unit)}, {typograph(gift.needTitle)}
          </Link>
          <br />
          <span className="small muted">
            {typograph(gift.organizationName)} · {day(`${gift.day}T12:00:00Z`, 'UTC')}
          </span>
        </span>
        <GiftTag gift={gift} />
      </p>
      {gift.takeBackUntil && (
        <>
          <p className="row row-wrap">
            <Link className="btn btn-main btn-dense" to="/gifts/$code" params={{ code: gift.code }}>
              {t(gift.provider === 'stripe' ? 'standing:card.see' : 'standing:gift.pay')}
            </Link>
            <Button size="dense" busy={action.busy} onClick={() => void action.run(gift.code)}>
              {t('standing:gift.takeBack')}
            </Button>
          </p>
          {gift.chargeAt && <p className="small">{t('standing:card.on', { day: day(gift.chargeAt, zone) })}</p>}
          <p className="hint">{t('standing:gift.takeBackUntil', { time: dayTime(gift.takeBackUntil, zone) })}</p>
        </>
      )}
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** What the engine decided at each date of a standing gift: why stands on the page of each. */
export function StandingGifts({ id }: { id: string }): ReactNode {
  const query = useStandingGifts(id);
  return (
    <section aria-labelledby="standing-gifts">
      <h2 className="h-block gap-below-4" id="standing-gifts">
        {t('standing:gift.made')}
      </h2>
      <Loaded query={query}>
        {(gifts) =>
          gifts.length === 0 ? (
            <Empty title={t('standing:gift.none')}>
              <p>{t('standing:gift.noneText')}</p>
            </Empty>
          ) : (
            <ul className="sheet pad lines">
              {gifts.map((gift) => (
                <GiftLine key={gift.code} gift={gift} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
