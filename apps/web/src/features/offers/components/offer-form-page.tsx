import { getRouteApi, Link, useHydrated, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import type { OfferWish } from '../../../app/search.js';
import type { Choice } from '../../../components/combobox.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import type { Problem } from '../../../lib/api.js';
import type { Kind, Session } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { useDraft } from '../../../lib/draft.js';
import { focusFirstError } from '../../../lib/form.js';
import { changedIn, usePlainForm } from '../../../lib/plain-form.js';
import { t } from '../../../lib/words.js';
import {
  useCategories,
  useGoods,
  usePlaces,
  useSpheres,
  useUnits,
  useWholeCatalogue,
} from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { AskedNow } from './asked-now.js';
import { AttributeFields } from './attribute-fields.js';
import { NewcomerFields, SentByMail } from './newcomer-fields.js';
import { choicesOf, EMPTY_DRAFT, type OfferDraft } from './offer-draft.js';
import { KindPick } from './kind-pick.js';
import {
  DescriptionField,
  KeepingFields,
  PlaceFields,
  QuantityFields,
  SkillFields,
  type FieldsProps,
} from './offer-fields.js';
import { amountSaid, draftOf, knownOf, wishedOf, type Known, type Lists } from './offer-plain.js';
import { PickUpFields } from './pick-up-fields.js';
import { PhotoPick } from './offer-photos.js';
import { SendButtons, useSending } from './offer-sending.js';
import { WishFields } from './offer-wishes.js';
import { RepeatFields } from './repeat-fields.js';
import { SureOfAmount } from './sure-of-amount.js';
import { WhatField } from './what-field.js';

const route = getRouteApi('/offer');

interface OfferForm extends Known {
  draft: OfferDraft;
  change: (changes: Partial<OfferDraft> | ((now: OfferDraft) => Partial<OfferDraft>)) => void;
  forget: () => void;
  catalogue: ReturnType<typeof useWholeCatalogue>;
}

/** The lists that an offer is made from; empty until they have come. */
function useLists(): Lists {
  const [spheres, categories, goods, units, places] = [
    useSpheres().data,
    useCategories().data,
    useGoods().data,
    useUnits().data,
    usePlaces().data,
  ];
  return useMemo(
    () => ({
      spheres: spheres ?? [],
      categories: categories ?? [],
      goods: goods ?? [],
      units: units ?? [],
      places: places ?? [],
    }),
    [spheres, categories, goods, units, places],
  );
}

const choicesIn =
  ({ spheres, categories, goods }: Lists) =>
  (kind: Kind): Choice[] =>
    choicesOf(kind, spheres, categories, goods);

/**
 * The draft and what the catalogue says about it.
 * @param wish of the link that leads here: a server that draws the form begins with it
 */
export function useOfferForm(key = 'offer-draft', wish: OfferWish = {}): OfferForm {
  const lists = useLists();
  const plain = usePlainForm();
  const hydrated = useHydrated();
  const [drawn] = useState(!hydrated);
  const empty = { ...EMPTY_DRAFT, until: dateIn(60), firstOn: dateIn(1) };
  const typed = drawn && plain.typed('kind') !== undefined ? draftOf(plain.typed, plain.all) : {};
  const [draft, change, forget] = useDraft<OfferDraft>(
    key,
    empty,
    drawn ? { first: { ...wishedOf(wish, empty, choicesIn(lists)), ...typed }, stays: typed } : undefined,
  );
  const known = useMemo(() => knownOf(draft, lists), [draft, lists]);
  return { draft, change, forget, catalogue: useWholeCatalogue(), ...known };
}

/** What a link to this page says (kind, item, place ...) goes into the form once; what was typed before stays otherwise. */
function usePrefill(wish: OfferWish, form: OfferForm, session: Session | null | undefined): void {
  const done = useRef(false);
  const lists = useLists();
  useEffect(() => {
    if (done.current || !form.catalogue.data || Object.values(wish).every((value) => value === undefined)) return;
    if (wish.as !== undefined && session === undefined) return; // who may speak for it is not known yet
    done.current = true;
    const speaks =
      session?.memberships.some(({ organization, mayOffer }) => organization.id === wish.as && mayOffer) ?? false;
    form.change((now) => ({
      ...wishedOf(wish, now, choicesIn(lists)),
      ...(speaks && wish.as !== undefined ? { onBehalfOf: wish.as, anonymous: false } : {}),
    }));
  }, [wish, form, lists, session]);
}

/** What was typed before the page was taken over, when nobody heard of it, is in the draft from then on. */
function useTypedDraft(element: RefObject<HTMLFormElement | null>, change: OfferForm['change']): void {
  const drawn = useRef(!useHydrated());
  useEffect(() => {
    if (!drawn.current || !element.current) return;
    drawn.current = false;
    const names = changedIn(element.current);
    const data = new FormData(element.current);
    const now = draftOf(
      (field) => data.get(field)?.toString(),
      (field) => data.getAll(field).map(String),
    );
    const changes = Object.fromEntries(Object.entries(now).filter(([field]) => names.has(field)));
    if (Object.keys(changes).length > 0) change(changes);
  }, [element, change]);
}

/** The refusal where no field says it: asked behind them all. */
function FormProblem({ action, children }: { action: { general: Problem | null }; children: ReactNode }): ReactNode {
  return children || <ProblemNotice problem={action.general} />;
}

/** Of a visitor nothing is matched before the address is confirmed; whoever is not known yet is one. */
function Head({ visitor }: { visitor: boolean }): ReactNode {
  const lead = t(visitor ? 'offers:leadVisitor' : 'offers:lead');
  return (
    <>
      <PageHead title={t('offers:title')} description={lead} />
      <header className="page-head">
        <h1 className="h-page">{t('offers:head')}</h1>
        <p className="lead">{lead}</p>
      </header>
    </>
  );
}

/** What is given: of which kind, what, how much, how it keeps, where, and with which skills. */
function GivenFields({
  fields,
  form,
  photos,
}: {
  fields: FieldsProps;
  form: ReturnType<typeof useOfferForm>;
  photos: ReactNode;
}): ReactNode {
  const { draft } = fields;
  return (
    <>
      <KindPick draft={draft} change={fields.change} />
      {draft.kind === 'time' && (
        <p className="small">
          {t('offers:shiftsText')}{' '}
          <Link to="/shifts" search={{}}>
            {t('offers:shiftsGo')}
          </Link>
        </p>
      )}
      {draft.kind === 'money' && (
        <p className="small">
          {draft.only ? (
            t('offers:payOnly')
          ) : (
            <>
              {t('offers:payText')}{' '}
              <Link to="/needs" search={{ kind: 'money' }}>
                {t('offers:payGo')}
              </Link>
            </>
          )}
        </p>
      )}
      <WhatField
        {...fields}
        choices={form.choices}
        category={form.category}
        unit={form.unit}
        unlisted={form.unlisted !== undefined}
      />
      <QuantityFields {...fields} units={form.units} unit={form.unit} />
      <DescriptionField {...fields} />
      {draft.kind === 'goods' && !draft.repeat && photos}
      <AttributeFields {...fields} asks={form.asks} onlyNew={form.onlyNew} said={draft} />
      {form.saysStorage && <KeepingFields {...fields} />}
      <PlaceFields {...fields} />
      {draft.kind === 'goods' && !draft.repeat && (
        <PickUpFields {...fields} windows={draft.windows} brings={draft.brings} />
      )}
      {draft.kind === 'time' && <SkillFields {...fields} />}
    </>
  );
}

export function OfferFormPage(): ReactNode {
  const wish = route.useSearch();
  const navigate = useNavigate();
  const session = useSession();
  const form = useOfferForm('offer-draft', wish);
  const { draft, change } = form;
  const plain = usePlainForm();
  usePrefill(wish, form, session.data);
  const element = useRef<HTMLFormElement>(null);
  useTypedDraft(element, change);
  const [sureOf, setSureOf] = useState(''); // which amount: another one is asked about again
  const amount = amountSaid(draft, form.unit?.code);
  const [files, setFiles] = useState<File[]>([]);
  const signedOut = session.data === null;
  const { action, send } = useSending(form, files, signedOut, plain.refused);
  const signInAndComeBack = (): void => {
    change({ asked: true });
    void navigate({ to: '/sign-in', search: { next: '/offer' } });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (signedOut && draft.repeat) return signInAndComeBack();
    await send(sureOf === amount || undefined, element.current);
    focusFirstError(element.current);
  };
  const error = (...fields: string[]): string | undefined => fields.map(action.error).find(Boolean);
  const fields = { draft, change, error };
  const photos = session.data ? (
    <PhotoPick files={files} onChange={setFiles} />
  ) : (
    <p className="hint by-script">{t('offers:photos.later')}</p>
  );
  if (wish.sent) return <SentByMail />;
  return (
    <div className="wrap">
      <Head visitor={!session.data} />
      <div className="split split-even">
        <form
          ref={element}
          className="sheet pad-l stack-6"
          aria-label={t('offers:formLabel')}
          {...plain.form}
          onSubmit={(event) => void submit(event)}
        >
          {draft.asked && session.data && (
            <Notice look="good" role="status">
              <p>{t('offers:signedIn')}</p>
            </Notice>
          )}
          <GivenFields fields={fields} form={form} photos={photos} />
          <div className="by-script">
            <RepeatFields {...fields} />
          </div>
          <WishFields {...fields} session={session.data} />
          {signedOut && !draft.repeat && <NewcomerFields anonymous={draft.anonymous} error={error} />}
          <FormProblem action={action}>
            {error('amountConfirmed') && (
              <SureOfAmount
                question={error('amountConfirmed') ?? ''}
                amount={amount}
                sure={sureOf === amount}
                onChange={(sure) => setSureOf(sure ? amount : '')}
              />
            )}
          </FormProblem>
          <ProblemNotice
            problem={form.catalogue.error as Problem | null}
            onRetry={() => void form.catalogue.refetch()}
          />
          <SendButtons
            repeat={draft.repeat !== ''}
            signedOut={signedOut}
            busy={action.busy || !form.catalogue.data || session.isPending}
            onSignIn={signInAndComeBack}
          />
          <p className="small muted center">{t(draft.repeat ? 'standing:promise' : 'offers:promise')}</p>
        </form>
        <AskedNow kind={draft.kind} category={form.category?.code} words={draft.what} visitor={!session.data} />
      </div>
    </div>
  );
}
