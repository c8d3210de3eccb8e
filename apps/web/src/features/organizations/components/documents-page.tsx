import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { FieldError, SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { focusFirstError } from '../../../lib/form.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { attachPaper, PAPER_KINDS, PAPER_TYPES, usePapers, type PaperKind } from '../api/documents.js';
import { useOrganization } from '../api/organizations.js';
import { CompanyPapers } from './company-papers.js';
import { DeskPath } from './desk-path.js';
import { PaperList } from './paper-list.js';

const route = getRouteApi('/desk/$org/documents');
const EMPTY = { kind: 'charter' as PaperKind, title: '', name: '' };

/** One paper at a time: what it is, how it is called, the file. */
function Attach({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState(EMPTY);
  const [sent, setSent] = useState(false);
  const action = useAction(attachPaper, {
    refresh: ['papers'],
    onDone: () => {
      setForm(EMPTY);
      setSent(true);
      if (input.current) input.current.value = '';
      goToOutcome('[data-paper-sent]', t('organization:documents.sent'));
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) {
      input.current?.focus();
      return;
    }
    setSent(false);
    await action.run({
      org,
      kind: form.kind,
      title: form.title.trim(),
      file,
      mark: `${file.name} ${file.size} ${file.lastModified}`,
    });
    focusFirstError(element.current);
  };
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="attach">
      <h2 className="h-block" id="attach">
        {t('organization:documents.attach')}
      </h2>
      <p className="small muted gap-top-2">{t('organization:documents.attachText')}</p>
      <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
        <div className="grid-2">
          <SelectField
            label={t('organization:documents.what')}
            value={form.kind}
            error={error('kind')}
            onChange={(event) => setForm({ ...form, kind: event.target.value as PaperKind })}
          >
            {PAPER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`organization:documents.kind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('organization:documents.name')}
            required
            maxLength={160}
            value={form.title}
            error={error('title')}
            onChange={(event) => setForm({ ...form, title: event.target.value })}
          />
        </div>
        <div>
          <label className="btn btn-quiet file-pick">
            <input
              ref={input}
              type="file"
              className="sr"
              accept={PAPER_TYPES}
              aria-describedby={error('file') ? 'paper-file' : undefined}
              aria-invalid={error('file') ? true : undefined}
              onChange={(event) => {
                setSent(false);
                setForm({ ...form, name: event.target.files?.[0]?.name ?? '' });
              }}
            />
            <span className="break">{form.name || t('organization:documents.pick')}</span>
          </label>
          {error('file') && <FieldError id="paper-file">{error('file')}</FieldError>}
        </div>
        {sent && (
          <div tabIndex={-1} data-paper-sent>
            <Notice look="good">
              <p>{t('organization:documents.sent')}</p>
            </Notice>
          </div>
        )}
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" look="main" disabled={form.name === ''} busy={action.busy}>
            {t('organization:documents.send')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** Where the papers on what changed hands lie: of a company here, of others with each hand-over. */
function OfTransfers({ org }: { org: string }): ReactNode {
  const gives = useOrganization(org).data?.gives;
  if (gives === undefined) return null;
  return (
    <div className="gap-top-6">
      {gives ? (
        <CompanyPapers org={org} within />
      ) : (
        <section aria-labelledby="of-transfers">
          <h2 className="h-block" id="of-transfers">
            {t('organizations:papersOf.title')}
          </h2>
          <p className="muted gap-top-2">{t('organizations:papersOf.atMeeting')}</p>
          <ul className="lines gap-top-3">
            <li>
              <Link to="/desk/$org/handovers" params={{ org }} search={{}}>
                {t('organizations:papersOf.toHandOvers')}
              </Link>
            </li>
            <li>
              <Link to="/desk/$org/statement" params={{ org }} search={{}}>
                {t('organizations:company.statement')}
              </Link>
            </li>
          </ul>
        </section>
      )}
    </div>
  );
}

/** `/desk/{org}/documents`: papers of the organization, for its own people. */
export function DocumentsPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const query = usePapers(org, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organization:documents.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organization:documents.title')}</h1>
        <p className="lead">{t('organization:documents.lead')}</p>
      </header>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {({ items, can }) => (
          <>
            {items.length === 0 ? (
              <Empty level={2} title={t('organization:documents.none')}>
                <p>{t('organization:documents.noneText')}</p>
              </Empty>
            ) : (
              <PaperList papers={items} org={org} />
            )}
            {can.includes('attach') && <Attach org={org} />}
          </>
        )}
      </Loaded>
      <OfTransfers org={org} />
    </div>
  );
}
