import type { ReactNode } from 'react';
import type { Shift } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { rhythmOf } from './repeat-rule.js';

/** That a shift comes again, and for its organization why no more of them are made now. */
export function SeriesLine({ shift, own = false }: { shift: Shift; own?: boolean }): ReactNode {
  const { series } = shift;
  if (!series) return null;
  return (
    <p className="small muted gap-top-1">
      {rhythmOf(series)}
      {series.apart && `, ${t('volunteering:series.apart')}`}
      {own && !series.goesOn && `. ${t('volunteering:series.over')}`}
      {own && series.waits && `. ${t(`volunteering:series.waits.${series.waits}`)}`}
    </p>
  );
}

/** This one alone, or all later ones too. */
export function SeriesChoice({
  shift,
  later,
  onChange,
}: {
  shift: Shift;
  later: boolean;
  onChange: (later: boolean) => void;
}): ReactNode {
  if (!shift.series) return null;
  return (
    <div className="seg" role="group" aria-label={t('volunteering:series.which')}>
      <button type="button" aria-pressed={!later} onClick={() => onChange(false)}>
        {t('volunteering:series.this')}
      </button>
      <button type="button" aria-pressed={later} onClick={() => onChange(true)}>
        {t('volunteering:series.later')}
      </button>
    </div>
  );
}
