import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { DeskPath } from '../../organizations/components/desk-path.js';
import { postOffer } from '../api/offers.js';
import { useWalkIn, type WalkIn } from '../api/walk-ins.js';
import { KindPick } from './kind-pick.js';
import { DescriptionField, KeepingFields, PlaceFields, QuantityFields, SkillFields } from './offer-fields.js';
import { useOfferForm } from './offer-form-page.js';
import { amountSaid, requestFrom } from './offer-plain.js';
import { WishFields } from './offer-wishes.js';
import { SureOfAmount } from './sure-of-amount.js';
import { WhatField } from './what-field.js';
import { AttributeFields } from './attribute-fields.js';

const route = getRouteApi('/desk/$org/walk-ins/$id');

/** The ordinary form of an offer, in the name of one person. */
function OfferFor({ walkIn, org }: { walkIn: WalkIn; org: string }): ReactNode {
  const navigate = useNavigate();
  const form = useOfferForm(`walk-in-draft-${walkIn.id}`);
  const { draft, change } = form;
  const element = useRef<HTMLFormElement>(null);
  const [sureOf, setSureOf] = useState(''); // which amount: another one is asked about again
  const amount = amountSaid(draft, form.unit?.code);
  const action = useAction(postOffer, {
    refresh: ['offers'],
    onDone: (offer) => {
      form.forget();
      void navigate({ to: '/offer/$id', params: { id: offer.id } });
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      ...requestFrom(form, { ...draft, repeat: '', onBehalfOf: walkIn.id }),
      ...(sureOf === amount ? { amountConfirmed: true } : {}),
    });
    focusFirstError(element.current);
  };
  const error = (...fields: string[]): string | undefined => fields.map(action.error).find(Boolean);
  const fields = { draft, change, error };
  return (
    <form
      ref={element}
      className="sheet pad-l stack-6"
      aria-label={t('walkIns:offerTitle')}
      onSubmit={(event) => void submit(event)}
    >
      <Notice>
        <p>{t('walkIns:inNameOf', { name: walkIn.name })}</p>
        <p className="small">
          <Link to="/desk/$org/walk-ins" params={{ org }}>
            {t('walkIns:another')}
          </Link>
        </p>
      </Notice>
      <KindPick draft={draft} change={change} />
      <WhatField
        {...fields}
        choices={form.choices}
        category={form.category}
        unit={form.unit}
        unlisted={form.unlisted !== undefined}
      />
      <QuantityFields {...fields} units={form.units} unit={form.unit} />
      <DescriptionField {...fields} />
      <AttributeFields {...fields} asks={form.asks} onlyNew={form.onlyNew} said={draft} />
      {form.saysStorage && <KeepingFields {...fields} />}
      <PlaceFields {...fields} />
      {draft.kind === 'time' && <SkillFields {...fields} />}
      <WishFields {...fields} session={null} />
      {error('amountConfirmed') ? (
        <SureOfAmount
          question={error('amountConfirmed') ?? ''}
          amount={amount}
          sure={sureOf === amount}
          onChange={(sure) => setSureOf(sure ? amount : '')}
        />
      ) : (
        <ProblemNotice problem={action.general} />
      )}
      <Button type="submit" look="main" size="large" wide busy={action.busy || !form.catalogue.data}>
        {t('offers:send')}
      </Button>
      <p className="small muted center">{t('walkIns:promise')}</p>
    </form>
  );
}

export function WalkInOfferPage(): ReactNode {
  const { org, id } = route.useParams();
  const { data: session } = useSession();
  const query = useWalkIn(org, id, Boolean(session));
  if (session === null) return <SignInFirst />;
  const status = (query.error as Problem | null)?.status;
  if (status === 403 || status === 404 || (query.data && !query.data.can.includes('offer'))) return <NotFoundPage />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('walkIns:offerTitle')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('walkIns:offerTitle')}</h1>
      </header>
      <Loaded query={query} bones={<Bones rows={4} height={90} />}>
        {(walkIn) => <OfferFor walkIn={walkIn} org={org} />}
      </Loaded>
    </div>
  );
}
