import { useEffect, useRef, type ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import type { Kind, Need } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { PhotoRow } from '../../photos/components/photo-row.js';
import { useReport, type Book, type ReportText } from '../api/reports.js';
import { span, Wall } from './report-book.js';

/** From the first gift to what became of it. */
function Thread({
  book,
  kind,
  text,
  zone,
}: {
  book: Book;
  kind: Kind;
  text: ReportText | undefined;
  zone: string | undefined;
}): ReactNode {
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, book.unit);
  return (
    <ol className="thread">
      <li>
        <span className="dot" />
        <span className="what">{t('reports:thread.came', { amount: say(book.received) })}</span>
        <time>{span(book, zone)}</time>
        <span className="note">{t(`reports:arrivals.${kind}`, { count: book.arrivals })}</span>
      </li>
      {book.lost > 0 && (
        <li>
          <span className="dot" />
          <span className="what">{t('reports:thread.lost', { amount: say(book.lost) })}</span>
        </li>
      )}
      {book.missing.matches > 0 && (
        <li>
          <span className="dot" />
          <span className="what">{t('reports:thread.missing', { amount: say(book.missing.amount) })}</span>
          <span className="note">{t('reports:missing', { count: book.missing.matches })}</span>
        </li>
      )}
      {text?.publishedAt && (
        <li className="is-end">
          <span className="dot" />
          <span className="what">{typograph(text.title)}</span>
          <time dateTime={text.publishedAt}>{day(text.publishedAt, zone)}</time>
        </li>
      )}
    </ol>
  );
}

function Words({ text, level }: { text: ReportText; level: 'h2' | 'h3' }): ReactNode {
  const Heading = level;
  return (
    <>
      <Heading className="h-section" lang={writtenIn(text.title)}>
        {typograph(text.title)}
      </Heading>
      <div className="prose gap-top-3">
        <p className="pre break" lang={writtenIn(text.outcome)}>
          {typograph(text.outcome)}
        </p>
      </div>
      {text.limits && (
        <div className="gap-top-4">
          <h3 className="h-dense">{t('reports:limits')}</h3>
          <p className="pre break gap-top-1" lang={writtenIn(text.limits)}>
            {typograph(text.limits)}
          </p>
        </div>
      )}
      {text.photos.length > 0 && (
        <div className="gap-top-4">
          <PhotoRow photos={text.photos} title={text.title} />
        </div>
      )}
    </>
  );
}

interface SheetProps {
  book: Book;
  kind: Kind;
  zone: string | undefined;
  versions: readonly ReportText[];
  discreet?: boolean;
  waiting?: boolean;
}

/** The report as everybody reads it: words, what came, and who helped. A correction stands first, what it corrects is folded under it. */
export function ReportSheet({ book, kind, zone, versions, discreet = false, waiting = false }: SheetProps): ReactNode {
  const [current, ...before] = versions;
  return (
    <>
      <p className="row row-wrap small muted">
        <Tag look="good">{t('reports:reported')}</Tag>
        {current?.publishedAt && (
          <span>
            {t(current.version > 1 ? 'reports:correctedOn' : 'reports:publishedOn', {
              day: day(current.publishedAt, zone),
            })}
          </span>
        )}
      </p>
      {waiting && (
        <Notice look="wait">
          <p>{t('reports:waiting')}</p>
        </Notice>
      )}
      {discreet && <p className="muted gap-top-3">{t('reports:discreet')}</p>}
      {current && (
        <div className="gap-top-3">
          <Words text={current} level="h2" />
        </div>
      )}
      <div className="sheet pad-l gap-top-6">
        <h3 className="h-block gap-below-4">{t('reports:thread.title')}</h3>
        <Thread book={book} kind={kind} text={current} zone={zone} />
      </div>
      <div className="gap-top-6">
        <h3 className="h-dense">{t('reports:whoHelped')}</h3>
        <div className="gap-top-3">
          <Wall givers={book.givers} />
        </div>
        <p className="small muted gap-top-3">{t('reports:namesHint')}</p>
      </div>
      {before.map((text) => (
        <details key={text.version} className="sheet gap-top-4">
          <summary>{t('reports:before', { day: text.publishedAt ? day(text.publishedAt, zone) : '' })}</summary>
          <div className="pad">
            <Words text={text} level="h3" />
          </div>
        </details>
      ))}
    </>
  );
}

/** On the page of the need; nothing where nothing was published. */
export function NeedReport({ need }: { need: Need }): ReactNode {
  const { data } = useReport(need.id);
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  const place = useRef<HTMLElement>(null);
  const there = data?.state === 'waiting' || data?.state === 'published';
  // A person who follows a link to the report lands there: it is not drawn yet when the browser looks for the place.
  useEffect(() => {
    if (there && window.location.hash === '#report') place.current?.scrollIntoView();
  }, [there]);
  if (!data?.book || !there) return null;
  return (
    <section id="report" ref={place} aria-label={t('reports:title')}>
      <ReportSheet
        book={data.book}
        kind={need.kind}
        zone={zone}
        versions={data.published}
        discreet={data.discreet}
        waiting={data.state === 'waiting' && !data.discreet}
      />
    </section>
  );
}
