import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, KindMark } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { day, localDate, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useNeeds } from '../../needs/api/needs.js';
import { NeedRow } from '../../needs/components/need-card.js';
import type { Arrival, BalanceSheet, By } from '../api/sheets.js';

const SHOWN = 6;

/** What is open here, the soonest due first. */
export function NeededHere({ by, code, open }: { by: By; code: string; open: number }): ReactNode {
  const search = by === 'place' ? { place: code } : { sphere: code };
  const query = useNeeds({ ...search, sort: 'deadline', limit: SHOWN });
  const lists = { categories: useCatalogue('categories'), places: useCatalogue('places') };
  return (
    <section className="band section-tight" aria-labelledby="needed">
      <div className="wrap">
        <div className="section-head">
          <h2 className="h-section" id="needed">
            {t('sheet:now')}
          </h2>
          {open > SHOWN && (
            <Link className="btn btn-quiet" to="/needs" search={search}>
              {t('sheet:allNeeds', { count: open })}
              <Icon name="arrow" small />
            </Link>
          )}
        </div>
        <Loaded query={query} bones={<Bones rows={2} height={110} />}>
          {(page) =>
            page.items.length === 0 ? (
              <p className="muted">
                {t('sheet:noNeeds')}{' '}
                <Link to="/needs" search={{}}>
                  {t('sheet:elsewhere')}
                </Link>
              </p>
            ) : (
              <div className="sheet-needs">
                {page.items.map((need) => (
                  <NeedRow key={need.id} need={need} lists={lists} level={3} />
                ))}
              </div>
            )
          }
        </Loaded>
      </div>
    </section>
  );
}

function Days({ items, timeZone }: { items: readonly Arrival[]; timeZone: string }): ReactNode {
  const amounts = useAmounts();
  const days = new Map<string, Arrival[]>();
  for (const line of items)
    days.set(localDate(line.at, timeZone), [...(days.get(localDate(line.at, timeZone)) ?? []), line]);
  return [...days].map(([date, lines]) => (
    <section key={date} className="came-day">
      <h3 className="h-dense">{day(lines[0]?.at ?? date, timeZone)}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <KindMark kind={line.kind} size="s" />
            <span>
              <b className="num">{amounts.say(line.amount, line.unit)}</b>{' '}
              <Link to="/needs/$id" params={{ id: line.need.id }}>
                {typograph(line.need.title)}
              </Link>
            </span>
            <time dateTime={line.at}>{timeOf(line.at, timeZone)}</time>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** What came in the last thirty days: sums, and the newest lines. */
export function Arrived({ sheet }: { sheet: BalanceSheet }): ReactNode {
  const amounts = useAmounts();
  const timeZone = useZone();
  const { count: all, units, items } = sheet.arrived;
  return (
    <section aria-labelledby="arrived">
      <h2 className="h-section" id="arrived">
        {t('sheet:arrived')}
      </h2>
      {units.length === 0 ? (
        <p className="muted gap-top-2">{t('sheet:noneArrived')}</p>
      ) : (
        <p className="muted gap-top-2">
          {units.map(({ kind, unit, amount }) => (
            <span key={`${kind} ${unit}`} className="num came-sum">
              {amounts.say(amount, unit)}
            </span>
          ))}
        </p>
      )}
      {timeZone && <Days items={items} timeZone={timeZone} />}
      <p className="small muted gap-top-3">
        {all > items.length && t('sheet:arrivedOf', { shown: count(items.length), count: all, all: count(all) })}{' '}
        {t(sheet.period.withheld ? 'sheet:arrivedNoteApart' : 'sheet:arrivedNote')}
      </p>
    </section>
  );
}

export function Working({ by, sheet }: { by: By; sheet: BalanceSheet }): ReactNode {
  const places = useCatalogue('places');
  const { count: all, items } = sheet.organizations;
  return (
    <section aria-labelledby="working">
      <h2 className="h-section" id="working">
        {t(`sheet:organizations.${by}`)}
      </h2>
      <p className="muted gap-top-2">
        {all === 0 ? t('sheet:noOrganizations') : t('sheet:organizationsLead', { count: all, shown: count(all) })}
        {by === 'place' && all > 0 && `. ${t('sheet:wherever', { count: all })}`}
      </p>
      <ul className="orgs gap-top-3">
        {items.map((one) => (
          <li key={one.id}>
            <Link to="/organizations/$id" params={{ id: one.id }} search={{}} lang={writtenIn(one.shortName)}>
              {typograph(one.shortName)}
            </Link>
            <span className="r">
              {t('sheet:openNeeds', { count: one.open })}
              <br />
              {t('sheet:metNeeds', { count: one.met })}
            </span>
            <span className="small muted">
              {placeName(places.get(one.place), PENDING_NAME)}, {t(`sheet:trust.${one.trust}`)}
            </span>
          </li>
        ))}
      </ul>
      <p className="small gap-top-3">
        <Link to="/desk/new">{t('sheet:join')}</Link>
      </p>
    </section>
  );
}
