import { ATTRIBUTES, KINDS, type Attribute, type Kind } from '#kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WORD_TYPES, type PlaceKind, type WordType } from '#catalogue';
import { PLACE_KINDS } from './catalogue.dto.js';

/** What every entry of the catalogue says. */
class ListedEntryAnswer {
  @ApiProperty({ type: String, example: 'heater' }) code: string;
  @ApiProperty({ type: String, description: 'In the language of the answer', example: 'Обогреватели и тепловые пушки' })
  name: string;
  @ApiProperty({ type: String, example: 'Обогреватели и тепловые пушки' }) nameRu: string;
  @ApiProperty({ type: String, example: 'Heaters' }) nameEn: string;
  @ApiProperty({ type: Boolean, description: 'Can no longer be chosen; lists leave it out' }) retired: boolean;
}

export class SphereAnswer extends ListedEntryAnswer {
  @ApiProperty({
    type: String,
    description: 'Russian only',
    example: 'Еда, одежда, тепло, жильё и поддержка в кризисе',
  })
  hintRu: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { icnpo: ['4'], sdg: ['1', '2', '10'] },
    description: 'Codes of official lists: icnpo, sdg, pgf, law135fz, law7fz',
  })
  mappings: Readonly<Record<string, readonly string[]>>;
}

class EachAnswer {
  @ApiProperty({ enum: KINDS, example: 'time' }) kind: Kind;
  @ApiProperty({
    type: String,
    example: 'visit',
    description: 'The unit of which one may, or must, be said to hold something',
  })
  unit: string;
  @ApiProperty({ type: Boolean, description: 'Without `each` this unit is refused' }) required: boolean;
  @ApiProperty({ type: [String], example: ['hour'], description: 'Units in which `each` may be said' })
  units: readonly string[];
  @ApiProperty({
    type: String,
    description: 'In the language of the answer',
    example: 'Напишите, сколько длится один раз («визит»): время считают в минутах.',
  })
  explanation: string;
}

class UnitsByKind {
  @ApiProperty({ type: [String], example: ['rub'] }) money: readonly string[];
  @ApiProperty({ type: [String], example: ['pcs', 'set'] }) goods: readonly string[];
  @ApiProperty({ type: [String], example: ['hour'] }) time: readonly string[];
}

export class CategoryAnswer extends ListedEntryAnswer {
  @ApiProperty({ type: String, example: 'relief' }) sphere: string;
  @ApiProperty({ enum: KINDS, isArray: true, example: ['money', 'goods', 'time'] }) kinds: readonly Kind[];
  @ApiProperty({ enum: KINDS, example: 'goods' }) defaultKind: Kind;
  @ApiProperty({ type: String, example: 'pcs' }) defaultUnit: string;
  @ApiProperty({
    type: UnitsByKind,
    description:
      'What may be chosen for each kind; empty where the kind is not taken. With an item, its own units are allowed instead',
  })
  units: UnitsByKind;
  @ApiProperty({ type: [EachAnswer], description: 'What `each` is for, unit by unit' }) each: readonly EachAnswer[];
  @ApiProperty({ type: String, example: 'person', description: 'What the recipient reports' }) outcomeUnit: string;
  @ApiProperty({
    type: [String],
    example: ['private'],
    description: 'private, child, check, licensed, food, return, crisis, age18',
  })
  flags: readonly string[];
  @ApiProperty({ type: Boolean, description: 'The giver says until when it keeps and whether it stays cold' })
  saysStorage: boolean;
  @ApiProperty({ enum: ATTRIBUTES, isArray: true, description: 'What may be said of it: size, season, condition' })
  asks: readonly Attribute[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { sdg: ['1'] },
    description: 'Codes of official lists: law7fz, services442fz, sdg',
  })
  mappings: Readonly<Record<string, readonly string[]>>;
}

export class ItemAnswer extends ListedEntryAnswer {
  @ApiProperty({ type: String, example: 'pcs' }) defaultUnit: string;
  @ApiProperty({ type: [String], example: ['pcs'], description: 'All that are allowed, the usual one first' })
  units: readonly string[];
  @ApiProperty({ type: [EachAnswer], description: 'What `each` is for, unit by unit' }) each: readonly EachAnswer[];
  @ApiProperty({ type: [String], example: ['tested'] }) attributes: readonly string[];
  @ApiProperty({ type: Boolean, description: 'The giver says until when it keeps and whether it stays cold' })
  saysStorage: boolean;
  @ApiProperty({ enum: ATTRIBUTES, isArray: true, description: 'What may be said of it: size, season, condition' })
  asks: readonly Attribute[];
  @ApiProperty({ type: Boolean, description: 'Taken as new only' }) onlyNew: boolean;
  @ApiProperty({
    type: String,
    example: 'relief-household',
    description: 'Where it is at home; it may stand in any category that takes goods',
  })
  category: string;
}

