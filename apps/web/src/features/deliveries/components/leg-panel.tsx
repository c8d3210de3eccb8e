import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { t } from '../../../lib/words.js';
import type { Meeting } from '../../matching/api/meeting.js';
import { askLeg, cancelLeg, takeBack, useLegOf, type AskForm, type Leg } from '../api/deliveries.js';
import { LegTag, LegWay } from './leg-parts.js';
import { typedNumber } from './numbers.js';

const EMPTY = { kg: '', m3: '', address: '', note: '' };

/** Weight and room where a driver is asked for; one's own address also where the other side has asked. */
function AskLeg({ match, own, onClose }: { match: string; own: boolean; onClose?: () => void }): ReactNode {
  const [form, setForm] = useState(EMPTY);
  const action = useAction(askLeg, { refresh: ['matches'], onDone: onClose });
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    error: action.error(name),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const bulk: Partial<AskForm> = own ? {} : { kg: typedNumber(form.kg), m3: typedNumber(form.m3) };
    void action.run({ match, form: { ...bulk, address: form.address, note: form.note || null } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {!own && (
        <>
          <TextField
            label={t('deliveries:kg')}
            hint={t('deliveries:bulkHint')}
            inputMode="decimal"
            required
            maxLength={12}
            {...field('kg')}
          />
          <TextField
            label={t('deliveries:m3')}
            hint={t('deliveries:m3Hint')}
            inputMode="decimal"
            required
            maxLength={12}
            {...field('m3')}
          />
        </>
      )}
      <TextField
        label={t('deliveries:address')}
        hint={t('deliveries:addressHint')}
        autoComplete="street-address"
        required
        maxLength={300}
        {...field('address')}
      />
      <AreaField label={t('deliveries:note')} optional rows={2} maxLength={300} {...field('note')} />
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t(own ? 'deliveries:sayAddress' : 'deliveries:askGo')}
        </Button>
        {onClose && (
          <Button look="plain" onClick={onClose}>
            {t('form.close')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Where it is now, in a sentence. */
function Where({ leg }: { leg: Leg }): ReactNode {
  const driver = leg.driver?.name ?? t('deliveries:someDriver');
  const said: Partial<Record<Leg['status'], string>> = {
    taken: t('deliveries:where.taken', { driver }),
    picked_up: t('deliveries:where.picked_up', {
      driver,
      at: leg.pickedUpAt ? dayTime(leg.pickedUpAt, leg.timeZone) : '',
      before: leg.stopsBefore ?? 0,
    }),
    returning: t('deliveries:where.returning', { driver }),
    cancelled: t(`deliveries:ended.${leg.reason ?? 'not-needed'}`),
  };
  return <p aria-live="polite">{said[leg.status] ?? t(`deliveries:where.${leg.status}`)}</p>;
}

/** The giver takes things back from the driver: by the driver's code, as everywhere. */
function TakeBack({ leg }: { leg: Leg }): ReactNode {
  const [code, setCode] = useState('');
  const action = useAction(takeBack, { refresh: ['matches'] });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ leg: leg.id, code });
      }}
    >
      <TextField
        label={t('deliveries:driversCode')}
        inputMode="numeric"
        autoComplete="off"
        required
        pattern="[0-9]{4}"
        maxLength={4}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
      <ProblemNotice problem={action.problem} />
      <div>
        <Button type="submit" look="main" busy={action.busy}>
          {t('deliveries:takeBackGo')}
        </Button>
      </div>
    </form>
  );
}

function Shown({ leg, match }: { leg: Leg; match: string }): ReactNode {
  const [more, setMore] = useState(false);
  const cancel = useAction(cancelLeg, { refresh: ['matches'] });
  const own = leg.from.address ?? leg.to.address;
  const says = leg.can.includes('say-address');
  return (
    <div className="stack">
      <p>
        <LegTag leg={leg} />
      </p>
      <Where leg={leg} />
      <LegWay leg={leg} />
      {own && <p className="small break">{t('deliveries:ownEnd', { address: own })}</p>}
      {leg.driver?.phone && (
        <p className="small">
          <a href={`tel:${leg.driver.phone.replace(/[^+\d]/g, '')}`}>{leg.driver.phone}</a>
          {leg.driver.car && `, ${leg.driver.car}`}
        </p>
      )}
      {leg.lost && (
        <Notice look="bad">
          <p>{t('deliveries:lostOnTheWay', { amount: leg.lost.text })}</p>
        </Notice>
      )}
      {leg.can.includes('take-back') && <TakeBack leg={leg} />}
      {says && (more || !own) && <AskLeg match={match} own onClose={own ? () => setMore(false) : undefined} />}
      <ProblemNotice problem={cancel.problem} />
      <div className="row row-wrap">
        {says && own && !more && (
          <Button look="quiet" onClick={() => setMore(true)}>
            {t('deliveries:changeAddress')}
          </Button>
        )}
        {leg.can.includes('cancel') && (
          <Button look="plain" busy={cancel.busy} onClick={() => void cancel.run(leg.id)}>
            {t('deliveries:cancelLeg')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** On the page of a meeting: neither side can go? A driver is asked for; both see where the things are. */
export function LegPanel({ meeting }: { meeting: Meeting }): ReactNode {
  const [asking, setAsking] = useState(false);
  const goods = meeting.need.kind === 'goods' && meeting.side !== null && meeting.acceptedAt !== null;
  const { data } = useLegOf(meeting.id, goods, usePollMs());
  const leg = data?.leg ?? null;
  const begins = meeting.status === 'accepted' && (leg === null || leg.endedAt !== null);
  if (!goods || data === undefined || (!leg && !begins)) return null;
  return (
    <section className="sheet pad stack" aria-labelledby="delivery" data-leg={leg?.id}>
      <h2 className="h-block" id="delivery">
        {t('deliveries:title')}
      </h2>
      {leg && <Shown leg={leg} match={meeting.id} />}
      {begins && !asking && (
        <>
          <p className="muted">{t('deliveries:askText')}</p>
          <div>
            <Button onClick={() => setAsking(true)}>{t('deliveries:ask')}</Button>
          </div>
        </>
      )}
      {begins && asking && <AskLeg match={meeting.id} own={false} onClose={() => setAsking(false)} />}
    </section>
  );
}
