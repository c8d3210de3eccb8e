import type { Paper } from './papers.rules.js';

type Locale = 'ru' | 'en';

export const PAPER_NAMES: Readonly<Record<Paper, Readonly<Record<Locale, string>>>> = {
  'criminal-record': { ru: 'справка об отсутствии судимости', en: 'certificate of no criminal record' },
  'medical-record': { ru: 'медицинская книжка', en: 'medical record' },
  identity: { ru: 'документ, удостоверяющий личность', en: 'identity document' },
  training: { ru: 'свидетельство об обучении', en: 'certificate of training' },
  other: { ru: 'другой документ', en: 'another paper' },
};

export interface PaperNews {
  readonly paper: Paper;
  readonly shortName: string;
  /** Of whom it is; null: the reader's own. */
  readonly person: string | null;
  /** In words. */
  readonly until: string;
}

export interface PaperLetter {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

/** That a check runs out soon, to its person and to those who recorded it. */
export function runsOutLetter({ paper, shortName, person, until }: PaperNews, locale: Locale): PaperLetter {
  const name = PAPER_NAMES[paper][locale];
  const template = person === null ? 'papers.own-run-out' : 'papers.run-out';
  if (locale === 'ru') {
    return person === null
      ? {
          template,
          subject: 'Скоро кончится срок проверки ваших документов',
          body: `«${shortName}» видела ваши документы (${name}). Отметка действует до ${until}.\n\nПосле этого дня вам не будут предлагать дела, где документы обязательны. Покажите организации новые, и она внесёт новую отметку.`,
        }
      : {
          template,
          subject: `Скоро кончится срок проверки документов: ${person}`,
          body: `Отметка «${shortName}» о документах (${person}, ${name}) действует до ${until}.\n\nПосле этого дня человека не будут предлагать на дела, где документы обязательны. Посмотрите новые и внесите новую отметку.`,
        };
  }
  return person === null
    ? {
        template,
        subject: 'The check of your papers runs out soon',
        body: `${shortName} has seen your papers (${name}). The check counts until ${until}.\n\nAfter that day you will not be proposed where papers are required. Show the organization new ones and it records a new check.`,
      }
    : {
        template,
        subject: `A check of papers runs out soon: ${person}`,
        body: `The check of papers by ${shortName} (${person}, ${name}) counts until ${until}.\n\nAfter that day this person is not proposed where papers are required. See new ones and record a new check.`,
      };
}