class PluralForms {
  @ApiProperty({ type: String, example: 'килограмм', description: '1, 21, 31 ...' }) one: string;
  @ApiProperty({ type: String, example: 'килограмма', description: '2 to 4, and every fraction' }) few: string;
  @ApiProperty({ type: String, example: 'килограммов', description: '5 to 20, 0' }) many: string;
}

export class UnitAnswer extends ListedEntryAnswer {
  @ApiProperty({ type: String, example: 'кг' }) symbol: string;
  @ApiProperty({ type: String, example: 'кг' }) symbolRu: string;
  @ApiProperty({ type: String, example: 'kg' }) symbolEn: string;
  @ApiProperty({ type: String, example: 'mass' }) dimension: string;
  @ApiProperty({
    type: String,
    example: 'gram',
    description: 'What the ledger counts in; units that share it are convertible',
  })
  base: string;
  @ApiProperty({ type: 'integer', example: 1000, description: 'How many of `base` make one' }) basePerUnit: number;
  @ApiProperty({ type: String, nullable: true, example: '166', description: 'Code of the Russian classifier of units' })
  okei: string | null;
  @ApiProperty({ type: PluralForms, description: 'Russian forms beside a number' }) forms: PluralForms;
  @ApiProperty({
    type: String,
    description: 'What it counts, in the language of the answer',
    example: 'Масса. Учёт идёт в мельчайших единицах: 1 кг = 1 000 граммов.',
  })
  explanation: string;
  @ApiProperty({ type: String }) explanationRu: string;
  @ApiProperty({ type: String }) explanationEn: string;
}

export class FoundAnswer {
  @ApiProperty({ enum: WORD_TYPES, example: 'item' }) type: WordType;
  @ApiProperty({ type: String, example: 'diapers-child' }) code: string;
  @ApiProperty({ type: String, description: 'In the language of the answer', example: 'Подгузники детские' })
  name: string;
  @ApiPropertyOptional({ type: String, description: 'Of an item: where it is at home', example: 'family-newborn' })
  category?: string;
  @ApiPropertyOptional({ type: String, description: 'Of an item or category', example: 'family' }) sphere?: string;
  @ApiProperty({ type: String, description: 'The name or synonym that fits', example: 'памперсы' }) matched: string;
}

export class FoundPage {
  @ApiProperty({ type: [FoundAnswer] }) items: readonly FoundAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the best fit on one page' }) nextCursor:
    string | null;
}

export class PlaceAnswer extends ListedEntryAnswer {
  @ApiProperty({ enum: PLACE_KINDS, example: 'municipality' }) kind: PlaceKind;
  @ApiProperty({ type: String, nullable: true, example: 'amur-oblast' }) parent: string | null;
  @ApiProperty({ type: String, description: 'Russian only', example: 'муниципальный район' }) typeRu: string;
  @ApiProperty({ type: String, example: 'пгт Экимчан' }) centre: string;
  @ApiProperty({
    type: Number,
    example: 53.06867,
    description: 'Administrative centre, degrees; distances are measured from here',
  })
  lat: number;
  @ApiProperty({ type: Number, example: 132.93974 }) lon: number;
  @ApiProperty({
    type: Number,
    example: 53.06867,
    description: 'Pin on the map, where the seat lies in another municipality',
  })
  mapLat: number;
  @ApiProperty({ type: Number, example: 132.93974 }) mapLon: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 7656,
    description: 'Order of magnitude; years differ, do not add up',
  })
  population: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 2021 }) populationYear: number | null;
  @ApiProperty({ type: String, nullable: true, example: '10645000' }) oktmo: string | null;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ type: String, nullable: true, description: 'The place that came after a retired one' }) successor:
    string | null;
}

export class SkillAnswer extends ListedEntryAnswer {
  @ApiProperty({ type: String, example: 'practical' }) group: string;
}

export class BeneficiaryGroupAnswer extends ListedEntryAnswer {
  @ApiProperty({
    type: [String],
    example: ['health'],
    description: 'child, health, ethnic, private: what must not be told of single people',
  })
  sensitive: readonly string[];
}
