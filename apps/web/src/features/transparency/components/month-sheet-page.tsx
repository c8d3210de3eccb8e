import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { day, monthName } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { placeName, t } from '../../../lib/words.js';
import { useMonthSheet, useSheetEntry, type By, type MonthSheet } from '../api/sheets.js';
import { KindRows } from './kind-rows.js';
import { ArrivedInMonth, OrganizationsOfMonth } from './month-sheet-parts.js';
import './balance.css';

interface Own {
  by: By;
  code: string;
}

const neighbour = (month: string, step: 1 | -1): string => {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + step);
  return at.toISOString().slice(0, 7);
};

/** Which days the numbers are of. */
function days({ from, to, whole }: MonthSheet): string {
  const said = { from: day(from, 'UTC'), to: day(to, 'UTC') };
  return whole ? t('monthSheet:days', said) : t(from === to ? 'monthSheet:first' : 'monthSheet:running', said);
}

function Ways({ by, code, sheet }: Own & { sheet: MonthSheet }): ReactNode {
  const to = by === 'place' ? '/places/$code/month' : '/spheres/$code/month';
  const [before, next] = [neighbour(sheet.month, -1), neighbour(sheet.month, 1)];
  return (
    <div className="no-print stack-2 gap-below-4">
      <p>
        <Link to={by === 'place' ? '/places/$code' : '/spheres/$code'} params={{ code }} search={{}}>
          {t('monthSheet:back')}
        </Link>
      </p>
      <p className="row row-wrap">
        <Link to={to} params={{ code }} search={{ month: before }}>
          {t('monthSheet:before', { month: monthName(before, true) })}
        </Link>
        {sheet.whole && (
          <Link to={to} params={{ code }} search={{ month: next }}>
            {t('monthSheet:next', { month: monthName(next, true) })}
          </Link>
        )}
      </p>
      <p className="by-script">
        <Button look="main" onClick={() => window.print()}>
          {t('monthSheet:print')}
        </Button>
      </p>
    </div>
  );
}

function Opened({ sheet }: { sheet: MonthSheet }): ReactNode {
  const { needs, units } = sheet.opened;
  return (
    <section className="gap-top-8" aria-labelledby="opened">
      <h2 className="h-dense" id="opened">
        {t('monthSheet:opened')}
      </h2>
      <p className="muted gap-top-2">
        {needs === 0 ? t('monthSheet:noneOpened') : t('monthSheet:openedLead', { count: needs })}
      </p>
      {units.length > 0 && (
        <div className="gap-top-3">
          <KindRows units={units} />
        </div>
      )}
    </section>
  );
}

function MonthSheetPage({ by, code, month }: Own & { month: string | undefined }): ReactNode {
  const query = useMonthSheet(by, code, month);
  const entry = useSheetEntry(by, code);
  if ([query, entry].some(({ error }) => (error as Problem | null)?.status === 404)) return <NotFoundPage />;
  const name = typograph(placeName(entry.data));
  return (
    <div className="wrap month-sheet">
      <Loaded query={query} bones={<Bones rows={4} height={90} />}>
        {(sheet) => (
          <>
            <PageHead title={t('monthSheet:title', { name, month: monthName(sheet.month, true) })} />
            <Ways by={by} code={code} sheet={sheet} />
            <article aria-labelledby="month">
              <h1 className="h-page" id="month">
                {t('monthSheet:title', { name, month: monthName(sheet.month, true) })}
              </h1>
              <p className="lead gap-top-3">{days(sheet)}</p>
              <ArrivedInMonth sheet={sheet} />
              <Opened sheet={sheet} />
              <OrganizationsOfMonth sheet={sheet} />
              <p className="small muted gap-top-8">{t('monthSheet:note')}</p>
              <p className="small muted gap-top-2">{t('monthSheet:check')}</p>
            </article>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** `/places/{code}/month`: a month of a municipality, to be printed. */
export function PlaceMonthPage(): ReactNode {
  const from = '/places/$code/month';
  return <MonthSheetPage by="place" code={useParams({ from }).code} month={useSearch({ from }).month} />;
}

/** `/spheres/{code}/month`: the same of a sphere. */
export function SphereMonthPage(): ReactNode {
  const from = '/spheres/$code/month';
  return <MonthSheetPage by="sphere" code={useParams({ from }).code} month={useSearch({ from }).month} />;
}
