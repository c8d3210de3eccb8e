import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { Loaded } from '../../../components/states.js';
import type { StatementUnit } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { hasWords, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useByCode, useGoods } from '../../catalogue/api/catalogue.js';
import { useStatement } from '../api/offers.js';

function UnitRows({ unit }: { unit: StatementUnit }): ReactNode {
  const amounts = useAmounts();
  const goods = useByCode(useGoods().data);
  const say = (amount: number): string => amounts.say(amount, unit.unit);
  const what = (kind: string): string => (hasWords(`offers:moved.${kind}`) ? t(`offers:moved.${kind}`) : t('offers:moved.other'));
  return (
    <tbody>
      <tr className="unit-row"><th scope="rowgroup" colSpan={2}><span className="row"><KindMark kind={unit.kind} size="s" /><b>{unit.item ? nameOf(goods.get(unit.item), unit.item) : t(`kind.${unit.kind}`)}</b></span></th><td>{t('offers:opening')}</td><td className="r">{say(unit.opening)}</td></tr>
      {unit.entries.map((entry, index) => (
        <tr key={entry.id ?? `${entry.at} ${index}`}>
          <td className="nowrap"><time dateTime={entry.at}>{dayTime(entry.at)}</time></td><td>{entry.match ? <Link to="/matches/$id" params={{ id: entry.match }}>{what(entry.kind)}</Link> : what(entry.kind)}</td><td>{t(`offers:entryState.${entry.state}`)}</td>
          <td className={`r${entry.state === 'posted' ? ' strong' : ' muted'}`}>{say(entry.amount)}</td>
        </tr>
      ))}
      <tr className="total"><td colSpan={3}>{t('offers:closing')}</td><td className="r">{say(unit.closing)}</td></tr>
    </tbody>
  );
}

/** What arrived is added up; what is promised or held stands beside it and is never added. */
export function StatementSheet(): ReactNode {
  const query = useStatement(true);
  return (
    <section className="gap-top-8" aria-labelledby="statement">
      <h2 className="h-block" id="statement">{t('offers:statement', { year: String(new Date().getFullYear()) })}</h2>
      <p className="muted small gap-top-1">{t('offers:statementText')}</p>
      <div className="gap-top-4">
        <Loaded query={query}>
          {(statement) => statement.units.length === 0 ? <p className="muted">{t('offers:statementEmpty')}</p> : (
            <>
              <div className="sheet pad table-scroll" tabIndex={0} role="group" aria-label={t('offers:statement', { year: String(new Date().getFullYear()) })}>
                <table className="ledger ledger-dense">
                  <thead><tr><th scope="col">{t('needs:when')}</th><th scope="col">{t('needs:what')}</th><th scope="col">{t('needs:state')}</th><th scope="col" className="r">{t('needs:amount')}</th></tr></thead>
                  {statement.units.map((unit) => <UnitRows key={`${unit.kind} ${unit.unit} ${unit.item ?? ''}`} unit={unit} />)}
                </table>
              </div>
              <div className="row row-wrap gap-top-4">
                {(['pdf', 'xlsx', 'csv'] as const).map((format) => <a key={format} className="btn btn-quiet btn-dense" href={`/api/v1/me/statement.${format}`} download>{t(`offers:${format}`)}</a>)}
              </div>
              <p className="small muted gap-top-3">{t('offers:code')} <Link className="code" to="/v/$code" params={{ code: statement.verificationCode }}>{statement.verificationCode}</Link></p>
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}
