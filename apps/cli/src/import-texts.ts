import type { ImportReport } from '#exchange';
import type { Writing } from '#tables';

interface ImportTexts {
  unknownColumn(path: string, column: string): string;
  written(path: string, how: Writing): string;
  /** What became of the files, line by line. @param list where the refused rows are */
  report(report: ImportReport, list: string | undefined): string;
}

const SIGNS = {
  ',': { ru: 'запятая', en: 'commas' },
  ';': { ru: 'точка с запятой', en: 'semicolons' },
  '\t': { ru: 'табуляция', en: 'tabs' },
} as const;

const RU: ImportTexts = {
  unknownColumn: (path, column) => `${path}: столбец «${column}» не знаком и пропущен`,
  written: (path, { encoding, delimiter }) => `${path}: кодировка ${encoding}, разделитель — ${SIGNS[delimiter].ru}`,
  report({ offers, needs, listed, organizations, invited, rejected }, list) {
    const line = (name: string, { rows, made, known }: ImportReport['offers']): string =>
      `${name}: строк ${rows}, открыто ${made}, уже были ${known}\n`;
    const sent =
      listed.rows > 0
        ? `организации: строк ${listed.rows}, отправлено на проверку ${listed.made}, уже были ${listed.known}, приглашений ${invited}\n`
        : '';
    const refused =
      rejected > 0
        ? `не принято строк: ${rejected}${list === undefined ? ' (--rejected ФАЙЛ перечислит их)' : `, см. ${list}`}\n`
        : '';
    return `${line('вклады', offers)}${line('нужды', needs)}${sent}организаций из нужд отправлено на проверку: ${organizations}\n${refused}`;
  },
};

const EN: ImportTexts = {
  unknownColumn: (path, column) => `${path}: the column ${column} is not known and is left out`,
  written: (path, { encoding, delimiter }) => `${path}: ${encoding}, ${SIGNS[delimiter].en}`,
  report({ offers, needs, listed, organizations, invited, rejected }, list) {
    const line = (name: string, { rows, made, known }: ImportReport['offers']): string =>
      `${name}: ${rows} rows, ${made} opened, ${known} were here already\n`;
    const sent =
      listed.rows > 0
        ? `organizations: ${listed.rows} rows, ${listed.made} sent to the moderators, ${listed.known} were here already, ${invited} invited\n`
        : '';
    const refused =
      rejected > 0
        ? `rejected: ${rejected} rows${list === undefined ? ' (--rejected FILE lists them)' : `, see ${list}`}\n`
        : '';
    return `${line('offers', offers)}${line('needs', needs)}${sent}organizations: ${organizations} made for needs\n${refused}`;
  },
};

export function importTexts(locale: 'ru' | 'en'): ImportTexts {
  return locale === 'ru' ? RU : EN;
}
