import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { dayTime, localDate, timeOf } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import {
  confirmTripHours,
  declineTripHours,
  useOrganizationTripHours,
  type NeedForHours,
  type TripHours,
} from '../api/trip-hours.js';

/** What the driver reads. */
function Reason({
  onChange,
  ...field
}: {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (reason: string) => void;
}): ReactNode {
  return (
    <TextField
      {...field}
      hint={t('deliveries:hours.whyHint')}
      maxLength={500}
      onChange={(event) => onChange(event.target.value)}
      required
    />
  );
}

function Confirm({ hours, needs }: { hours: TripHours; needs: readonly NeedForHours[] }): ReactNode {
  const [need, setNeed] = useState(needs[0]?.id ?? '');
  const [minutes, setMinutes] = useState(String(hours.minutes));
  const [reason, setReason] = useState('');
  const action = useAction(confirmTripHours, { refresh: ['hours', 'shifts'] });
  const other = Number(minutes) !== hours.minutes;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({
          id: hours.id,
          need,
          ...(other ? { minutes: Number(minutes), ...(reason ? { reason } : {}) } : {}),
        });
      }}
    >
      <SelectField
        label={t('deliveries:hours.need')}
        value={need}
        error={action.error('need')}
        onChange={(event) => setNeed(event.target.value)}
      >
        {needs.map(({ id, title, text }) => (
          <option key={id} value={id}>
            {t('deliveries:hours.needOption', { title, text })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('deliveries:hours.minutes')}
        type="number"
        inputMode="numeric"
        min={1}
        unit={t('deliveries:hours.unit')}
        value={minutes}
        error={action.error('minutes')}
        onChange={(event) => setMinutes(event.target.value)}
        required
      />
      {other && (
        <Reason label={t('deliveries:hours.why')} value={reason} error={action.error('reason')} onChange={setReason} />
      )}
      <ProblemNotice problem={action.general} />
      <div>
        <Button type="submit" look="main" busy={action.busy}>
          {t('deliveries:hours.confirm')}
        </Button>
      </div>
    </form>
  );
}

function Decline({ hours }: { hours: TripHours }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const action = useAction(declineTripHours, { refresh: ['hours'] });
  if (!open)
    return (
      <div>
        <Button look="no" onClick={() => setOpen(true)}>
          {t('deliveries:hours.decline')}
        </Button>
      </div>
    );
  return (
    <form
      className="stack prop-part"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ id: hours.id, reason });
      }}
    >
      <Reason
        label={t('deliveries:hours.declineWhy')}
        value={reason}
        error={action.error('reason')}
        onChange={setReason}
      />
      <ProblemNotice problem={action.general} />
      <div className="row row-wrap">
        <Button type="submit" look="no" busy={action.busy}>
          {t('deliveries:hours.declineGo')}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
}

function Line({ hours, needs }: { hours: TripHours; needs: readonly NeedForHours[] }): ReactNode {
  const zone = hours.timeZone;
  const oneDay = localDate(hours.from, zone) === localDate(hours.until, zone);
  return (
    <li className="sheet pad stack" data-trip-hours={hours.status}>
      <div className="row between row-wrap">
        <h3 className="h-small">{hours.driver ?? t('deliveries:someDriver')}</h3>
        <span className="small muted">{t(`deliveries:hours.status.${hours.status}`)}</span>
      </div>
      <p className="small">
        {dayTime(hours.from, zone)} – {(oneDay ? timeOf : dayTime)(hours.until, zone)}.{' '}
        {t('deliveries:hours.line', { count: hours.deliveries, text: hours.text })}
      </p>
      {hours.reason && <p className="small muted break">{typograph(hours.reason)}</p>}
      {hours.can.includes('confirm') &&
        (needs.length > 0 ? (
          <Confirm hours={hours} needs={needs} />
        ) : (
          <p className="small">
            {t('deliveries:hours.noNeed')}{' '}
            <Link to="/desk/$org/needs/new" params={{ org: hours.organization.id }}>
              {t('deliveries:hours.newNeed')}
            </Link>
          </p>
        ))}
      {hours.can.includes('decline') && <Decline hours={hours} />}
    </li>
  );
}

/** Trips that are over ask the person who got the things for their time; nothing is shown where no trip did. */
export function DriverHours({ org }: { org: string }): ReactNode {
  const { data } = useOrganizationTripHours(org);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="gap-top-6" aria-labelledby="driver-hours">
      <h2 className="h-block" id="driver-hours">
        {t('deliveries:hours.title')}
      </h2>
      <p className="small muted gap-below-4">{t('deliveries:hours.lead')}</p>
      <ul className="stack">
        {data.items.map((hours) => (
          <Line key={hours.id} hours={hours} needs={data.needs} />
        ))}
      </ul>
    </section>
  );
}
