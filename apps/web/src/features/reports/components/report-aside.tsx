import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import type { Problem } from '../../../lib/api.js';
import type { Kind } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useMailWords } from '../../installation/api/installation.js';
import type { Book, OwnReport, Report, ReportWords } from '../api/reports.js';

function Checks({
  book,
  own,
  words,
  picked,
}: {
  book: Book;
  own: OwnReport;
  words: ReportWords;
  picked: boolean;
}): ReactNode {
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, book.unit);
  const asked = ({ code }: { code: string }): boolean =>
    code !== 'photos-ready' || picked || (own.draft?.photos.length ?? 0) > 0; // of none nothing is said
  const wordsThere = words.title.trim() !== '' && words.outcome.trim() !== '';
  return (
    <ul className="report-done">
      {own.checks.filter(asked).map(({ code, ok: said }) => {
        const left = code === 'photos-ready' && picked;
        const ok = code === 'words' ? wordsThere : said && !left;
        return (
          <li key={code} className={ok ? undefined : 'is-not'} data-check={code} data-ok={ok}>
            <Icon name={ok ? 'check' : 'alert'} small />
            <span>
              <b>
                {code === 'sums'
                  ? `${say(book.summed)} = ${say(book.received)}`
                  : t(`reports:check.${code}.${left ? 'picked' : ok ? 'yes' : 'no'}`)}
              </b>
              {code === 'sums' && <span>{t(`reports:check.sums.${ok ? 'yes' : 'no'}`)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What else there is once it is published: what comes of the same press by itself, and the files that can be taken. */
export function SamePress({
  need,
  org,
  kind,
  published,
}: Pick<Props, 'org' | 'kind'> & { need: string; published: boolean }): ReactNode {
  return (
    <section className="panel" aria-labelledby="same-press">
      <div className="panel-head">
        <h2 className="h-dense" id="same-press">
          {t(published ? 'reports:same.done' : 'reports:same.title')}
        </h2>
      </div>
      <ul className="panel-body lines small">
        <li>{t(published ? 'reports:same.needDone' : 'reports:same.need')}</li>
        <li>{t(published ? 'reports:same.owedDone' : 'reports:same.owed')}</li>
        {kind === 'time' && (
          <li>
            <Link to="/desk/$org/hours" params={{ org }}>
              {t('reports:same.hours')}
            </Link>
          </li>
        )}
        {kind === 'goods' && (
          <li>
            <a href={`/api/v1/needs/${need}/distribution.pdf`} download>
              {t('reports:same.distribution')}
            </a>
          </li>
        )}
        <li>
          <Link to="/desk/$org/reports" params={{ org }} hash="year">
            {t('reports:same.year')}
          </Link>
        </li>
        <li>
          <a href={`/api/v1/needs/${need}/report.pdf`} download>
            {t('reports:same.paper')}
          </a>
        </li>
      </ul>
    </section>
  );
}

interface Props {
  org: string;
  kind: Kind;
  report: Report;
  book: Book;
  own: OwnReport;
  zone: string | undefined;
  unsaved: boolean;
  words: ReportWords;
  /** A photo is chosen and not added: published now, the report goes without it. */
  picked: boolean;
  busy: boolean;
  problem: Problem | null;
  onTake: (() => void) | undefined;
  onPublish: () => void;
}

/** Beside the button: whether it all meets, and what will happen. */
export function ReportAside({
  org,
  kind,
  report,
  book,
  own,
  zone,
  unsaved,
  words,
  picked,
  busy,
  problem,
  onTake,
  onPublish,
}: Props): ReactNode {
  const mailWords = useMailWords();
  const published = own.status === 'published';
  const ready =
    !picked &&
    own.checks.every(({ code, ok }) =>
      code === 'words' ? words.title.trim() !== '' && words.outcome.trim() !== '' : ok,
    );
  return (
    <aside className="stack-6">
      <section className="panel" aria-labelledby="meets">
        <div className="panel-head">
          <h2 className="h-dense" id="meets">
            {t('reports:meets')}
          </h2>
        </div>
        <div className="panel-body">
          <Checks book={book} own={own} words={words} picked={picked} />
        </div>
      </section>
      <section className="panel" aria-labelledby="happens">
        <div className="panel-head">
          <h2 className="h-dense" id="happens">
            {t('reports:happens.title')}
          </h2>
        </div>
        <div className="panel-body stack">
          <ul className="report-done">
            <li>
              <Icon name="rows" small />
              <span>
                {t('reports:happens.page')}
                <span>{t('reports:happens.corrections')}</span>
              </span>
            </li>
            <li>
              <Icon name="shield" small />
              <span>{t('reports:happens.moderator')}</span>
            </li>
            <li>
              <Icon name="mail" small />
              <span>{mailWords('reports:happens.letters', { count: own.letters })}</span>
            </li>
            {own.dueAt && (
              <li className={own.overdue ? 'is-not' : undefined}>
                <Icon name="clock" small />
                <span>
                  {t(own.overdue ? 'reports:desk.wasDue' : 'reports:due', { day: day(own.dueAt, zone) })}
                  <span>{t('reports:happens.trust')}</span>
                </span>
              </li>
            )}
          </ul>
          {report.can.includes('write') && (!published || unsaved) && (
            <Button look="main" size="large" wide busy={busy} disabled={!ready} onClick={onPublish}>
              {published ? t('reports:publishCorrection') : mailWords('reports:publish', { count: own.letters })}
            </Button>
          )}
          {report.can.includes('write') && !published && <p className="tiny muted">{t('reports:happens.hour')}</p>}
          <ProblemNotice problem={problem} onTake={onTake} />
        </div>
      </section>
      <SamePress need={report.need} org={org} kind={kind} published={published} />
    </aside>
  );
}
