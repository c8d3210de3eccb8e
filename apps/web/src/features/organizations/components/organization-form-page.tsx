import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Kept, type Keeping } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { saveOrganization, submitOrganization, useLegalForms, useOrganization, type LegalForm, type Organization, type OrganizationRole } from '../api/organizations.js';
import { AccountFields } from './account-fields.js';
import { DeskPath } from './desk-path.js';
import { RecordShown } from './record-shown.js';
import { TrustReasons } from './trust.js';

const EMPTY = { name: '', shortName: '', form: '', inn: '', ogrn: '', kpp: '', place: '', bik: '', number: '', bankName: '', correspondent: '' };
type Form = typeof EMPTY;
const digits = (text: string): string => text.replace(/\s/g, '');

const formOf = ({ name, shortName, form, inn, ogrn, kpp, place, account }: Organization): Form => ({
  name, shortName, form, inn: inn ?? '', ogrn: ogrn ?? '', kpp: kpp ?? '', place, bik: account?.bik ?? '', number: account?.number ?? '', bankName: account?.bankName ?? '', correspondent: account?.correspondent ?? '',
});

interface PartProps { legal?: LegalForm; form: Form; change: (changes: Partial<Form>) => void; error: (field: string) => string | undefined }

function Numbers({ legal, form, change, error }: PartProps): ReactNode {
  const field = (name: 'inn' | 'ogrn' | 'kpp', required: boolean): ReactNode => <TextField label={t(`organization:form.${name}`)} required={required} optional={!required} inputMode="numeric" maxLength={40} value={form[name]} error={error(name)} onChange={(event) => change({ [name]: event.target.value })} />;
  return (
    <>
      <div className="grid-3 form-numbers">{field('inn', true)}{field('ogrn', true)}{!legal?.ofPerson && field('kpp', legal?.gives ?? false)}</div>
      {legal?.gives ? <Notice><p>{t('organization:form.gives')}</p></Notice> : <fieldset className="stack">
        <legend className="h-dense strong">{t('organization:form.account')}</legend>
        <p className="small muted">{t('organization:form.accountHint')}</p>
        <AccountFields account={form} change={change} error={error} />
      </fieldset>}
    </>
  );
}

/** The record: every number is checked by its check digit, and says so at its field. */
function RecordForm({ known, keep, take }: Partial<Keeping<Organization>> & { known: Organization | undefined }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const forms = useLegalForms();
  const places = usePlaces();
  const [form, change, forget] = useDraft<Form>(`organization-${known ? `${known.id}-${known.version}` : 'new'}`, known ? formOf(known) : EMPTY);
  const legal = forms.data?.find((one) => one.code === form.form);
  const informal = legal?.informal ?? false;
  const action = useAction(saveOrganization, { refresh: ['session', 'organization'], onDone: (saved) => { forget(); keep?.(saved, true); if (!known) void navigate({ to: '/desk/$org/record', params: { org: saved.id } }); } });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, shortName, form: code, inn, ogrn, kpp, place, bik, number, bankName, correspondent } = form;
    const numbers = informal ? { inn: null, ogrn: null, kpp: null, account: null } : { inn: digits(inn), ogrn: digits(ogrn), kpp: legal?.ofPerson ? null : digits(kpp) || null, account: legal?.gives ? null : { bik: digits(bik), number: digits(number), bankName: bankName.trim(), correspondent: digits(correspondent) } };
    await action.run({ known, form: { name: name.trim(), shortName: shortName.trim(), form: code, place, ...numbers } });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="sheet pad-l stack-6" onSubmit={(event) => void submit(event)} aria-label={t('organization:form.title')}>
      <div className="grid-2">
        <SelectField label={t('organization:form.form')} required value={form.form} error={error('form')} onChange={(event) => change({ form: event.target.value })}>
          <option value="">{t('form.choose')}</option>
          {[false, true].map((gives) => <optgroup key={String(gives)} label={t(gives ? 'organization:form.givers' : 'organization:form.receivers')}>{forms.data?.filter((one) => one.gives === gives).map((one) => <option key={one.code} value={one.code}>{nameOf(one)}</option>)}</optgroup>)}
        </SelectField>
        <SelectField label={t('organization:form.place')} required value={form.place} error={error('place')} onChange={(event) => change({ place: event.target.value })}>
          <option value="">{t('form.choose')}</option>
          {places.data?.map((place) => <option key={place.code} value={place.code}>{placeName(place)}</option>)}
        </SelectField>
      </div>
      <TextField label={t('organization:form.name')} hint={t('organization:form.nameHint')} required maxLength={300} value={form.name} error={error('name')} onChange={(event) => change({ name: event.target.value })} />
      <TextField label={t('organization:form.shortName')} required maxLength={120} value={form.shortName} error={error('shortName')} onChange={(event) => change({ shortName: event.target.value })} />
      {informal ? <Notice><p>{t('organization:form.informal')}</p></Notice> : <Numbers legal={legal} form={form} change={change} error={error} />}
      <ProblemNotice problem={action.general} onTake={take && (() => { forget(); take(); })} />
      <div className="row row-wrap"><Button type="submit" look={known ? 'quiet' : 'main'} size="large" busy={action.busy}>{t('organization:form.save')}</Button><Link className="btn btn-plain" to="/desk">{t('form.cancel')}</Link></div>
    </form>
  );
}

