import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Match } from '../../../lib/api-types.js';
import { dayTime, timeOf } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { sayYes, type Answer } from '../api/desk.js';
import type { DeclineReason } from '../api/matches.js';
import type { Slot } from '../api/meeting.js';
import { byTime, slotDay, slotZone } from './slot-words.js';
import { DESK_KEYS, keyed } from './desk-keys.js';
import { Barred, WayOut } from './match-actions.js';
import { DeclineForm } from './match-forms.js';
import { decimal } from '../../../lib/decimal.js';

export const when = (slot: Slot, timeZone: string): string =>
  `${slotDay(slot, timeZone)}, ${timeOf(slot.from, timeZone)}–${timeOf(slot.until, timeZone)}`;

interface SlotsProps {
  slots: readonly Slot[];
  chosen: Slot | null;
  timeZone: string;
  onChoose: (slot: Slot | null) => void;
}

/** Hours by the schedule of the points; or none, and it is agreed on later. */
function Slots({ slots, chosen, timeZone, onChoose }: SlotsProps): ReactNode {
  const name = useId();
  const choice = (slot: Slot | null, key: string, head: string, line: string): ReactNode => (
    <label key={key} className="desk-slot">
      <input type="radio" name={name} checked={chosen?.from === slot?.from} onChange={() => onChoose(slot)} />
      <b>{head}</b>
      {line}
    </label>
  );
  return (
    <fieldset className="desk-slots">
      <legend className="label">
        {t('matching:desk.hours')}
        {slotZone(slots, timeZone)}
      </legend>
      {byTime(slots).map((slot) =>
        choice(
          slot,
          slot.from,
          slotDay(slot, timeZone),
          `${timeOf(slot.from, timeZone)}–${timeOf(slot.until, timeZone)}`,
        ),
      )}
      {choice(null, 'later', t('matching:desk.noHour'), t('matching:desk.noHourText'))}
    </fieldset>
  );
}

/** Where a time is to be: at a point, where the giver is, or said later. */
const whereOf = ({ where, place }: Slot): string =>
  place ?? t(where === 'giver' ? 'matching:desk.atGiver' : 'matching:desk.placeLater');
const meetsSoon = (answer: Answer): boolean => answer.status === 'held' && answer.need.kind !== 'money';

interface TermsProps {
  answer: Answer;
  slots: readonly Slot[];
  timeZone: string;
  quantity: string;
  slot: Slot | null;
  error: string | undefined;
  onQuantity: (typed: string) => void;
  onSlot: (slot: Slot | null) => void;
}

/** Amount, hour and place as they are proposed, and fields to change them. */
function Terms({ answer, slots, timeZone, quantity, slot, error, onQuantity, onSlot }: TermsProps): ReactNode {
  const amounts = useAmounts();
  const start = amounts.plain(answer.amount, answer.unit);
  const [open, setOpen] = useState(() => matchMedia('(min-width: 761px)').matches);
  return (
    <details className="desk-set" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="small">
          <b className="strong">
            {quantity === start.quantity ? answer.text : `${quantity} ${amounts.symbol(start.unit)}`}
          </b>
          {slot && (
            <>
              , {when(slot, timeZone)}
              <br />
              <span className="muted">{whereOf(slot)}</span>
            </>
          )}
        </span>
        <span className="desk-change">{t('matching:desk.change')}</span>
      </summary>
      <div className="stack gap-top-3">
        <TextField
          label={t('matching:desk.howMuch')}
          inputMode="decimal"
          required
          maxLength={20}
          value={quantity}
          unit={amounts.symbol(start.unit)}
          error={error}
          hint={
            answer.offer.step > 1
              ? t('matching:wholeParts', { step: amounts.say(answer.offer.step, answer.unit) })
              : undefined
          }
          onChange={(event) => onQuantity(event.target.value)}
        />
        {slots.length > 0 ? (
          <Slots slots={slots} chosen={slot} timeZone={timeZone} onChoose={onSlot} />
        ) : (
          <p className="small muted">
            {t(
              answer.need.kind === 'money'
                ? 'matching:desk.money'
                : meetsSoon(answer)
                  ? 'matching:desk.noPoint'
                  : 'matching:desk.hourLater',
            )}
          </p>
        )}
        {slot && <p className="small muted">{whereOf(slot)}</p>}
      </div>
    </details>
  );
}

