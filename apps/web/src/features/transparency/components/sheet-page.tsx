import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, memo, Suspense, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PAGE_WORDS, withWords } from '../../../app/page-words.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { coinFill } from '../../../lib/drawing.js';
import { currentLocale } from '../../../lib/locale.js';
import { onceOpened, useOpenedNear } from '../../../lib/near.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeedCount } from '../../needs/api/needs.js';
import { FollowHere } from '../../notifications/components/follow-here.js';
import { GiveHereLater } from '../../payments/components/give-here-later.js';
import { periodOf, useBalance, type Period } from '../api/balance.js';
import { useBalanceSheet, useSheetEntry, type BalanceSheet, type By, type SheetEntry } from '../api/sheets.js';
import { meanShare, percent, shareOf } from '../shares.js';
import { OwnBalance } from './own-balance.js';
import { Arrived, NeededHere, Working } from './sheet-parts.js';
import './balance.css';

/** A file of its own, with its words. */
const even = onceOpened(
  withWords(async () => ({ default: (await import('./even.js')).Even }), currentLocale, PAGE_WORDS.even),
);
const Even = lazy(even.load);

interface Own {
  by: By;
  code: string;
  period: Period;
}
const sheetName = (entry: SheetEntry): string => typograph(placeName(entry));

/** The coin of the sheet: the filled area is the share. */
function CoinFigure({ by, sheet }: { by: By; sheet: BalanceSheet }): ReactNode {
  const all = meanShare(useBalance('sphere').data ?? []); // no sphere leaves a need out, as places do
  const share = shareOf(sheet.balance);
  const fill = coinFill(50, 50, 47, share);
  return (
    <div className="coinfig">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <g className="coin">
          <circle className={fill === 'full' ? 'fill' : 'rim'} cx={50} cy={50} r={47} />
          {fill !== 'full' && fill !== 'empty' && <path className="fill" d={fill} />}
          <circle className="edge" cx={50} cy={50} r={47} />
        </g>
      </svg>
      <div>
        <b className="num">{percent(share)}%</b>
        <p>{all === null ? t('sheet:share') : t(`sheet:shareAll.${by}`, { share: percent(all) })}</p>
      </div>
    </div>
  );
}

function Head({
  by,
  code,
  entry,
  sheet,
  open,
}: Omit<Own, 'period'> & { entry: SheetEntry; sheet: BalanceSheet; open: number }): ReactNode {
  const places = useCatalogue('places');
  const successor = 'successor' in entry ? entry.successor : null;
  const search = by === 'place' ? { place: code } : { sphere: code };
  return (
    <header className="place-head">
      <div>
        <h1 className="h-page">{sheetName(entry)}</h1>
        <p className="lead gap-top-3">
          {'centre' in entry && entry.centre && <>{t('sheet:centre', { centre: typograph(entry.centre) })} </>}
          {t('sheet:needs', { count: open })}
          {sheet.balance.withheld &&
            open > sheet.balance.needs &&
            ` ${t('sheet:needsInBalance', { count: sheet.balance.needs })}`}
        </p>
        {successor && (
          <p className="gap-top-3">
            {t('sheet:successor')}{' '}
            <Link to="/places/$code" params={{ code: successor }}>
              {placeName(places.get(successor), PENDING_NAME)}
            </Link>
          </p>
        )}
        <div className="row row-wrap gap-top-5">
          <Link className="btn btn-main" to="/needs" search={search}>
            {t(`sheet:help.${by}`)}
          </Link>
          <Link className="btn btn-quiet" to="/offer" search={by === 'place' ? { place: code } : { prefers: code }}>
            {t('sheet:offer')}
          </Link>
          <Link
            className="btn btn-quiet"
            to={by === 'place' ? '/places/$code/month' : '/spheres/$code/month'}
            params={{ code }}
            search={{}}
          >
            {t('sheet:monthSheet')}
          </Link>
          <FollowHere subject={by} code={code} />
        </div>
      </div>
      {sheet.balance.needs > 0 && <CoinFigure by={by} sheet={sheet} />}
    </header>
  );
}

/** Asks nothing of its reader, so that it needs scripts only once somebody comes near; until then what the server has drawn stays. */
const EvenLater = memo(function EvenLater({ by, code, period }: Own): ReactNode {
  const here = useOpenedNear(even);
  return (
    <div ref={here} data-even>
      <Suspense
        fallback={
          <div className="wrap section-tight">
            <Bones rows={4} height={90} />
          </div>
        }
      >
        <Even by={by} code={code} period={period} />
      </Suspense>
    </div>
  );
});

function Sheet({ by, code, period, entry }: Own & { entry: SheetEntry }): ReactNode {
  const query = useBalanceSheet(by, code, period);
  const listed = useNeedCount(by === 'place' ? { place: code } : { sphere: code }).data?.needs; // the list below has needs that no sum tells apart
  const name = sheetName(entry);
  return (
    <>
      <PageHead title={name} description={`${name}. ${t('sheet:balanceLead')}`} />
      <div className="wrap">
        <nav aria-label={t('nav.path')}>
          <ol className="crumbs">
            <li>
              <Link to="/balance" search={{}}>
                {t('sheet:title')}
              </Link>
            </li>
            <li>
              <Link to="/balance" search={{}} hash={by === 'place' ? 'where' : 'spheres'}>
                {t(`sheet:path.${by}`)}
              </Link>
            </li>
          </ol>
        </nav>
      </div>
      {query.data ? null : (
        <div className="wrap">
          <h1 className="h-page">{name}</h1>
        </div>
      )}
      <Loaded
        query={query}
        bones={
          <div className="wrap">
            <Bones rows={4} height={90} />
          </div>
        }
      >
        {(sheet) => (
          <>
            <div className="wrap">
              <Head by={by} code={code} entry={entry} sheet={sheet} open={listed ?? sheet.balance.needs} />
            </div>
            <OwnBalance by={by} code={code} period={sheet.period} />
            <EvenLater by={by} code={code} period={period} />
            <div className="section-tight">
              <div className="wrap page-form">
                <GiveHereLater to={by === 'place' ? { place: code } : { sphere: code }} />
              </div>
            </div>
            <NeededHere by={by} code={code} open={listed ?? sheet.balance.needs} />
            <div className="section-tight">
              <div className="wrap two-col">
                <Arrived sheet={sheet} />
                <Working by={by} sheet={sheet} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function SheetPage({ by, code, period }: Own): ReactNode {
  const sheet = useBalanceSheet(by, code, period); // asked first: the status of the drawn page is that of its answer
  const query = useSheetEntry(by, code);
  if ([sheet, query].some(({ error }) => (error as Problem | null)?.status === 404)) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={4} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  if ('kind' in query.data && query.data.kind !== 'municipality') return <NotFoundPage />;
  return <Sheet by={by} code={code} period={period} entry={query.data} />;
}

export function PlacePage(): ReactNode {
  const from = '/places/$code';
  return <SheetPage by="place" code={useParams({ from }).code} period={periodOf(useSearch({ from }).period)} />;
}

export function SpherePage(): ReactNode {
  const from = '/spheres/$code';
  return <SheetPage by="sphere" code={useParams({ from }).code} period={periodOf(useSearch({ from }).period)} />;
}
