import { defineRefusals } from '#kernel';

/** Every "no" about a report that a user can get. */
export const { refuse } = defineRefusals({
  'report.stale': {
    status: 412,
    ru: 'Пока вы писали, отчёт изменили. Обновите страницу: ваши слова останутся в полях.',
    en: 'The report was changed while you were writing. Reload the page; your words stay in the fields.',
  },
  'report.waits': {
    status: 409,
    ru: 'Отчёт опубликован, его читает модератор. Править можно будет после этого, а в течение часа — отозвать.',
    en: 'The report is published and a moderator is reading it. It can be corrected after that, or recalled within the hour.',
  },
  'report.not-written': {
    status: 409,
    ru: 'Публиковать пока нечего: напишите, что изменилось.',
    en: 'There is nothing to publish yet: write what has changed.',
  },
  'report.words-missing': {
    status: 409,
    ru: 'Напишите заголовок и что изменилось: остальное уже собрано из книги.',
    en: 'Write a title and what has changed: the rest is taken from the books already.',
  },
  'report.sums-differ': {
    status: 409,
    log: 'error',
    ru: 'Строки книги не сходятся с суммой полученного. Публиковать нельзя: мы уже видим эту ошибку.',
    en: 'The entries do not add up to what was received. It cannot be published; we see this error too.',
  },
  'report.still-on-the-way': {
    status: 409,
    ru: 'Часть помощи ещё в пути: подтвердите её или отмените, тогда суммы будут окончательными.',
    en: 'Some help is still on its way: confirm or cancel it first, so that the sums are final.',
  },
  'report.photos-waiting': {
    status: 409,
    ru: 'Фотографии ещё обрабатываются: подождите несколько секунд.',
    en: 'The photos are still being processed: wait a few seconds.',
  },
  'report.not-recallable': {
    status: 409,
    ru: 'Отозвать можно в течение часа после публикации. Теперь можно дополнить: поправка встанет рядом.',
    en: 'A report can be recalled within an hour of its publication. You can still correct it: the correction stands beside it.',
  },
  'report.not-waiting': {
    status: 409,
    ru: 'Этот отчёт сейчас не ждёт решения.',
    en: 'This report does not wait for a decision now.',
  },
});
