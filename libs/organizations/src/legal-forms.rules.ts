/** A legal form of a non-profit organization (Civil Code, art. 50 p. 3; 7-FZ ch. II). `aliases`: how people write it. */
export interface LegalForm {
  readonly code: string;
  readonly nameRu: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
}

export const LEGAL_FORMS: readonly LegalForm[] = [
  { code: 'ano', nameRu: 'Автономная некоммерческая организация', nameEn: 'Autonomous non-profit organization', aliases: ['АНО'] },
  { code: 'foundation', nameRu: 'Фонд', nameEn: 'Foundation', aliases: ['фонд', 'fund'] },
  { code: 'charity-foundation', nameRu: 'Благотворительный фонд', nameEn: 'Charitable foundation', aliases: ['БФ', 'благотворительный фонд'] },
  { code: 'public-organization', nameRu: 'Общественная организация', nameEn: 'Public organization', aliases: ['ОО', 'общественная организация'] },
  { code: 'regional-public-organization', nameRu: 'Региональная общественная организация', nameEn: 'Regional public organization', aliases: ['РОО', 'ОРОО', 'РОБО', 'roo'] },
  { code: 'local-public-organization', nameRu: 'Местная общественная организация', nameEn: 'Local public organization', aliases: ['МОО', 'moo'] },
  { code: 'public-movement', nameRu: 'Общественное движение', nameEn: 'Public movement', aliases: ['ОД', 'движение'] },
  { code: 'association', nameRu: 'Ассоциация', nameEn: 'Association', aliases: ['ассоциация'] },
  { code: 'union', nameRu: 'Союз', nameEn: 'Union of organizations', aliases: ['союз'] },
  { code: 'trade-union', nameRu: 'Профсоюзная организация', nameEn: 'Trade union', aliases: ['профсоюз'] },
  { code: 'private-institution', nameRu: 'Частное учреждение', nameEn: 'Private institution', aliases: ['ЧУ', 'ЧУСО', 'учреждение'] },
  { code: 'public-institution', nameRu: 'Государственное или муниципальное учреждение', nameEn: 'State or municipal institution', aliases: ['ГБУ', 'ГАУ', 'ГКУ', 'МБУ', 'МАУ', 'МКУ'] },
  { code: 'religious-organization', nameRu: 'Религиозная организация', nameEn: 'Religious organization', aliases: ['МРО', 'ЦРО', 'религиозная'] },
  { code: 'cossack-society', nameRu: 'Казачье общество', nameEn: 'Cossack society', aliases: ['казачье общество'] },
  { code: 'indigenous-community', nameRu: 'Община коренных малочисленных народов', nameEn: 'Community of an indigenous people', aliases: ['община КМН'] },
  { code: 'neighbourhood-self-government', nameRu: 'Территориальное общественное самоуправление (юридическое лицо)', nameEn: 'Neighbourhood self-government (registered)', aliases: ['ТОС', 'tos'] },
];

/** Forms made for profit: they give here, they do not receive. */
const COMMERCIAL: ReadonlySet<string> = new Set(['ооо', 'ао', 'пао', 'нао', 'зао', 'оао', 'ип', 'гуп', 'муп', 'кооператив', 'llc', 'ltd', 'inc', 'gmbh', 'entrepreneur', 'company', 'самозанятый']);

const byName = new Map(LEGAL_FORMS.flatMap((form) => [form.code, form.nameRu, form.nameEn, ...form.aliases].map((name) => [name.toLowerCase(), form] as const)));

/** The form that a code or a usual abbreviation means, in any case of letters. */
export function readForm(text: string): LegalForm | 'commercial' | null {
  const key = text.trim().toLowerCase();
  if (COMMERCIAL.has(key)) return 'commercial';
  return byName.get(key) ?? null;
}

export function legalForm(code: string): LegalForm | undefined {
  return LEGAL_FORMS.find((form) => form.code === code);
}
