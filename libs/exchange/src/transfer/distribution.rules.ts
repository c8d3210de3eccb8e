import type { Catalogue } from '#catalogue';
import type { Distribution } from '#matching';
import { categoryOf, dayOf, LOCALE, partySide, placeOf, say, thingOf, type TransferSheet } from './transfer-sheet.js';

/** Lines to be signed by hand: as many as are helped, within what fits on a few sheets. */
export const LINES = { least: 10, most: 60 } as const;

const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

/** Ведомость раздачи: what came and what was handed out as the books have it, and lines for those who receive, by number or initials and never by name. */
export function distributionSheet(
  catalogue: Catalogue,
  list: Distribution,
  around: { readonly publicUrl: string; readonly now: Date; readonly need: string },
): TransferSheet {
  const { unit, timeZone, came, used } = list;
  const amount = (of: number): string => say(catalogue, of, unit);
  const lines = Math.min(LINES.most, Math.max(LINES.least, list.beneficiaries ?? 0));
  const rows = [
    ...came.map(({ at, amount: of }) => [dayOf(at, timeZone), 'Пришло', amount(of), '']),
    ...used.map(({ at, amount: of }) => [dayOf(at, timeZone), 'Роздано', '', amount(of)]),
  ];
  const columns = [{ share: 0.3 }, { share: 0.3 }, { share: 0.2, right: true }, { share: 0.2, right: true }];
  return {
    locale: LOCALE,
    title: `Ведомость раздачи к нужде № ${list.number}`,
    lead: `${placeOf(catalogue, list.place)}, ${dayOf(around.now, timeZone)}`,
    code: `Нужда № ${list.number}`,
    address: `${around.publicUrl}/needs/${around.need}`,
    blocks: [
      {
        kind: 'sides',
        sides: [
          partySide(catalogue, 'Раздаёт', list.organization),
          {
            head: 'Что',
            lines: [thingOf(catalogue, list), `«${list.title}»`, `категория «${categoryOf(catalogue, list.category)}»`],
          },
        ],
      },
      {
        kind: 'text',
        bold: true,
        text: `Пришло ${amount(sum(came))}, роздано ${amount(sum(used))}, осталось ${amount(sum(came) - sum(used))}.`,
      },
      {
        kind: 'table',
        heads: ['День', 'Запись книги', 'Пришло', 'Роздано'],
        columns,
        rows,
        total: ['', 'Всего', amount(sum(came)), amount(sum(used))],
      },
      { kind: 'text', text: 'Получатели пишутся номером или инициалами: имён и адресов на ведомости нет.' },
      {
        kind: 'table',
        heads: ['№', 'Получатель', 'Количество', 'День и подпись'],
        columns: [{ share: 0.08 }, { share: 0.32 }, { share: 0.2 }, { share: 0.4 }],
        rows: Array.from({ length: lines }, (_, at) => [String(at + 1), '', '', '']),
      },
      { kind: 'signatures', names: ['Выдал', 'Проверил'] },
    ],
    notes: [`Записи книги стоят на странице нужды: ${around.publicUrl}/needs/${around.need}.`],
  };
}
