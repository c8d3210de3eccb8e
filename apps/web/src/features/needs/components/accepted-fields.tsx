import type { ReactNode } from 'react';
import { Checks } from '../../../components/checks.js';
import { FieldError, TextField } from '../../../components/field.js';
import { CONDITIONS } from '../../../lib/conditions.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCatalogue, useGoods } from '../../catalogue/api/catalogue.js';
import type { Accepted } from './accepted.js';

const SEASONS = ['winter', 'mid-season', 'summer'] as const;

/** Sizes, seasons and conditions that are taken, and what of the category is not needed now; nothing chosen: everything is taken. */
export function AcceptedFields({
  category,
  item,
  said,
  change,
  error,
}: {
  category: string;
  item: string;
  said: Accepted;
  change: (said: Accepted) => void;
  error: (field: string) => string | undefined;
}): ReactNode {
  const goods = useGoods().data ?? [];
  const thing = goods.find(({ code }) => code === item);
  const categories = useCatalogue('categories');
  const asks = (thing ?? categories.get(category))?.asks ?? [];
  const inside = item ? [] : goods.filter((one) => one.category === category);
  const wrong = ['accepts.sizes', ...Array.from({ length: 30 }, (_, at) => `accepts.sizes.${at}`)]
    .map(error)
    .find(Boolean);
  const notNow = error('accepts.notNow') ?? error('accepts.notNow.0');
  if (asks.length === 0 && inside.length < 2) return null;
  return (
    <details className="sheet pad" open={Object.values(said).some((list) => list.length > 0)} data-accepts>
      <summary className="label">{t('needsDesk:accepts.title')}</summary>
      <div className="stack gap-top-3">
        <p className="hint">{t('needsDesk:accepts.hint')}</p>
        {asks.includes('condition') && (
          <Checks
            legend={t('needsDesk:accepts.conditions')}
            choices={CONDITIONS.map((code) => ({ code, label: t(`things:conditions.${code}`) }))}
            chosen={said.conditions}
            onChange={(conditions) => change({ ...said, conditions })}
          />
        )}
        {asks.includes('season') && (
          <Checks
            legend={t('needsDesk:accepts.seasons')}
            choices={SEASONS.map((code) => ({ code, label: t(`things:seasons.${code}`) }))}
            chosen={said.seasons}
            onChange={(seasons) => change({ ...said, seasons })}
          />
        )}
        {asks.includes('size') && (
          <TextField
            label={t('needsDesk:accepts.sizes')}
            hint={t('things:sizesHint')}
            optional
            maxLength={300}
            value={said.sizes}
            error={wrong}
            onChange={(event) => change({ ...said, sizes: event.target.value })}
          />
        )}
        {inside.length > 1 && (
          <>
            <Checks
              legend={t('needsDesk:accepts.notNow')}
              choices={inside.map((one) => ({ code: one.code, label: nameOf(one) }))}
              chosen={said.notNow}
              onChange={(codes) => change({ ...said, notNow: codes })}
            />
            {notNow && <FieldError id="not-now">{notNow}</FieldError>}
          </>
        )}
      </div>
    </details>
  );
}
