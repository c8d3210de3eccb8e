import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { KINDS, type Kind } from '../../../lib/api-types.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCategories, useUnits } from '../api/catalogue.js';
import { addEntry, type AddForm, type EntryType } from '../api/editor.js';

const LINES: Readonly<Record<EntryType, readonly string[]>> = {
  category: ['nameRu', 'nameEn', 'outcomeUnit'],
  item: ['nameRu', 'nameEn'],
  skill: ['nameRu', 'nameEn', 'group'],
  group: ['nameRu', 'nameEn'],
  sphere: ['nameRu', 'nameEn', 'hintRu'],
  unit: ['nameRu', 'nameEn', 'symbolRu', 'symbolEn', 'ruOne', 'ruFew', 'ruMany'],
};

/** What a form says beside its lines: a category takes one kind and one unit at first, and more when it is edited; a unit counts itself. */
function besideLines(
  type: EntryType,
  code: string,
  { kind, unit, within }: { kind: Kind; unit: string; within: string },
): Partial<AddForm> {
  if (type === 'unit') return { dimension: 'count', base: code, basePerUnit: 1 };
  if (type === 'item') return { category: within, defaultUnit: unit };
  if (type !== 'category') return {};
  return {
    sphere: within,
    kinds: [kind],
    defaultKind: kind,
    defaultUnit: kind === 'money' ? 'rub' : unit,
    ...(kind === 'goods' ? { goodsUnits: [unit] } : kind === 'time' ? { timeUnits: [unit] } : {}),
  };
}

/** A new entry: its code and what it counts are said here once. */
export function NewEntry({
  type,
  sphere,
  done,
}: {
  type: EntryType;
  sphere: string;
  done: (code: string) => void;
}): ReactNode {
  const [lines, setLines] = useState<Record<string, string>>({});
  const [kind, setKind] = useState<Kind>('goods');
  const [unit, setUnit] = useState('pcs');
  const [category, setCategory] = useState('');
  const [units, categories] = [useUnits().data ?? [], useCategories().data ?? []];
  const action = useAction(addEntry, { refresh: ['catalogue-editor', 'catalogue'], onDone: ({ code }) => done(code) });
  const errorOf = (field: string): string | undefined => action.error(field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = lines.code ?? '';
    void action.run({
      type,
      form: { ...lines, code, ...besideLines(type, code, { kind, unit, within: type === 'item' ? category : sphere }) },
    });
  };
  const chooseUnit = type === 'item' || (type === 'category' && kind !== 'money');
  return (
    <section className="cat-e" aria-labelledby="new-entry">
      <form onSubmit={submit}>
        <h2 className="h-small" id="new-entry">
          {t(`catalogue:new.${type}`)}
        </h2>
        {action.problem && <ProblemNotice problem={action.problem} />}
        <div className="cat-row">
          {['code', ...LINES[type]].map((field) => (
            <TextField
              key={field}
              label={t(`catalogue:field.${field}`)}
              hint={field === 'code' ? t('catalogue:codeHint') : undefined}
              required
              maxLength={80}
              value={lines[field] ?? ''}
              error={errorOf(field)}
              onChange={(event) => setLines((before) => ({ ...before, [field]: event.target.value }))}
            />
          ))}
          {type === 'category' && (
            <SelectField
              label={t('catalogue:field.kinds')}
              value={kind}
              onChange={(event) => setKind(event.target.value as Kind)}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </SelectField>
          )}
          {type === 'item' && (
            <SelectField
              label={t('catalogue:field.category')}
              required
              value={category}
              error={errorOf('category')}
              onChange={(event) => setCategory(event.target.value)}
            >
              <option value="">{t('catalogue:choose')}</option>
              {categories
                .filter(({ kinds }) => kinds.includes('goods'))
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {nameOf(one)}
                  </option>
                ))}
            </SelectField>
          )}
          {chooseUnit && (
            <SelectField
              label={t('catalogue:field.defaultUnit')}
              value={unit}
              error={errorOf('defaultUnit')}
              onChange={(event) => setUnit(event.target.value)}
            >
              {units.map((one) => (
                <option key={one.code} value={one.code}>
                  {nameOf(one)}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        <p>
          <Button look="main" type="submit" busy={action.busy}>
            {t('catalogue:add')}
          </Button>
        </p>
      </form>
    </section>
  );
}
