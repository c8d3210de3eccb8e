import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import type { Kind, Need, NeedBalance } from '../../../lib/api-types.js';
import { useAmounts, useByCode, useUnits } from '../../catalogue/api/catalogue.js';
import { nameOf, t } from '../../../lib/words.js';

interface Line { kind: Kind; balance: NeedBalance }

/** One line for each kind and unit: roubles, things and hours are never added up. */
function linesOf(needs: readonly Need[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { kind, balance } of needs) {
    const line = lines.get(`${kind} ${balance.unit}`) ?? { kind, balance: { required: 0, received: 0, reserved: 0, open: 0, unit: balance.unit } };
    for (const part of ['required', 'received', 'reserved', 'open'] as const) line.balance[part] += balance[part];
    lines.set(`${kind} ${balance.unit}`, line);
  }
  const order: Kind[] = ['money', 'goods', 'time'];
  return [...lines.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.balance.unit.localeCompare(b.balance.unit));
}

export function OpenTable({ needs }: { needs: readonly Need[] }): ReactNode {
  const amounts = useAmounts();
  const units = useByCode(useUnits().data);
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const label = ({ kind, balance }: Line): string => (kind === 'goods' ? capital(nameOf(units.get(amounts.spokenUnit(balance.unit, balance.required)?.code ?? balance.unit), balance.unit)) : t(`kind.${kind}`));
  return (
    <section className="section section-after" aria-labelledby="sums">
      <div className="wrap">
        <div className="section-head"><div><h2 className="h-section" id="sums">{t('home.sums')}</h2><p className="lead">{t('home.sumsLead')}</p></div></div>
        <div className="sheet pad table-scroll" tabIndex={0} role="group" aria-label={t('home.sums')}>
          <table className="ledger">
            <thead><tr>
              <th scope="col">{t('home.unit')}</th><th scope="col" className="r only-wide">{t('balance.required')}</th><th scope="col" className="r">{t('balance.received')}</th>
              <th scope="col" className="r only-wide">{t('balance.reserved')}</th><th scope="col" className="r">{t('balance.open')}</th><th scope="col" className="only-wide">{t('home.share')}</th>
            </tr></thead>
            <tbody>
              {linesOf(needs).map((line) => {
                const say = (amount: number): string => amounts.say(amount, line.balance.unit);
                return (
                  <tr key={`${line.kind} ${line.balance.unit}`}>
                    <th scope="row" className="line-name"><span className="row"><KindMark kind={line.kind} size="s" /><span>{label(line)}</span></span></th>
                    <td className="r only-wide">{say(line.balance.required)}</td><td className="r">{say(line.balance.received)}</td>
                    <td className="r only-wide">{say(line.balance.reserved)}</td><td className="r strong">{say(line.balance.open)}</td>
                    <td className="only-wide bar-cell"><BalanceBar balance={line.balance} kind={line.kind} size="s" /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
