import type { ReactNode } from 'react';
import { SelectField, TextField } from '../../../components/field.js';
import type { Goods, Schema } from '../../../lib/api-types.js';
import { CONDITIONS } from '../../../lib/conditions.js';
import { t } from '../../../lib/words.js';

export const SEASONS = ['winter', 'mid-season', 'summer', 'all-year'] as const;

/** As typed: sizes in one line. */
export interface SaidAttributes {
  sizes: string;
  season: string;
  condition: string;
}

export const sizesIn = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map((size) => size.trim())
    .filter(Boolean);

/** What goes to the server; undefined: nothing is said. */
export function attributesOf(said: SaidAttributes, asks: Goods['asks']): Schema['ThingAttributesDto'] | undefined {
  const attributes = {
    ...(asks.includes('size') && said.sizes.trim() ? { sizes: sizesIn(said.sizes) } : {}),
    ...(asks.includes('season') && said.season ? { season: said.season as (typeof SEASONS)[number] } : {}),
    ...(asks.includes('condition') && said.condition
      ? { condition: said.condition as (typeof CONDITIONS)[number] }
      : {}),
  };
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

/** Only what the thing is asked. */
export function AttributeFields({
  asks,
  onlyNew,
  said,
  change,
  error,
}: {
  asks: Goods['asks'];
  onlyNew: boolean;
  said: SaidAttributes;
  change: (changes: Partial<SaidAttributes>) => void;
  error: (...fields: string[]) => string | undefined;
}): ReactNode {
  if (asks.length === 0) return null;
  const sizes = Array.from({ length: 10 }, (_, at) => `attributes.sizes.${at}`);
  return (
    <div className="grid-2">
      {asks.includes('condition') && (
        <SelectField
          label={t('things:condition')}
          hint={onlyNew ? t('things:onlyNew') : t('things:conditionHint')}
          name="condition"
          value={said.condition}
          error={error('attributes.condition')}
          onChange={(event) => change({ condition: event.target.value })}
        >
          <option value="">{t('things:unsaid')}</option>
          {CONDITIONS.filter((condition) => !onlyNew || condition === 'new').map((condition) => (
            <option key={condition} value={condition}>
              {t(`things:conditions.${condition}`)}
            </option>
          ))}
        </SelectField>
      )}
      {asks.includes('size') && (
        <TextField
          label={t('things:sizes')}
          hint={t('things:sizesHint')}
          optional
          name="sizes"
          maxLength={120}
          value={said.sizes}
          error={error('attributes.sizes', ...sizes)}
          onChange={(event) => change({ sizes: event.target.value })}
        />
      )}
      {asks.includes('season') && (
        <SelectField
          label={t('things:season')}
          name="season"
          value={said.season}
          error={error('attributes.season')}
          onChange={(event) => change({ season: event.target.value })}
        >
          <option value="">{t('things:unsaid')}</option>
          {SEASONS.map((season) => (
            <option key={season} value={season}>
              {t(`things:seasons.${season}`)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

/** A thing in one line: «размер 98-104 · зимнее · хорошее состояние». */
export const attributesLine = (attributes: Schema['ThingAttributesAnswer'] | null): string =>
  [
    attributes && attributes.sizes.length > 0 && t('things:sized', { sizes: attributes.sizes.join(', ') }),
    attributes?.season && t(`things:seasons.${attributes.season}`).toLowerCase(),
    attributes?.condition && t(`things:inCondition.${attributes.condition}`),
  ]
    .filter(Boolean)
    .join('\u00a0· ');
