import { defineRefusals } from '#kernel';

export const { refuse: refuseCancelled } = defineRefusals({
  'bank.row-cancelled': {
    status: 409,
    log: 'info',
    ru: 'Загрузку этой строки отменили. Загрузите выписку ещё раз, и о строке можно будет решить.',
    en: 'The import of this row was cancelled. Import the statement again to decide about it.',
  },
  'bank.cancelling': {
    status: 409,
    log: 'info',
    ru: 'Прошлая загрузка ещё отменяется. Подождите минуту и загрузите файл снова.',
    en: 'An import is still being cancelled. Wait a minute and import the file again.',
  },
  'bank.cancel-known-later': {
    status: 409,
    log: 'info',
    ru: 'Часть этих переводов есть и в файле, загруженном позже: там они отмечены как «уже были» и пропали бы. Сначала отмените ту загрузку.',
    en: 'Some of these transfers are also in a file that was imported later: there they are “known” and would be lost. Cancel that import first.',
  },
  'bank.cancel-surplus': {
    status: 409,
    log: 'info',
    ru: 'Загрузку отменить нельзя: {count, plural, one {об излишке # перевода} other {об излишке # переводов}} из неё уже решили. Сначала отмените те решения на странице излишка.',
    en: 'The import cannot be cancelled: the surplus of {count, plural, one {# transfer} other {# transfers}} of it was decided about already. First undo these decisions on the page of the surplus.',
  },
  'bank.cancel-refunded': {
    status: 409,
    log: 'info',
    ru: 'Загрузку отменить нельзя: из {count, plural, one {# вклада} other {# вкладов}} в ней деньги уже вернули. Остальные строки можно отменить по одной.',
    en: 'The import cannot be cancelled: money of {count, plural, one {# gift} other {# gifts}} in it was sent back already. The other rows can be undone one by one.',
  },
  'bank.cancel-spent': {
    status: 409,
    log: 'info',
    ru: 'Загрузку отменить нельзя: об этих деньгах {count, plural, one {отчиталась # нужда} few {отчитались # нужды} many {отчитались # нужд} other {отчитались # нужды}}. Сначала отзовите отчёт.',
    en: 'The import cannot be cancelled: {count, plural, one {# need has} other {# needs have}} reported the use of this money. First take the report back.',
  },
});
