import type { Catalogue } from '#catalogue';
import type { NumberedPaper } from '#matching';
import {
  categoryOf,
  dayOf,
  LOCALE,
  partySide,
  placeOf,
  say,
  thingOf,
  valueText,
  type TransferSheet,
} from './transfer-sheet.js';

/** Договор пожертвования of a company (ГК РФ, статьи 574 и 582): what both sides have agreed on, with their requisites; who signs is written by hand. */
export function contractSheet(catalogue: Catalogue, paper: NumberedPaper, publicUrl: string): TransferSheet {
  const { timeZone, unit } = paper;
  const amount = say(catalogue, paper.status === 'confirmed' ? paper.arrived : paper.promised, unit);
  const clause = (text: string): { readonly kind: 'text'; readonly text: string } => ({ kind: 'text', text });
  return {
    locale: LOCALE,
    title: `Договор пожертвования № ${paper.number}/${paper.year}`,
    lead: `${placeOf(catalogue, paper.needPlace)}, ${dayOf(paper.acceptedAt ?? new Date(0), timeZone)}`,
    code: `Договор № ${paper.number}/${paper.year}`,
    address: `${publicUrl}/matches/${paper.id}`,
    blocks: [
      {
        kind: 'sides',
        sides: [partySide(catalogue, 'Жертвователь', paper.giver), partySide(catalogue, 'Одаряемый', paper.receiver)],
      },
      clause(
        `1. Жертвователь безвозмездно передаёт, а Одаряемый принимает в собственность пожертвование: ${thingOf(catalogue, paper)}, ${amount}.`,
      ),
      clause(
        `2. Пожертвование сделано в общеполезных целях, на уставную деятельность Одаряемого, назначение: «${paper.title}», категория «${categoryOf(catalogue, paper.category)}».`,
      ),
      clause(`3. ${valueText(catalogue, paper)}`),
      clause('4. Вещи передаются по акту приёма-передачи. С подписания акта они принадлежат Одаряемому.'),
      clause(
        '5. Одаряемый использует пожертвование по назначению и ведёт обособленный учёт всех операций с ним (статья 582 ГК РФ). Если использовать его по назначению станет невозможно, оно используется по другому назначению только с согласия Жертвователя.',
      ),
      clause('6. Использование не по назначению даёт Жертвователю право требовать отмены пожертвования.'),
      clause(
        '7. Договор составлен в двух экземплярах, по одному для каждой стороны, и действует до исполнения обязательств.',
      ),
      { kind: 'signatures', names: ['Жертвователь', 'Одаряемый'] },
    ],
    notes: [
      `Две стороны сверят договор с книгой: ${publicUrl}/matches/${paper.id}.`,
      'Составлен по тому, о чём стороны договорились на площадке. Проверьте его до подписания.',
    ],
  };
}
