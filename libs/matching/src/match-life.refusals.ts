import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'match.not-found': { status: 404, log: 'debug', ru: 'Такого предложения подбора нет.', en: 'There is no such match.' },
  'match.not-yours': { status: 403, log: 'info', ru: 'Это решает другая сторона.', en: 'This is for the other side to decide.' },
  'match.for-its-donor': { status: 403, log: 'info', ru: 'Об этом может спросить только тот, кто отдаёт.', en: 'Only the one who gives may ask this.' },
  'match.not-now': { status: 409, log: 'info', ru: 'Сейчас это уже нельзя: состояние изменилось. Обновите страницу.', en: 'This is no longer possible: things have changed. Reload the page.' },
  'match.need-not-open': { status: 409, log: 'info', ru: 'Нужда уже закрыта для новых обещаний.', en: 'The need no longer takes promises.' },
  'match.offer-not-open': { status: 409, log: 'info', ru: 'Этот вклад уже закрыт.', en: 'This offer is closed.' },
  'match.nothing-left': { status: 409, log: 'info', ru: 'Всё уже обещано другими. Посмотрите похожие нужды.', en: 'Everything has been promised by others. Have a look at similar needs.' },
  'match.less-left': { status: 409, log: 'info', ru: 'Осталось меньше: {leftText}. Можно отдать столько.', en: 'Less is left: {leftText}. You can give that much.' },
  'match.below-minimum': { status: 422, log: 'info', ru: 'Меньше самой малой полезной части: {minText}.', en: 'This is below the smallest useful part: {minText}.' },
  'match.amount-changed': { status: 409, log: 'info', ru: 'Обещано {heldText}. Обновите страницу и проверьте количество.', en: '{heldText} is promised. Reload the page and check the quantity.' },
  'match.confirmed-otherwise': { status: 409, log: 'info', ru: 'Получение уже подтверждено, и иначе: дошло {arrivedText}. Обновите страницу.', en: 'The receipt was confirmed before, and otherwise: {arrivedText} arrived. Reload the page.' },
  'match.holding-too-much': {
    status: 409, log: 'info',
    ru: '{by, select, amount {Пока можно обещать не больше {limitText} сразу, осталось {leftText}.} other {Пока можно обещать не больше {limit, plural, one {# раза} few {# раз} many {# раз} other {# раза}} одновременно.}} Когда получение подтвердят, можно будет обещать больше: каждое сдержанное обещание поднимает предел.',
    en: '{by, select, amount {For now you can promise {limitText} at once; {leftText} is left.} other {For now you can have {limit, plural, one {# promise} other {# promises}} at once.}} When what you gave is confirmed you can promise more: every kept promise raises the limit.',
  },
  'match.more-than-held': { status: 422, log: 'info', ru: 'Пришло больше, чем обещано ({heldText})? Укажите, сколько сверх того.', en: 'Did more arrive than was promised ({heldText})? Say how much came on top.' },
  'match.lost-beyond-rest': { status: 422, log: 'info', ru: 'Потеряно не может быть больше, чем не дошло.', en: 'No more can be lost than did not arrive.' },
  'match.reason-needed': { status: 422, log: 'info', ru: 'Напишите причину: её увидит другая сторона.', en: 'Give a reason: the other side will see it.' },
  'match.ask-for-one': { status: 422, log: 'debug', ru: 'Укажите одно: вклад, нужду или организацию.', en: 'Name one of: offer, need or organization.' },
  'match.decline-reason': { status: 422, log: 'debug', ru: 'Выберите причину из списка.', en: 'Choose a reason from the list.' },
  'match.organization-not-verified': { status: 409, ru: 'Организацию ещё проверяют: согласиться за неё можно будет после проверки.', en: 'The organization is still being checked: it can agree once it is verified.' },
});
