import { useState, type ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type BalanceItem, type BalanceUnit } from '../../../lib/api-types.js';
import { useAmounts, useGoodsUnit } from '../../catalogue/api/catalogue.js';
import { t } from '../../../lib/words.js';

/** One line for each kind and unit over all items: roubles, things and hours are never added up. */
export function linesOf(items: readonly BalanceItem[]): BalanceUnit[] {
  const lines = new Map<string, BalanceUnit>();
  for (const unit of items.flatMap((item) => item.units)) {
    const line = lines.get(`${unit.kind} ${unit.unit}`);
    lines.set(
      `${unit.kind} ${unit.unit}`,
      line
        ? {
            ...line,
            required: line.required + unit.required,
            received: line.received + unit.received,
            reserved: line.reserved + unit.reserved,
            open: line.open + unit.open,
          }
        : unit,
    );
  }
  return [...lines.values()].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.unit.localeCompare(b.unit),
  );
}

/** What is counted in pieces stands for all things; the other units follow it, and are a press away. */
function useFolded(lines: readonly BalanceUnit[], folded: boolean) {
  const [open, setOpen] = useState(false);
  const things = lines.filter(({ kind }) => kind === 'goods');
  const main = folded && things.length > 1 ? (things.find(({ unit }) => unit === 'pcs') ?? things[0]) : undefined;
  const others = main ? things.filter((line) => line !== main) : [];
  return {
    main,
    others,
    open,
    toggle: () => setOpen(!open),
    shown: main
      ? lines.flatMap((line) => (line === things[0] ? [main, ...others] : line.kind === 'goods' ? [] : [line]))
      : lines,
  };
}

/**
 * @param folded three rows: money, things, time
 * @param foot a line under the sums, in their sheet
 * @param beside what stands next to them where there is room
 */
export function OpenTable({
  items,
  folded = false,
  foot,
  beside,
}: {
  items: readonly BalanceItem[];
  folded?: boolean;
  foot?: ReactNode;
  beside?: ReactNode;
}): ReactNode {
  const amounts = useAmounts();
  const named = useGoodsUnit();
  const { main, others, open, toggle, shown } = useFolded(linesOf(items), folded);
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const label = (line: BalanceUnit): string =>
    line.kind === 'goods' && line.unit !== main?.unit ? capital(named(line)) : t(`kind.${line.kind}`);
  return (
    <section className="section section-after far-sums" aria-labelledby="sums">
      <div className="wrap">
        <div className="section-head">
          <div>
            <h2 className="h-section" id="sums">
              {t('home.sums')}
            </h2>
            <p className="lead">{t('home.sumsLead')}</p>
          </div>
        </div>
        <div className={beside ? 'live' : undefined}>
          <div className="sheet pad">
            <div className="table-scroll" tabIndex={0} role="group" aria-label={t('home.sums')}>
              <table className="ledger">
                <thead>
                  <tr>
                    <th scope="col">{t('home.unit')}</th>
                    <th scope="col" className="r only-wide">
                      {t('balance.required')}
                    </th>
                    <th scope="col" className="r">
                      {t('balance.received')}
                    </th>
                    <th scope="col" className="r only-wide">
                      {t('balance.reserved')}
                    </th>
                    <th scope="col" className="r">
                      {t('balance.open')}
                    </th>
                    <th scope="col" className="only-wide">
                      {t('home.share')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((line) => {
                    const say = (amount: number): string => amounts.say(amount, line.unit);
                    return (
                      <tr
                        key={`${line.kind} ${line.unit}`}
                        className={!open && others.includes(line) ? 'folded-row' : undefined}
                      >
                        <th scope="row" className="line-name">
                          <span className="row">
                            <KindMark kind={line.kind} size="s" />
                            <span>{label(line)}</span>
                          </span>
                          {line === main && (
                            <button
                              type="button"
                              className="with-script btn btn-plain btn-dense"
                              aria-expanded={open}
                              onClick={toggle}
                            >
                              {open ? t('needs:fewerUnits') : t('needs:moreUnits', { count: others.length })}
                            </button>
                          )}
                        </th>
                        <td className="r only-wide">{say(line.required)}</td>
                        <td className="r">{say(line.received)}</td>
                        <td className="r only-wide">{say(line.reserved)}</td>
                        <td className="r strong">{say(line.open)}</td>
                        <td className="only-wide bar-cell">
                          <BalanceBar balance={line} kind={line.kind} size="s" />
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
            {foot}
          </div>
          {beside}
        </div>
      </div>
    </section>
  );
}
