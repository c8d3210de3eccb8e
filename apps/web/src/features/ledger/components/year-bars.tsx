import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import type { Kind } from '../../../lib/api-types.js';
import { monthName } from '../../../lib/dates.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import type { StatementYear, YearUnit } from '../api/statements.js';

const netOf = ({ arrived, takenBack }: YearUnit): number => arrived - takenBack;

/** Units of the year of which something is there, money first. Bars compare amounts of one unit only. */
const unitsOf = ({ sums }: StatementYear): { kind: Kind; unit: string }[] =>
  sums.filter((sum) => netOf(sum) > 0).map(({ kind, unit }) => ({ kind, unit }));

interface Bar {
  readonly key: string;
  readonly name: ReactNode;
  readonly units: readonly YearUnit[];
}

/** One line for each unit of each row: a bar against the longest of its unit, and the amount in words. */
function Bars({ rows, table }: { rows: readonly Bar[]; table: StatementYear }): ReactNode {
  const amounts = useAmounts();
  const most = new Map<string, number>();
  for (const { units } of rows)
    for (const unit of units) most.set(unit.unit, Math.max(most.get(unit.unit) ?? 0, netOf(unit)));
  const order = unitsOf(table);
  return (
    <ul className="year-bars">
      {rows.map(({ key, name, units }) => (
        <li key={key} data-bar={key}>
          <span>{name}</span>
          <span>
            {order.map(({ kind, unit }) => {
              const own = units.find((one) => one.unit === unit);
              if (!own || netOf(own) === 0) return null;
              const share = (Math.max(0, netOf(own)) / (most.get(unit) || 1)) * 100;
              return (
                <span key={unit} className={`year-bar k-${kind}`}>
                  <KindMark kind={kind} size="s" />
                  <span className="bar bar-s" aria-hidden="true">
                    <i className="got" style={{ width: `${share.toFixed(1)}%` }} />
                  </span>
                  <b className="num">{amounts.say(netOf(own), unit)}</b>
                </span>
              );
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Figure({
  id,
  title,
  rows,
  table,
}: {
  id: string;
  title: string;
  rows: readonly Bar[];
  table: StatementYear;
}): ReactNode {
  const said = rows.filter(({ units }) => units.some((unit) => netOf(unit) !== 0));
  if (said.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className="h-dense" id={id}>
        {title}
      </h3>
      <Bars rows={said} table={table} />
    </section>
  );
}

export function YearMonths({ table }: { table: StatementYear }): ReactNode {
  const rows = table.months.map(({ month, units }) => ({ key: month, name: monthName(month), units }));
  return <Figure id="by-month" title={t('year:byMonth')} rows={rows} table={table} />;
}

/** For what it was given: the spheres of the needs; of a private need the sphere is told too, as its category is in the statement. */
export function YearSpheres({ table }: { table: StatementYear }): ReactNode {
  const spheres = useCatalogue('spheres');
  const rows = table.spheres.map(({ sphere, units }) => ({
    key: sphere ?? 'none',
    name: sphere === null ? t('year:noNeed') : nameOf(spheres.get(sphere), PENDING_NAME),
    units,
  }));
  return <Figure id="by-sphere" title={t('year:bySphere')} rows={rows} table={table} />;
}
