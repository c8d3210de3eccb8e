import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { newKey, Problem } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { sendEntry } from '../../matching/api/kept-entries.js';
import type { Leg } from '../api/deliveries.js';
import { decimal } from '../../../lib/decimal.js';

/** The giver reads out four digits, the driver types them: also without a connection. How much is loaded, where it is not all. */
export function PickUpForm({ leg, trip, person }: { leg: Leg; trip: string; person: string }): ReactNode {
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [part, setPart] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.code === 'hand-over.wrong-code' ? problem.message : undefined;
  const send = async (): Promise<void> => {
    const quantity = part === null ? undefined : decimal(part);
    const entry = { id: newKey(), code, at: new Date().toISOString(), ...(quantity ? { quantity } : {}) };
    try {
      await sendEntry({ person, match: leg.match, leg: leg.id, trip, what: `${leg.thing}, ${leg.text}`, entry });
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'web.unexpected', ''));
    } finally {
      setBusy(false);
    }
    await client.invalidateQueries({ queryKey: ['matches'] });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    void send();
  };
  if (!leg.can.includes('pick-up')) return null;
  return (
    <form className="stack" onSubmit={submit}>
      <div className="trip-code-in">
        <TextField
          label={t('deliveries:giversCode')}
          hint={t('deliveries:giversCodeHint')}
          inputMode="numeric"
          autoComplete="off"
          required
          pattern="[0-9]{4}"
          maxLength={4}
          value={code}
          error={wrong}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
      </div>
      {part === null ? (
        <div>
          <Button look="plain" onClick={() => setPart('')}>
            {t('deliveries:notAll')}
          </Button>
        </div>
      ) : (
        <TextField
          label={t('deliveries:howMuch')}
          hint={t('deliveries:howMuchHint', { amount: leg.text })}
          inputMode="decimal"
          maxLength={12}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      {problem && !wrong && <ProblemNotice problem={problem} />}
      <Button type="submit" look="main" size="large" wide busy={busy}>
        <Icon name="check" />
        {t('deliveries:pickUpGo')}
      </Button>
    </form>
  );
}
