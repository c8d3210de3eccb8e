/**
 * A legal form of a non-profit organization (Civil Code, art. 50 p. 3; 7-FZ ch. II), of a body that gives (art. 50 p. 2), or a group that is none: without INN, OGRN and
 * account, for which its municipality vouches. `aliases`: how people write it.
 */
export interface LegalForm {
  readonly code: string;
  readonly nameRu: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly informal?: true;
  /** Gives, and does not receive. */
  readonly gives?: true;
  /** An entrepreneur: the INN is that of a person (12 digits), the OGRNIP has 15, and there is no KPP. */
  readonly ofPerson?: true;
}

const RECEIVING: readonly LegalForm[] = [
  {
    code: 'ano',
    nameRu: 'Автономная некоммерческая организация',
    nameEn: 'Autonomous non-profit organization',
    aliases: ['АНО'],
  },
  { code: 'foundation', nameRu: 'Фонд', nameEn: 'Foundation', aliases: ['фонд', 'fund'] },
  {
    code: 'charity-foundation',
    nameRu: 'Благотворительный фонд',
    nameEn: 'Charitable foundation',
    aliases: ['БФ', 'благотворительный фонд'],
  },
  {
    code: 'public-organization',
    nameRu: 'Общественная организация',
    nameEn: 'Public organization',
    aliases: ['ОО', 'общественная организация'],
  },
  {
    code: 'regional-public-organization',
    nameRu: 'Региональная общественная организация',
    nameEn: 'Regional public organization',
    aliases: ['РОО', 'ОРОО', 'РОБО', 'roo'],
  },
  {
    code: 'local-public-organization',
    nameRu: 'Местная общественная организация',
    nameEn: 'Local public organization',
    aliases: ['МОО', 'moo'],
  },
  { code: 'public-movement', nameRu: 'Общественное движение', nameEn: 'Public movement', aliases: ['ОД', 'движение'] },
  { code: 'association', nameRu: 'Ассоциация', nameEn: 'Association', aliases: ['ассоциация'] },
  { code: 'union', nameRu: 'Союз', nameEn: 'Union of organizations', aliases: ['союз'] },
  { code: 'trade-union', nameRu: 'Профсоюзная организация', nameEn: 'Trade union', aliases: ['профсоюз'] },
  {
    code: 'private-institution',
    nameRu: 'Частное учреждение',
    nameEn: 'Private institution',
    aliases: ['ЧУ', 'ЧУСО', 'учреждение'],
  },
  {
    code: 'public-institution',
    nameRu: 'Государственное или муниципальное учреждение',
    nameEn: 'State or municipal institution',
    aliases: ['ГБУ', 'ГАУ', 'ГКУ', 'МБУ', 'МАУ', 'МКУ'],
  },
  {
    code: 'religious-organization',
    nameRu: 'Религиозная организация',
    nameEn: 'Religious organization',
    aliases: ['МРО', 'ЦРО', 'религиозная'],
  },
  { code: 'cossack-society', nameRu: 'Казачье общество', nameEn: 'Cossack society', aliases: ['казачье общество'] },
  {
    code: 'indigenous-community',
    nameRu: 'Община коренных малочисленных народов',
    nameEn: 'Community of an indigenous people',
    aliases: ['община КМН'],
  },
  {
    code: 'neighbourhood-self-government',
    nameRu: 'Территориальное общественное самоуправление (юридическое лицо)',
    nameEn: 'Neighbourhood self-government (registered)',
    aliases: ['ТОС'],
  },
  {
    code: 'tos',
    nameRu: 'ТОС без регистрации',
    nameEn: 'Neighbourhood self-government (not registered)',
    aliases: ['ТОС', 'ТОС без образования юридического лица'],
    informal: true,
  },
  {
    code: 'informal',
    nameRu: 'Группа жителей',
    nameEn: 'Residents’ group',
    aliases: ['инициативная группа', 'соседский клуб', 'группа'],
    informal: true,
  },
];

/** Forms made for profit, and other bodies that give: here they give in their own name, and do not receive. */
const GIVING: readonly LegalForm[] = [
  {
    code: 'ooo',
    nameRu: 'Общество с ограниченной ответственностью',
    nameEn: 'Limited liability company',
    aliases: ['ООО', 'llc', 'ltd', 'gmbh'],
    gives: true,
  },
  {
    code: 'ao',
    nameRu: 'Акционерное общество',
    nameEn: 'Joint-stock company',
    aliases: ['АО', 'НАО', 'ЗАО', 'ОАО', 'inc'],
    gives: true,
  },
  {
    code: 'pao',
    nameRu: 'Публичное акционерное общество',
    nameEn: 'Public joint-stock company',
    aliases: ['ПАО'],
    gives: true,
  },
  {
    code: 'ip',
    nameRu: 'Индивидуальный предприниматель',
    nameEn: 'Individual entrepreneur',
    aliases: ['ИП', 'entrepreneur'],
    gives: true,
    ofPerson: true,
  },
  {
    code: 'cooperative',
    nameRu: 'Производственный кооператив',
    nameEn: 'Production cooperative',
    aliases: ['кооператив', 'СПК', 'артель'],
    gives: true,
  },
  {
    code: 'state-enterprise',
    nameRu: 'Государственное или муниципальное предприятие',
    nameEn: 'State or municipal enterprise',
    aliases: ['ГУП', 'МУП', 'ФГУП'],
    gives: true,
  },
];

export const LEGAL_FORMS: readonly LegalForm[] = [...RECEIVING, ...GIVING];
/** Codes of forms that give and do not receive; same list as in the constraint `organizations_numbers`. */
export const GIVING_FORMS: readonly string[] = GIVING.map(({ code }) => code);

function namesOf(forms: readonly LegalForm[]): ReadonlyMap<string, LegalForm> {
  return new Map(
    forms.flatMap((form) =>
      [form.code, form.nameRu, form.nameEn, ...form.aliases].map((name) => [name.toLowerCase(), form] as const),
    ),
  );
}

const registered = namesOf(LEGAL_FORMS.filter((form) => !form.informal));
const informal = namesOf(LEGAL_FORMS.filter((form) => form.informal));

/**
 * The form that a code or a usual abbreviation means, in any case of letters. «ТОС» means a registered one when numbers are given, else a
 * group without them.
 */
export function readForm(text: string, withNumbers = true): LegalForm | null {
  const key = text.trim().toLowerCase();
  return (
    (withNumbers ? (registered.get(key) ?? informal.get(key)) : (informal.get(key) ?? registered.get(key))) ?? null
  );
}

/** Codes of groups without INN; same list as the constraint `organizations_numbers`. */
export function isInformal(form: string): boolean {
  return legalForm(form)?.informal ?? false;
}

/** Gives in its own name, and cannot ask. */
export function givesOnly(form: string): boolean {
  return legalForm(form)?.gives ?? false;
}

export function legalForm(code: string): LegalForm | undefined {
  return LEGAL_FORMS.find((form) => form.code === code);
}
