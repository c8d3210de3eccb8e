import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { decidePaper, removePaper, type Paper } from '../api/documents.js';

const LOOK = { waiting: '', ready: 'wait', accepted: 'good', refused: 'warn' } as const;
const REFRESH = ['papers', 'organization'];
const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? t('organization:documents.kib', { size: count(Math.max(1, Math.round(bytes / 1024))) })
    : t('organization:documents.mib', {
        size: (bytes / 1024 / 1024).toFixed(1).replace('.', t('organization:documents.comma')),
      });

interface RefuseProps {
  reason: string;
  busy: boolean;
  error: string | undefined;
  onChange: (reason: string) => void;
  onClose: () => void;
  onSend: () => void;
}

function RefuseForm({ reason, busy, error, onChange, onClose, onSend }: RefuseProps): ReactNode {
  return (
    <form
      className="prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div className="reason-field">
        <AreaField
          label={t('organization:documents.refuseWhy')}
          autoFocus
          rows={2}
          required
          maxLength={2000}
          value={reason}
          error={error}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <Button type="submit" look="no" size="dense" busy={busy}>
        {t('organization:documents.refuse')}
      </Button>
      <Button look="plain" size="dense" onClick={onClose}>
        {t('form.cancel')}
      </Button>
    </form>
  );
}

function PaperLine({ paper, org }: { paper: Paper; org: string }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState<'remove' | 'refuse' | null>(null);
  const [reason, setReason] = useState('');
  const remove = useAction(removePaper, { refresh: REFRESH });
  const decide = useAction(decidePaper, { refresh: REFRESH, onDone: () => setOpen(null) });
  const can = (verb: Paper['can'][number]): boolean => paper.can.includes(verb);
  const toggle = (what: 'remove' | 'refuse') => () => setOpen(open === what ? null : what);
  return (
    <li data-paper={paper.id} data-status={paper.status}>
      <div className="row between row-wrap">
        <div>
          <p className="strong break">
            {paper.url ? (
              <a href={paper.url} target="_blank" rel="noreferrer">
                {typograph(paper.title)}
              </a>
            ) : (
              typograph(paper.title)
            )}
          </p>
          <p className="small muted">
            {[t(`organization:documents.kind.${paper.kind}`), size(paper.bytes), day(paper.createdAt, zone)].join(
              '\u00a0· ',
            )}
          </p>
          {paper.reason && <p className="small warn">{typograph(paper.reason)}</p>}
        </div>
        <div className="row row-wrap">
          <Tag look={LOOK[paper.status]}>{t(`organization:documents.status.${paper.status}`)}</Tag>
          {can('accept') && (
            <Button
              size="dense"
              look="main"
              busy={decide.busy && open === null}
              onClick={() => void decide.run({ org, id: paper.id, outcome: 'accept' })}
            >
              {t('organization:documents.accept')}
            </Button>
          )}
          {can('refuse') && (
            <Button size="dense" look="no" aria-expanded={open === 'refuse'} onClick={toggle('refuse')}>
              {t('organization:documents.refuse')}
            </Button>
          )}
          {can('remove') && (
            <Button size="dense" look="plain" aria-expanded={open === 'remove'} onClick={toggle('remove')}>
              {t('organization:documents.remove')}
            </Button>
          )}
        </div>
      </div>
      {open === 'remove' && (
        <div className="prop-part">
          <p className="small">{t('organization:documents.reallyRemove')}</p>
          <Button
            look="no"
            size="dense"
            autoFocus
            busy={remove.busy}
            onClick={() => void remove.run({ org, id: paper.id })}
          >
            {t('organization:documents.remove')}
          </Button>
          <Button look="plain" size="dense" onClick={() => setOpen(null)}>
            {t('form.cancel')}
          </Button>
        </div>
      )}
      {open === 'refuse' && (
        <RefuseForm
          reason={reason}
          onChange={setReason}
          busy={decide.busy}
          error={decide.error('reason')}
          onClose={() => setOpen(null)}
          onSend={() => void decide.run({ org, id: paper.id, outcome: 'refuse', reason: reason.trim() })}
        />
      )}
      <ProblemNotice problem={remove.problem ?? decide.general} />
    </li>
  );
}

/** Papers with their states, and the verbs that the server allows on each. */
export function PaperList({ papers, org }: { papers: readonly Paper[]; org: string }): ReactNode {
  return (
    <ul className="sheet pad lines">
      {papers.map((paper) => (
        <PaperLine key={paper.id} paper={paper} org={org} />
      ))}
    </ul>
  );
}
