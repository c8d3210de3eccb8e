import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { placeName, t } from '../../../lib/words.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { useBalance } from '../../transparency/api/balance.js';
import { usePlaces } from '../api/catalogue.js';

/** `/admin/places`: the municipalities of the region as its files say, and how many needs are open in each. */
export function PlacesPage(): ReactNode {
  const query = usePlaces();
  const open = new Map(useBalance('place').data?.map(({ key, needs }) => [key, needs]));
  const municipalities = query.data?.filter(({ kind }) => kind === 'municipality') ?? [];
  return (
    <AdminRoom room="places" lead={t('administration:places.lead', { count: municipalities.length })}>
      <Loaded query={query} bones={<Bones rows={8} />}>
        {() => (
          <section className="panel" aria-label={t('administration:places.title')}>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={t('administration:places.title')}>
              <table className="ledger ledger-dense">
                <thead>
                  <tr>
                    <th scope="col">{t('administration:places.name')}</th>
                    <th scope="col">{t('administration:places.oktmo')}</th>
                    <th scope="col">{t('administration:places.zone')}</th>
                    <th scope="col" className="r">
                      {t('administration:places.people')}
                    </th>
                    <th scope="col" className="r">
                      {t('administration:places.needs')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {municipalities.map((place) => (
                    <tr key={place.code} data-place={place.code}>
                      <td>
                        <Link
                          className="strong plain-link"
                          to="/places/$code"
                          params={{ code: place.code }}
                          search={{}}
                        >
                          {placeName(place)}
                        </Link>{' '}
                        {place.retired && <Tag look="wait">{t('administration:places.retired')}</Tag>}
                        <br />
                        <span className="tiny muted">
                          {place.lat === null || place.lon === null ? t('administration:places.nowhere') : place.centre}
                        </span>
                      </td>
                      <td className="num">{place.oktmo}</td>
                      <td className="nowrap">{place.timeZone}</td>
                      <td className="r num">{place.population === null ? '' : count(place.population)}</td>
                      <td className="r num">{count(open.get(place.code) ?? 0)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="panel-foot small muted">{t('administration:places.how')}</p>
          </section>
        )}
      </Loaded>
    </AdminRoom>
  );
}
