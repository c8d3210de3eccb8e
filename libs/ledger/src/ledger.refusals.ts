import { defineRefusals } from '#kernel';

/** What the ledger refuses. `left` and `held` are amounts in the base unit `unit`. */
export const { refuse: refuseLedger } = defineRefusals({
  'ledger.not-enough-left': {
    status: 409,
    ru: 'Столько уже нет: осталось {left} ({unit}).',
    en: 'That much is no longer left: {left} ({unit}) remains.',
  },
  'ledger.required-below-use': {
    status: 422,
    ru: 'Меньше нельзя: {used} ({unit}) уже получено или в резерве.',
    en: 'It cannot be less: {used} ({unit}) has arrived or is reserved.',
  },
  'ledger.more-than-held': {
    status: 422,
    ru: 'В резерве было меньше: {held} ({unit}).',
    en: 'Less than that was reserved: {held} ({unit}).',
  },
  'ledger.mirror-too-much': {
    status: 422,
    ru: 'Вернуть можно не больше {left} ({unit}).',
    en: 'At most {left} ({unit}) can be taken back.',
  },
  'ledger.not-to-mirror': {
    status: 422,
    ru: 'Эту запись нельзя взять назад: она ничего не передала или сама уже поправка.',
    en: 'This entry cannot be taken back: it moved nothing or is a correction itself.',
  },
  'ledger.hold-is-over': { status: 409, ru: 'Этот резерв уже закрыт.', en: 'This hold has already ended.' },
  'ledger.other-unit': {
    status: 422,
    ru: 'Вклад и нужда считаются в разных единицах.',
    en: 'The offer and the need are counted in different units.',
  },
  'ledger.other-item': {
    status: 422,
    ru: 'Вклад и нужда говорят о разных вещах.',
    en: 'The offer and the need are about different things.',
  },
  'ledger.amount-out-of-range': {
    status: 422,
    ru: 'Количество — целое число от 1 до {max}.',
    en: 'An amount is a whole number from 1 to {max}.',
  },
  // The same id with other content is never an honest repeat: it is logged as an error, so that an administrator looks.
  'ledger.same-id-other-content': {
    status: 409,
    log: 'error',
    ru: 'Запись с этим номером уже есть, и она о другом.',
    en: 'An entry with this id exists and says something else.',
  },
  'ledger.no-such-hold': { status: 404, log: 'warn', ru: 'Такого резерва нет.', en: 'There is no such hold.' },
  'ledger.no-such-transfer': { status: 404, ru: 'Такой записи нет.', en: 'There is no such entry.' },
  'ledger.day-not-closed': {
    status: 404,
    ru: 'За этот день ещё нет закрытой книги.',
    en: 'The book of this day is not closed yet.',
  },
  'statement.not-found': {
    status: 404,
    ru: 'Выписки с таким кодом нет: код сложен верно, но мы его не выдавали.',
    en: 'There is no statement with this code: it is well formed, and was never issued.',
  },
  'statement.mistyped': {
    status: 404,
    ru: 'Последний знак кода не сходится: такого кода быть не может. Проверьте, не переставлены ли два соседних знака.',
    en: 'The last character of the code does not fit: there can be no such code. Check for two swapped characters.',
  },
  'statement.no-such-match': {
    status: 404,
    ru: 'Такой передачи в ваших выписках нет.',
    en: 'There is no such match in your statements.',
  },
  'statement.too-long': {
    status: 422,
    ru: 'Выписка — не больше чем за десять лет.',
    en: 'A statement covers ten years at most.',
  },
  'statement.no-such-year': {
    status: 422,
    ru: 'Таблица года есть с 2020 по нынешний.',
    en: 'There is a table for each year from 2020 to this one.',
  },
  'statement.no-such-account': {
    status: 404,
    ru: 'Счёта этой организации у вас нет.',
    en: 'You have no account of this organization.',
  },
  'statement.not-a-day': {
    status: 422,
    ru: 'Это не день. Пример: 2026-12-31.',
    en: 'This is not a day. Example: 2026-12-31.',
  },
  'statement.ends-before-it-begins': {
    status: 422,
    ru: 'Конец раньше начала.',
    en: 'The end is before the beginning.',
  },
});
