import { defineRefusals } from '#kernel';
import { CODE_LIMITS } from './hand-over-entry.rules.js';

export const { refuse } = defineRefusals({
  'hand-over.no-code': {
    status: 409,
    log: 'info',
    ru: 'По коду передают только вещи, о которых договорились обе стороны.',
    en: 'Only things that both sides agreed on are handed over by a code.',
  },
  'hand-over.wrong-code': {
    status: 422,
    log: 'info',
    ru: 'Это не тот код. Попросите того, кто отдаёт, прочитать его ещё раз. {left, plural, one {Осталась # попытка.} few {Осталось # попытки.} many {Осталось # попыток.} other {Осталось # попытки.}}',
    en: 'This is not the code. Ask the one who gives to read it again. {left, plural, one {# try is left.} other {# tries are left.}}',
  },
  'hand-over.code-used-up': {
    status: 409,
    log: 'warn',
    ru: 'Код ввели неверно слишком много раз. Тот, кто отдаёт, может показать новый.',
    en: 'The code was entered wrongly too often. The one who gives can show a new one.',
  },
  'hand-over.code-counts': {
    status: 409,
    log: 'info',
    ru: 'Прежний код ещё действует.',
    en: 'The code before still counts.',
  },
  'hand-over.no-pictures': {
    status: 409,
    log: 'info',
    ru: 'Фотографии и подписи добавляют к вещам, о которых договорились, и ещё 30 дней после передачи.',
    en: 'Photos and signatures are added to agreed things, and for 30 days after they changed hands.',
  },
  'hand-over.signer-needed': {
    status: 422,
    log: 'debug',
    ru: 'Напишите, кто подписал.',
    en: 'Write who has signed.',
  },
  'hand-over.parts-beyond': {
    status: 422,
    log: 'info',
    ru: 'Частей больше, чем обещано ({heldText}): принятое, не взятое и не доехавшее вместе не больше обещанного.',
    en: 'The parts are more than was promised ({heldText}): what was taken, refused and lost is together no more than that.',
  },
  'hand-over.reason-needed': {
    status: 422,
    log: 'debug',
    ru: 'Выберите причину: её увидит тот, кто отдал.',
    en: 'Choose a reason: the one who gave will see it.',
  },
  'hand-over.time-ahead': {
    status: 422,
    log: 'info',
    ru: 'Это время ещё не наступило: проверьте часы телефона.',
    en: 'This time has not come yet: check the clock of the phone.',
  },
  'hand-over.time-too-old': {
    status: 422,
    log: 'info',
    ru: `Прошло больше ${CODE_LIMITS.sentWithinDays} дней. Подтвердите получение на странице встречи.`,
    en: `More than ${CODE_LIMITS.sentWithinDays} days have passed. Confirm the receipt on the page of the meeting.`,
  },
  'hand-over.time-before-yes': {
    status: 422,
    log: 'info',
    ru: 'Тогда стороны ещё не договорились.',
    en: 'The sides had not agreed by then.',
  },
  'hand-over.same-id': {
    status: 409,
    log: 'warn',
    ru: 'Под этим номером уже записана другая передача.',
    en: 'Another hand-over was entered under this id.',
  },
});
