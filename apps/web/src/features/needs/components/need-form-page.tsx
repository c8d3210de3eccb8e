import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Goods } from '../../../lib/api-types.js';
import { endOfDay } from '../../../lib/dates.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useCatalogue, useUnits, useWholeCatalogue } from '../../catalogue/api/catalogue.js';
import { unitsFor } from '../../catalogue/api/allowed-units.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useOrganization } from '../../organizations/api/organizations.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { draftNeed } from '../api/needs.js';
import { budgetSent } from './budget-fields.js';
import { BudgetPart, EMPTY, HowMuchPart, WhatPart, type Form } from './need-form-parts.js';
import { acceptedOf } from './accepted.js';
import { NeedTemplates } from './need-templates.js';
import { CopyOfEarlier } from './copy-need.js';
import { decimal } from '../../../lib/decimal.js';

const route = getRouteApi('/desk/$org/needs/new');

function sentOf(
  org: string,
  form: Form,
  unit: string,
  zone: string,
  asks: Goods['asks'],
): Parameters<typeof draftNeed>[0] {
  return {
    organization: org,
    kind: form.kind,
    category: form.category,
    item: form.kind === 'goods' && form.item ? form.item : undefined,
    title: form.title.trim(),
    description: form.description.trim(),
    quantity: decimal(form.quantity),
    unit,
    each: form.kind === 'time' && unit !== 'hour' ? { quantity: decimal(form.each), unit: 'hour' } : undefined,
    place: form.place,
    deadline: form.deadline ? endOfDay(form.deadline, zone) : undefined,
    urgency: Number(form.urgency),
    coldChain: form.kind === 'goods' ? form.coldChain : undefined,
    budget: form.kind === 'money' ? budgetSent(form.budget) : undefined,
    accepts: form.kind === 'goods' ? acceptedOf(form.accepts, asks) : undefined,
    beneficiaries: form.beneficiaries ? Number(form.beneficiaries) : undefined,
  };
}

export function NeedFormPage(): ReactNode {
  const { org } = route.useParams();
  const navigate = useNavigate();
  const session = useSession();
  const [form, change, forget] = useDraft<Form>(`need-draft-${org}`, EMPTY);
  const places = useCatalogue('places');
  const catalogue = useWholeCatalogue();
  const units = useUnits();
  const categories = useCatalogue('categories');
  const goods = useCatalogue('goods');
  const organization = useOrganization(org).data;
  const element = useRef<HTMLFormElement>(null);
  const action = useAction(draftNeed, {
    refresh: ['needs'],
    onDone: (need) => {
      forget();
      void navigate({ to: '/needs/$id', params: { id: need.id } });
    },
  });
  const unit = useMemo(() => {
    const allowed = unitsFor(form.kind, units.data ?? [], categories.get(form.category), goods.get(form.item));
    return (allowed.find((u) => u.code === form.unit) ?? allowed[0])?.code ?? '';
  }, [form, units.data, categories, goods]);
  const { error } = action;
  const asks = (goods.get(form.item) ?? categories.get(form.category))?.asks ?? [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run(sentOf(org, form, unit, places.get(form.place)?.timeZone ?? 'UTC', asks));
    focusFirstError(element.current);
  };
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('needsDesk:form.head')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-work">{t('needsDesk:form.head')}</h1>
        <p className="lead">{t('needsDesk:form.lead')}</p>
      </header>
      <NeedTemplates form={form} change={change} place={organization?.place} />
      {session.data && <CopyOfEarlier org={org} />}
      <form
        ref={element}
        className="sheet pad-l stack-6"
        onSubmit={(event) => void submit(event)}
        aria-label={t('needsDesk:form.head')}
      >
        <WhatPart form={form} change={change} error={error} org={org} />
        <HowMuchPart form={form} change={change} error={error} />
        <BudgetPart form={form} change={change} error={error} />
        <ProblemNotice problem={action.problem as Problem | null} />
        <ProblemNotice problem={catalogue.error as Problem | null} onRetry={() => void catalogue.refetch()} />
        <div className="row row-wrap">
          <Button type="submit" look="main" size="large" busy={action.busy || !catalogue.data}>
            {t('needsDesk:form.save')}
          </Button>
          <Link className="btn btn-plain" to="/desk/$org" params={{ org }} search={{}}>
            {t('form.cancel')}
          </Link>
        </div>
        <p className="small muted">{t('needsDesk:form.after')}</p>
      </form>
    </div>
  );
}
