import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { newKey, Problem } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { LOST_REASONS, REFUSED_REASONS, type Entry, type LostReason, type RefusedReason } from '../api/hand-over.js';
import type { Meeting } from '../api/meeting.js';
import { Reasons, Stepper } from './hand-over-parts.js';
import { decimal } from '../../../lib/decimal.js';

/** Left at home is no loss, past its date no matter of taste: each is a part of its own in the books. */
type NotTaken = RefusedReason | 'expired';
type NotThere = LostReason | 'forgotten';
const NOT_TAKEN: readonly NotTaken[] = [...REFUSED_REASONS.slice(0, 3), 'expired', ...REFUSED_REASONS.slice(3)];
const NOT_THERE: readonly NotThere[] = ['forgotten', ...LOST_REASONS];

interface Said {
  code: string;
  refused: number;
  why: NotTaken;
  missing: number;
  lostWhy: NotThere;
  extra: string;
}

function entryOf(said: Said, promised: number, unit: string): Entry {
  const { code, refused, why, missing, lostWhy, extra } = said;
  const top = Number(decimal(extra)) || 0;
  const arrived = Number((promised - refused - missing).toFixed(3));
  return {
    id: newKey(),
    code,
    at: new Date().toISOString(),
    unit,
    quantity: String(Number((arrived + top).toFixed(3))),
    ...(refused > 0
      ? why === 'expired'
        ? { expired: String(refused) }
        : { refused: String(refused), refusedReason: why }
      : {}),
    ...(missing > 0 && lostWhy !== 'forgotten' ? { lost: String(missing), lostReason: lostWhy } : {}),
    ...(top > 0 ? { extra: String(top) } : {}),
  };
}

/** Three parts that always are what was promised; more than that is said apart. */
function Parts({
  said,
  change,
  promised,
  symbol,
}: {
  said: Said;
  change: (changes: Partial<Said>) => void;
  promised: number;
  symbol: string;
}): ReactNode {
  const [more, setMore] = useState(false);
  const { refused, missing } = said;
  const arrived = Number((promised - refused - missing).toFixed(3));
  return (
    <section className="sheet pad parts" aria-labelledby="parts">
      <h2 className="h-block" id="parts">
        {t('handover:all')}
      </h2>
      <p className="small muted">{t('handover:promised', { quantity: `${promised}\u00a0${symbol}` })}</p>
      <Stepper
        label={t('handover:taken')}
        hint={t('handover:takenHint')}
        value={arrived}
        max={promised - refused}
        onChange={(next) => change({ missing: Number((promised - refused - next).toFixed(3)) })}
      />
      <Stepper
        label={t('handover:refused')}
        hint={t(
          said.why === 'broken' || said.why === 'dirty' || said.why === 'expired'
            ? 'handover:refusedUnfit'
            : 'handover:refusedHint',
        )}
        value={refused}
        max={promised - missing}
        onChange={(next) => change({ refused: next })}
      />
      {refused > 0 && (
        <Reasons
          label={t('handover:refused')}
          reasons={NOT_TAKEN}
          chosen={said.why}
          words="handover:why"
          onChoose={(why) => change({ why })}
        />
      )}
      <Stepper
        label={t('handover:missing')}
        hint={t(said.lostWhy === 'forgotten' ? 'handover:forgottenHint' : 'handover:lostHint')}
        value={missing}
        max={promised - refused}
        onChange={(next) => change({ missing: next })}
      />
      {missing > 0 && (
        <Reasons
          label={t('handover:missing')}
          reasons={NOT_THERE}
          chosen={said.lostWhy}
          words="handover:lostWhy"
          onChoose={(lostWhy) => change({ lostWhy })}
        />
      )}
      <Notice look="good">
        <p>{t('handover:sum', { taken: arrived, refused, missing, promised })}</p>
      </Notice>
      {more ? (
        <TextField
          label={t('handover:extra')}
          inputMode="decimal"
          maxLength={12}
          unit={symbol}
          value={said.extra}
          onChange={(event) => change({ extra: event.target.value })}
        />
      ) : (
        <div>
          <Button look="plain" onClick={() => setMore(true)}>
            {t('handover:extraOpen')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The code that the giver reads out, and what is really there. */
export function HandOverForm({
  meeting,
  code,
  onSend,
}: {
  meeting: Meeting;
  code: string;
  onSend: (entry: Entry) => Promise<void>;
}): ReactNode {
  const amounts = useAmounts();
  const { quantity, unit } = amounts.plain(meeting.amount, meeting.unit);
  const promised = Number(quantity);
  const [said, setSaid] = useState<Said>(() => ({
    code,
    refused: 0,
    why: 'wrong-size',
    missing: 0,
    lostWhy: 'forgotten',
    extra: '',
  }));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (changes: Partial<Said>): void => setSaid((before) => ({ ...before, ...changes }));
  const wrong = problem?.code === 'hand-over.wrong-code' ? problem.message : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    void onSend(entryOf(said, promised, unit))
      .catch((error: unknown) => setProblem(error instanceof Problem ? error : new Problem(0, 'web.unexpected', '')))
      .finally(() => setBusy(false));
  };
  const arrived = Number((promised - said.refused - said.missing).toFixed(3));
  return (
    <form className="stack" onSubmit={submit}>
      <section className="sheet pad code-entry">
        <TextField
          label={t('handover:code')}
          hint={t('handover:codeHint')}
          inputMode="numeric"
          autoComplete="off"
          required
          pattern="[0-9]{4}"
          maxLength={4}
          value={said.code}
          error={wrong}
          onChange={(event) => change({ code: event.target.value.replace(/\D/g, '') })}
        />
      </section>
      <Parts said={said} change={change} promised={promised} symbol={amounts.symbol(unit)} />
      {problem && !wrong && <ProblemNotice problem={problem} />}
      <Button type="submit" look="main" size="large" wide busy={busy}>
        <Icon name="check" />
        {arrived === promised
          ? t('handover:takeAll', { amount: meeting.text })
          : t('handover:takePart', { taken: arrived, promised })}
      </Button>
    </form>
  );
}
