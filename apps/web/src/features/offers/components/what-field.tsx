import { useMemo, type ReactNode } from 'react';
import { Combobox, matching, plain, type Choice } from '../../../components/combobox.js';
import { SelectField } from '../../../components/field.js';
import type { Category, Unit } from '../../../lib/api-types.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCatalogueSearch, useCategories, useSpheres } from '../../catalogue/api/catalogue.js';
import type { OfferDraft } from './offer-draft.js';
import { unitMeant } from './offer-plain.js';

interface Props {
  draft: OfferDraft;
  change: (changes: Partial<OfferDraft>) => void;
  error: (...fields: string[]) => string | undefined;
  choices: Choice[];
  category: Category | undefined;
  unit: Unit | undefined;
  unlisted: boolean;
}

const SUGGESTIONS = 4;

/** Words that only begin a name are completed by it; any others are the donor's own and stay. */
const wordsWith = (typed: string, choice: Choice): string =>
  plain(choice.label).startsWith(plain(typed.trim())) ? choice.label : typed;

/** Where it belongs, in the donor's eyes, while nothing of the catalogue was taken. */
function NearestCategory({ draft, change, error, unit, unlisted }: Omit<Props, 'choices' | 'category'>): ReactNode {
  const spheres = useSpheres();
  const categories = (useCategories().data ?? []).filter(({ kinds }) => kinds.includes(draft.kind));
  const ownWords = draft.what.trim() !== '';
  const dontKnow = unlisted && ownWords && draft.kind === 'goods'; // hours are of no list that the catalogue keeps for what it does not know
  return (
    <SelectField
      label={t('offers:nearest')}
      name="near"
      required={ownWords && !dontKnow}
      hint={dontKnow ? t('offers:nearestHint') : ownWords ? t('offers:nearestOnly') : undefined}
      value={draft.near}
      error={error('category')}
      onChange={(event) => change({ near: event.target.value, unit: unitMeant(draft, unit) })}
    >
      <option value="">{t(dontKnow ? 'offers:nearestUnknown' : 'form.choose')}</option>
      {spheres.data?.map((sphere) => {
        const inside = categories.filter((category) => category.sphere === sphere.code);
        return (
          inside.length > 0 && (
            <optgroup key={sphere.code} label={nameOf(sphere)}>
              {inside.map((category) => (
                <option key={category.code} value={category.code}>
                  {nameOf(category)}
                </option>
              ))}
            </optgroup>
          )
        );
      })}
    </SelectField>
  );
}

/** What is given, in the donor's own words. What the catalogue makes of them is offered and taken by a tap, never chosen for the donor; other words drop it again. */
export function WhatField({ draft, change, error, choices, category, unit, unlisted }: Props): ReactNode {
  const search = useCatalogueSearch(
    draft.what,
    draft.kind,
    draft.kind === 'goods' ? ['item', 'category'] : draft.kind === 'money' ? ['sphere', 'category'] : ['category'],
  );
  const found = useMemo(
    () => search.flatMap(({ type, code }) => choices.find((choice) => choice.value === `${type}:${code}`) ?? []),
    [search, choices],
  );
  const chosen = choices.find((choice) => choice.value === draft.choice);
  const suggested = useMemo(
    () =>
      chosen || draft.what.trim().length < 2
        ? []
        : [
            ...new Map(
              [...matching(choices, draft.what, SUGGESTIONS), ...found].map((choice) => [choice.value, choice]),
            ).values(),
          ].slice(0, SUGGESTIONS),
    [chosen, choices, draft.what, found],
  );
  const ownWords = draft.kind !== 'money' && !chosen;
  const take = (choice: Choice): void =>
    change({ choice: choice.value, what: wordsWith(draft.what, choice), near: '', unit: unitMeant(draft, unit) });
  const hint = chosen ? (
    <>
      {t('offers:understood')} <b>{chosen.label}</b>
      {category &&
        draft.choice.startsWith('item:') &&
        `, ${t('offers:inCategory', { category: nameOf(category) })}`}.{' '}
      <button
        type="button"
        className="btn btn-plain btn-dense by-script"
        onClick={(event) => {
          (event.currentTarget.form?.elements.namedItem('what') as HTMLElement | null)?.focus(); // the button goes with what it says
          change({ choice: '', unit: '' });
        }}
      >
        {t('offers:notThat')}
      </button>
    </>
  ) : (
    t(draft.kind === 'money' && draft.what.trim() ? 'offers:whatNotTaken' : `offers:whatHint.${draft.kind}`)
  );
  return (
    <>
      <div>
        <input type="hidden" name="choice" value={draft.choice} />
        <Combobox
          name="what"
          label={t(`offers:what.${draft.kind}`)}
          hint={hint}
          placeholder={t(`offers:whatExample.${draft.kind}`)}
          error={error('item', 'title', ...(ownWords ? [] : ['category']))}
          choices={choices}
          found={found}
          value={draft.choice}
          typed={draft.what}
          onType={(what) => change({ what, choice: '', ...(draft.choice ? { unit: '' } : {}) })}
          onChoose={take}
        />
        {suggested.length > 0 && (
          <div className="gap-top-2 by-script" role="group" aria-label={t('offers:suggested')}>
            <p className="small muted">{t('offers:suggested')}</p>
            <div className="chips gap-top-1">
              {suggested.map((choice) => (
                <button key={choice.value} type="button" className="chip chip-dense" onClick={() => take(choice)}>
                  {choice.label}
                </button>
              ))}
            </div>
          </div>
        )}
      </div>
      {ownWords && <NearestCategory {...{ draft, change, error, unit, unlisted }} />}
    </>
  );
}
