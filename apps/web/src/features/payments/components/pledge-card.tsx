import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { decimal } from '../../../lib/decimal.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { changePledge, movePledge, type Pledge } from '../api/pledges.js';
import { PledgeTransferCard } from './pledge-transfer.js';

/** Four words, as everywhere in the books: all of it, what came, what is awaited, what is free. */
function Sums({ pledge }: { pledge: Pledge }): ReactNode {
  const amounts = useAmounts();
  const { ceiling, arrived, due, free, unit } = pledge;
  const share = (part: number): string => `${(Math.min(part, ceiling) / ceiling) * 100}%`;
  return (
    <div className="k-money">
      <p className="muted small">{t('pledges:ceilingUntil', { until: day(pledge.until, 'UTC') })}</p>
      <p className="order-sum num">{amounts.say(ceiling, unit)}</p>
      {pledge.each !== null && (
        <p className="muted small" data-pledge-each>
          {t('pledges:atOnce', { amount: amounts.say(pledge.each, unit) })}
        </p>
      )}
      <div className="bar gap-top-2" aria-hidden="true">
        <i className="got" style={{ width: share(arrived) }} />
        <i className="held" style={{ width: share(due) }} />
      </div>
      <dl className="pledge-sums gap-top-3">
        <dt>{t('pledges:arrived')}</dt>
        <dd data-sum="arrived">{amounts.say(arrived, unit)}</dd>
        <dt>{t('pledges:due')}</dt>
        <dd data-sum="due">{amounts.say(due, unit)}</dd>
        <dt>{t('pledges:free')}</dt>
        <dd data-sum="free">{amounts.say(free, unit)}</dd>
      </dl>
    </div>
  );
}

function ChangeForm({ pledge }: { pledge: Pledge }): ReactNode {
  const [said, setSaid] = useState({
    ceiling: String(pledge.ceiling / 100),
    each: pledge.each === null ? '' : String(pledge.each / 100),
  });
  const action = useAction(changePledge, { refresh: ['pledges'] });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({ id: pledge.id, ceiling: decimal(said.ceiling), each: decimal(said.each) || null });
  };
  return (
    <details>
      <summary className="strong">{t('pledges:change')}</summary>
      <form className="stack gap-top-3" onSubmit={submit}>
        {(['ceiling', 'each'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`pledges:${name}`)}
            required={name === 'ceiling'}
            optional={name === 'each'}
            inputMode="decimal"
            maxLength={20}
            unit="₽"
            value={said[name]}
            error={action.error(name)}
            onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
          />
        ))}
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" size="dense" busy={action.busy}>
            {t('pledges:save')}
          </Button>
        </p>
      </form>
    </details>
  );
}

/** What it is for, in the words of the catalogue. */
function usePurposes(only: readonly string[]): string {
  const spheres = useSpheres();
  const places = usePlaces();
  return only
    .map((code) => {
      const sphere = spheres.data?.find((one) => one.code === code);
      const place = places.data?.find((one) => one.code === code);
      return sphere ? nameOf(sphere) : place ? placeName(place) : t('pledges:thatOrganization');
    })
    .join(', ');
}

const MOVES = ['pause', 'resume', 'end'] as const;

/** One pledge: its four sums, what is to be paid, and what its owner may do. */
export function PledgeCard({ pledge }: { pledge: Pledge }): ReactNode {
  const zone = useZone();
  const action = useAction(movePledge, { refresh: ['pledges', 'needs'] });
  const purposes = usePurposes(pledge.only);
  const due = pledge.transfers.filter((transfer) => transfer.due > 0);
  const over = pledge.transfers.filter((transfer) => transfer.due === 0);
  return (
    <section
      className="stack"
      aria-label={t('pledges:of', { date: day(pledge.createdAt, zone) })}
      data-pledge={pledge.id}
    >
      <div className="sheet pad-l stack">
        <div className="row between row-wrap">
          <h2 className="h-block">{t('pledges:of', { date: day(pledge.createdAt, zone) })}</h2>
          <span className="small muted">{t(`pledges:is.${pledge.status}`)}</span>
        </div>
        <Sums pledge={pledge} />
        <p className="small muted">
          {t('pledges:purposes', { purposes })}{' '}
          {pledge.status === 'active' && pledge.nextOn
            ? t('pledges:next', { date: day(pledge.nextOn, 'UTC') })
            : pledge.status === 'active' && t('pledges:noNext')}
        </p>
        <ProblemNotice problem={action.problem} />
        <p className="row row-wrap no-print">
          {pledge.can.includes('settle') && (
            <Button
              look="main"
              size="dense"
              busy={action.busy}
              onClick={() => void action.run({ id: pledge.id, verb: 'settle' })}
            >
              {t('pledges:settle')}
            </Button>
          )}
          {MOVES.filter((verb) => pledge.can.includes(verb)).map((verb) => (
            <Button key={verb} size="dense" busy={action.busy} onClick={() => void action.run({ id: pledge.id, verb })}>
              {t(`pledges:verb.${verb}`)}
            </Button>
          ))}
        </p>
        {pledge.can.includes('change') && <ChangeForm key={`${pledge.ceiling} ${pledge.each}`} pledge={pledge} />}
      </div>
      {due.length > 0 && (
        <div>
          <h3 className="h-block gap-below-4">{t('pledges:toPay', { count: due.length })}</h3>
          {due.map((transfer) => (
            <PledgeTransferCard key={transfer.id} transfer={transfer} />
          ))}
          <p className="small muted gap-top-3">{t('pledges:oldest')}</p>
        </div>
      )}
      {over.length > 0 && (
        <details>
          <summary className="strong">{t('pledges:over', { count: over.length })}</summary>
          <div className="gap-top-4">
            {over.map((transfer) => (
              <PledgeTransferCard key={transfer.id} transfer={transfer} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
