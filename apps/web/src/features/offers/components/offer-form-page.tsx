import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { OfferWish } from '../../../app/search.js';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/combobox.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Category, Goods, Kind, Unit } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { unitsFor } from '../../catalogue/api/allowed-units.js';
import { useByCode, useCategories, useGoods, usePlaces, useSpheres, useUnits, useWholeCatalogue } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { postOffer } from '../api/offers.js';
import { setUpStandingOffer } from '../api/standing-offers.js';
import { AskedNow } from './asked-now.js';
import { choicesOf, EMPTY_DRAFT, requestOf, type OfferDraft } from './offer-draft.js';
import { KeepingFields, KindPick, PlaceFields, QuantityFields, SkillFields, type FieldsProps } from './offer-fields.js';
import { WishFields } from './offer-wishes.js';
import { RepeatFields } from './repeat-fields.js';
import { SureOfAmount } from './sure-of-amount.js';
import { WhatField } from './what-field.js';

const route = getRouteApi('/offer');

interface OfferForm { draft: OfferDraft; change: (changes: Partial<OfferDraft>) => void; forget: () => void; choices: Choice[]; category: Category | undefined; unlisted: Goods | undefined; units: Unit[]; unit: Unit | undefined; timeZone: string; saysStorage: boolean; catalogue: ReturnType<typeof useWholeCatalogue> }

/** The draft and what the catalogue says about it. */
export function useOfferForm(key = 'offer-draft'): OfferForm {
  const [draft, change, forget] = useDraft<OfferDraft>(key, { ...EMPTY_DRAFT, until: dateIn(60), firstOn: dateIn(1) });
  const spheres = useSpheres();
  const categories = useCategories();
  const goods = useGoods();
  const allUnits = useUnits();
  const places = useByCode(usePlaces().data);
  const goodsByCode = useByCode(goods.data);
  const categoriesByCode = useByCode(categories.data);
  const catalogue = useWholeCatalogue();
  const choices = useMemo(() => choicesOf(draft.kind, spheres.data ?? [], categories.data ?? [], goods.data ?? []), [draft.kind, spheres.data, categories.data, goods.data]);
  const [type, code = ''] = draft.choice.split(':');
  const unlisted = goods.data?.find((one) => one.attributes.includes('review')); // what the catalogue keeps for things that it does not know
  const own = draft.kind === 'goods' && draft.choice === '' && draft.what.trim() !== '' ? unlisted : undefined;
  const item = type === 'item' ? goodsByCode.get(code) : own;
  const category = categoriesByCode.get(type === 'category' ? code : draft.choice === '' ? draft.near : item?.category ?? '');
  const units = unitsFor(draft.kind, allUnits.data ?? [], category, item);
  const unit = units.find((u) => u.code === draft.unit) ?? units[0];
  const timeZone = places.get(draft.place)?.timeZone ?? [...places.values()][0]?.timeZone ?? 'UTC';
  const saysStorage = draft.kind === 'goods' && (item?.saysStorage || category?.saysStorage || false);
  return { draft, change, forget, choices, category, unlisted, units, unit, timeZone, saysStorage, catalogue };
}

/** What a link to this page says (kind, item, place ...) goes into the form once; what was typed before stays otherwise. */
function usePrefill(wish: OfferWish, form: OfferForm): void {
  const done = useRef(false);
  const goods = useGoods();
  const categories = useCategories();
  const spheres = useSpheres();
  useEffect(() => {
    if (done.current || !form.catalogue.data || Object.values(wish).every((value) => value === undefined)) return;
    done.current = true;
    const kind: Kind = wish.kind ?? (wish.item ? 'goods' : form.draft.kind);
    const choices = choicesOf(kind, spheres.data ?? [], categories.data ?? [], goods.data ?? []);
    const wanted = [wish.item && `item:${wish.item}`, wish.category && `category:${wish.category}`, wish.category && `sphere:${wish.category}`].filter(Boolean);
    const named = wanted.map((value) => choices.find((choice) => choice.value === value)).find(Boolean);
    const sameKind = kind === form.draft.kind;
    form.change({
      kind, unit: '', what: wish.what ?? named?.label ?? (sameKind ? form.draft.what : ''), choice: named?.value ?? (sameKind && !wish.what ? form.draft.choice : ''), near: sameKind && !wish.what ? form.draft.near : '',
      ...(wish.quantity ? { quantity: wish.quantity } : {}), ...(wish.place && kind !== 'money' ? { place: wish.place } : {}), ...(wish.repeat ? { repeat: wish.repeat } : {}), ...(wish.prefers ? { prefers: wish.prefers } : {}), ...(wish.only ? { only: wish.only } : {}),
    });
  }, [wish, form, goods.data, categories.data, spheres.data]);
}