interface Props {
  answer: Answer;
  timeZone: string;
  /** Whether keys press its buttons, and each says which. */
  keys: boolean;
  onYes: (match: Match, slot: Slot | null) => void;
  onPostpone: () => void;
  onNo: (reason: DeclineReason) => void;
}

const Key = ({ name }: { name: string }): ReactNode => (
  <span className="kbd only-wide" aria-hidden="true">
    {name}
  </span>
);

/** The yes with amount, hour and place already proposed; later; or no, with its reason. What the server would refuse is said in its words. */
export function AnswerDecision({ answer, timeZone, keys, onYes, onPostpone, onNo }: Props): ReactNode {
  const amounts = useAmounts();
  const start = amounts.plain(answer.amount, answer.unit);
  const { slots } = answer;
  const [typed, setTyped] = useState<string | null>(null); // null: what was offered, also while units are still on their way
  const quantity = typed ?? start.quantity;
  const [slot, setSlot] = useState<Slot | null>(slots[0] ?? null);
  const [saysNo, setSaysNo] = useState(false);
  const why = useId();
  const action = useAction(sayYes, {
    refresh: ['matches', 'offers', 'needs', 'entries'],
    onDone: ({ match, slot: proposed }) => onYes(match, proposed),
  });
  const barred = answer.cannot.find(({ verb }) => verb === 'accept');
  const whole = quantity === start.quantity;
  const word = whole
    ? t('matching:take', { amount: answer.text })
    : t('matching:desk.takePart', { quantity, unit: amounts.symbol(start.unit) });
  const can = (verb: Answer['can'][number]): boolean => answer.can.includes(verb);
  if (!barred && !can('accept') && !can('decline')) return null;
  return (
    <form
      className="desk-do"
      aria-label={t('matching:desk.decision')}
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({
          id: answer.id,
          quantity: whole ? String(answer.amount) : decimal(quantity),
          unit: whole ? answer.unit : start.unit,
          slot,
        });
      }}
    >
      {can('accept') && (
        <Terms
          answer={answer}
          slots={slots}
          timeZone={timeZone}
          quantity={quantity}
          slot={slot}
          error={action.error('quantity')}
          onQuantity={setTyped}
          onSlot={setSlot}
        />
      )}
      <div className="desk-acts">
        {can('accept') && (
          <Button type="submit" look="main" wide busy={action.busy} {...keyed(keys, DESK_KEYS.accept)}>
            <Icon name="check" />
            {word}
            {keys && <Key name={DESK_KEYS.accept} />}
          </Button>
        )}
        {barred && <Barred word={word} why={why} size="" />}
        <Button onClick={onPostpone} {...keyed(keys, DESK_KEYS.postpone)}>
          {t('matching:desk.postpone')}
          {keys && <Key name={DESK_KEYS.postpone} />}
        </Button>
        {can('decline') && (
          <Button look="no" aria-expanded={saysNo} onClick={() => setSaysNo(!saysNo)} {...keyed(keys, DESK_KEYS.no)}>
            {t('matching:desk.no')}
            {keys && <Key name={DESK_KEYS.no} />}
          </Button>
        )}
      </div>
      {barred && <WayOut id={why} obstacle={barred} match={answer} />}
      {saysNo && (
        <DeclineForm
          match={answer}
          busy={false}
          error={() => undefined}
          onClose={() => setSaysNo(false)}
          onSend={({ reason }) => onNo(reason)}
        />
      )}
      {action.general && <ProblemNotice problem={action.general} />}
      <p className="tiny muted">
        {t(answer.status === 'held' ? 'matching:desk.silence' : 'matching:desk.silenceProposed', {
          time: dayTime(answer.at, timeZone),
          amount: answer.text,
        })}
      </p>
    </form>
  );
}
