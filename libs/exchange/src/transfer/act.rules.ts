import type { Catalogue } from '#catalogue';
import type { NumberedPaper, PaperPicture } from '#matching';
import {
  categoryOf,
  dayOf,
  LOCALE,
  partySide,
  placeOf,
  say,
  thingOf,
  timeOf,
  valueText,
  type Block,
  type TransferSheet,
} from './transfer-sheet.js';

const REFUSED: Readonly<Record<string, string>> = {
  'wrong-size': 'не тот размер',
  broken: 'сломано',
  dirty: 'грязное',
  'not-needed': 'уже не нужно',
  other: 'другая причина',
};
const LOST: Readonly<Record<string, string>> = {
  lost: 'потеряно',
  damaged: 'испортилось в дороге',
  other: 'другая причина',
};

/** What came and what did not: the parts of what was promised, as the books have them. */
function partsText(catalogue: Catalogue, { promised, arrived, lost, unit, entry }: NumberedPaper): string {
  const amount = (of: number): string => say(catalogue, of, unit);
  const because = (of: number, words: Readonly<Record<string, string>>, reason: string | null | undefined): string =>
    of > 0 && reason ? ` (${words[reason] ?? reason})` : '';
  const parts = [
    `Обещано ${amount(promised)}, принято ${amount(arrived)}`,
    `потеряно ${amount(lost)}${because(lost, LOST, entry?.lostReason)}`,
  ];
  if (entry)
    parts.splice(
      1,
      0,
      `не взято ${amount(entry.refused)}${because(entry.refused, REFUSED, entry.refusedReason)}`,
      `просрочено ${amount(entry.expired)}`,
    );
  return `${parts.join(', ')}.`;
}

function howText({ entry, confirmedAt, handOverPlace, timeZone }: NumberedPaper): string {
  if (entry)
    return `Передача отмечена кодом на месте ${dayOf(entry.doneAt, timeZone)} в ${timeOf(entry.doneAt, timeZone)}${handOverPlace ? `, место: ${handOverPlace}` : ''}.`;
  return confirmedAt
    ? `Получение подтвердила принимающая сторона ${dayOf(confirmedAt, timeZone)} в ${timeOf(confirmedAt, timeZone)}.`
    : '';
}

/** Photos of what came, then what was drawn at the place. A drawing is no signature of the law: there is a line to sign beside it. */
function picturesOf(pictures: readonly PaperPicture[]): readonly Block[] {
  const of = (signature: boolean): Block[] => {
    const items = pictures
      .filter((one) => one.signature === signature)
      .map(({ bytes, caption }, at) => ({
        bytes,
        caption: signature ? `Подпись на экране: ${caption ?? ''}` : (caption ?? `Фото ${at + 1}`),
      }));
    return items.length > 0 ? [{ kind: 'pictures', items }] : [];
  };
  return [...of(false), ...of(true)];
}

/** Акт приёма-передачи: what, how much, from whom, to whom, for what, worth what by the giver's own word, and two signatures. */
export function actSheet(
  catalogue: Catalogue,
  paper: NumberedPaper,
  publicUrl: string,
  pictures: readonly PaperPicture[] = [],
): TransferSheet {
  const { timeZone, unit, arrived, value } = paper;
  const done = paper.entry?.doneAt ?? paper.confirmedAt ?? new Date(0);
  const worth = value === null ? 'не указана' : say(catalogue, value, 'kopeck');
  return {
    locale: LOCALE,
    title: `Акт приёма-передачи № ${paper.number}/${paper.year}`,
    lead: `${placeOf(catalogue, paper.needPlace)}, ${dayOf(done, timeZone)}`,
    code: `Акт № ${paper.number}/${paper.year}`,
    address: `${publicUrl}/matches/${paper.id}`,
    blocks: [
      {
        kind: 'sides',
        sides: [partySide(catalogue, 'Передал', paper.giver), partySide(catalogue, 'Принял', paper.receiver)],
      },
      {
        kind: 'text',
        text: `Передано безвозмездно, на уставную деятельность, цель: «${paper.title}», нужда № ${paper.needNumber}, категория «${categoryOf(catalogue, paper.category)}».`,
      },
      {
        kind: 'table',
        heads: ['№', 'Наименование', 'Количество', 'Стоимость'],
        columns: [{ share: 0.06 }, { share: 0.5 }, { share: 0.22, right: true }, { share: 0.22, right: true }],
        rows: [['1', thingOf(catalogue, paper), say(catalogue, arrived, unit), worth]],
        total: ['', 'Всего, одно наименование', say(catalogue, arrived, unit), worth],
      },
      { kind: 'text', text: valueText(catalogue, paper) },
      { kind: 'text', text: `${partsText(catalogue, paper)} ${howText(paper)}` },
      { kind: 'text', text: 'Принимающая сторона использует вещи по цели и ведёт их отдельный учёт.' },
      ...picturesOf(pictures),
      { kind: 'signatures', names: ['Передал', 'Принял'] },
    ],
    notes: [
      `Две стороны сверят акт с книгой: ${publicUrl}/matches/${paper.id}.`,
      'Количества взяты из книги учёта. Для НДС и статьи 265 НК приложите договор и этот акт, решает налоговая.',
    ],
  };
}
