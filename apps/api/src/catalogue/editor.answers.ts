import { ApiProperty } from '@nestjs/swagger';
import { ENTRY_TYPES, type EntryType } from '#catalogue-store';

const VALUES = { type: 'object', additionalProperties: true } as const;
const COUNT = {
  type: 'integer',
  nullable: true,
  description: 'Null: one to four, which is not said more exactly',
} as const;
const SOME_WORDS = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  example: { ru: ['дровишки'] },
} as const;

class EditorAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

class SynonymsAnswer {
  @ApiProperty({ type: [String] }) ru: readonly string[];
  @ApiProperty({ type: [String] }) en: readonly string[];
}

export class EditedEntryAnswer {
  @ApiProperty({ enum: ENTRY_TYPES }) type: EntryType;
  @ApiProperty({ type: String, example: 'relief-heating' }) code: string;
  @ApiProperty({ type: String }) nameRu: string;
  @ApiProperty({ type: String }) nameEn: string;
  @ApiProperty({ type: String, nullable: true, description: 'Of a category its sphere, of an item its category' })
  within: string | null;
  @ApiProperty({ type: [String], description: 'Of a category' }) kinds: readonly string[];
  @ApiProperty({ type: [String], description: 'Of a category' }) flags: readonly string[];
  @ApiProperty({ ...COUNT }) openNeeds: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) retiredAt: Date | null;
  @ApiProperty({ type: String, nullable: true }) successor: string | null;
}

export class UsedUnitAnswer {
  @ApiProperty({ type: String, example: 'm3' }) unit: string;
  @ApiProperty({ ...COUNT }) needs: number | null;
  @ApiProperty({ ...COUNT }) offers: number | null;
}

export class EntryUsesAnswer {
  @ApiProperty({ ...COUNT }) needs: number | null;
  @ApiProperty({ ...COUNT }) endedNeeds: number | null;
  @ApiProperty({ ...COUNT }) offers: number | null;
  @ApiProperty({ ...COUNT }) standingOffers: number | null;
  @ApiProperty({ type: [UsedUnitAnswer], description: 'Units that cannot be taken away' })
  units: readonly UsedUnitAnswer[];
}

export class EntryEditAnswer {
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: ['add', 'change', 'retire', 'restore'] }) action: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: EditorAnswer }) person: EditorAnswer;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ ...VALUES, description: 'Fields that changed, as they were' }) before: Readonly<
    Record<string, unknown>
  >;
  @ApiProperty({ ...VALUES, description: 'The same as they became' }) after: Readonly<Record<string, unknown>>;
  @ApiProperty({ ...SOME_WORDS }) wordsAdded: Readonly<Record<string, readonly string[]>>;
  @ApiProperty({ ...SOME_WORDS }) wordsRemoved: Readonly<Record<string, readonly string[]>>;
}

export class EntryEditorAnswer extends EditedEntryAnswer {
  @ApiProperty({ type: 'integer', description: 'The same as in the ETag' }) version: number;
  @ApiProperty({ ...VALUES, description: 'Every field of this sort of entry, as a form takes it' }) fields: Readonly<
    Record<string, unknown>
  >;
  @ApiProperty({ type: SynonymsAnswer }) synonyms: SynonymsAnswer;
  @ApiProperty({ type: EntryUsesAnswer }) uses: EntryUsesAnswer;
  @ApiProperty({ enum: ['change', 'retire', 'restore'], isArray: true }) can: readonly string[];
  @ApiProperty({ type: [EntryEditAnswer], description: 'The newest first, at most 50' })
  history: readonly EntryEditAnswer[];
}

export class EditedEntriesAnswer {
  @ApiProperty({ type: [EditedEntryAnswer], description: 'In list order, what is retired too; all of them' })
  items: readonly EditedEntryAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null' }) nextCursor: string | null;
}
