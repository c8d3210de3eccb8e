import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { withWords } from '../../../app/page-words.js';
import { Icon, KindMark } from '../../../components/marks.js';
import type { Need } from '../../../lib/api-types.js';
import { currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';
import { AcceptedList } from './accepted-list.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

/** Of needs for money, with their words. */
const ofMoney = withWords(() => import('../../payments/components/transfer-form.js'), currentLocale, ['giving']);
const TransferForm = lazy(() => ofMoney().then((module) => ({ default: module.TransferForm })));
const TransferNote = lazy(() => ofMoney().then((module) => ({ default: module.TransferNote })));

/** The way from a need to the form: what it asks for is already filled in. */
export function GiveBox({ need }: { need: Need }): ReactNode {
  const amounts = useAmounts();
  const transfers = need.can.includes('give');
  if (need.balance.open <= 0) {
    return (
      <section className="give">
        <div className="give-part">
          <h2 className="h-block">{need.balance.reserved > 0 ? t('needs:enoughIfBrought') : t('needs:collected')}</h2>
          <p className="hint">{t('needs:similarText')}</p>
          <p className="gap-top-4">
            <Link className="btn btn-main btn-wide" to="/needs" search={{ category: need.category }}>
              {t('needs:similar')}
            </Link>
          </p>
        </div>
      </section>
    );
  }
  return (
    <section className="give" aria-labelledby="give">
      <div className="give-part">
        <h2 className="h-block row" id="give">
          <KindMark kind={need.kind} />
          {t(`needs:give.${need.kind}`)}
        </h2>
        <p className="gap-top-3">
          {t('needs:giveLeft')} <b className="num">{amounts.say(need.balance.open, need.balance.unit)}</b>
        </p>
        {need.minQuantity && need.minQuantity.amount > 1 && (
          <p className="hint">
            {t('needs:giveLeast', { amount: amounts.say(need.minQuantity.amount, need.minQuantity.unit) })}
          </p>
        )}
        <AcceptedList need={need} />
        {transfers && (
          <Suspense>
            <TransferForm need={need} />
          </Suspense>
        )}
        <p className="gap-top-4">
          <Link
            className={transfers ? 'btn btn-plain btn-wide' : 'btn btn-main btn-large btn-wide'}
            to="/offer"
            search={{
              kind: need.kind,
              category: need.category,
              item: need.item ?? undefined,
              skills: need.skills.join(',') || undefined,
              prefers: need.organization.id,
            }}
          >
            {transfers ? t('needs:giveAsOffer') : t('needs:giveGo')}
          </Link>
        </p>
        <p className="gap-top-2 center">
          <Link
            className="small"
            to="/offer"
            search={{
              kind: need.kind,
              category: need.category,
              item: need.item ?? undefined,
              skills: need.skills.join(',') || undefined,
              only: need.id,
            }}
          >
            {t('needs:giveOnly')}
          </Link>
        </p>
      </div>
      <div className="give-part">
        <p className="small row row-top">
          <Icon name="shield" />
          <span className="muted">
            {transfers ? (
              <Suspense>
                <TransferNote />
              </Suspense>
            ) : (
              t(need.kind === 'money' ? 'things:theirYes' : 'needs:giveNote')
            )}
          </span>
        </p>
      </div>
    </section>
  );
}
