import { useId, type ReactNode } from 'react';
import { SelectField, TextField } from '../../../components/field.js';
import { type Session } from '../../../lib/api-types.js';
import { dateIn } from '../../../lib/dates.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCatalogue, usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import type { FieldsProps } from './offer-fields.js';
import { OnlyOptions } from './only-options.js';

/** Where it goes and nowhere else, for who wants that. */
function BindingField({ draft, change, error }: FieldsProps): ReactNode {
  const spheres = useSpheres();
  const places = usePlaces();
  const known =
    draft.only === '' || [...(spheres.data ?? []), ...(places.data ?? [])].some(({ code }) => code === draft.only);
  return (
    <SelectField
      label={t('offers:only')}
      name="only"
      hint={draft.only ? t('offers:onlyHint') : undefined}
      value={draft.only}
      error={error('only', 'only.0')}
      onChange={(event) => change({ only: event.target.value })}
    >
      <option value="">{t('offers:onlyAnywhere')}</option>
      {!known && <option value={draft.only}>{t('offers:onlyThat')}</option>}
      <OnlyOptions places={places.data} spheres={spheres.data} />
    </SelectField>
  );
}

/** Whether the donor is named, and what the other side then reads. */
function NameShown({
  draft,
  change,
  session,
}: Pick<FieldsProps, 'draft' | 'change'> & { session: Session | null | undefined }): ReactNode {
  const hint = useId();
  const giving = session?.memberships.find(({ organization }) => organization.id === draft.onBehalfOf)?.organization;
  const name = giving ? giving.shortName || giving.name : session?.person.name;
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          name="anonymous"
          aria-describedby={hint}
          checked={draft.anonymous}
          onChange={(event) => change({ anonymous: event.target.checked })}
        />
        <span>{t(giving ? 'offers:anonymousBody' : 'offers:anonymous')}</span>
      </label>
      <p className="hint" id={hint} aria-live="polite">
        {draft.anonymous
          ? t('offers:othersSeeNobody')
          : name
            ? t('offers:othersSee', { name })
            : t(session === null ? 'offers:othersSeeTyped' : 'offers:othersSeeName')}
      </p>
    </div>
  );
}

export function WishFields({
  draft,
  change,
  error,
  session,
}: FieldsProps & { session: Session | null | undefined }): ReactNode {
  const spheres = useSpheres();
  const categories = useCatalogue('categories');
  const own = session?.memberships.filter(({ mayOffer }) => mayOffer) ?? [];
  const known = draft.prefers === '' || spheres.data?.some((sphere) => sphere.code === draft.prefers);
  return (
    <>
      <div className={draft.repeat ? undefined : 'grid-2'}>
        {!draft.repeat && (
          <TextField
            label={t('offers:until')}
            name="until"
            type="date"
            min={dateIn(0)}
            value={draft.until}
            error={error('until')}
            onChange={(event) => change({ until: event.target.value })}
          />
        )}
        <SelectField
          label={t('offers:prefers')}
          name="prefers"
          value={draft.prefers}
          error={error('prefers')}
          onChange={(event) => change({ prefers: event.target.value })}
        >
          <option value="">{t('offers:whoNeedsMost')}</option>
          {!known && (
            <option value={draft.prefers}>
              {nameOf(categories.get(draft.prefers)) || t('offers:thatOrganization')}
            </option>
          )}
          {spheres.data?.map((sphere) => (
            <option key={sphere.code} value={sphere.code}>
              {nameOf(sphere)}
            </option>
          ))}
        </SelectField>
      </div>
      <BindingField draft={draft} change={change} error={error} />
      {own.length > 0 && (
        <SelectField
          label={t('offers:onBehalfOf')}
          value={draft.onBehalfOf}
          error={error('onBehalfOf')}
          onChange={({ target }) => change({ onBehalfOf: target.value, anonymous: target.value === '' })} // who gives in its name is named unless they say no
        >
          <option value="">{t('offers:myself')}</option>
          {own.map(({ organization }) => (
            <option key={organization.id} value={organization.id}>
              {organization.shortName || organization.name}
            </option>
          ))}
        </SelectField>
      )}
      <NameShown draft={draft} change={change} session={session} />
    </>
  );
}
