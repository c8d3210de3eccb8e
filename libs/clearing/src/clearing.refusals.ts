import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'clearing.not-found': { status: 404, log: 'debug', ru: 'Такого клиринга нет.', en: 'There is no such clearing.' },
  'clearing.already-running': {
    status: 409,
    log: 'info',
    ru: 'Клиринг этого вида уже идёт. Дождитесь его конца.',
    en: 'A clearing of this kind is running already. Wait for its end.',
  },
  'clearing.weights-only-tried': {
    status: 422,
    log: 'info',
    ru: 'Другие веса здесь только пробуют: добавьте dryRun. Насовсем их меняют новой версией.',
    en: 'Other weights can only be tried here: add dryRun. To change them for good, publish a new version.',
  },
  'clearing.bad-weights': {
    status: 422,
    log: 'info',
    ru: 'Нужен вес каждой части: целое число от 0 до 1 000 000, вместе ровно 1 000 000.',
    en: 'Every part needs a weight: a whole number from 0 to 1,000,000, and together exactly 1,000,000.',
  },
  'weights.waiting': {
    status: 409,
    log: 'info',
    ru: 'Другой администратор уже предложил новые веса. Сначала подпишите или верните их.',
    en: 'Another administrator has proposed new weights already. Sign or return those first.',
  },
  'weights.change-not-found': {
    status: 404,
    log: 'debug',
    ru: 'Такого предложения весов нет.',
    en: 'There are no such proposed weights.',
  },
  'weights.change-decided': {
    status: 409,
    log: 'info',
    ru: 'Об этих весах уже решено. Обновите страницу.',
    en: 'These weights are decided already. Load the page again.',
  },
  'weights.own-change': {
    status: 403,
    log: 'info',
    ru: 'Свои веса не подписывают: нужна подпись другого администратора.',
    en: 'One does not sign one’s own weights: another administrator has to.',
  },
  'weights.others-change': {
    status: 403,
    log: 'info',
    ru: 'Забрать предложение может только тот, кто его сделал. Вы можете его вернуть.',
    en: 'Only who made a proposal can take it back. You can return it.',
  },
  'weights.why-missing': {
    status: 422,
    log: 'debug',
    ru: 'Напишите, почему возвращаете: хотя бы три буквы.',
    en: 'Say why you return it: three letters at least.',
  },
  'weights.stale': {
    status: 409,
    log: 'info',
    ru: 'Веса только что изменил кто-то другой. Посмотрите новую версию и решите снова.',
    en: 'Somebody else has just changed the weights. Look at the new version and decide again.',
  },
});
