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
  'weights.stale': {
    status: 409,
    log: 'info',
    ru: 'Веса только что изменил кто-то другой. Посмотрите новую версию и решите снова.',
    en: 'Somebody else has just changed the weights. Look at the new version and decide again.',
  },
});
