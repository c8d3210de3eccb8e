import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'gift.not-found': {
    status: 404,
    ru: 'Такого кода перевода нет. Проверьте его: он начинается с LP.',
    en: 'There is no such payment code. Check it: it begins with LP.',
  },
  'gift.not-money': {
    status: 409,
    ru: 'Этой нужде нужны не деньги. Предложите то, что в ней названо.',
    en: 'This need does not ask for money. Offer what it names.',
  },
  'gift.needs-their-yes': {
    status: 409,
    ru: 'Здесь организация сама решает, от кого принять помощь. Предложите деньги вкладом: она ответит.',
    en: 'Here the organization itself decides whose help it takes. Offer the money instead: it will answer.',
  },
  'gift.no-account': {
    status: 409,
    ru: 'У организации сейчас нет проверенного счёта. Деньги ей пока перевести нельзя.',
    en: 'The organization has no checked bank account now. Money cannot be sent to it yet.',
  },
  'gift.payee-too-long': {
    status: 409,
    log: 'warn',
    ru: 'Название организации не помещается в платёжный код. Напишите ей: короткое название меняют в карточке.',
    en: 'The name of the organization does not fit into a payment code. Write to it: a shorter name can be set in its record.',
  },
  'gift.nothing-fits': {
    status: 409,
    ru: 'Сейчас здесь нет нужды, которой можно перевести сразу. Выберите место или сферу шире, либо пообещайте деньги вкладом: подбор предложит их, когда появится нужда.',
    en: 'No need here takes a transfer at once. Choose a wider place or sphere, or offer the money: the engine proposes it once there is a need.',
  },
  'gift.one-target': {
    status: 422,
    ru: 'Назовите одно: организацию, сферу, категорию или место.',
    en: 'Name one: an organization, a sphere, a category or a place.',
  },
  'gift.not-to-take-back': {
    status: 409,
    ru: 'Забрать это решение назад уже нельзя: прошло три дня или деньги пришли. Не переведёте — место освободится само.',
    en: 'This decision cannot be taken back any more: three days have passed, or the money has come. If you do not pay, the place is free again by itself.',
  },
  'standing.link-unknown': {
    status: 404,
    ru: 'Эта ссылка не подходит. Откройте её из письма целиком или войдите: дар есть среди регулярных вкладов.',
    en: 'This link does not fit. Open it whole from the mail, or sign in: the gift is among your standing offers.',
  },
  'gift.below-smallest': { status: 422, ru: 'Не меньше {minText}.', en: 'At least {minText}.' },
  'bank.not-yours': {
    status: 403,
    ru: 'Выписки банка загружают владелец, координатор или бухгалтер организации.',
    en: 'Bank statements are imported by an owner, coordinator or accountant of the organization.',
  },
  'bank.no-account': {
    status: 409,
    ru: 'Сначала нужен проверенный счёт организации: из выписки читаются только поступления на него.',
    en: 'First the organization needs a checked account: only what comes in there is read from a statement.',
  },
  'bank.statement-not-found': { status: 404, ru: 'Такой выписки нет.', en: 'There is no such bank statement.' },
  'bank.row-not-found': {
    status: 404,
    ru: 'Такой строки выписки нет.',
    en: 'There is no such row of a bank statement.',
  },
  'bank.row-decided': {
    status: 409,
    ru: 'Об этой строке уже решили иначе.',
    en: 'This row was decided otherwise already.',
  },
  'bank.row-changed': {
    status: 409,
    log: 'info',
    ru: 'Об этой строке только что сказали другое. Обновите страницу.',
    en: 'Something else was said of this row a moment ago. Reload the page.',
  },
  'bank.undo-surplus': {
    status: 409,
    log: 'info',
    ru: 'Об излишке этого перевода, {amountText}, уже решили. Сначала отмените то решение на странице излишка.',
    en: 'The surplus of this transfer, {amountText}, was decided about already. First undo that decision on the page of the surplus.',
  },
  'bank.undo-refunded': {
    status: 409,
    log: 'info',
    ru: 'Из этого вклада деньги уже вернули переводом № {number}. Пока возврат записан, строку отменить нельзя.',
    en: 'Money of this gift was sent back already by transfer no. {number}. While that refund stands, the row cannot be undone.',
  },
  'bank.undo-spent': {
    status: 409,
    log: 'info',
    ru: 'Об этих деньгах нужда уже отчиталась. Сначала отзовите её отчёт.',
    en: 'The need has reported the use of this money already. First take its report back.',
  },
  'bank.split-too-much': {
    status: 409,
    log: 'debug',
    ru: 'Пришло {amountText}, а частей на {moreText} больше.',
    en: '{amountText} came, and the parts are {moreText} more.',
  },
  'bank.split-twice': {
    status: 409,
    log: 'debug',
    ru: 'Код {code} назван дважды.',
    en: 'The code {code} is named twice.',
  },
  'bank.part-not-an-amount': {
    status: 422,
    log: 'debug',
    ru: 'Это не сумма: больше нуля, не мельче копейки.',
    en: 'This is no amount: more than nothing, no less than a kopeck.',
  },
  'bank.gift-paid': {
    status: 409,
    ru: 'Этот дар уже нашёлся в другой строке выписки.',
    en: 'This gift was found in another row already.',
  },
  'bank.gift-of-others': {
    status: 409,
    ru: 'Этот код — не к вашей организации.',
    en: 'This code belongs to another organization.',
  },
  'gift.refund-not-yours': {
    status: 403,
    ru: 'Что деньги вернули, записывает владелец или бухгалтер организации.',
    en: 'That money was sent back is noted by an owner or accountant of the organization.',
  },
  'gift.refunded-before': {
    status: 409,
    ru: 'Возврат этого вклада уже записан, с другой суммой или другим переводом.',
    en: 'A refund of this gift is noted already, with another sum or transfer.',
  },
  'gift.not-paid': {
    status: 409,
    ru: 'Эти деньги ещё не дошли: возвращать нечего.',
    en: 'This money has not arrived: there is nothing to send back.',
  },
  'gift.refund-too-much': {
    status: 409,
    ru: 'Нужда получила из этого вклада и ещё держит {leftText}: больше вернуть нельзя.',
    en: 'Of this gift the need has received and still holds {leftText}: no more can be sent back.',
  },
  'surplus.not-found': { status: 404, ru: 'Такого излишка нет.', en: 'There is no such surplus.' },
  'surplus.gone': {
    status: 409,
    log: 'info',
    ru: 'Этих денег здесь больше нет: перевод записали на этот вклад по ошибке.',
    en: 'This money is here no more: its transfer was taken for this gift by mistake.',
  },
  'surplus.not-yours-to-say': {
    status: 403,
    ru: 'Об этих деньгах решаете не вы: донора спросили, а вернуть их может владелец или бухгалтер организации.',
    en: 'This money is not yours to decide about: its donor was asked, and an owner or accountant of the organization may give it back.',
  },
  'surplus.decided': {
    status: 409,
    ru: 'Об этих деньгах уже решили иначе. Сначала отмените то решение.',
    en: 'This money was decided about otherwise already. Undo that decision first.',
  },
  'surplus.other-purpose': {
    status: 409,
    ru: 'Эта нужда другой организации или на другую цель. Выберите нужду на ту же цель.',
    en: 'This need is of another organization or has another purpose. Choose one with the same purpose.',
  },
  'surplus.no-room': {
    status: 409,
    ru: 'В этой нужде уже нет места для всей суммы. Выберите другую.',
    en: 'This need has no room for all of it any more. Choose another one.',
  },
  'surplus.bank-needed': {
    status: 409,
    ru: 'Назовите дату и номер перевода, которым банк вернул деньги.',
    en: 'Name the date and number of the transfer by which the bank sent the money back.',
  },
  'paper.not-found': {
    status: 404,
    log: 'debug',
    ru: 'Такого документа мы не выдавали. Проверьте знаки кода.',
    en: 'We have issued no such paper. Check the symbols of its code.',
  },
  'paper.nothing-came': {
    status: 409,
    log: 'info',
    ru: 'Денег ещё не видно в выписке банка: подтверждать пока нечего.',
    en: 'No money has been seen in a bank statement yet: there is nothing to confirm.',
  },
  'paper.wrong-inn': {
    status: 422,
    log: 'debug',
    ru: 'Такого ИНН не бывает: проверьте цифры. У человека их двенадцать.',
    en: 'There is no such INN: check the digits. That of a person has twelve.',
  },
  'paper.too-many': {
    status: 422,
    log: 'info',
    ru: 'В один документ помещается {max, plural, one {# запись} few {# записи} many {# записей} other {# записи}}. Возьмите период короче.',
    en: 'One paper holds {max, plural, one {# entry} other {# entries}}. Choose a shorter period.',
  },
  'bank.not-a-statement': {
    status: 422,
    ru: 'Это не выписка банка: файл начинается с «{value}». Выгрузите её «в 1С», как camt.053 или CSV.',
    en: 'This is no bank statement: the file begins with “{value}”. Export it “for 1C”, as camt.053 or as CSV.',
  },
  'bank.column-twice': {
    status: 422,
    log: 'debug',
    ru: 'Этот столбец уже назван выше.',
    en: 'This column is named above already.',
  },
  'bank.xml': {
    status: 422,
    ru: 'Строка {line}, знак {column}: файл нельзя прочитать как XML ({value}). Выгрузите выписку ещё раз.',
    en: 'Line {line}, column {column}: the file cannot be read as XML ({value}). Export the statement again.',
  },
  'bank.xml-doctype': {
    status: 422,
    ru: 'Строка {line}, знак {column}: в выписке не бывает DOCTYPE. Такой файл не читаем.',
    en: 'Line {line}, column {column}: a statement has no DOCTYPE. Such a file is not read.',
  },
  'bank.csv': {
    status: 422,
    ru: 'Строка {line}, столбец {column}: файл нельзя прочитать как CSV.',
    en: 'Line {line}, column {column}: the file cannot be read as CSV.',
  },
  'bank.csv-no-mapping': {
    status: 422,
    ru: 'Похоже на CSV. Сначала назовите столбцы этого банка: где дата, сумма и назначение.',
    en: 'This looks like CSV. First name the columns of this bank: which are day, sum and purpose.',
  },
  'bank.csv-no-column': {
    status: 422,
    ru: 'В файле нет столбца «{field}». Проверьте, как он называется у банка.',
    en: 'The file has no column “{field}”. Check what the bank calls it.',
  },
  'bank.unknown-encoding': {
    status: 422,
    ru: 'Строка {line}: не удалось понять кодировку файла. Годятся windows-1251, cp866 и UTF-8.',
    en: 'Line {line}: the encoding of the file was not recognised. windows-1251, cp866 and UTF-8 are read.',
  },
  'bank.line-without-sign': {
    status: 422,
    ru: 'Строка {line}: «{value}» — не «поле=значение».',
    en: 'Line {line}: “{value}” is not “field=value”.',
  },
  'bank.not-a-date': {
    status: 422,
    ru: 'Строка {line}, {field}: «{value}» — не дата вида 31.12.2026.',
    en: 'Line {line}, {field}: “{value}” is not a date such as 31.12.2026.',
  },
  'bank.not-an-amount': {
    status: 422,
    ru: 'Строка {line}, {field}: «{value}» — не сумма вида 1500.00.',
    en: 'Line {line}, {field}: “{value}” is not an amount such as 1500.00.',
  },
  'bank.field-missing': {
    status: 422,
    ru: 'Документ в строке {line}: нет поля «{field}».',
    en: 'Document in line {line}: the field “{field}” is missing.',
  },
  'bank.section-not-closed': {
    status: 422,
    ru: 'Строка {line}: документ не закрыт словом «КонецДокумента».',
    en: 'Line {line}: the document is never closed.',
  },
  'bank.too-many-rows': {
    status: 422,
    ru: 'В файле больше {max} документов. Выгрузите выписку за меньший срок.',
    en: 'The file has more than {max} documents. Export the statement for a shorter period.',
  },
  'bank.unexpected-end': {
    status: 422,
    ru: 'Файл обрывается на строке {line}: нет «КонецФайла». Выгрузите его ещё раз.',
    en: 'The file breaks off at line {line}: its last word is missing. Export it again.',
  },
});