/** What the form asks the API for. */
export const requestFrom = (form: ReturnType<typeof useOfferForm>, draft: OfferDraft): Record<string, unknown> =>
  requestOf(draft, { unit: form.unit?.code ?? '', timeZone: form.timeZone, label: form.choices.find(({ value }) => value === draft.choice)?.label, unlisted: form.unlisted?.code });

function Head(): ReactNode {
  return (
    <>
      <PageHead title={t('offers:title')} description={t('offers:lead')} />
      <header className="page-head"><h1 className="h-page">{t('offers:head')}</h1><p className="lead">{t('offers:lead')}</p></header>
    </>
  );
}

/** What is given: of which kind, what, how much, how it keeps, where, and with which skills. */
function GivenFields({ fields, form }: { fields: FieldsProps; form: ReturnType<typeof useOfferForm> }): ReactNode {
  const { draft } = fields;
  return (
    <>
      <KindPick draft={draft} change={fields.change} />
      <WhatField {...fields} choices={form.choices} category={form.category} unlisted={form.unlisted !== undefined} />
      <QuantityFields {...fields} units={form.units} unit={form.unit} />
      {form.saysStorage && <KeepingFields {...fields} />}
      <PlaceFields {...fields} />
      {draft.kind === 'time' && <SkillFields {...fields} />}
    </>
  );
}

export function OfferFormPage(): ReactNode {
  const wish = route.useSearch();
  const navigate = useNavigate();
  const session = useSession();
  const form = useOfferForm();
  const { draft, change } = form;
  usePrefill(wish, form);
  const element = useRef<HTMLFormElement>(null);
  const [sureOf, setSureOf] = useState(''); // which amount: another one is asked about again
  const amount = `${draft.quantity} ${form.unit?.code ?? ''}`;
  const once = useAction(postOffer, { refresh: ['offers'], onDone: (offer) => { form.forget(); void navigate({ to: '/offer/$id', params: { id: offer.id } }); } });
  const again = useAction(setUpStandingOffer, { refresh: ['standing-offers'], onDone: (standing) => { form.forget(); void navigate({ to: '/standing/$id', params: { id: standing.id } }); } });
  const action = draft.repeat ? again : once;
  const signInAndComeBack = (): void => {
    change({ asked: true });
    void navigate({ to: '/sign-in', search: { next: '/offer' } });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (session.data === null) return signInAndComeBack();
    await action.run({ ...requestFrom(form, draft), ...(sureOf === amount ? { amountConfirmed: true } : {}) });
    focusFirstError(element.current);
  };
  const error = (...fields: string[]): string | undefined => fields.map(action.error).find(Boolean);
  const fields = { draft, change, error };
  return (
    <div className="wrap">
      <Head />
      <div className="split split-even">
        <form ref={element} className="sheet pad-l stack-6" aria-label={t('offers:formLabel')} onSubmit={(event) => void submit(event)}>
          {draft.asked && session.data && <Notice look="good" role="status"><p>{t('offers:signedIn')}</p></Notice>}
          <GivenFields fields={fields} form={form} />
          <RepeatFields {...fields} />
          <WishFields {...fields} session={session.data} />
          {error('amountConfirmed') ? <SureOfAmount question={error('amountConfirmed') ?? ''} sure={sureOf === amount} onChange={(sure) => setSureOf(sure ? amount : '')} /> : <ProblemNotice problem={action.general} />}
          <ProblemNotice problem={form.catalogue.error as Problem | null} onRetry={() => void form.catalogue.refetch()} />
          <Button type="submit" look="main" size="large" wide busy={action.busy || !form.catalogue.data || session.isPending}>{t(session.data === null ? 'offers:sendSignedOut' : draft.repeat ? 'standing:send' : 'offers:send')}</Button>
          <p className="small muted center">{t(draft.repeat ? 'standing:promise' : 'offers:promise')}</p>
        </form>
        <AskedNow kind={draft.kind} category={form.category?.code} words={draft.what} />
      </div>
    </div>
  );
}
