import type { FieldError } from '#kernel';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { isDay, readRule, seriesDays, wallOf, type Series } from './series.rules.js';

/** How a shift comes again, as its author says it. */
export interface RepeatForm {
  /** RRULE of RFC 5545, of days: no hours, no UNTIL. */
  readonly rule: string;
  readonly lastOn?: string | null;
  readonly except?: readonly string[];
}

type Read =
  { readonly ok: true; readonly series: Series } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** @param first the first shift, which is a day of the rule and gives the hours @param timeZone of its place */
export function readRepeat(
  form: RepeatForm,
  first: { readonly from: Date; readonly until: Date },
  timeZone: string,
  now: Date,
): Read {
  const from = wallOf(first.from, timeZone);
  const { lastOn = null, except = [] } = form;
  const rule = readRule(form.rule);
  const errors: FieldError[] = [];
  if (rule === null) errors.push({ field: 'repeat.rule', code: 'series.not-a-rule' });
  if (first.from <= now) errors.push({ field: 'from', code: 'series.from-now-on' });
  if (lastOn !== null && (!isDay(lastOn) || lastOn < from.day))
    errors.push({ field: 'repeat.lastOn', code: 'series.last-before-first' });
  if (except.length > LIMITS.exceptMax || !except.every(isDay))
    errors.push({ field: 'repeat.except', code: 'series.not-days' });
  if (rule === null || errors.length > 0) return { ok: false, errors };
  const series: Series = {
    rule,
    firstOn: from.day,
    lastOn,
    except: [...new Set(except)].sort(),
    starts: from.time,
    ends: wallOf(first.until, timeZone).time,
    timeZone,
  };
  if (seriesDays(series, from.day, from.day).length === 0)
    return { ok: false, errors: [{ field: 'repeat.rule', code: 'series.not-its-day' }] };
  return { ok: true, series };
}
