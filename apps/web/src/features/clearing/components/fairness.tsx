import type { ReactNode } from 'react';
import { FromTo } from '../../../components/marks.js';
import { t } from '../../../lib/words.js';
import type { Fairness, MovedShares } from '../api/clearings.js';
import { index, percent } from './said.js';

/** How even it is, what it would be without equity, and what that costs. */
export function FairnessList({ fairness, moved }: { fairness: Fairness; moved: MovedShares | null }): ReactNode {
  return (
    <dl className="facts facts-left gap-top-3">
      <dt>{t('clearings:jain')}</dt>
      <dd>
        <b className="num">
          {fairness.jainWithoutEquity === null ? (
            index(fairness.jain)
          ) : (
            <FromTo from={index(fairness.jainWithoutEquity)} to={index(fairness.jain)} />
          )}
        </b>
        , {t('clearings:jainText')}
      </dd>
      {moved && (
        <>
          <dt>{t('clearings:jainArrived')}</dt>
          <dd>
            <b className="num">
              <FromTo from={index(moved.jain.before)} to={index(moved.jain.after)} />
            </b>
            , {t('clearings:jainArrivedText')}
          </dd>
          <dt>{t('clearings:jainOrganizations')}</dt>
          <dd>
            <b className="num">
              <FromTo from={index(moved.jainOfOrganizations.before)} to={index(moved.jainOfOrganizations.after)} />
            </b>
          </dd>
        </>
      )}
      {fairness.priceOfEquity !== null && (
        <>
          <dt>{t('clearings:price')}</dt>
          <dd>{t('clearings:priceText', { price: percent(fairness.priceOfEquity, 1) })}</dd>
        </>
      )}
    </dl>
  );
}
