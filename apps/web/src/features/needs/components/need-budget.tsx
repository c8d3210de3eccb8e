import type { ReactNode } from 'react';
import type { Need } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

/** What the money is for, line by line; the lines add up to what is asked for. */
export function NeedBudget({ need }: { need: Need }): ReactNode {
  const amounts = useAmounts();
  if (!need.budget) return null;
  return (
    <section aria-labelledby="budget" data-budget>
      <h2 className="h-block" id="budget">
        {t('needs:budget')}
      </h2>
      <table className="ledger gap-top-3">
        <thead className="sr">
          <tr>
            <th scope="col">{t('needs:budgetWhat')}</th>
            <th scope="col">{t('needs:amount')}</th>
          </tr>
        </thead>
        <tbody>
          {need.budget.map((line, at) => (
            <tr key={at}>
              <td className="break" lang={writtenIn(line.what)}>
                {typograph(line.what)}
              </td>
              <td className="r nowrap">{amounts.say(line.amount, need.balance.unit)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="strong">{t('needs:budgetSum')}</td>
            <td className="r nowrap strong">{amounts.say(need.balance.required, need.balance.unit)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
