import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import type { Review } from '../../../lib/api-types.js';
import { decimal } from '../../../lib/decimal.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useMailWords } from '../../installation/api/installation.js';
import {
  after,
  decisionOf,
  FINDINGS,
  sharesOf,
  sharesText,
  whyNoPart,
  type Effects,
  type Finding,
  type HandOverWord,
  type Shares,
} from './hand-over-word.js';
import { LetterPreview } from './letter-preview.js';
import type { PendingDecision } from './pending-decision.js';

const row = (effects: Effects, account: Effects['rows'][number]['account']): Effects['rows'][number] => {
  const found = effects.rows.find((one) => one.account === account);
  if (!found) throw new Error(`No row ${account}`);
  return found;
};

/** What the need has afterwards, drawn, and what moves. */
function Moves({ effects, shares, kind }: { effects: Effects; shares: Shares; kind: string }): ReactNode {
  const amounts = useAmounts();
  const { amount, unit } = effects;
  const [received, open, required] = (['need.received', 'need.open', 'need.required'] as const).map((account) =>
    after(row(effects, account), shares, amount),
  ) as [number, number, number];
  const share = required > 0 ? Math.round((received / required) * 1000) / 10 : 0;
  const figures = [
    ['received', received, shares.arrived],
    ['lost', shares.lost, 0],
    ['back', shares.back, 0],
    ['open', open, shares.lost + shares.back],
  ] as const;
  return (
    <>
      <span className={`bar k-${kind} bar-s`} aria-hidden="true">
        <i className="got" style={{ width: `${share}%` }} />
      </span>
      <span className="o-l">
        {figures.map(([name, value, more]) => (
          <span key={name}>
            {t(`moderation:found.column.${name}`)}{' '}
            <b>
              {amounts.say(value, unit)} {more > 0 && <em>+{amounts.say(more, unit)}</em>}
            </b>
          </span>
        ))}
      </span>
    </>
  );
}

interface FindingProps {
  finding: Finding;
  effects: Effects;
  kind: string;
  word: HandOverWord;
  keys: boolean;
  onPick: () => void;
}

/** One thing that a moderator may find: what it does to the books, and to whose word. */
function FindingButton({ finding, effects, kind, word, keys, onPick }: FindingProps): ReactNode {
  const amounts = useAmounts();
  const key = FINDINGS.indexOf(finding) + 1;
  const shares = sharesOf(finding, word, effects, amounts);
  return (
    <button
      type="button"
      className="finding"
      aria-pressed={word.finding === finding}
      data-finding={finding}
      onClick={onPick}
      {...(keys ? { 'data-key': `Digit${key}`, 'aria-keyshortcuts': String(key) } : {})}
    >
      <span className="o-t">
        <span>{t(`moderation:found.${finding}`, { amount: amounts.say(effects.amount, effects.unit) })}</span>
        {keys && (
          <span className="kbd only-wide" aria-hidden="true">
            {key}
          </span>
        )}
      </span>
      {shares && <Moves effects={effects} shares={shares} kind={kind} />}
      <span className="o-w">{t(`moderation:found.word.${finding}`)}</span>
    </button>
  );
}

/** In a field, Ctrl and Enter send the form, Escape gives the keys back to the case. */
function sendOrLeave(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  const { form } = event.currentTarget;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
  if (event.key === 'Escape') form?.closest<HTMLElement>('.case')?.focus({ preventScroll: true });
}

