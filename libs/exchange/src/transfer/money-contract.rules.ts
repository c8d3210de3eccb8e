import type { Catalogue } from '#catalogue';
import type { PledgeContract } from '#payments';
import { dayOf, LOCALE, partySide, placeOf, say, type TransferSheet } from './transfer-sheet.js';

const clause = (text: string): { readonly kind: 'text'; readonly text: string } => ({ kind: 'text', text });

/** Договор пожертвования of money of a company (ГК РФ, статьи 574 и 582): one transfer over several needs, each with its sum; who signs is written by hand. */
export function moneyContractSheet(
  catalogue: Catalogue,
  paper: PledgeContract & { readonly verificationCode: string },
  publicUrl: string,
): TransferSheet {
  const { code, unit, parts, payee, verificationCode } = paper;
  const total = say(
    catalogue,
    parts.reduce((sum, { amount }) => sum + amount, 0),
    unit,
  );
  const address = `${publicUrl}/gift-papers/${verificationCode}`;
  const accounts = [
    `р/с ${payee.account}`,
    `${payee.bankName}, БИК ${payee.bik}`,
    payee.correspondent ? `к/с ${payee.correspondent}` : '',
  ].filter((line) => line !== '');
  const receiver = partySide(catalogue, 'Одаряемый', paper.receiver);
  return {
    locale: LOCALE,
    title: `Договор пожертвования № ${code}`,
    lead: `${placeOf(catalogue, paper.receiver.place)}, ${dayOf(paper.createdAt, catalogue.timeZone)}`,
    code: verificationCode,
    address,
    blocks: [
      {
        kind: 'sides',
        sides: [
          partySide(catalogue, 'Жертвователь', paper.giver),
          { ...receiver, lines: [...receiver.lines, ...accounts] },
        ],
      },
      clause(
        `1. Жертвователь безвозмездно передаёт, а Одаряемый принимает в собственность денежное пожертвование ${total} на общеполезные цели, на уставную деятельность Одаряемого, по назначениям ниже.`,
      ),
      {
        kind: 'table',
        heads: ['Нужда', 'Назначение', 'Сумма'],
        rows: parts.map(({ needNumber, needTitle, amount }) => [
          `№ ${needNumber}`,
          needTitle,
          say(catalogue, amount, unit),
        ]),
        total: ['', 'Всего', total],
        columns: [{ share: 0.15 }, { share: 0.6 }, { share: 0.25, right: true }],
      },
      clause(
        `2. Деньги передаются одним или несколькими переводами на счёт Одаряемого с кодом ${code} в назначении платежа. Если придёт меньше, сначала исполняются назначения, которые стоят выше.`,
      ),
      clause(
        '3. Одаряемый использует пожертвование по назначению и ведёт обособленный учёт всех операций с ним (статья 582 ГК РФ). Если использовать его по назначению станет невозможно, оно используется по другому назначению только с согласия Жертвователя.',
      ),
      clause('4. Использование не по назначению даёт Жертвователю право требовать отмены пожертвования.'),
      clause('5. Пожертвование не облагается НДС: оно не связано с оплатой товаров, работ или услуг.'),
      clause(
        '6. Договор составлен в двух экземплярах, по одному для каждой стороны, и действует до исполнения обязательств.',
      ),
      { kind: 'signatures', names: ['Жертвователь', 'Одаряемый'] },
    ],
    notes: [
      `Проверить: ${address}. Покажем сумму договора и скажем, не изменилась ли она. Имени жертвователя на странице проверки нет.`,
      'Составлен по переводу, который собран на площадке. Проверьте его до подписания.',
    ],
  };
}
