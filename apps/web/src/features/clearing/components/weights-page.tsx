import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { count } from '../../../lib/amount.js';
import { day } from '../../../lib/dates.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import {
  PARTS,
  publishWeights,
  startClearing,
  useClearing,
  useWeightChanges,
  useWeights,
  WHOLE,
  type Part,
  type Weights,
  type WeightVersion,
} from '../api/clearings.js';
import { percent } from './said.js';
import { Tried } from './tried-weights.js';
import { WaitingWeights, type Decided } from './waiting-weights.js';

const STEP = WHOLE / 100;
const MOST = 60;

/** One weight in percent, with a line where it stands today. */
function Slider({
  part,
  value,
  today,
  onChange,
}: {
  part: Part;
  value: number;
  today: number;
  onChange: (value: number) => void;
}): ReactNode {
  const id = useId();
  const [now, old] = [value / STEP, today / STEP];
  const moved = Math.round(now - old);
  const share = (percentage: number): string => `${Math.min(100, (percentage / MOST) * 100)}%`;
  return (
    <div className="weight">
      <label htmlFor={id}>{t(`matches:part.${part}`)}</label>
      <span className="wt">
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(MOST, now)}
          step={1}
          value={now}
          style={{ '--v': share(now) } as Record<string, string>}
          aria-valuetext={percent(value / WHOLE)}
          onChange={(event) => onChange(Number(event.target.value) * STEP)}
        />
        <i style={{ left: `calc(10px + (100% - 20px) * ${Math.min(1, old / MOST)})` }} aria-hidden="true" />
      </span>
      <b className="num">{count(now)}</b>
      <span className={moved === 0 ? 'small muted' : moved > 0 ? 'small good' : 'small warn'}>
        {moved === 0 ? t('administration:weights.asWas') : `${moved > 0 ? '+' : '\u2212'}${Math.abs(moved)}`}
      </span>
    </div>
  );
}

