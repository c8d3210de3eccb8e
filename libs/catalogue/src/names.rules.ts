import type { Catalogue } from './catalogue.js';
import type { Entry, Unit } from './entries.js';
import { likeness, plainWords, type WordRow, type WordType } from './words.rules.js';

export type NamedType = WordType | 'unit' | 'group';

/** Signs and abbreviations beside those of the catalogue. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  руб: 'rub',
  р: 'rub',
  rubles: 'rub',
  roubles: 'rub',
  штук: 'pcs',
  pc: 'pcs',
  pieces: 'pcs',
  кило: 'kg',
  кг: 'kg',
  тн: 't',
  час: 'hour',
  hours: 'hour',
  hrs: 'hour',
  мин: 'minute',
  minutes: 'minute',
  уп: 'pack',
  упак: 'pack',
  кор: 'box',
  компл: 'set',
  комплект: 'set',
  комплекта: 'set',
  комплектов: 'set',
  порц: 'portion',
  смена: 'day',
  сутки: 'day',
  выезд: 'visit',
  'кв м': 'm2',
  'куб м': 'm3',
  liter: 'l',
  liters: 'l',
};
/** What people put before and behind the name of a place. */
const PLACE_FRAME =
  /^(?:г|гор|город|пгт|рп|пос|поселок|с|село|зато)\s+|\s+(?:муниципальный округ|муниципальный район|городской округ|мо|го|р н|район|округ)$/g;
/** Below so many letters a word that is only alike is another one. */
const ALIKE_LETTERS = 5;
const ALIKE_FROM = 0.82;
const ALIKE_BEFORE_NEXT = 0.06;

/**
 * What a word of a file means: the code that has this name, sign or synonym in either language. Grammatical endings and a slip of the keys are
 * forgiven where nothing else is nearly as alike; what could mean two things means nothing.
 */
export class CatalogueNames {
  private readonly known = new Map<string, string | null>();
  private rows: ReadonlyMap<NamedType, ReadonlyMap<string, ReadonlySet<string>>> | null = null;

  /** @param words names and synonyms; asked for when the first word comes that is no code */
  constructor(
    private readonly catalogue: Catalogue,
    private readonly words: () => readonly Pick<WordRow, 'type' | 'code' | 'plain'>[],
  ) {}

  /** The code, or null where nothing or more than one thing is meant. A code means itself. */
  code(type: NamedType, text: string): string | null {
    if (this.entry(type, text)) return text;
    const key = `${type} ${text}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const code = this.find(type, text);
    this.known.set(key, code);
    return code;
  }

  name(type: NamedType, code: string, locale: 'ru' | 'en'): string {
    const entry = this.entry(type, code);
    return (locale === 'ru' ? entry?.nameRu : entry?.nameEn) ?? code;
  }

  private entry(type: NamedType, code: string): Entry | undefined {
    switch (type) {
      case 'unit':
        return this.catalogue.unit(code);
      case 'place':
        return this.catalogue.place(code);
      case 'category':
        return this.catalogue.category(code);
      case 'sphere':
        return this.catalogue.sphere(code);
      case 'item':
        return this.catalogue.item(code);
      case 'skill':
        return this.catalogue.skill(code);
      case 'group':
        return this.catalogue.beneficiaryGroup(code);
    }
  }

  private find(type: NamedType, text: string): string | null {
    const asked = plainOf(type, text);
    if (asked === '') return text.trim() === '₽' && type === 'unit' ? 'rub' : null;
    const words = (this.rows ??= this.read()).get(type);
    const exact = words?.get(asked);
    if (exact) return exact.size === 1 ? ([...exact][0] as string) : null;
    if (type === 'unit' || asked.length < ALIKE_LETTERS || !words) return null;
    const best = new Map<string, number>();
    for (const [word, codes] of words) {
      if (Math.abs(word.length - asked.length) > 3) continue;
      const alike = likeness(asked, word);
      if (alike >= ALIKE_FROM - ALIKE_BEFORE_NEXT)
        for (const code of codes) best.set(code, Math.max(best.get(code) ?? 0, alike));
    }
    const [first, next] = [...best].sort((a, b) => b[1] - a[1]);
    return first && first[1] >= ALIKE_FROM && first[1] - (next?.[1] ?? 0) >= ALIKE_BEFORE_NEXT ? first[0] : null;
  }

  private read(): ReadonlyMap<NamedType, ReadonlyMap<string, ReadonlySet<string>>> {
    const all = new Map<NamedType, Map<string, Set<string>>>();
    const add = (type: NamedType, words: string, code: string): void => {
      const plain = plainOf(type, words);
      if (plain === '' || this.entry(type, code) === undefined || this.entry(type, code)?.retiredAt) return;
      const of = all.get(type) ?? new Map<string, Set<string>>();
      all.set(type, of.set(plain, (of.get(plain) ?? new Set()).add(code)));
    };
    for (const { type, code, plain } of this.words()) add(type, plain, code);
    for (const { code, nameRu, nameEn } of this.catalogue.beneficiaryGroups)
      for (const name of [nameRu, nameEn]) add('group', name, code);
    for (const unit of [...this.catalogue.units, ...BASES.flatMap((code) => this.catalogue.unit(code) ?? [])])
      for (const word of unitWords(unit)) add('unit', word, unit.code);
    for (const [word, code] of Object.entries(UNIT_WORDS)) if (!all.get('unit')?.has(word)) add('unit', word, code);
    return all;
  }
}

const BASES = ['kopeck', 'minute', 'gram', 'millilitre', 'centimetre'];

function unitWords(unit: Unit): string[] {
  return [
    unit.symbolRu,
    unit.symbolEn,
    unit.nameRu,
    unit.nameEn,
    unit.ruOne,
    unit.ruFew,
    unit.ruMany,
    `${unit.nameEn}s`,
  ];
}

function plainOf(type: NamedType, text: string): string {
  const plain = plainWords(text.replaceAll('²', '2').replaceAll('³', '3'));
  return type === 'place' ? plain.replace(PLACE_FRAME, '').replace(PLACE_FRAME, '').trim() || plain : plain;
}
