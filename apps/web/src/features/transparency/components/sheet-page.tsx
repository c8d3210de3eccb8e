import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Notice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { coinFill } from '../../../lib/drawing.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { GiveHereLater } from '../../payments/components/give-here-later.js';
import { useBalance } from '../api/balance.js';
import { useBalanceSheet, useSheetEntry, type BalanceSheet, type By, type SheetEntry } from '../api/sheets.js';
import { meanShare, percent, shareOf } from '../shares.js';
import { Even } from './even.js';
import { KindRows } from './kind-rows.js';
import { Arrived, NeededHere, Working } from './sheet-parts.js';
import './balance.css';

interface Own {
  by: By;
  code: string;
}
const sheetName = (entry: SheetEntry): string => typograph(placeName(entry));

/** The coin of the sheet: the filled area is the share. */
function CoinFigure({ by, sheet }: { by: By; sheet: BalanceSheet }): ReactNode {
  const all = meanShare(useBalance(by).data ?? []);
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
        <p>{all === null ? t('balance:sheet.share') : t(`balance:sheet.shareAll.${by}`, { share: percent(all) })}</p>
      </div>
    </div>
  );
}

function Head({ by, code, entry, sheet }: Own & { entry: SheetEntry; sheet: BalanceSheet }): ReactNode {
  const places = useCatalogue('places');
  const successor = 'successor' in entry ? entry.successor : null;
  const search = by === 'place' ? { place: code } : { sphere: code };
  return (
    <header className="place-head">
      <div>
        <h1 className="h-page">{sheetName(entry)}</h1>
        <p className="lead gap-top-3">
          {'centre' in entry && entry.centre && <>{t('balance:sheet.centre', { centre: typograph(entry.centre) })} </>}
          {t('balance:sheet.needs', { count: sheet.balance.needs })}
        </p>
        {successor && (
          <p className="gap-top-3">
            {t('balance:sheet.successor')}{' '}
            <Link to="/places/$code" params={{ code: successor }}>
              {placeName(places.get(successor), PENDING_NAME)}
            </Link>
          </p>
        )}
        <p className="row row-wrap gap-top-5">
          <Link className="btn btn-main" to="/needs" search={search}>
            {t(`balance:sheet.help.${by}`)}
          </Link>
          <Link className="btn btn-quiet" to="/offer" search={by === 'place' ? { place: code } : { prefers: code }}>
            {t('balance:sheet.offer')}
          </Link>
        </p>
      </div>
      {sheet.balance.needs > 0 && <CoinFigure by={by} sheet={sheet} />}
    </header>
  );
}

function OwnBalance({ by, sheet }: { by: By; sheet: BalanceSheet }): ReactNode {
  const { units, withheld } = sheet.balance;
  return (
    <section className="band section-tight" aria-labelledby="own-balance">
      <div className="wrap">
        <h2 className="h-section" id="own-balance">
          {t(`balance:sheet.balance.${by}`)}
        </h2>
        <p className="muted gap-top-2">{t('balance:sheet.balanceLead')}</p>
        {withheld && (
          <div className="gap-top-3">
            <Notice>{t('balance:sheet.withheld')}</Notice>
          </div>
        )}
        <div className="gap-top-5">
          {units.length === 0 ? (
            <Empty title={t('balance:sheet.nothing')}>
              <p>{t('balance:sheet.nothingText')}</p>
              <p>
                <Link className="btn btn-quiet" to="/needs" search={{}}>
                  {t('nav.needs')}
                </Link>
              </p>
            </Empty>
          ) : (
            <KindRows units={units} />
          )}
        </div>
        <p className="small row row-wrap gap-top-3">
          <Link to="/balance" search={{}} hash="check">
            {t('balance:check.title')}
          </Link>
        </p>
      </div>
    </section>
  );
}

function Sheet({ by, code, entry }: Own & { entry: SheetEntry }): ReactNode {
  const query = useBalanceSheet(by, code);
  const items = useBalance(by).data ?? [];
  const places = useCatalogue('places');
  const spheres = useCatalogue('spheres');
  const nameOfKey = (key: string): string => placeName((by === 'place' ? places : spheres).get(key), PENDING_NAME);
  const name = sheetName(entry);
  return (
    <>
      <PageHead title={name} description={`${name}. ${t('balance:sheet.balanceLead')}`} />
      <div className="wrap">
        <nav aria-label={t('nav.path')}>
          <ol className="crumbs">
            <li>
              <Link to="/balance" search={{}}>
                {t('balance:title')}
              </Link>
            </li>
            <li>
              <Link to="/balance" search={{}} hash={by === 'place' ? 'where' : 'spheres'}>
                {t(by === 'place' ? 'balance:where.place' : 'balance:spheres.sphere')}
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
              <Head by={by} code={code} entry={entry} sheet={sheet} />
            </div>
            <OwnBalance by={by} sheet={sheet} />
            <Even by={by} code={code} items={items} nameOfKey={nameOfKey} />
            <div className="section-tight">
              <div className="wrap page-form">
                <GiveHereLater to={by === 'place' ? { place: code } : { sphere: code }} />
              </div>
            </div>
            <NeededHere by={by} code={code} open={sheet.balance.needs} />
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

function SheetPage({ by, code }: Own): ReactNode {
  const sheet = useBalanceSheet(by, code); // asked first: the status of the drawn page is that of its answer
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
  return <Sheet by={by} code={code} entry={query.data} />;
}

export function PlacePage(): ReactNode {
  return <SheetPage by="place" code={useParams({ from: '/places/$code' }).code} />;
}

export function SpherePage(): ReactNode {
  return <SheetPage by="sphere" code={useParams({ from: '/spheres/$code' }).code} />;
}
