import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { Loaded } from '../../../components/states.js';
import { KINDS, type Kind } from '../../../lib/api-types.js';
import { day, monthName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { fileOf, useStatementYear, yearFile, type StatementYear, type YearUnit } from '../api/statements.js';
import { YearSpheres, YearMonths } from './year-bars.js';
import './year.css';

type Part = StatementYear['parts'][number];

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const monthOf = (date: string): string => monthName(date.slice(0, 7), true).replace(/\s\d{4}.*$/, '');

/** «Январь – март», «Ноябрь», «Ноябрь, по 24 ноября» while it runs. */
function partName({ grain, from, to }: Part): string {
  if (grain === 'quarter') return `${upper(monthOf(from))} – ${monthOf(to)}`;
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0)).getUTCDate();
  if (Number(to.slice(8)) === last) return upper(monthOf(from));
  return t('year:until', { month: upper(monthOf(from)), day: day(to, 'UTC') });
}

const ofKind = (units: readonly YearUnit[], kind: Kind): YearUnit[] =>
  units.filter((unit) => unit.kind === kind && unit.arrived !== unit.takenBack);

const promisedOf = ({ sums }: StatementYear): YearUnit[] =>
  sums.map(({ kind, unit, promised }) => ({ kind, unit, arrived: promised, takenBack: 0 }));
const takenBackOf = ({ sums }: StatementYear): YearUnit[] =>
  sums.map(({ kind, unit, takenBack }) => ({ kind, unit, arrived: takenBack, takenBack: 0 }));

/** What a row says of each kind: each unit by itself; nothing is added. */
function Row({
  name,
  units,
  look,
  row,
}: {
  name: ReactNode;
  units: readonly YearUnit[];
  look?: string;
  row: string;
}): ReactNode {
  const amounts = useAmounts();
  return (
    <tr className={look} data-row={row}>
      <th scope="row">{name}</th>
      {KINDS.map((kind) => {
        const own = ofKind(units, kind);
        return (
          <td key={kind} className="r" data-kind={kind} data-empty={own.length === 0 || undefined}>
            {own.length === 0
              ? '–'
              : own.map(({ unit, arrived, takenBack }) => (
                  <span key={unit}>{amounts.say(arrived - takenBack, unit)}</span>
                ))}
          </td>
        );
      })}
    </tr>
  );
}

function Table({ table, org }: { table: StatementYear; org: string }): ReactNode {
  const back = takenBackOf(table).filter(({ arrived }) => arrived > 0);
  return (
    <table className="ledger ledger-dense year-t" aria-labelledby="year">
      <thead>
        <tr>
          <th scope="col">{t('year:period')}</th>
          {KINDS.map((kind) => (
            <th key={kind} scope="col" className="r">
              {t(`kind.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.parts.map((part) => (
          <Row
            key={part.from}
            row={part.from}
            units={part.units}
            name={
              <Link to="/desk/$org/statement" params={{ org }} search={{ from: part.from, to: part.to }}>
                {partName(part)}
              </Link>
            }
          />
        ))}
      </tbody>
      <tfoot>
        <Row row="total" look="year-total" name={t(`year:total.${table.side}`)} units={table.sums} />
        {back.length > 0 && <Row row="taken-back" look="year-beside" name={t('year:takenBack')} units={back} />}
        <Row row="promised" look="year-beside" name={t('year:promised')} units={promisedOf(table)} />
      </tfoot>
    </table>
  );
}

/** This year and the one before: what an accountant asks for in January. */
function Years({ year, onChoose }: { year: number; onChoose: (year: number) => void }): ReactNode {
  const now = new Date().getFullYear();
  return (
    <div className="seg seg-dense no-print" role="group" aria-label={t('year:which')}>
      {[Math.min(now - 1, year), Math.max(now, year)].map((one) => (
        <button key={one} type="button" aria-pressed={one === year} onClick={() => onChoose(one)}>
          {one}
        </button>
      ))}
    </div>
  );
}

/**
 * A year of the books of an organization by quarters, with its files; each period opens the statement of the same days.
 * @param lead what it is for, above the table
 */
export function YearTable({ org, lead }: { org: string; lead?: string }): ReactNode {
  const [chosen, choose] = useState<number>();
  const query = useStatementYear(org, chosen);
  const table = query.data;
  return (
    <section className="panel year" aria-labelledby="year">
      <div className="panel-head row-wrap">
        <h2 className="h-dense" id="year">
          {table ? t('year:title', { year: table.year }) : t('statement:title')}
        </h2>
        {table && (
          <span className="row row-wrap push no-print">
            <Years year={table.year} onChoose={choose} />
            <a className="btn btn-quiet btn-dense" href={yearFile(org, table.year)} download>
              <Icon name="down" small />
              {t('statement:csv')}
            </a>
            {(['xlsx', 'pdf'] as const).map((format) => (
              <a
                key={format}
                className="btn btn-quiet btn-dense"
                href={fileOf(format, { from: table.from, to: table.to, organization: org })}
                download
              >
                <Icon name="down" small />
                {t(`statement:${format}`)}
              </a>
            ))}
            <button type="button" className="btn btn-quiet btn-dense" onClick={() => window.print()}>
              {t('statement:print')}
            </button>
          </span>
        )}
      </div>
      <Loaded query={query}>
        {(known) => (
          <div className="panel-body">
            {lead && <p className="small muted gap-below-4">{lead}</p>}
            <Table table={known} org={org} />
            <p className="tiny muted gap-top-3">{t('year:note')}</p>
            <div className="year-pair">
              <YearMonths table={known} />
              <YearSpheres table={known} />
            </div>
          </div>
        )}
      </Loaded>
    </section>
  );
}
