import type { DonationTerms } from '#payments';
import type { TransferSheet } from '../transfer/transfer-sheet.js';
import { paperDay, type PaperAround } from './money-sheet.rules.js';

const WORDS = {
  ru: {
    details: 'Реквизиты',
    issued: (day: string) => `Текст оферты на ${day}.`,
    check: (address: string) => `Проверить: ${address}. Покажем, действует ли оферта в этом виде.`,
  },
  en: {
    details: 'Names and numbers',
    issued: (day: string) => `Text of the offer as of ${day}.`,
    check: (address: string) => `Check it: ${address}. The page says whether the offer still stands as it is here.`,
  },
} as const;

/** The public offer of an organization on paper, with what is written on its page. */
export function termsSheet(
  {
    title,
    lead,
    sections,
    details,
    day,
    verificationCode,
  }: DonationTerms & { readonly day: string; readonly verificationCode: string },
  { publicUrl }: Pick<PaperAround, 'publicUrl'>,
  locale: 'ru' | 'en',
): TransferSheet {
  const words = WORDS[locale];
  const address = `${publicUrl}/gift-papers/${verificationCode}`;
  return {
    locale,
    title,
    lead,
    code: verificationCode,
    address,
    blocks: [
      ...sections.flatMap(({ title: head, text }) => [
        { kind: 'heading' as const, text: head },
        ...text.map((part) => ({ kind: 'text' as const, text: part })),
      ]),
      { kind: 'heading', text: words.details },
      ...details.map(({ label, value }) => ({ kind: 'text' as const, text: `${label}: ${value}` })),
    ],
    notes: [words.check(address), words.issued(paperDay(day, locale))],
  };
}
