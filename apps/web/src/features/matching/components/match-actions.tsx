import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction, type Action } from '../../../lib/action.js';
import type { Match } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { matchVerb, type MatchStep, type MatchVerb, type VerbForm } from '../api/matches.js';
import { standingWord } from '../standing.js';
import { ContactForm } from './contact-form.js';
import { ConfirmForm, DeclineForm, EarlyForm, PartForm, ReasonForm } from './match-forms.js';

export type Side = 'donor' | 'organization';
type Open = null | 'part' | 'contact' | 'decline' | 'deliver' | 'confirm' | 'cancel' | 'dispute';
/** Does what a verb says, with what it is told. */
type Step = <V extends MatchVerb>(verb: V) => (form: VerbForm<V>) => void;
interface Props {
  match: Match;
  side: Side;
  best?: boolean;
  dense?: boolean;
  left?: number;
  /** Where the row goes with what was done, its page says what became of it. */
  onDone?: ((match: Match) => void) | undefined;
}

/** Verbs of this row; those of a meeting stand on its page. */
const SHOWN_VERBS: ReadonlySet<string> = new Set(['accept', 'decline', 'deliver', 'confirm', 'cancel', 'dispute']);

/** The word on the main button says what will happen: «Отдать 6 из 9 сюда», «Принять 21 ч». */
export function useAcceptWord(match: Match, side: Side, left: number | undefined): string {
  const amounts = useAmounts();
  const amount = amounts.say(match.amount, match.unit);
  if (side === 'organization') return t('matching:take', { amount });
  if (left === undefined || left <= match.amount) return t('matching:giveAll', { amount });
  const whole = amounts.say(left, match.unit);
  const bare =
    amount.split('\u00a0').slice(-1)[0] === whole.split('\u00a0').slice(-1)[0]
      ? amount.split('\u00a0').slice(0, -1).join('\u00a0')
      : amount;
  return t('matching:givePart', { amount: match.unit === 'minute' ? amount : bare, whole });
}

function OpenForm({
  open,
  match,
  action,
  step,
  go,
}: {
  open: Exclude<Open, null>;
  match: Match;
  action: Action<MatchStep>;
  step: Step;
  go: (open: Open) => void;
}): ReactNode {
  const close = (): void => go(null);
  const common = { match, busy: action.busy, error: action.error, onClose: close };
  if (open === 'part') return <PartForm {...common} label={t('matching:sendPart')} onSend={step('accept')} />;
  if (open === 'contact')
    return (
      <ContactForm
        busy={action.busy}
        error={action.error}
        onClose={close}
        send={t('meeting:yes')}
        onSend={(contact) =>
          step('accept')({ quantity: String(match.amount), unit: match.unit, contact: { ...contact } })
        }
      />
    );
  if (open === 'decline') return <DeclineForm {...common} onSend={step('decline')} />;
  if (open === 'confirm') return <ConfirmForm {...common} onSend={step('confirm')} onOther={go} />;
  if (open === 'deliver') return <EarlyForm {...common} onSend={() => step('deliver')(undefined)} />;
  const words = match.status === 'disputed' ? 'answer' : open;
  return (
    <ReasonForm
      {...common}
      label={t(`matching:${words}Why`)}
      hint={words === 'answer' && match.reason ? t('matching:answerTo', { words: match.reason }) : undefined}
      send={t(`matching:${words}Send`)}
      required={open === 'dispute'}
      onSend={step(open)}
    />
  );
}

/** What would be refused now: it stays in its place, and pressing it leads to why. */
export function Barred({ word, why, size }: { word: string; why: string; size: '' | 'dense' }): ReactNode {
  return (
    <Button
      size={size}
      look="quiet"
      className="is-barred"
      aria-disabled="true"
      aria-describedby={why}
      onClick={() => document.getElementById(why)?.focus()}
    >
      <Icon name="check" />
      {word}
    </Button>
  );
}

