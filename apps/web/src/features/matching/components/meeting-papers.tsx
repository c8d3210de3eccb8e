import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import type { Meeting } from '../api/meeting.js';
import { stateValue, usePapers, type Papers } from '../api/papers.js';

/** What the giver's own paper says; nobody else values anything. */
function ValueForm({ id, papers }: { id: string; papers: Papers }): ReactNode {
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState({
    quantity: papers.value ? String(papers.value.amount / 100) : '',
    paper: papers.value?.paper ?? '',
  });
  const action = useAction(stateValue, { refresh: ['matches'], onDone: () => setOpen(false) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({
      id,
      quantity: form.quantity.trim() === '' ? null : form.quantity.trim(),
      paper: form.paper.trim() || undefined,
    });
  };
  if (!open)
    return (
      <div>
        <Button look="quiet" size="dense" onClick={() => setOpen(true)}>
          {t(papers.value ? 'handover:papers.changeValue' : 'handover:papers.stateValue')}
        </Button>
      </div>
    );
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('handover:papers.value')}
        hint={t('handover:papers.valueHint')}
        inputMode="decimal"
        unit="₽"
        maxLength={20}
        autoFocus
        value={form.quantity}
        error={action.error('quantity')}
        onChange={(event) => setForm({ ...form, quantity: event.target.value })}
      />
      <TextField
        label={t('handover:papers.paper')}
        optional
        maxLength={200}
        value={form.paper}
        error={action.error('paper')}
        onChange={(event) => setForm({ ...form, paper: event.target.value })}
      />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t('handover:papers.save')}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          {t('form.close')}
        </Button>
      </div>
      <ProblemNotice problem={action.general} />
    </form>
  );
}

function Files({ meeting, papers }: { meeting: Meeting; papers: Papers }): ReactNode {
  const file = (path: string, label: string): ReactNode => (
    <li>
      <a href={`/api/v1/${path}`} download>
        {label}
      </a>
    </li>
  );
  return (
    <ul className="stack">
      {papers.contract !== 'none' && file(`matches/${meeting.id}/contract.pdf`, t('handover:papers.contract'))}
      {papers.act && file(`matches/${meeting.id}/act.pdf`, t('handover:papers.act'))}
      {papers.act &&
        meeting.side !== 'donor' &&
        file(`needs/${meeting.need.id}/distribution.pdf`, t('handover:papers.distribution'))}
    </ul>
  );
}

/** Papers on things, for the two sides: filled from the books, ready to print and sign. */
export function MeetingPapers({ meeting }: { meeting: Meeting }): ReactNode {
  const member =
    useSession().data?.memberships.some(({ organization }) => organization.id === meeting.need.organization.id) ??
    false;
  const may =
    (meeting.side !== null || member) &&
    meeting.need.kind === 'goods' &&
    ['accepted', 'delivered', 'confirmed'].includes(meeting.status);
  const { data: papers } = usePapers(meeting.id, may);
  if (!may || !papers || (!papers.act && papers.contract === 'none' && papers.can.length === 0)) return null;
  return (
    <section className="sheet pad stack" aria-labelledby="papers">
      <h2 className="h-small" id="papers">
        {t('handover:papers.title')}
      </h2>
      <p className="small">
        {!papers.value
          ? t('handover:papers.noValue')
          : papers.value.paper
            ? t('handover:papers.statedBy', { value: papers.value.text, paper: papers.value.paper })
            : t('handover:papers.stated', { value: papers.value.text })}
      </p>
      {papers.contract === 'must' && (
        <Notice look="wait">
          <p className="small">{t('handover:papers.must')}</p>
        </Notice>
      )}
      <Files meeting={meeting} papers={papers} />
      {!papers.act && <p className="small muted">{t('handover:papers.actLater')}</p>}
      {papers.can.includes('state-value') && (
        <ValueForm key={papers.value?.amount ?? 0} id={meeting.id} papers={papers} />
      )}
    </section>
  );
}
