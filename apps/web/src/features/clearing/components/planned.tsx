import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { KindMark, Tag } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import { outOf100 } from '../../../components/why.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, hasWords, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { Funnel } from '../../matching/components/funnel.js';
import {
  UNMET_FIRST,
  UNMET_MOST,
  usePlanLines,
  useUnmet,
  type LineNeed,
  type PlanLine,
  type Unmet,
} from '../api/clearings.js';

const LOOK: Record<string, '' | 'good' | 'wait' | 'warn'> = {
  proposed: '',
  held: 'wait',
  accepted: 'good',
  delivered: 'wait',
  confirmed: 'good',
  disputed: 'warn',
  overtaken: 'warn',
};

/** The title, or the category where the title is not for everybody. */
function NeedLink({ need }: { need: LineNeed }): ReactNode {
  const categories = useCatalogue('categories');
  return (
    <Link to="/needs/$id" params={{ id: need.id }}>
      {need.title === null ? nameOf(categories.get(need.category), PENDING_NAME) : typograph(need.title)}
    </Link>
  );
}

/** The two parts that weighed most. */
function Decided({ line }: { line: PlanLine }): ReactNode {
  const most = [...line.parts].sort((a, b) => b.value * b.weight - a.value * a.weight).slice(0, 2);
  const top = (most[0]?.value ?? 0) * (most[0]?.weight ?? 0);
  return (
    <span className="two">
      {most.map((part) => (
        <span key={part.part}>
          <i style={{ width: top > 0 ? Math.round((44 * part.value * part.weight) / top) : 0 }} />
          {t(`matches:part.${part.part}`).toLowerCase()}
        </span>
      ))}
    </span>
  );
}

function Line({ line }: { line: PlanLine }): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const state = line.outcome === 'overtaken' ? 'overtaken' : line.status;
  return (
    <tr data-line={line.line}>
      <td className="first-cell">
        <span className="row">
          <KindMark kind={line.kind} size="s" />
          <NeedLink need={line.need} />
        </span>
      </td>
      <td>{placeName(places.get(line.need.place), PENDING_NAME)}</td>
      <td className="r">{amounts.say(line.amount, line.unit)}</td>
      <td>
        <Decided line={line} />
      </td>
      <td className="r strong">{outOf100(line.score)}</td>
      <td>
        {state && (
          <Tag look={LOOK[state] ?? ''}>
            {state === 'overtaken' ? t('clearings:overtaken') : t(`matches:status.${state}`)}
          </Tag>
        )}
      </td>
    </tr>
  );
}

/** What the plan gave to whom, line by line; donors are not named. */
export function Planned({ id, cursor }: { id: string; cursor: string | undefined }): ReactNode {
  const query = usePlanLines(id, cursor, true);
  return (
    <>
      <Loaded query={query} bones={<Bones rows={5} height={44} />}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted">{t('clearings:nothingProposed')}</p>
          ) : (
            <div className="table-scroll" tabIndex={0} role="group" aria-label={t('clearings:proposed')}>
              <table className="ledger ledger-lines">
                <thead>
                  <tr>
                    {(['need', 'where', 'amount', 'decided', 'score', 'state'] as const).map((column) => (
                      <th
                        key={column}
                        scope="col"
                        className={column === 'amount' || column === 'score' ? 'r' : undefined}
                      >
                        {t(`clearings:line.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {page.items.map((line) => (
                    <Line key={line.line} line={line} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <p className="row row-wrap gap-top-4">
        {query.data?.nextCursor && (
          <Link
            className="btn btn-quiet"
            to="/clearings/$id"
            params={{ id }}
            search={{ cursor: query.data.nextCursor }}
            resetScroll={false}
          >
            {t('needs:more')}
          </Link>
        )}
        {cursor && (
          <Link className="btn btn-plain" to="/clearings/$id" params={{ id }} search={{}} resetScroll={false}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </>
  );
}

function Left({ unmet }: { unmet: Unmet }): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const { left, unit } = unmet.details;
  const key = `clearings:reason.${unmet.reason}`;
  return (
    <li>
      <div className="row row-top between">
        <div>
          <NeedLink need={unmet.need} />
          <p className="small muted">
            {[
              placeName(places.get(unmet.need.place), PENDING_NAME),
              hasWords(key) ? t(key) : t('clearings:reason.other'),
            ].join('\u00a0· ')}
          </p>
        </div>
        {left !== undefined && unit !== undefined && <b className="num">{amounts.say(left, unit)}</b>}
      </div>
      {unmet.funnel.length > 0 && (
        <details className="unmet-why">
          <summary>{t('clearings:whyNot')}</summary>
          <Funnel steps={unmet.funnel} label={t('needs:funnel')} />
        </details>
      )}
    </li>
  );
}

/** Needs that stay without, and the condition at which the last offers fell away. */
export function LeftOut({ id }: { id: string }): ReactNode {
  const [limit, setLimit] = useState(UNMET_FIRST);
  const query = useUnmet(id, limit);
  const list = useRef<HTMLUListElement>(null);
  const more = (): void => {
    setLimit(UNMET_MOST);
    list.current?.focus(); // the button goes
  };
  return (
    <section className="sheet pad-l" aria-labelledby="unmet">
      <h2 className="h-block" id="unmet">
        {t('clearings:unmet')}
      </h2>
      <Loaded query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="muted gap-top-3">{t('clearings:nobodyLeft')}</p>
          ) : (
            <ul ref={list} className="lines unmet-list gap-top-3" tabIndex={0} aria-label={t('clearings:unmet')}>
              {page.items.map((unmet) => (
                <Left key={unmet.need.id} unmet={unmet} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.data?.nextCursor && (
        <p className="small muted row row-wrap between gap-top-3">
          <a href={`/api/v1/clearings/${id}/unmet`}>{t('clearings:unmetMore', { count: query.data.items.length })}</a>
          {limit < UNMET_MOST && (
            <Button look="quiet" size="dense" onClick={more}>
              {t('needs:more')}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