/** For good: a new version with its reason, seen in the log by everybody who may read it; where there is another administrator, by two signatures. */
function Publish({
  weights,
  today,
  ready,
  forTwo,
  onWaits,
}: {
  weights: Weights;
  today: WeightVersion;
  ready: boolean;
  forTwo: boolean;
  onWaits: (said: 'sent' | 'published') => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const action = useAction(publishWeights, {
    refresh: ['weights'],
    onDone: ({ change }) => {
      setReason('');
      onWaits(change ? 'sent' : 'published');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({ weights, basedOn: today.version, reason: reason.trim() });
  };
  return (
    <form className="stack gap-top-6" onSubmit={submit}>
      <AreaField
        label={t('administration:weights.why')}
        hint={t('administration:weights.whyHint')}
        required
        minLength={3}
        maxLength={1000}
        rows={3}
        value={reason}
        error={action.error('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemNotice problem={action.problem} />
      {action.problem?.fields
        .filter((f) => f.field !== 'reason')
        .map((f) => (
          <p className="error" key={f.field + f.code}>
            {f.message}
          </p>
        ))}
      <p>
        <Button type="submit" look="main" disabled={!ready} busy={action.busy}>
          {t(forTwo ? 'administration:weights.publishForTwo' : 'administration:weights.publish')}
        </Button>
      </p>
      <p className="small muted">{t(forTwo ? 'administration:weights.whenForTwo' : 'administration:weights.when')}</p>
    </form>
  );
}

function WhatIf({
  today,
  weights,
  forTwo,
  onChange: setWeights,
  onWaits,
}: {
  today: WeightVersion;
  weights: Weights;
  forTwo: boolean;
  onChange: (weights: Weights) => void;
  onWaits: (said: 'sent' | 'published') => void;
}): ReactNode {
  const zone = useZone();
  const [tried, setTried] = useState<string | null>(null);
  const run = useClearing(tried ?? '', tried !== null);
  const action = useAction(startClearing, { onDone: ({ id }) => setTried(id) });
  const sum = PARTS.reduce((total, part) => total + weights[part], 0);
  const changed = PARTS.some((part) => weights[part] !== today.weights[part]);
  const ready = sum === WHOLE && changed;
  return (
    <div className="bench bench-even">
      <section className="panel" aria-labelledby="sliders">
        <div className="panel-head">
          <h2 className="h-dense" id="sliders">
            {t('administration:weights.whatIf')}
          </h2>
          <span className="small muted push">
            {t('administration:weights.version', { version: today.version, day: day(today.at, zone) })}
          </span>
        </div>
        <div className="panel-body">
          <div className="weights">
            {PARTS.map((part) => (
              <Slider
                key={part}
                part={part}
                value={weights[part]}
                today={today.weights[part]}
                onChange={(value) => setWeights({ ...weights, [part]: value })}
              />
            ))}
          </div>
          <p className={`small gap-top-2${sum === WHOLE ? ' muted' : ' warn strong'}`} role="status">
            {t(sum === WHOLE ? 'administration:weights.sum' : 'administration:weights.sumWrong', {
              sum: count(sum / STEP),
            })}
          </p>
          <p className="row row-wrap gap-top-3">
            <Button
              look="quiet"
              disabled={!ready}
              busy={action.busy || run.data?.status === 'running'}
              onClick={() => void action.run({ dryRun: true, weights })}
            >
              {t('administration:weights.try')}
            </Button>
            <Button look="plain" disabled={!changed} onClick={() => setWeights(today.weights)}>
              {t('administration:weights.reset')}
            </Button>
          </p>
          <ProblemNotice problem={action.problem} />
          {action.problem?.fields.map((f) => (
            <p className="error" key={f.field + f.code}>
              {f.message}
            </p>
          ))}
          <Publish weights={weights} today={today} ready={ready} forTwo={forTwo} onWaits={onWaits} />
        </div>
      </section>
      <section className="panel" aria-labelledby="tried">
        <div className="panel-head">
          <h2 className="h-dense" id="tried">
            {t('administration:weights.result')}
          </h2>
        </div>
        <div className="panel-body">
          {tried === null ? (
            <p className="muted">{t('administration:weights.notYet')}</p>
          ) : (
            <Loaded query={run} bones={<Bones rows={3} />}>
              {(clearing) => <Tried run={clearing} />}
            </Loaded>
          )}
        </div>
      </section>
    </div>
  );
}

type Said = Decided | 'sent' | 'published';

/** What waits stands above the sliders: another administrator tries it on them before they sign. */
function Room({ today, onSaid }: { today: WeightVersion; onSaid: (said: Said) => void }): ReactNode {
  const zone = useZone();
  const [weights, setWeights] = useState<Weights>(today.weights);
  const state = useWeightChanges(true);
  return (
    <Loaded query={state} bones={<Bones rows={4} height={60} />}>
      {({ needsSignature, waiting, returned }) => (
        <>
          {returned && (
            <Notice look="wait">
              <p className="pre break">
                {t('administration:weights.returned', {
                  name: returned.by,
                  day: day(returned.at, zone),
                  why: returned.why,
                })}
              </p>
              <p>
                <Button look="plain" onClick={() => setWeights(returned.weights)}>
                  {t('administration:weights.waiting.show')}
                </Button>
              </p>
            </Notice>
          )}
          {waiting && (
            <WaitingWeights
              key={waiting.id}
              change={waiting}
              today={today.weights}
              onShow={setWeights}
              onDone={onSaid}
            />
          )}
          <WhatIf today={today} weights={weights} forTwo={needsSignature} onChange={setWeights} onWaits={onSaid} />
        </>
      )}
    </Loaded>
  );
}

/** `/admin/weights`: how much each part of a score counts, and what another mixture would do before anybody decides. */
export function WeightsPage(): ReactNode {
  const query = useWeights(useMayEnter(['administrator']) ?? false);
  const [said, setSaid] = useState<Said | null>(null);
  const say = (what: Said): void => {
    setSaid(what);
    goToOutcome('[data-said]', t(`administration:weights.waiting.${what}`));
  };
  return (
    <AdminRoom room="weights" lead={t('administration:weights.lead')}>
      {said && (
        <div tabIndex={-1} data-said={said}>
          <Notice look="good">
            <p>{t(`administration:weights.waiting.${said}`)}</p>
          </Notice>
        </div>
      )}
      <Loaded query={query} bones={<Bones rows={4} height={60} />}>
        {([today]) =>
          today ? (
            <Room key={today.version} today={today} onSaid={say} />
          ) : (
            <p className="muted">{t('administration:weights.none')}</p>
          )
        }
      </Loaded>
    </AdminRoom>
  );
}
