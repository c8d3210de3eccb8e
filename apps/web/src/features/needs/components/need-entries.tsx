import type { ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import type { Entry, Need } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { hasWords, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useEntries } from '../api/needs.js';

/** The lines of the public ledger for this need: every figure above is a sum of these. People are not named. */
export function NeedEntries({ need }: { need: Need }): ReactNode {
  const query = useEntries(need.id);
  const amounts = useAmounts();
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  const word = (entry: Entry): string =>
    hasWords(`needs:entry.${entry.kind}`) ? t(`needs:entry.${entry.kind}`) : t('needs:entry.other');
  return (
    <section className="sheet pad-l" aria-labelledby="entries">
      <h2 className="h-block" id="entries">
        {t('needs:entries')}
      </h2>
      <Loaded query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted gap-top-3">{t('needs:noEntries')}</p>
          ) : (
            <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('needs:entries')}>
              <table className="ledger ledger-dense">
                <thead>
                  <tr>
                    <th scope="col">{t('needs:when')}</th>
                    <th scope="col">{t('needs:what')}</th>
                    <th scope="col">{t('needs:state')}</th>
                    <th scope="col" className="r">
                      {t('needs:amount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {page.items.map((entry) => (
                    <tr key={entry.id} data-state={entry.state}>
                      <td className="nowrap">
                        <time dateTime={entry.at}>{dayTime(entry.at, zone)}</time>
                      </td>
                      <td>{word(entry)}</td>
                      <td>{t(`needs:entryState.${entry.state}`)}</td>
                      <td className={`r entry-amount is-${entry.state}`}>{amounts.say(entry.amount, entry.unit)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
