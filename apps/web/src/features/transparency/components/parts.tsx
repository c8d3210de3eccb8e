import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BalanceView } from '../../../app/search.js';
import { useChosenBefore } from '../../../lib/chosen.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';
import type { Part } from '../api/balance.js';

/** What no place or sphere is called narrows nothing. */
export function usePart({ place, sphere }: BalanceView): Part {
  const [places, spheres] = [usePlaces().data, useSpheres().data];
  const known = (code: string | undefined, list: readonly { code: string; kind?: string }[] | undefined) =>
    list && !list.some((one) => one.code === code && (one.kind ?? 'municipality') === 'municipality')
      ? undefined
      : code;
  return { place: known(place, places), sphere: known(sphere, spheres) };
}

/** Place and sphere stand in the address as the period does; without scripts a button sends them there. */
export function Parts({ search }: { search: BalanceView }): ReactNode {
  const navigate = useNavigate({ from: '/balance' });
  const chosen = useChosenBefore<HTMLFormElement>();
  const lists = { place: usePlaces().data?.filter(({ kind }) => kind === 'municipality'), sphere: useSpheres().data };
  const { kind, period } = search;
  const select = (of: 'place' | 'sphere', all: string): ReactNode => (
    <select
      className="input input-dense"
      name={of}
      aria-label={t(`balance:part.${of}`)}
      value={search[of] ?? ''}
      onChange={({ target }) =>
        void navigate({ search: (old) => ({ ...old, [of]: target.value || undefined }), resetScroll: false })
      }
    >
      <option value="">{t(`balance:part.${all}`)}</option>
      {lists[of]?.map((one) => (
        <option key={one.code} value={one.code}>
          {of === 'place' ? placeName(one) : nameOf(one)}
        </option>
      ))}
    </select>
  );
  return (
    <form ref={chosen} className="row row-wrap parts" action={addressIn(currentLocale(), '/balance', '')}>
      {kind && <input type="hidden" name="kind" value={kind} />}
      {period && <input type="hidden" name="period" value={period} />}
      {select('place', 'allPlaces')}
      {select('sphere', 'allSpheres')}
      <button className="btn btn-quiet btn-dense without-script">{t('balance:part.go')}</button>
    </form>
  );
}
