import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { weekdayName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import type { HandOverPoint, OpeningHours } from '../../matching/api/meeting.js';

interface Props {
  point: HandOverPoint;
  at: number;
  error: (field: string) => string | undefined;
  onChange: (point: HandOverPoint) => void;
  /** Absent where there is one point alone. */
  onRemove?: () => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const MORE: OpeningHours = { days: [6], from: '10:00', until: '15:00' };

export function HoursRow({
  hours,
  field,
  error,
  onChange,
  onRemove,
}: {
  hours: OpeningHours;
  field: string;
  error: Props['error'];
  onChange: (hours: OpeningHours) => void;
  onRemove: () => void;
}): ReactNode {
  const toggle = (day: number): void =>
    onChange({
      ...hours,
      days: hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day].sort(),
    });
  return (
    <div className="stack" role="group" aria-label={t('organizations:contacts.openOn')}>
      <div className="chips">
        {WEEK.map((day) => (
          <button
            key={day}
            type="button"
            className="chip chip-dense"
            aria-pressed={hours.days.includes(day)}
            onClick={() => toggle(day)}
          >
            {weekdayName(day)}
          </button>
        ))}
      </div>
      {error(`${field}.days`) && <p className="error">{error(`${field}.days`)}</p>}
      <div className="grid-2 grid-keep">
        <TextField
          label={t('organizations:contacts.from')}
          type="time"
          required
          value={hours.from}
          error={error(`${field}.from`)}
          onChange={(event) => onChange({ ...hours, from: event.target.value })}
        />
        <TextField
          label={t('organizations:contacts.until')}
          type="time"
          required
          value={hours.until}
          error={error(`${field}.until`)}
          onChange={(event) => onChange({ ...hours, until: event.target.value })}
        />
      </div>
      <p>
        <Button look="plain" size="dense" onClick={onRemove}>
          {t('organizations:contacts.removeHours')}
        </Button>
      </p>
    </div>
  );
}

/** One point of hand-over: name, address, and when it is open. */
export function PointFields({ point, at, error, onChange, onRemove }: Props): ReactNode {
  const field = `handOverPoints.${at}`;
  return (
    <fieldset className="stack own-point">
      <legend className="sr">{point.name || t('organizations:contacts.point')}</legend>
      <TextField
        label={t('organizations:contacts.pointName')}
        required
        maxLength={120}
        value={point.name}
        error={error(`${field}.name`)}
        onChange={(event) => onChange({ ...point, name: event.target.value })}
      />
      <TextField
        label={t('organizations:contacts.address')}
        required
        maxLength={300}
        value={point.address}
        error={error(`${field}.address`)}
        onChange={(event) => onChange({ ...point, address: event.target.value })}
      />
      {point.hours.map((hours, row) => (
        <HoursRow
          key={row}
          hours={hours}
          field={`${field}.hours.${row}`}
          error={error}
          onChange={(changed) =>
            onChange({ ...point, hours: point.hours.map((one, index) => (index === row ? changed : one)) })
          }
          onRemove={() => onChange({ ...point, hours: point.hours.filter((_, index) => index !== row) })}
        />
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={point.public}
          onChange={(event) => onChange({ ...point, public: event.target.checked })}
        />
        <span>{t('organizations:contacts.pointPublic')}</span>
      </label>
      <p className="row row-wrap">
        {point.hours.length < 14 && (
          <Button size="dense" onClick={() => onChange({ ...point, hours: [...point.hours, MORE] })}>
            {t('organizations:contacts.addHours')}
          </Button>
        )}
        {onRemove && (
          <Button look="plain" size="dense" onClick={onRemove}>
            {t('organizations:contacts.removePoint')}
          </Button>
        )}
      </p>
    </fieldset>
  );
}
