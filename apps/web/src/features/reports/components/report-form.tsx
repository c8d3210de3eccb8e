import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { AreaField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Kind } from '../../../lib/api-types.js';
import { useDraft } from '../../../lib/draft.js';
import { goToOutcome, tell } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { AppealLink } from '../../moderation/components/appeal-link.js';
import { PhotoEditor } from '../../photos/components/photo-editor.js';
import { PhotoRow } from '../../photos/components/photo-row.js';
import {
  publishReport,
  writeReport,
  type OwnReport,
  type Report,
  type ReportText,
  type ReportWords,
} from '../api/reports.js';
import { ReportAside } from './report-aside.js';
import { OutAside, OutWords } from './report-out.js';
import { Part } from './report-part.js';
import { FromBook, Preview, Wished } from './report-read.js';

/** What is being written, or was published last: a correction goes on from it. */
const textOf = ({ own, published }: Report): ReportText | undefined => own?.draft ?? published[0];
const wordsOf = (report: Report): ReportWords => {
  const { title = '', outcome = '', limits = '' } = textOf(report) ?? {};
  return { title, outcome, limits };
};
const LOOK = { draft: 'wait', returned: 'warn' } as const;

interface TitleProps {
  need: string;
  own: OwnReport;
  may: boolean;
  title: string;
  error: string | undefined;
  onChange: (title: string) => void;
}

function TitlePart({ need, own, may, title, error, onChange }: TitleProps): ReactNode {
  const status = own.status === 'returned' ? 'returned' : 'draft';
  return (
    <Part title={<Tag look={LOOK[status]}>{t(`reports:status.${status}`)}</Tag>} from="own">
      {own.returnReason && (
        <div className="gap-below-4">
          <Notice look="bad">
            <p>
              <b>{t('reports:returned')}</b> {own.returnReason}
            </p>
            <AppealLink about={need} of="report" />
          </Notice>
        </div>
      )}
      <div className="report-words report-title">
        <AreaField
          label={t('reports:form.title')}
          hint={t('reports:form.titleHint', { title: own.suggestion })}
          rows={1}
          maxLength={120}
          readOnly={!may}
          value={title}
          error={error}
          onChange={(event) => onChange(event.target.value.replace(/\n/g, ' '))}
        />
      </div>
      {may && title === '' && (
        <p className="gap-top-2">
          <Button size="dense" onClick={() => onChange(own.suggestion.slice(0, 120))}>
            {t('reports:form.take')}
          </Button>
        </p>
      )}
    </Part>
  );
}

interface OutcomeProps {
  may: boolean;
  words: ReportWords;
  error: (field: string) => string | undefined;
  change: (changes: Partial<ReportWords>) => void;
}

function OutcomeWords({ may, words, error, change }: OutcomeProps): ReactNode {
  return (
    <div className="report-words stack">
      <AreaField
        label={t('reports:form.outcome')}
        hint={t('reports:form.outcomeHint')}
        rows={6}
        maxLength={4000}
        readOnly={!may}
        value={words.outcome}
        error={error('outcome')}
        onChange={(event) => change({ outcome: event.target.value })}
      />
      <AreaField
        label={t('reports:limits')}
        optional
        rows={3}
        maxLength={1500}
        readOnly={!may}
        value={words.limits}
        error={error('limits')}
        onChange={(event) => change({ limits: event.target.value })}
      />
    </div>
  );
}

interface Props {
  org: string;
  report: Report;
  read: Report;
  kind: Kind;
  zone: string | undefined;
  keep: (saved: Report) => void;
  take: (() => void) | undefined;
}

/** Words that stand as they were saved need no second press; that they were is said beside it. */
function SaveWords({
  busy,
  unsaved,
  saved,
  onSave,
}: {
  busy: boolean;
  unsaved: boolean;
  saved: boolean;
  onSave: () => void;
}): ReactNode {
  return (
    <p className="row row-wrap gap-top-3">
      <Button busy={busy} disabled={!unsaved} onClick={onSave}>
        {t('reports:save')}
      </Button>
      {saved && !unsaved && (
        <span className="small muted" tabIndex={-1} data-report-saved>
          {t('reports:saved')}
        </span>
      )}
    </p>
  );
}

/** The draft is complete before a word is typed; words that are not saved survive a reload. */
export function ReportForm({ org, report, read, kind, zone, keep, take }: Props): ReactNode {
  const before = wordsOf(read);
  const [correcting, setCorrecting] = useState(false);
  const [picked, setPicked] = useState(false);
  const [saved, setSaved] = useState(false);
  const [words, change, forget] = useDraft<ReportWords>(`report-${read.need}-${read.revision}`, before);
  const done = (saved: Report, said: string): void => {
    forget();
    setCorrecting(false);
    keep(saved);
    tell(t(said));
  };
  const save = useAction(writeReport, {
    refresh: ['reports'],
    onDone: (stands) => {
      done(stands, 'reports:saved');
      setSaved(true);
      goToOutcome('[data-report-saved]', t('reports:saved'));
    },
  });
  const publish = useAction(publishReport, {
    refresh: ['reports', 'needs'],
    onDone: (saved) => {
      done(saved, 'reports:publishedNow');
      goToOutcome('[data-report-out]', t('reports:publishedNow'), t('reports:publishedNow'));
    },
  });
  const unsaved = (Object.keys(before) as (keyof ReportWords)[]).some((field) => words[field].trim() !== before[field]);
  const written = { need: read.need, revision: read.revision, words };
  const { book, own } = report;
  const busy = save.busy || publish.busy;
  const photos = own?.draft?.photos ?? [];
  const may = report.can.includes('write');
  const error = (field: string): string | undefined => save.error(field) ?? publish.error(field);
  if (!book || !own) return null;
  const fromBook = <FromBook book={book} kind={kind} zone={zone} />;
  const wished = <Wished book={book} />;
  const out = own.status === 'published' && !correcting && !unsaved ? textOf(report) : undefined;
  if (out)
    return (
      <div className="report-draft">
        <article className="report-doc" aria-label={t('reports:title')}>
          <OutWords words={wordsOf(report)} photos={out.photos} />
          {fromBook}
          {wished}
        </article>
        <OutAside org={org} kind={kind} report={report} own={own} onCorrect={() => setCorrecting(true)} />
      </div>
    );
  return (
    <div className="report-draft">
      <article className="report-doc" aria-label={t('reports:title')}>
        <TitlePart
          need={read.need}
          own={own}
          may={may}
          title={words.title}
          error={error('title')}
          onChange={(title) => change({ title })}
        />
        {fromBook}
        <Part title={t('reports:outcome')} from="own">
          <OutcomeWords may={may} words={words} error={error} change={change} />
          {may && <SaveWords busy={save.busy} unsaved={unsaved} saved={saved} onSave={() => void save.run(written)} />}
          <ProblemNotice problem={save.general} onTake={take} />
        </Part>
        {(may || photos.length > 0) && (
          <section className="report-part">
            {may ? (
              <PhotoEditor of="reports" id={read.need} photos={photos} refresh={['reports']} onPicked={setPicked} />
            ) : (
              <PhotoRow photos={photos} title={words.title} />
            )}
          </section>
        )}
        {wished}
        <Preview book={book} kind={kind} zone={zone} words={words} photos={photos} />
      </article>
      <ReportAside
        org={org}
        kind={kind}
        report={report}
        book={book}
        own={own}
        zone={zone}
        unsaved={unsaved}
        words={words}
        picked={picked}
        busy={busy}
        problem={publish.general}
        onTake={take}
        onPublish={() => void publish.run({ ...written, unsaved })}
      />
    </div>
  );
}
