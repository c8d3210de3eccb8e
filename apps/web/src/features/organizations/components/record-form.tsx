import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { type Keeping } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import { saveOrganization, useLegalForms, type LegalForm, type Organization } from '../api/organizations.js';
import { AccountFields } from './account-fields.js';

const EMPTY = {
  name: '',
  shortName: '',
  form: '',
  inn: '',
  ogrn: '',
  kpp: '',
  place: '',
  bik: '',
  number: '',
  bankName: '',
  correspondent: '',
};
type Form = typeof EMPTY;
const digits = (text: string): string => text.replace(/\s/g, '');

const formOf = ({ name, shortName, form, inn, ogrn, kpp, place, account }: Organization): Form => ({
  name,
  shortName,
  form,
  inn: inn ?? '',
  ogrn: ogrn ?? '',
  kpp: kpp ?? '',
  place,
  bik: account?.bik ?? '',
  number: account?.number ?? '',
  bankName: account?.bankName ?? '',
  correspondent: account?.correspondent ?? '',
});

/** What is sent: numbers as digits, and of an informal group none. */
function sentOf(
  { name, shortName, form, inn, ogrn, kpp, place, bik, number, bankName, correspondent }: Form,
  legal: LegalForm | undefined,
): Parameters<typeof saveOrganization>[0]['form'] {
  const account = legal?.gives
    ? null
    : { bik: digits(bik), number: digits(number), bankName: bankName.trim(), correspondent: digits(correspondent) };
  const numbers = legal?.informal
    ? { inn: null, ogrn: null, kpp: null, account: null }
    : { inn: digits(inn), ogrn: digits(ogrn), kpp: legal?.ofPerson ? null : digits(kpp) || null, account };
  return { name: name.trim(), shortName: shortName.trim(), form, place, ...numbers };
}

interface PartProps {
  legal?: LegalForm;
  form: Form;
  change: (changes: Partial<Form>) => void;
  error: (field: string) => string | undefined;
}

function Numbers({ legal, form, change, error }: PartProps): ReactNode {
  const field = (name: 'inn' | 'ogrn' | 'kpp', required: boolean): ReactNode => (
    <TextField
      label={t(`organizations:form.${name}`)}
      required={required}
      optional={!required}
      inputMode="numeric"
      maxLength={40}
      value={form[name]}
      error={error(name)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="grid-3 form-numbers">
        {field('inn', true)}
        {field('ogrn', true)}
        {!legal?.ofPerson && field('kpp', legal?.gives ?? false)}
      </div>
      {legal?.gives ? (
        <Notice>
          <p>{t('organizations:form.gives')}</p>
        </Notice>
      ) : (
        <fieldset className="stack">
          <legend className="h-dense strong">{t('organizations:form.account')}</legend>
          <p className="small muted">{t('organizations:form.accountHint')}</p>
          <AccountFields account={form} change={change} error={error} />
        </fieldset>
      )}
    </>
  );
}

/** What it is, where, and what it is called. */
function Naming({ form, change, error }: Omit<PartProps, 'legal'>): ReactNode {
  const forms = useLegalForms();
  const places = usePlaces();
  return (
    <>
      <div className="grid-2">
        <SelectField
          label={t('organizations:form.form')}
          required
          value={form.form}
          error={error('form')}
          onChange={(event) => change({ form: event.target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {[false, true].map((gives) => (
            <optgroup
              key={String(gives)}
              label={t(gives ? 'organizations:form.givers' : 'organizations:form.receivers')}
            >
              {forms.data
                ?.filter((one) => one.gives === gives)
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {nameOf(one)}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField
          label={t('organizations:form.place')}
          required
          value={form.place}
          error={error('place')}
          onChange={(event) => change({ place: event.target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {places.data?.map((place) => (
            <option key={place.code} value={place.code}>
              {placeName(place)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        label={t('organizations:form.name')}
        hint={t('organizations:form.nameHint')}
        required
        maxLength={300}
        value={form.name}
        error={error('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={t('organizations:form.shortName')}
        required
        maxLength={120}
        value={form.shortName}
        error={error('shortName')}
        onChange={(event) => change({ shortName: event.target.value })}
      />
    </>
  );
}

/** The record: every number is checked by its check digit, and says so at its field. */
export function RecordForm({
  known,
  keep,
  take,
}: Partial<Keeping<Organization>> & { known: Organization | undefined }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const forms = useLegalForms();
  const [form, change, forget] = useDraft<Form>(
    `organization-${known ? `${known.id}-${known.version}` : 'new'}`,
    known ? formOf(known) : EMPTY,
  );
  const legal = forms.data?.find((one) => one.code === form.form);
  const informal = legal?.informal ?? false;
  const action = useAction(saveOrganization, {
    refresh: ['session', 'organization'],
    onDone: (saved) => {
      forget();
      keep?.(saved, true);
      if (!known) void navigate({ to: '/desk/$org/record', params: { org: saved.id } });
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ known, form: sentOf(form, legal) });
    focusFirstError(element.current);
  };
  return (
    <form
      ref={element}
      className="sheet pad-l stack-6"
      onSubmit={(event) => void submit(event)}
      aria-label={t('organizations:form.title')}
    >
      <Naming form={form} change={change} error={error} />
      {informal ? (
        <Notice>
          <p>{t('organizations:form.informal')}</p>
        </Notice>
      ) : (
        <Numbers legal={legal} form={form} change={change} error={error} />
      )}
      <ProblemNotice
        problem={action.general}
        onTake={
          take &&
          (() => {
            forget();
            take();
          })
        }
      />
      <div className="row row-wrap">
        <Button type="submit" look={known ? 'quiet' : 'main'} size="large" busy={action.busy}>
          {t('organizations:form.save')}
        </Button>
        <Link className="btn btn-plain" to="/desk">
          {t('form.cancel')}
        </Link>
      </div>
    </form>
  );
}
