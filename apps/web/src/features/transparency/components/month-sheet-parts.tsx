import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { count } from '../../../lib/amount.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import type { MonthSheet } from '../api/sheets.js';

/** What arrived in the month beside the month before it. */
export function ArrivedInMonth({ sheet }: { sheet: MonthSheet }): ReactNode {
  const amounts = useAmounts();
  const { arrived } = sheet;
  return (
    <section className="gap-top-8" aria-labelledby="came">
      <h2 className="h-dense" id="came">
        {t('monthSheet:arrived')}
      </h2>
      <p className="muted gap-top-2">
        {arrived.length === 0 ? t('monthSheet:noneArrived') : t('monthSheet:arrivedLead')}
      </p>
      {arrived.length > 0 && (
        <table className="ledger gap-top-3">
          <thead>
            <tr>
              <th scope="col">{t('monthSheet:what')}</th>
              <th scope="col" className="r">
                {t('monthSheet:amount')}
              </th>
              <th scope="col" className="r">
                {t('monthSheet:earlier')}
              </th>
            </tr>
          </thead>
          <tbody>
            {arrived.map(({ kind, unit, amount, before }) => (
              <tr key={`${kind} ${unit}`}>
                <th scope="row" className="line-name">
                  <span className="row">
                    <KindMark kind={kind} size="s" />
                    {t(`kind.${kind}`)}
                  </span>
                </th>
                <td className="r strong">{amounts.say(amount, unit)}</td>
                <td className="r">{amounts.say(before, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Who opened needs in the month, and whose needs got something in it. */
export function OrganizationsOfMonth({ sheet }: { sheet: MonthSheet }): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  if (sheet.organizations.length === 0) return null;
  return (
    <section className="gap-top-8" aria-labelledby="whose">
      <h2 className="h-dense" id="whose">
        {t('monthSheet:organizations')}
      </h2>
      <table className="ledger gap-top-3">
        <thead>
          <tr>
            <th scope="col">{t('monthSheet:organization')}</th>
            <th scope="col" className="r">
              {t('monthSheet:new')}
            </th>
            <th scope="col" className="r">
              {t('monthSheet:got')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.organizations.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="line-name">
                {typograph(one.shortName)}
                <br />
                <span className="small muted">{placeName(places.get(one.place), PENDING_NAME)}</span>
              </th>
              <td className="r">{count(one.opened)}</td>
              <td className="r">
                {one.arrived.length === 0
                  ? t('monthSheet:nothing')
                  : one.arrived.map(({ kind, unit, amount }) => (
                      <div key={`${kind} ${unit}`}>{amounts.say(amount, unit)}</div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