/** How much arrived, and how much of the rest was lost: things are lost, money and hours are not. */
function Part({
  effects,
  lossy,
  refused,
  word,
  onWord,
}: {
  effects: Effects;
  lossy: boolean;
  /** What the server said of what is typed. */
  refused: (field: 'quantity' | 'lost') => string | undefined;
  word: HandOverWord;
  onWord: (word: HandOverWord) => void;
}): ReactNode {
  const amounts = useAmounts();
  const { amount, unit } = effects;
  const no = whyNoPart(word, effects, amounts);
  const field = (name: 'arrived' | 'lost'): ReactNode => (
    <TextField
      label={t(`moderation:found.${name === 'arrived' ? 'howMuch' : 'howMuchLost'}`)}
      inputMode="decimal"
      autoFocus={name === 'arrived'}
      required={name === 'arrived'}
      optional={name === 'lost'}
      maxLength={20}
      value={word[name]}
      unit={amounts.symbol(amounts.plain(amount, unit).unit)}
      error={
        no?.field === name
          ? t(`moderation:found.${no.why}`, { amount: amounts.say(amount, unit), least: amounts.say(1, unit) })
          : refused(name === 'arrived' ? 'quantity' : 'lost')
      }
      onKeyDown={sendOrLeave}
      onChange={(event) => onWord({ ...word, [name]: event.target.value })}
    />
  );
  return (
    <div className="finding-part">
      {field('arrived')}
      {lossy && field('lost')}
    </div>
  );
}

interface Props {
  review: Review;
  effects: Effects;
  kind: string;
  keys: boolean;
  pending: PendingDecision;
  word: HandOverWord;
  onWord: (word: HandOverWord) => void;
}

/** What the moderator found of a hand-over, chosen by number, and why; the main button says it again. */
export function HandOverFindings({ review, effects, kind, keys, pending, word, onWord }: Props): ReactNode {
  const amounts = useAmounts();
  const mailWords = useMailWords();
  const unmade = pending.unmade(review.id);
  const [reason, setReason] = useState(unmade?.decision.reason ?? '');
  const { finding } = word;
  const refused = (field: 'quantity' | 'lost' | 'reason'): string | undefined => {
    const was = unmade?.decision[field] ?? '';
    const is = field === 'reason' ? reason.trim() : decimal(field === 'quantity' ? word.arrived : word.lost);
    return was === is || (field === 'lost' && was === '0' && is === '')
      ? unmade?.problem?.fields.find((one) => one.field === field)?.message
      : undefined;
  };
  const shares = finding && sharesOf(finding, word, effects, amounts);
  const said = shares && sharesText(shares, effects.unit, amounts);
  const allowed = FINDINGS.filter((one) => review.can.includes(one === 'none' ? 'return' : 'approve'));
  return (
    <form
      className="decide-words findings"
      onSubmit={(event) => {
        event.preventDefault();
        if (finding && said) pending.begin(review, decisionOf(finding, word, reason, effects, amounts), said);
      }}
    >
      <div role="group" aria-label={t('moderation:found.title')} className="finding-list">
        {allowed.map((one) => (
          <div key={one}>
            <FindingButton
              finding={one}
              effects={effects}
              kind={kind}
              word={word}
              keys={keys}
              onPick={() => onWord({ ...word, finding: one })}
            />
            {one === 'part' && finding === 'part' && (
              <Part effects={effects} lossy={kind === 'goods'} refused={refused} word={word} onWord={onWord} />
            )}
          </div>
        ))}
      </div>
      {finding && (
        <>
          <AreaField
            label={t('moderation:found.why')}
            hint={t('moderation:found.whyHint')}
            rows={3}
            maxLength={2000}
            required={finding === 'none'}
            optional={finding !== 'none'}
            value={reason}
            error={refused('reason')}
            onKeyDown={sendOrLeave}
            onChange={(event) => setReason(event.target.value)}
          />
          {finding === 'part' ? (
            <p className="small muted">{mailWords('moderation:letter.part')}</p>
          ) : (
            <LetterPreview review={review} outcome={finding === 'none' ? 'return' : 'approve'} words={reason} />
          )}
          <Button type="submit" look="main" aria-disabled={said ? undefined : true}>
            {said ? t('moderation:found.write', { said }) : t('moderation:found.writeNothing')}
            {keys && (
              <span className="kbd only-wide" aria-hidden="true">
                Ctrl Enter
              </span>
            )}
          </Button>
        </>
      )}
    </form>
  );
}
