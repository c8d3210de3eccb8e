import { Link } from '@tanstack/react-router';
import { Fragment, useState, type ReactNode } from 'react';
import { Icon, KindMark } from '../../../components/marks.js';
import { count } from '../../../lib/amount.js';
import { KINDS, type Kind, type Statement, type StatementEntry, type StatementMatch } from '../../../lib/api-types.js';
import { day, localDate, monthName } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, hasWords, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { closingWords, useSaid } from '../said.js';
import { StatementThread } from './statement-thread.js';

const EXACT = { exact: true, includeSearch: true };

interface RowOf {
  entry: StatementEntry;
  kind: Kind;
  match: StatementMatch | undefined;
}

/** What arrived in the period, and what corrections took back: the newest first. */
function rowsOf({ units, matches }: Statement): RowOf[] {
  const known = new Map(matches.map((match) => [match.id, match]));
  const rows = units.flatMap((unit) =>
    unit.entries
      .filter(({ state }) => state === 'posted')
      .map((entry) => ({ entry, kind: unit.kind, match: known.get(entry.match ?? '') })),
  );
  return rows.sort((a, b) =>
    a.entry.at === b.entry.at ? b.entry.id.localeCompare(a.entry.id) : a.entry.at < b.entry.at ? 1 : -1,
  );
}

/** Opening or closing of the whole period. */
function Edge({ statement, column }: { statement: Statement; column: 'opening' | 'closing' }): ReactNode {
  const said = useSaid(statement.sums);
  return (
    <tbody>
      <tr className="statement-edge">
        <td />
        <th scope="row">
          {column === 'opening'
            ? t('statement:openingOn', { day: day(statement.from, 'UTC') })
            : closingWords(statement.to)}
        </th>
        {KINDS.map((kind) => (
          <td key={kind} className="r" data-l={t(`kind.${kind}`)}>
            {said(kind, column)}
          </td>
        ))}
        <td />
      </tr>
    </tbody>
  );
}

function Row({
  row: { entry, kind, match },
  open,
  timeZone,
}: {
  row: RowOf;
  open: boolean;
  timeZone: string;
}): ReactNode {
  const amounts = useAmounts();
  const goods = useCatalogue('goods');
  const item = entry.item ? nameOf(goods.get(entry.item), PENDING_NAME) : '';
  const name = match ? typograph(match.title) : item || t(`kind.${kind}`);
  const outcome =
    match?.need && ['met', 'reported', 'closed'].includes(match.need.status)
      ? t(`statement:outcome.${match.need.status}`)
      : match && hasWords(`statement:outcome.${match.status}`)
        ? t(`statement:outcome.${match.status}`)
        : '';
  const words = (
    <>
      <KindMark kind={kind} size="s" />
      <span>
        <b>{entry.kind === 'mirror' ? t('statement:correctionOf', { name }) : name}</b>
        {match && (
          <span className="small muted">
            {match.organization.shortName}
            {item ? ` · ${item}` : ''}
          </span>
        )}
        <span className="tiny faint">
          {entry.kind === 'mirror'
            ? t('statement:bothStay')
            : entry.kind === 'delivery'
              ? outcome
              : [t('statement:entry.surplus'), outcome].filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  );
  return (
    <tr className={open ? 'is-open' : undefined} data-row={entry.kind}>
      <td className="statement-day">
        <time dateTime={entry.at}>{day(entry.at, timeZone)}</time>
      </td>
      <td>
        {entry.match ? (
          <Link
            className="statement-link"
            to="."
            search={(old) => ({ ...old, row: open ? undefined : entry.id })}
            replace
            resetScroll={false}
            activeOptions={EXACT}
            aria-expanded={open}
          >
            {words}
          </Link>
        ) : (
          <span className="statement-link">{words}</span>
        )}
      </td>
      {KINDS.map((one) => (
        <td key={one} className={`r${entry.amount < 0 ? ' statement-minus' : ''}`}>
          {one === kind && amounts.say(entry.amount, entry.unit)}
        </td>
      ))}
      <td className="statement-go">{entry.match && <Icon name="arrow" small />}</td>
    </tr>
  );
}

/** The rows between closing and opening. Each names need, organization and outcome, and opens its thread. */
export function StatementTable({
  statement,
  open,
  organization,
}: {
  statement: Statement;
  open: string | undefined;
  organization: string | undefined;
}): ReactNode {
  const [only, setOnly] = useState<Kind | null>(null);
  const all = rowsOf(statement);
  const shown = all.filter(({ kind }) => only === null || kind === only);
  const months = [...new Set(shown.map(({ entry }) => localDate(entry.at, statement.timeZone).slice(0, 7)))];
  return (
    <section className="gap-top-8" aria-labelledby="arrived">
      <div className="statement-head">
        <h2 className="h-block" id="arrived">
          {t('statement:rows', { count: all.length, shown: count(all.length) })}
        </h2>
        <div className="chips no-print" role="group" aria-label={t('statement:kinds')}>
          <button type="button" className="chip chip-dense" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {t('statement:all')}
          </button>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip chip-dense"
              aria-pressed={only === kind}
              onClick={() => setOnly(kind)}
            >
              <KindMark kind={kind} size="s" />
              {t(`kind.${kind}`)}
            </button>
          ))}
        </div>
      </div>
      <table className="ledger statement-t">
        <thead>
          <tr>
            <th scope="col">{t('statement:day')}</th>
            <th scope="col">{t(`statement:whom.${statement.side}`)}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="r">
                {t(`kind.${kind}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr">{t('statement:open')}</span>
            </th>
          </tr>
        </thead>
        <Edge statement={statement} column="closing" />
        {months.map((month) => (
          <tbody key={month}>
            <tr className="statement-month">
              <th scope="rowgroup" colSpan={6}>
                {monthName(month, true)}
              </th>
            </tr>
            {shown
              .filter(({ entry }) => localDate(entry.at, statement.timeZone).startsWith(month))
              .map((row) => (
                <Fragment key={row.entry.id}>
                  <Row row={row} open={open === row.entry.id} timeZone={statement.timeZone} />
                  {open === row.entry.id && row.entry.match && (
                    <tr className="trace">
                      <td colSpan={6}>
                        <StatementThread
                          id={row.entry.match}
                          match={row.match}
                          timeZone={statement.timeZone}
                          organization={organization}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
          </tbody>
        ))}
        <Edge statement={statement} column="opening" />
      </table>
    </section>
  );
}