function Record({ organization, role }: { organization: Organization; role: OrganizationRole | undefined }): ReactNode {
  const submit = useAction(submitOrganization, { refresh: ['session', 'organization'] });
  return (
    <div className="stack-6">
      {organization.status !== 'verified' && <Notice look={organization.status === 'submitted' ? 'wait' : 'info'} role="status"><p>{t(`organizations:statusText.${organization.status}`, { reason: organization.returnReason ?? '' })}</p></Notice>}
      {organization.warnings?.map((warning) => <Notice key={warning.code + warning.field} look="wait"><p>{warning.sentence}</p></Notice>)}
      {organization.can.includes('submit') && <div><p className="gap-below-2">{t('organization:form.saved')}</p><Button look="main" size="large" busy={submit.busy} onClick={() => void submit.run(organization.id)}>{t('organization:form.submit')}</Button>{submit.problem && <div className="gap-top-3"><ProblemNotice problem={submit.problem} />{submit.problem.fields.map((f) => <p className="error" key={f.field + f.code}>{f.message}</p>)}</div>}</div>}
      {organization.can.includes('edit') ? <Kept now={organization} version={(one) => one.version}>{(read, keeping) => <RecordForm known={read} {...keeping} />}</Kept> : <RecordShown organization={organization} role={role} />}
      <TrustReasons trust={organization.trust} />
    </div>
  );
}

/** `/desk/new` begins a record, `/desk/{org}/record` corrects it and sends it for review. */
export function OrganizationFormPage(): ReactNode {
  const { org } = useParams({ strict: false }) as { org?: string };
  const { data: session } = useSession();
  const [id] = useState(org);
  const query = useOrganization(org ?? '', Boolean(session) && org !== undefined);
  if (session === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  const role = session?.memberships.find(({ organization }) => organization.id === org)?.role as OrganizationRole | undefined;
  const ready = session && (org === undefined || query.data);
  return (
    <div className="wrap page-form">
      <PageHead title={t(org ? 'organization:form.edit' : 'organization:form.title')} />
      {org && <DeskPath org={org} />}
      <header className="page-head"><h1 className="h-page">{query.data?.shortName ?? t(org ? 'organization:form.edit' : 'organization:form.title')}</h1>{query.data?.status !== 'verified' && <p className="lead">{t('organization:form.lead')}</p>}</header>
      {query.error && <ProblemNotice problem={query.error as Problem} onRetry={() => void query.refetch()} />}
      {!ready ? !query.error && <Bones rows={4} /> : query.data ? <Record key={id} organization={query.data} role={role} /> : <RecordForm known={undefined} />}
    </div>
  );
}
