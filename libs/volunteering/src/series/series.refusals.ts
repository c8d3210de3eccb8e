import { defineRefusals } from '#kernel';

/** Every "no" about shifts that come again. */
export const { refuse: refuseSeries } = defineRefusals({
  'series.none': { status: 409, log: 'info', ru: 'Эта смена не повторяется.', en: 'This shift does not come again.' },
  'series.not-a-rule': {
    status: 422,
    ru: 'Не понимаем, как она повторяется. Нужно правило RRULE из RFC 5545: только дни, без часов и UNTIL.',
    en: 'This is no way to repeat that we know. It takes an RRULE of RFC 5545 of days alone, without hours and UNTIL.',
  },
  'series.not-its-day': {
    status: 422,
    ru: 'Первая смена должна быть в день, который есть в правиле.',
    en: 'The first shift must be on a day of the rule.',
  },
  'series.last-before-first': {
    status: 422,
    ru: 'Последний день не может быть раньше первого.',
    en: 'The last day cannot be before the first.',
  },
  'series.not-days': {
    status: 422,
    ru: 'Укажите дни, когда смены не будет, как 2026-12-31, не больше ста.',
    en: 'Say the days without a shift as 2026-12-31, at most a hundred.',
  },
  'series.has-hours': {
    status: 422,
    ru: 'Повторяются смены с часами. Дело без часа ставят одно.',
    en: 'Shifts with hours are repeated. Work without an hour is planned once.',
  },
  'series.from-now-on': {
    status: 422,
    ru: 'Повторяются только смены, которые ещё впереди.',
    en: 'Only shifts to come are repeated.',
  },
  'series.another-day': {
    status: 422,
    ru: 'Все следующие можно перенести на другой час, но не на другой день. На другой день переносят одну смену.',
    en: 'All later ones can be moved to another hour, not to another day. One shift alone can be moved to another day.',
  },
});
