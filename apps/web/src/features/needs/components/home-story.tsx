import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Plate } from '../../../components/plate.js';
import { PlaceLink } from '../../catalogue/components/place-link.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useShownReport, type ShownReport } from '../../reports/api/shown-reports.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { beginning } from './beginning.js';

/** As much of the words as the first page has room for. */
const MOST = 280;

function Thread({ report }: { report: ShownReport }): ReactNode {
  const amounts = useAmounts();
  const zone = useZone();
  const { came, need } = report;
  const [from, until] = [came.first && day(came.first, zone), came.last && day(came.last, zone)];
  return (
    <ol className="thread">
      <li>
        <span className="dot" />
        <span className="what">{t('home:story.asked', { title: typograph(need.title) })}</span>
      </li>
      <li>
        <span className="dot" />
        <span className="what">{t('home:story.came', { amount: amounts.say(came.received, came.unit) })}</span>
        {from && until && <time>{from === until ? from : t('home:story.span', { from, until })}</time>}
        <span className="note">{t(`home:story.arrivals.${need.kind}`, { count: came.arrivals })}</span>
      </li>
      <li className="is-end">
        <span className="dot" />
        <span className="what">{t('home:story.reported')}</span>
        <time dateTime={report.publishedAt}>{day(report.publishedAt, zone)}</time>
      </li>
    </ol>
  );
}

/** The newest report: what a person gave, and what became of it. Nothing while there is none. */
export function Story(): ReactNode {
  const { data: report } = useShownReport();
  if (!report) return null;
  return (
    <section className="band-warm section" aria-labelledby="story" data-story={report.need.id}>
      <div className="wrap">
        <div className="section-head">
          <div>
            <h2 className="h-section" id="story">
              {t('home:story.title')}
            </h2>
            <p className="lead">{t('home:story.lead')}</p>
          </div>
        </div>
        <div className="story">
          <div className="plate-box plate-tall">
            <Plate
              kind={report.need.kind}
              category={report.need.category}
              sphere={report.need.sphere}
              seed={report.need.id}
              width={460}
              height={520}
            />
          </div>
          <div>
            <h3 className="h-dense gap-below-2" lang={writtenIn(report.title)}>
              {typograph(report.title)}
            </h3>
            <blockquote lang={writtenIn(report.outcome)}>{typograph(beginning(report.outcome, MOST))}</blockquote>
            <p className="story-by">
              <Link to="/organizations/$id" params={{ id: report.organization.id }} search={{}}>
                {typograph(report.organization.shortName)}
              </Link>
              , <PlaceLink code={report.organization.place} />
            </p>
            <Thread report={report} />
            <p className="gap-top-4">
              <Link className="btn btn-quiet" to="/needs/$id" params={{ id: report.need.id }} hash="report">
                {t('home:story.whole')}
              </Link>
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}
