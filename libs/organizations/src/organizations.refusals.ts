import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'organization.not-found': { status: 404, ru: 'Такой организации нет.', en: 'There is no such organization.' },
  'organization.not-yours': {
    status: 403,
    ru: 'Это может сделать только владелец карточки организации.',
    en: 'Only an owner of this organization’s record may do this.',
  },
  'organization.not-yours-to-decide': {
    status: 403,
    log: 'warn',
    ru: 'Решает модератор, у которого нет в этом деле своего интереса.',
    en: 'A moderator without an interest of their own decides on this.',
  },
  'organization.not-editable': {
    status: 409,
    ru: 'Сейчас карточку менять нельзя: она на проверке или уже проверена. Попросите модератора вернуть её.',
    en: 'The record cannot be changed now: it is being checked or has been. Ask a moderator to return it.',
  },
  'organization.not-submittable': {
    status: 409,
    ru: 'Эту организацию уже проверили или она приостановлена.',
    en: 'This organization has been checked already or is suspended.',
  },
  'organization.not-approvable': {
    status: 409,
    ru: 'Эту организацию сейчас нельзя подтвердить: её не присылали на проверку.',
    en: 'This organization cannot be verified now: it was not submitted.',
  },
  'organization.not-returnable': {
    status: 409,
    ru: 'Эту организацию сейчас нельзя вернуть на исправление.',
    en: 'This organization cannot be returned for correction now.',
  },
  'organization.not-suspendable': {
    status: 409,
    ru: 'Приостановить можно только проверенную организацию.',
    en: 'Only a verified organization can be suspended.',
  },
  'organization.not-suspended': {
    status: 409,
    ru: 'Эта организация не приостановлена.',
    en: 'This organization is not suspended.',
  },
  'organization.inn-taken': {
    status: 409,
    log: 'info',
    ru: 'Организация с таким ИНН уже есть. Попросите её владельца добавить вас.',
    en: 'An organization with this INN is here already. Ask its owner to add you.',
  },
  'organization.too-many-drafts': {
    status: 409,
    ru: 'У вас уже {max, plural, one {# неотправленная карточка} few {# неотправленные карточки} many {# неотправленных карточек} other {# неотправленной карточки}}. Отправьте их на проверку.',
    en: 'You already have {max} records that were never submitted. Submit them first.',
  },
  'organization.stale': {
    status: 412,
    ru: 'Карточку успели изменить. Посмотрите её ещё раз.',
    en: 'The record was changed in the meantime. Look at it again.',
  },
  'organization.reason-needed': {
    status: 422,
    ru: 'Напишите причину: её прочтёт организация.',
    en: 'Write the reason: the organization will read it.',
  },
  'organization.no-way-to-reach': {
    status: 422,
    ru: 'Укажите телефон или почту: иначе с вами не связаться.',
    en: 'Give a phone number or an e-mail address: there is no way to reach you otherwise.',
  },
  'organization.not-a-time': { status: 422, ru: 'Время пишется как 09:00.', en: 'Write the time as 09:00.' },
  'organization.hours-end-first': {
    status: 422,
    ru: 'Часы кончаются раньше, чем начинаются. Ночные часы пишут двумя строками.',
    en: 'The hours end before they begin. Hours over midnight are two rows.',
  },
  'organization.not-for-a-group': {
    status: 422,
    ru: 'У группы без регистрации этого нет. Оставьте поле пустым или выберите другую форму.',
    en: 'A group without registration has none. Leave this empty or choose another form.',
  },
  'organization.in-review': {
    status: 409,
    ru: 'Организация на проверке: решите её дело в очереди.',
    en: 'The organization is in review: decide its matter in the queue.',
  },
  'organization.not-vouched': {
    status: 409,
    ru: 'За эту группу ещё не поручился её муниципалитет. Проверить её можно после этого.',
    en: 'Its municipality has not vouched for this group yet. It can be verified after that.',
  },
  'organization.not-yours-to-vouch': {
    status: 403,
    log: 'warn',
    ru: 'Поручиться за группу может представитель её муниципалитета, который в неё не входит.',
    en: 'An official of its municipality who does not belong to the group may vouch for it.',
  },
  'organization.not-vouchable': {
    status: 409,
    ru: 'Поручаются за группу без регистрации, пока она на проверке.',
    en: 'One vouches for a group without registration, while it is in review.',
  },
  'organization.account-change-open': {
    status: 409,
    ru: 'Смена счёта уже идёт. Дождитесь её или отмените.',
    en: 'A change of the account is on its way. Wait for it or cancel it.',
  },
  'organization.account-change-not-found': {
    status: 404,
    ru: 'Смены счёта, которую можно отменить, нет.',
    en: 'There is no change of the account to cancel.',
  },
  'organization.account-change-not-open': {
    status: 409,
    ru: 'Эта смена счёта уже завершена или отменена.',
    en: 'This change of the account has ended or was cancelled.',
  },
  'organization.account-is-the-same': { status: 422, ru: 'Это тот же счёт.', en: 'This is the same account.' },
  'organization.only-the-account': {
    status: 409,
    ru: 'У проверенной организации меняют только счёт. Для остального попросите модератора вернуть карточку.',
    en: 'Of a verified organization only the account changes. For the rest ask a moderator to return the record.',
  },
  'organization.last-owner': {
    status: 409,
    ru: 'У организации должен остаться хотя бы один владелец. Сначала назначьте другого.',
    en: 'An organization keeps at least one owner. Make somebody else an owner first.',
  },
  'organization.member-not-found': {
    status: 404,
    ru: 'Этот человек не входит в организацию.',
    en: 'This person does not belong to the organization.',
  },
  'organization.already-member': {
    status: 409,
    ru: 'Этот человек уже в организации. Роль можно сменить в списке.',
    en: 'This person already belongs to the organization. The role can be changed in the list.',
  },
  'organization.too-many-members': {
    status: 409,
    ru: 'В организации уже {max, plural, one {# человек} few {# человека} many {# человек} other {# человека}}: больше нельзя.',
    en: 'The organization already has {max} people, the most there can be.',
  },
  'organization.too-many-invitations': {
    status: 429,
    log: 'warn',
    ru: 'Сегодня отправлено уже {max, plural, one {# приглашение} few {# приглашения} many {# приглашений} other {# приглашения}}. Продолжите завтра.',
    en: '{max} invitations were sent today. Continue tomorrow.',
  },
  'organization.invitation-not-found': {
    status: 404,
    ru: 'Такого приглашения нет.',
    en: 'There is no such invitation.',
  },
  'organization.invitation-not-valid': {
    status: 422,
    ru: 'Приглашение устарело, отозвано или уже принято. Попросите новое.',
    en: 'The invitation has expired, was taken back or accepted already. Ask for a new one.',
  },
  'organization.invitation-for-another': {
    status: 403,
    ru: 'Приглашение отправлено на другой адрес. Войдите с ним или попросите пригласить этот.',
    en: 'The invitation went to another address. Sign in with that one or ask to have this one invited.',
  },
  'organization.document-not-found': { status: 404, ru: 'Такого документа нет.', en: 'There is no such document.' },
  'organization.too-many-documents': {
    status: 409,
    ru: 'Больше {max, plural, one {# документа} other {# документов}} не поместится. Уберите лишний.',
    en: 'There is room for {max} documents. Remove one first.',
  },
  'organization.document-there-already': {
    status: 409,
    ru: 'Этот файл уже приложен.',
    en: 'This file is attached already.',
  },
  'organization.document-not-ready': {
    status: 409,
    ru: 'Документ ещё не открыт или уже отклонён.',
    en: 'The document has not been opened yet or was refused.',
  },
  'organization.not-a-document': { status: 422, ru: 'Подойдут PDF, JPEG и PNG.', en: 'PDF, JPEG and PNG will do.' },
  'organization.document-broken': {
    status: 422,
    ru: 'Файл не открывается. Сохраните документ заново и отправьте ещё раз.',
    en: 'The file does not open. Save the document again and send it once more.',
  },
  'organization.document-locked': {
    status: 422,
    ru: 'Файл закрыт паролем. Сохраните документ без пароля и отправьте ещё раз.',
    en: 'The file is locked with a password. Save the document without one and send it once more.',
  },
  'organization.document-too-much': {
    status: 422,
    ru: 'Документ слишком большой или слишком сложный. Распечатайте его в PDF (до 300 страниц) и отправьте ещё раз.',
    en: 'The document is too large or too complex. Print it to a PDF (up to 300 pages) and send it once more.',
  },
  'organization.no-kpp': { status: 422, ru: 'У предпринимателя нет КПП.', en: 'An entrepreneur has no KPP.' },
  'organization.inn-of-a-person': {
    status: 422,
    ru: 'Это ИНН человека: в нём 12 цифр. У организации их 10.',
    en: 'This is the INN of a person: it has 12 digits. That of an organization has 10.',
  },
  'organization.number-not-digits': {
    status: 422,
    ru: 'Здесь могут быть только цифры.',
    en: 'Only digits may stand here.',
  },
  'organization.number-wrong-length': {
    status: 422,
    ru: 'Должно быть {length, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}. Проверьте, не потерялся ли один.',
    en: 'It must have {length} characters. Check whether one got lost.',
  },
  'organization.number-wrong-shape': {
    status: 422,
    ru: 'Такого номера не бывает. Сверьте его с документом.',
    en: 'There is no such number. Compare it with the document.',
  },
  'organization.number-check-digit': {
    status: 422,
    ru: 'Последняя цифра не сходится. Проверьте, не переставлены ли две соседние.',
    en: 'The last digit does not fit. Check for two swapped neighbours.',
  },
  'organization.number-all-zeros': {
    status: 422,
    ru: 'Одни нули ничьим номером быть не могут.',
    en: 'Zeros alone are nobody’s number.',
  },
  'organization.account-key': {
    status: 422,
    ru: 'Счёт не сходится с БИК. Проверьте оба номера: не переставлены ли две соседние цифры.',
    en: 'The account does not fit the BIK. Check both numbers for two swapped neighbours.',
  },
  // papers of helpers
  'papers.not-found': { status: 404, ru: 'Такой отметки о документах нет.', en: 'There is no such check of papers.' },
  'papers.not-yours': {
    status: 403,
    ru: 'Отметки о документах ведут владелец и координаторы организации.',
    en: 'Checks of papers are kept by the owner and the coordinators of the organization.',
  },
  'papers.organization-not-verified': {
    status: 409,
    ru: 'Отмечать документы может только проверенная организация.',
    en: 'Only a verified organization can record that papers were seen.',
  },
  'papers.own': {
    status: 409,
    ru: 'Свои документы отмечает кто-то другой из организации.',
    en: 'Your own papers are recorded by somebody else of the organization.',
  },
  'papers.not-valid': { status: 409, ru: 'Эта отметка уже не действует.', en: 'This check no longer counts.' },
  'papers.too-many': {
    status: 409,
    ru: 'Действующих отметок уже {max}. Закройте те, что больше не нужны.',
    en: 'There are {max} checks already. End those that are no longer needed.',
  },
  'papers.code-unknown': {
    status: 422,
    ru: 'Такого кода нет, или он уже использован. Попросите человека показать новый в его профиле.',
    en: 'There is no such code, or it was used. Ask the person for a new one from their profile.',
  },
  'papers.seen-in-future': {
    status: 422,
    ru: 'Документы ещё не видели: день в будущем.',
    en: 'The papers have not been seen yet: the day is in the future.',
  },
  'papers.seen-long-ago': {
    status: 422,
    ru: 'Документы видели больше года назад. Посмотрите их ещё раз.',
    en: 'The papers were seen more than a year ago. Look at them again.',
  },
  'papers.valid-in-past': { status: 422, ru: 'Срок документа уже прошёл.', en: 'The paper is no longer valid.' },
  'papers.valid-too-long': {
    status: 422,
    ru: 'Срок не может быть дольше пяти лет.',
    en: 'It cannot count for more than five years.',
  },
});
