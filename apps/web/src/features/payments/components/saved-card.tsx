import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { lookAtSavedCard, openCardForm, removeCard, useSavedCard, type SavedCard } from '../api/saved-card.js';
import { useCardFields } from './card-fields.js';

const REASONS = ['insufficient_funds', 'expired_card', 'incorrect_cvc', 'authentication_required'];

/** What Stripe says of a card that was just entered comes into the page at once. */
function useLook(id: string): () => Promise<boolean> {
  const client = useQueryClient();
  return async () => {
    const seen = await lookAtSavedCard(id).catch(() => null);
    if (seen) client.setQueryData(['standing-offers', 'card', id], seen);
    return seen?.card !== null && seen !== null;
  };
}

/** Fields of Stripe for one card, after the giver has agreed. */
function CardForm({ id, onSaved, onClose }: { id: string; onSaved: () => void; onClose: () => void }): ReactNode {
  const { place, mounted, failed, again } = useCardFields(() => openCardForm(id), id);
  const look = useLook(id);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ bad: boolean; words: string } | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!mounted || busy) return;
    setBusy(true);
    setSaid(null);
    const { error } = await mounted.stripe
      .confirmSetup({
        elements: mounted.elements,
        confirmParams: { return_url: window.location.href.split(/[?#]/)[0] },
        redirect: 'if_required',
      })
      .catch(() => ({ error: undefined })); // whether it was saved is Stripe's to say
    setBusy(false);
    if (!error) {
      if (await look()) onSaved();
      else setSaid({ bad: false, words: t('standing:card.silent') });
    } else if (error.type !== 'validation_error') {
      const code = error.decline_code ?? error.code ?? '';
      setSaid({ bad: true, words: t(`standing:card.refused.${REASONS.includes(code) ? code : 'other'}`) });
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      {!mounted && !failed && <Bones rows={3} />}
      <div ref={place} />
      {failed && (
        <Notice look="bad" role="alert">
          <p>{failed}</p>
          <p className="gap-top-2">
            <Button size="dense" onClick={again}>
              {t('standing:card.again')}
            </Button>
          </p>
        </Notice>
      )}
      {said && (
        <Notice look={said.bad ? 'bad' : 'wait'} role={said.bad ? 'alert' : 'status'}>
          <p>{said.words}</p>
        </Notice>
      )}
      <p className="row row-wrap">
        <Button type="submit" look="main" busy={busy} disabled={!mounted}>
          {t('standing:card.save')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('form.close')}
        </Button>
      </p>
    </form>
  );
}

/** The words of the consent, never ticked for the giver; then the fields. */
function Enter({
  id,
  saved,
  onSaved,
  onClose,
}: {
  id: string;
  saved: SavedCard;
  onSaved: () => void;
  onClose: () => void;
}): ReactNode {
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="stack">
      <label className="check">
        <input type="checkbox" checked={agreed} disabled={agreed} onChange={() => setAgreed(true)} />
        <span className="small">{typograph(saved.consent)}</span>
      </label>
      {agreed ? (
        <CardForm id={id} onSaved={onSaved} onClose={onClose} />
      ) : (
        <p>
          <Button look="plain" onClick={onClose}>
            {t('form.close')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** How the dates of a standing gift are paid: by a saved card, or by transfer. Nothing where cards are not taken. */
export function SavedCardOf({ id, open }: { id: string; open: boolean }): ReactNode {
  const { data: saved } = useSavedCard(id);
  const [entering, setEntering] = useState(open);
  const [done, setDone] = useState(false);
  const look = useLook(id);
  const place = useRef<HTMLElement>(null);
  const loaded = saved !== undefined;
  useEffect(() => {
    if (open && loaded) place.current?.scrollIntoView({ block: 'start' }); // on a phone it stands far below
  }, [open, loaded]);
  const remove = useAction(removeCard, { refresh: ['standing-offers'] });
  useEffect(() => {
    if (!new URLSearchParams(window.location.search).has('setup_intent')) return; // the person who comes back from their bank
    window.history.replaceState(window.history.state, '', window.location.pathname);
    void look().then((is) => {
      setDone(is);
      setEntering(false);
    });
  });
  if (!saved || (saved.card === null && saved.can.length === 0)) return null;
  const { card, can } = saved;
  return (
    <section ref={place} className="stack" aria-labelledby="saved-card" id="card">
      <h2 className="h-block" id="saved-card">
        {t('standing:card.title')}
      </h2>
      {done && card && (
        <Notice look="good" role="status">
          <p>{t('standing:card.done')}</p>
        </Notice>
      )}
      <p>
        {card ? (
          <>
            <b className="nowrap">{card.name}</b>{' '}
            <span className="muted">{t('standing:card.end', { end: card.end })}</span>
          </>
        ) : (
          t('standing:card.none')
        )}
      </p>
      <p className="small muted">{t(card ? 'standing:card.charged' : 'standing:card.instead')}</p>
      {entering && can.includes('save') ? (
        <Enter
          id={id}
          saved={saved}
          onSaved={() => {
            setEntering(false);
            setDone(true);
          }}
          onClose={() => setEntering(false)}
        />
      ) : (
        <p className="row row-wrap">
          {can.includes('save') && (
            <Button size="dense" onClick={() => setEntering(true)}>
              {t(card ? 'standing:card.change' : 'standing:card.enter')}
            </Button>
          )}
          {card && can.includes('remove') && (
            <Button size="dense" look="no" busy={remove.busy} onClick={() => void remove.run({ id })}>
              {t('standing:card.remove')}
            </Button>
          )}
        </p>
      )}
      <ProblemNotice problem={remove.problem} />
      <p className="small row row-top">
        <Icon name="shield" />
        <span className="muted">{t('standing:card.note')}</span>
      </p>
    </section>
  );
}
