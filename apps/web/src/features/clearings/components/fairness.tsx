import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import type { Fairness } from '../api/clearings.js';
import { index, percent } from './said.js';

/** How even it is, what it would be without equity, and what that costs. */
export function FairnessList({ fairness }: { fairness: Fairness }): ReactNode {
  return (
    <dl className="facts facts-left gap-top-3">
      <dt>{t('clearings:jain')}</dt>
      <dd><b className="num">{fairness.jainWithoutEquity === null ? index(fairness.jain) : `${index(fairness.jainWithoutEquity)} → ${index(fairness.jain)}`}</b>, {t('clearings:jainText')}</dd>
      {fairness.priceOfEquity !== null && <><dt>{t('clearings:price')}</dt><dd>{t('clearings:priceText', { price: percent(fairness.priceOfEquity, 1) })}</dd></>}
    </dl>
  );
}
