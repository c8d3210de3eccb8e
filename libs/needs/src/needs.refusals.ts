import { defineRefusals } from '#kernel';

/** Every "no" about a need that a user can get. */
export const { refuse } = defineRefusals({
  'need.not-found': {
    status: 404,
    ru: 'Такой нужды нет, или она ещё не опубликована.',
    en: 'There is no such need, or it has not been published yet.',
  },
  'need.not-yours': {
    status: 403,
    ru: 'Это может сделать только владелец или координатор организации.',
    en: 'Only an owner or coordinator of the organization can do this.',
  },
  'need.not-yours-to-approve': {
    status: 403,
    ru: 'Решать о публикации может модератор, и не в собственном деле.',
    en: 'Only a moderator decides on publication, and never in their own matter.',
  },
  'need.organization-gives': {
    status: 409,
    ru: 'Компании и предприниматели здесь помогают, а просить о помощи могут некоммерческие организации и группы жителей.',
    en: 'Companies and entrepreneurs help here; non-profit organizations and residents’ groups can ask for help.',
  },
  'need.organization-not-ready': {
    status: 409,
    ru: 'Организация возвращена на доработку или приостановлена. Сначала приведите в порядок её карточку.',
    en: 'The organization was returned or suspended. Put its own record in order first.',
  },
  'need.organization-not-verified': {
    status: 409,
    ru: 'Организация ещё не проверена. Нужду можно подготовить, а отправить — после проверки.',
    en: 'The organization has not been verified yet. You can prepare the need now and submit it afterwards.',
  },
  'need.stale': {
    status: 412,
    ru: 'Пока вы писали, нужду изменили. Обновите страницу и внесите правку ещё раз.',
    en: 'The need was changed while you were writing. Reload the page and make your edit again.',
  },
  'need.not-editable': {
    status: 409,
    ru: 'Сейчас изменить нельзя: нужда на проверке или уже завершена.',
    en: 'It cannot be edited now: the need is in review or has ended.',
  },
  'need.not-submittable': {
    status: 409,
    ru: 'Отправить на проверку можно только черновик или возвращённую нужду.',
    en: 'Only a draft or a returned need can be submitted.',
  },
  'need.not-in-review': { status: 409, ru: 'Эта нужда сейчас не на проверке.', en: 'This need is not in review now.' },
  'need.not-renewable': {
    status: 409,
    ru: 'Продлить можно открытую нужду или ту, у которой истёк срок.',
    en: 'Only an open or expired need can be renewed.',
  },
  'need.not-withdrawable': {
    status: 409,
    ru: 'Эту нужду уже нельзя отозвать.',
    en: 'This need can no longer be taken back.',
  },
  'need.not-closable': {
    status: 409,
    ru: 'Закрыть можно нужду, по которой помощь уже пришла.',
    en: 'A need can be closed once help has arrived.',
  },
  'need.not-reportable': {
    status: 409,
    ru: 'Отчитаться можно, когда нужда закрыта или собрана и что-то уже получено.',
    en: 'A report is written once the need is met or closed and something has arrived.',
  },
  'need.still-reserved': {
    status: 409,
    ru: 'Закрыть пока нельзя: часть помощи обещана и ещё в пути. Подтвердите её или отмените.',
    en: 'It cannot be closed yet: some help is promised and on its way. Confirm or cancel it first.',
  },
  'need.deadline-passed': {
    status: 409,
    ru: 'Срок нужды прошёл. Сначала укажите новый.',
    en: 'The deadline of the need has passed. Set a new one first.',
  },
  'need.edit-not-open': {
    status: 409,
    ru: 'Эта правка уже рассмотрена или заменена новой.',
    en: 'This edit has been decided on or replaced by a newer one.',
  },
  'need.edit-not-found': { status: 404, ru: 'Такой правки нет.', en: 'There is no such edit.' },
  'need.renewal-link-unknown': {
    status: 404,
    ru: 'Такой ссылки нет. Войдите и продлите нужду на её странице.',
    en: 'There is no such link. Sign in and renew the need on its page.',
  },
  'need.renewal-link-used': {
    status: 409,
    ru: 'По этой ссылке нужду уже продлили. Делать больше ничего не надо.',
    en: 'The need has been renewed by this link already. There is nothing left to do.',
  },
  'need.renewal-link-expired': {
    status: 409,
    ru: 'Ссылка больше не действует. Войдите и продлите нужду на её странице.',
    en: 'The link works no longer. Sign in and renew the need on its page.',
  },
  // fields
  'need.organization-without-account': {
    status: 422,
    ru: 'У группы без регистрации нет счёта, поэтому просить деньги она не может. Попросите вещи или время, а деньги — через организацию, которая вам помогает.',
    en: 'A group without registration has no account, so it cannot ask for money. Ask for things or time, and for money through an organization that helps you.',
  },
  'need.deadline-in-past': {
    status: 422,
    ru: 'Срок должен быть в будущем.',
    en: 'The deadline must be in the future.',
  },
  'need.deadline-too-far': {
    status: 422,
    ru: 'Срок не может быть дальше двух лет.',
    en: 'The deadline can be at most two years away.',
  },
  'need.starts-after-deadline': {
    status: 422,
    ru: 'Начало должно быть раньше срока.',
    en: 'The start must be before the deadline.',
  },
  'need.minimum-above-quantity': {
    status: 422,
    ru: 'Наименьшая часть больше всего количества.',
    en: 'The smallest part is larger than the whole quantity.',
  },
  'need.quantity-with-unit': {
    status: 422,
    ru: 'Напишите и количество: единица изменилась.',
    en: 'Give the quantity too: its unit has changed.',
  },
  'need.budget-differs': {
    status: 422,
    ru: 'Строки не складываются в сумму нужды: поправьте их или сумму.',
    en: 'The lines do not add up to what the need asks for: correct them or the sum.',
  },
  'need.budget-of-money': {
    status: 422,
    ru: 'Расчёт бывает у нужды в деньгах.',
    en: 'Only a need of money has a budget.',
  },
  'need.counted-otherwise': {
    status: 422,
    ru: 'Нужда уже учтена иначе, это не меняют: отзовите её и составьте новую.',
    en: 'The need is already counted in another way, and this does not change: take it back and write a new one.',
  },
  'need.fixed-once-open': {
    status: 422,
    ru: 'После публикации это не меняют: отзовите нужду и составьте новую.',
    en: 'This cannot change after publication: take the need back and write a new one.',
  },
});
