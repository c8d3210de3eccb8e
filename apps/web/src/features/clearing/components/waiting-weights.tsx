import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { FromTo } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { decideChange, PARTS, WHOLE, type WeightChange, type Weights } from '../api/clearings.js';
import { percent } from './said.js';

/** Whole days that have gone by. */
const daysSince = (iso: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / 86_400_000));

const DONE = { sign: 'signed', refuse: 'refused', withdraw: 'withdrawn' } as const;
export type Decided = (typeof DONE)[keyof typeof DONE];

/** New weights that another administrator signs or returns, and their author takes back. */
export function WaitingWeights({
  change,
  today,
  onShow,
  onDone,
}: {
  change: WeightChange;
  today: Weights;
  onShow: (weights: Weights) => void;
  onDone: (outcome: Decided) => void;
}): ReactNode {
  const zone = useZone();
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const verb = useRef<keyof typeof DONE>('sign');
  const action = useAction(decideChange, {
    refresh: ['weights', 'attention'],
    onDone: () => onDone(DONE[verb.current]),
  });
  const decide = async (outcome: keyof typeof DONE): Promise<void> => {
    verb.current = outcome;
    await action.run({ id: change.id, outcome, ...(outcome === 'refuse' ? { reason: reason.trim() } : {}) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void decide('refuse');
  };
  const moved = PARTS.filter((part) => change.weights[part] !== today[part]);
  return (
    <section className="panel waiting-weights" aria-labelledby="waiting-weights" data-waiting={change.id}>
      <div className="panel-head">
        <h2 className="h-dense" id="waiting-weights">
          {t('administration:weights.waiting.title')}
        </h2>
        <span className="small muted push">
          {t('administration:weights.waiting.who', { name: change.by.name, day: day(change.at, zone) })}
        </span>
      </div>
      <div className="panel-body stack">
        <p className="pre break">{t('administration:weights.waiting.why', { reason: change.reason })}</p>
        <dl className="strip">
          {moved.map((part) => (
            <div key={part}>
              <dt>{t(`matches:part.${part}`)}</dt>
              <dd>
                <FromTo from={percent(today[part] / WHOLE)} to={percent(change.weights[part] / WHOLE)} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="row row-wrap">
          {change.can.includes('sign') && (
            <Button look="main" busy={action.busy} onClick={() => void decide('sign')}>
              {t('administration:weights.waiting.sign')}
            </Button>
          )}
          {change.can.includes('refuse') && !returning && (
            <Button look="no" disabled={action.busy} onClick={() => setReturning(true)}>
              {t('administration:weights.waiting.refuse')}
            </Button>
          )}
          {change.can.includes('withdraw') && (
            <Button look="quiet" busy={action.busy} onClick={() => void decide('withdraw')}>
              {t('administration:weights.waiting.withdraw')}
            </Button>
          )}
          <Button look="plain" onClick={() => onShow(change.weights)}>
            {t('administration:weights.waiting.show')}
          </Button>
        </p>
        {returning && (
          <form className="stack" onSubmit={submit}>
            <AreaField
              label={t('administration:weights.waiting.refuseWhy')}
              hint={t('administration:weights.waiting.refuseHint')}
              required
              minLength={3}
              maxLength={1000}
              rows={2}
              autoFocus
              value={reason}
              error={action.error('reason')}
              onChange={(event) => setReason(event.target.value)}
            />
            <p>
              <Button type="submit" look="no" busy={action.busy}>
                {t('administration:weights.waiting.refuse')}
              </Button>
            </p>
          </form>
        )}
        <ProblemNotice problem={action.problem} />
        <p className="small muted">
          {t('administration:weights.waiting.since', { count: daysSince(change.at) })}{' '}
          {t(`administration:weights.waiting.${change.can.includes('withdraw') ? 'own' : 'others'}`)}
        </p>
      </div>
    </section>
  );
}
