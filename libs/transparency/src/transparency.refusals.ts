import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'balance.no-such-month': {
    status: 404,
    ru: 'За такой месяц справки нет: он ещё не начался или записан не так. Пример: 2026-11.',
    en: 'There is no sheet of such a month: it has not begun, or is not written like 2026-11.',
  },
});
