import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { AreaField, SelectField, TextField } from '../../../components/field.js';
import { Kept } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Need, Schema } from '../../../lib/api-types.js';
import { endOfDay, localDate } from '../../../lib/dates.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue, usePlaces, useUnits } from '../../catalogue/api/catalogue.js';
import { editNeed, useNeed } from '../api/needs.js';
import { BudgetFields, budgetSent, type BudgetDraft } from './budget-fields.js';
import { AcceptedFields } from './accepted-fields.js';
import { acceptedFrom, acceptedOf, type Accepted } from './accepted.js';
import { ColdField } from './cold-field.js';
import { NeedTermsFields } from './need-terms-fields.js';
import { decimal } from '../../../lib/decimal.js';

const route = getRouteApi('/needs/$id/edit');
const LIVE = ['open', 'partly_met'];

type Changes = Schema['EditNeedDto'];
interface Form {
  title: string;
  description: string;
  quantity: string;
  place: string;
  deadline: string;
  urgency: string;
  beneficiaries: string;
  coldChain: boolean;
  budget: BudgetDraft[];
  accepts: Accepted;
}

/** Only what differs from what was read goes to the server, with the version it was read at. */
function changesOf(before: Form, now: Form, zone: string): Changes {
  const value: { [F in keyof Form]: () => Changes[F] } = {
    title: () => now.title.trim(),
    description: () => now.description.trim(),
    quantity: () => decimal(now.quantity),
    place: () => now.place,
    deadline: () => endOfDay(now.deadline, zone),
    urgency: () => Number(now.urgency),
    beneficiaries: () => (now.beneficiaries.trim() ? Number(now.beneficiaries) : null),
    coldChain: () => now.coldChain,
    budget: () => budgetSent(now.budget),
    accepts: () => acceptedOf(now.accepts, ['size', 'season', 'condition']) ?? null,
  };
  return Object.fromEntries(
    (Object.keys(value) as (keyof Form)[])
      .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(before[field])) // lines that were kept over a reload are the same ones
      .map((field) => [field, value[field]()]),
  ) as Changes;
}

const formOf = (need: Need, quantity: string, zone: string, budget: BudgetDraft[]): Form => ({
  budget,
  title: need.title,
  description: need.description,
  quantity,
  place: need.place,
  deadline: localDate(need.deadline, zone),
  urgency: String(need.urgency),
  beneficiaries: need.beneficiaries === null ? '' : String(need.beneficiaries),
  coldChain: need.coldChain,
  accepts: acceptedFrom(need.accepts),
});

interface FactsProps {
  need: Need;
  form: Form;
  change: (changes: Partial<Form>) => void;
  error: (field: string) => string | undefined;
}

/** How much, where, until when, how urgent, for how many. */
function Facts({ need, form, change, error }: FactsProps): ReactNode {
  const places = usePlaces();
  const units = useCatalogue('units');
  return (
    <div className="grid-2">
      <TextField
        label={`${t('needsDesk:form.quantity')}, ${nameOf(units.get(need.unit), PENDING_NAME)}`}
        required
        inputMode="decimal"
        maxLength={20}
        value={form.quantity}
        error={error('quantity')}
        onChange={(event) => change({ quantity: event.target.value })}
      />
      <SelectField
        label={t('needs:place')}
        required
        value={form.place}
        error={error('place')}
        onChange={(event) => change({ place: event.target.value })}
      >
        {places.data?.map((p) => (
          <option key={p.code} value={p.code}>
            {placeName(p)}
          </option>
        ))}
      </SelectField>
      <NeedTermsFields form={form} change={change} error={error} />
    </div>
  );
}

function EditForm({ need, take }: { need: Need; take: (() => void) | undefined }): ReactNode {
  const navigate = useNavigate();
  const zone = useCatalogue('places').get(need.place)?.timeZone ?? 'UTC';
  const amounts = useAmounts();
  const element = useRef<HTMLFormElement>(null);
  const quantity = need.each
    ? String(need.balance.required / need.each.amount)
    : amounts.plain(need.balance.required, need.balance.unit, need.unit).quantity;
  const [before] = useState(() =>
    formOf(
      need,
      quantity,
      zone,
      (need.budget ?? []).map(({ what, amount }) => ({
        what,
        amount: amounts.plain(amount, need.balance.unit, need.unit).quantity,
      })),
    ),
  );
  const [form, change, forget] = useDraft<Form>(`need-edit-${need.id}-${need.version}`, before);
  const action = useAction(editNeed, {
    refresh: ['needs'],
    onDone: () => {
      forget();
      void navigate({ to: '/needs/$id', params: { id: need.id } });
    },
  });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ id: need.id, version: need.version, changes: changesOf(before, form, zone) });
    focusFirstError(element.current);
  };
  return (
    <form
      ref={element}
      className="sheet pad-l stack-6"
      onSubmit={(event) => void submit(event)}
      aria-label={t('needsDesk:edit.title')}
    >
      {LIVE.includes(need.status) && (
        <Notice>
          <p>{t('needsDesk:edit.reviewed')}</p>
        </Notice>
      )}
      {need.pendingEdit && (
        <Notice look="wait">
          <p>{t('needsDesk:edit.replaces')}</p>
        </Notice>
      )}
      <TextField
        label={t('needsDesk:form.title')}
        hint={t('needsDesk:form.titleHint')}
        required
        maxLength={140}
        value={form.title}
        error={error('title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <AreaField
        label={t('needsDesk:form.description')}
        hint={t('needsDesk:form.descriptionHint')}
        required
        rows={6}
        maxLength={5000}
        value={form.description}
        error={error('description')}
        onChange={(event) => change({ description: event.target.value })}
      />
      <Facts need={need} form={form} change={change} error={error} />
      {need.kind === 'money' && (
        <BudgetFields
          lines={form.budget}
          quantity={form.quantity}
          error={error}
          onChange={(budget) => change({ budget })}
        />
      )}
      {need.kind === 'goods' && <ColdField checked={form.coldChain} onChange={(coldChain) => change({ coldChain })} />}
      {need.kind === 'goods' && (
        <AcceptedFields
          category={need.category}
          item={need.item ?? ''}
          said={form.accepts}
          change={(accepts) => change({ accepts })}
          error={action.error}
        />
      )}
      <ProblemNotice problem={action.general} onTake={take} />
      <div className="row row-wrap">
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('needsDesk:edit.save')}
        </Button>
        <Link className="btn btn-plain" to="/needs/$id" params={{ id: need.id }} onClick={forget}>
          {t('form.cancel')}
        </Link>
      </div>
    </form>
  );
}

export function NeedEditPage(): ReactNode {
  const { id } = route.useParams();
  const query = useNeed(id);
  const places = usePlaces();
  const units = useUnits();
  if ((query.error as Problem | null)?.status === 404 || (query.data && !query.data.can.includes('edit')))
    return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('needsDesk:edit.title')} />
      <header className="page-head">
        <h1 className="h-work">{t('needsDesk:edit.title')}</h1>
      </header>
      <Loaded query={query} bones={<Bones rows={4} height={90} />}>
        {(need) =>
          places.data && units.data ? (
            <Kept now={need} version={(one) => one.version}>
              {(read, { take }) => <EditForm need={read} take={take} />}
            </Kept>
          ) : (
            <Bones rows={4} height={90} />
          )
        }
      </Loaded>
    </div>
  );
}
