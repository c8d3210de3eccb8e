import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Kind, Photo } from '../../../lib/api-types.js';
import { timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useZone } from '../../installation/api/installation.js';
import { PhotoRow } from '../../photos/components/photo-row.js';
import { recallReport, type OwnReport, type Report, type ReportWords } from '../api/reports.js';
import { SamePress } from './report-aside.js';
import { Part } from './report-part.js';

/** What the organization said, once it is out: words, no fields. */
export function OutWords({ words, photos }: { words: ReportWords; photos: Photo[] }): ReactNode {
  const text = (said: string): ReactNode => (
    <p className="pre break" lang={writtenIn(said)}>
      {typograph(said)}
    </p>
  );
  return (
    <>
      <Part title={<h2 className="h-section">{typograph(words.title)}</h2>} from="own">
        {text(words.outcome)}
        {words.limits && (
          <div className="gap-top-4">
            <h3 className="h-dense">{t('reports:limits')}</h3>
            {text(words.limits)}
          </div>
        )}
      </Part>
      {photos.length > 0 && (
        <section className="report-part">
          <PhotoRow photos={photos} title={words.title} />
        </section>
      )}
    </>
  );
}

/** How a report stands that is out, and what may still be done with it. */
export function OutAside({
  org,
  kind,
  report,
  own,
  onCorrect,
}: {
  org: string;
  kind: Kind;
  report: Report;
  own: OwnReport;
  onCorrect: () => void;
}): ReactNode {
  const zone = useZone();
  const recall = useAction(recallReport, { refresh: ['reports', 'needs'] });
  const waiting = own.draft !== null; // as long as a moderator has not read it
  return (
    <aside className="stack-6">
      <section className="panel" aria-label={t('reports:title')}>
        <div className="panel-body stack">
          <p data-report-state={waiting ? 'waiting' : 'published'}>
            <Tag look={waiting ? 'wait' : 'good'}>
              {t(waiting ? 'reports:desk.state.waiting' : 'reports:status.published')}
            </Tag>
          </p>
          <p className="small">{t(waiting ? 'reports:waitsForModerator' : 'reports:readByModerator')}</p>
          {report.can.includes('recall') && own.recallUntil && (
            <p className="small" tabIndex={-1} data-report-out>
              {t('reports:recallUntil', { time: timeOf(own.recallUntil, zone) })}{' '}
              <Button size="dense" busy={recall.busy} onClick={() => void recall.run(report.need)}>
                {t('reports:recall')}
              </Button>
            </p>
          )}
          {report.can.includes('write') && (
            <p>
              <Button onClick={onCorrect}>{t('reports:correct')}</Button>
            </p>
          )}
          <ProblemNotice problem={recall.problem} />
        </div>
      </section>
      <SamePress need={report.need} org={org} kind={kind} published />
    </aside>
  );
}