/** Why not, in the server's words, and what can be done instead. */
export function WayOut({
  id,
  obstacle,
  match,
}: {
  id: string;
  obstacle: Match['cannot'][number];
  match: Match;
}): ReactNode {
  return (
    <div className="gap-top-3" id={id} tabIndex={-1}>
      <Notice look="wait">
        <p>{obstacle.sentence}</p>
        {obstacle.code === 'match.holding-too-much' && (
          <p className="small gap-top-1">
            <Link to="/me">{t('matching:wayOut.promised')}</Link>
          </p>
        )}
        {(obstacle.code === 'match.nothing-left' || obstacle.code === 'match.need-not-open') && (
          <p className="small gap-top-1">
            <Link to="/needs" search={{ kind: match.need.kind, category: match.need.category }}>
              {t('matching:wayOut.similar')}
            </Link>
          </p>
        )}
        {obstacle.code === 'match.organization-not-verified' && (
          <p className="small gap-top-1">
            <Link to="/desk/$org" params={{ org: match.need.organization.id }}>
              {t('matching:wayOut.checking')}
            </Link>
          </p>
        )}
      </Notice>
    </div>
  );
}

/** Exactly the verbs that the server says this person may use now (`can`); of a step that is theirs and would be refused, why (`cannot`). */
export function MatchActions({ match, side, best = false, dense = false, left, onDone }: Props): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const action = useAction(matchVerb, {
    refresh: ['matches', 'offers', 'needs', 'entries', 'statement'],
    onDone: (done) => {
      setOpen(null);
      onDone?.(done);
      goToOutcome(`[data-outcome="${match.id} ${done.status}"]`, standingWord(done));
    },
  });
  const word = useAcceptWord(match, side, left);
  const why = useId();
  const can = (verb: Match['can'][number]): boolean => match.can.includes(verb);
  const step: Step = (verb) => (form) => void action.run({ id: match.id, verb, form } as MatchStep);
  const size = dense ? ('dense' as const) : ('' as const);
  const toggle = (name: Exclude<Open, null>): void => {
    action.clear();
    setOpen(open === name ? null : name);
  };
  const opener = (name: Exclude<Open, null>, look: 'quiet' | 'plain' | 'main', label: string): ReactNode => (
    <Button size={size} look={look} aria-expanded={open === name} onClick={() => toggle(name)}>
      {label}
    </Button>
  );
  const early = match.meetsAt !== null && new Date(match.meetsAt) > new Date(); // they have not met yet
  const [barred] = match.cannot;
  if (!barred && !match.can.some((verb) => SHOWN_VERBS.has(verb))) return null;
  const given = t(match.need.kind === 'money' ? 'meeting:paid' : 'matching:deliver');
  const words: Readonly<Record<string, string>> = {
    accept: word,
    deliver: given,
    confirm: t('matching:confirmOpen'),
  };
  return (
    <>
      <div className="prop-acts">
        {can('accept') && (
          <Button
            size={size}
            look={best || side === 'organization' ? 'main' : 'quiet'}
            busy={action.busy && open === null}
            onClick={() => step('accept')({ quantity: String(match.amount), unit: match.unit })}
          >
            <Icon name="check" />
            {word}
          </Button>
        )}
        {match.cannot.map(({ verb }) => (
          <Barred key={verb} word={words[verb] ?? word} why={why} size={size} />
        ))}
        {can('accept') && side === 'donor' && opener('contact', 'quiet', t('meeting:withPhone'))}
        {can('accept') &&
          match.status === 'proposed' &&
          match.amount > 1 &&
          opener('part', 'quiet', side === 'donor' ? t('matching:otherQuantity') : t('matching:part_'))}
        {can('deliver') && (
          <Button
            size={size}
            look="main"
            busy={action.busy && open === null}
            aria-expanded={early ? open === 'deliver' : undefined}
            onClick={() => (early ? toggle('deliver') : step('deliver')(undefined))}
          >
            <Icon name="check" />
            {given}
          </Button>
        )}
        {can('confirm') && opener('confirm', 'main', words.confirm ?? '')}
        {can('decline') && opener('decline', 'plain', side === 'donor' ? t('matching:notHere') : t('matching:no'))}
        {can('cancel') && opener('cancel', 'plain', t('matching:cancel'))}
        {can('dispute') &&
          opener('dispute', 'plain', t(match.status === 'disputed' ? 'matching:answer' : 'matching:dispute'))}
      </div>
      {barred && <WayOut id={why} obstacle={barred} match={match} />}
      {open && can(open === 'part' || open === 'contact' ? 'accept' : open) && (
        <OpenForm open={open} match={match} action={action} step={step} go={setOpen} />
      )}
      {action.general && (
        <div className="gap-top-4">
          <ProblemNotice problem={action.general} />
        </div>
      )}
    </>
  );
}
