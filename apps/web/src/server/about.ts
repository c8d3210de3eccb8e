import type { QueryClient } from '@tanstack/react-query';
import type { Category, Need, Place, Sphere } from '../lib/api-types.js';
import { addressIn, type Locale } from '../lib/locale.js';
import { nameOf, placeName, t } from '../lib/words.js';
import type { Organization } from '../features/organizations/api/organizations.js';

type Thing = Record<string, unknown>;
/** What machines read of a page: things after schema.org, the path of its own card, and its address where the one that was asked for is another name of it. */
export interface About {
  readonly things: readonly Thing[];
  readonly card?: string;
  readonly path?: string;
}
export interface Site {
  readonly origin: string;
  readonly locale: Locale;
}

const at = ({ origin, locale }: Site, path: string, search = ''): string => origin + addressIn(locale, path, search);
const listed = <T extends { code: string }>(client: QueryClient, path: string, code: string): T | undefined =>
  client.getQueryData<T[]>(['catalogue', path])?.find((one) => one.code === code);

function trail(site: Site, steps: readonly (readonly [name: string, path: string])[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: at(site, ...split(path)),
    })),
  };
}

function split(path: string): [path: string, search: string] {
  const mark = path.indexOf('?');
  return mark < 0 ? [path, ''] : [path.slice(0, mark), path.slice(mark)];
}

export function siteAbout(site: Site): About {
  return {
    things: [
      {
        '@type': 'WebSite',
        name: t('name'),
        url: at(site, '/'),
        inLanguage: site.locale,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${at(site, '/needs')}?q={words}`,
          'query-input': 'required name=words',
        },
      },
    ],
  };
}

const ngo = (site: Site, { id, name }: { id: string; name: string }): Thing => ({
  '@type': 'NGO',
  '@id': at(site, `/organizations/${id}`),
  name,
  url: at(site, `/organizations/${id}`),
});

/** A demand of an organization, and the way to answer it while something is open. */
export function needAbout(site: Site, client: QueryClient, need: Need | undefined): About {
  if (!need) return { things: [] };
  const path = `/needs/${need.id}`;
  const category = nameOf(listed<Category>(client, 'categories', need.category), need.category);
  const sphere = nameOf(listed<Sphere>(client, 'spheres', need.sphere), need.sphere);
  const place = placeName(listed<Place>(client, 'places', need.place), need.place);
  const seeker = ngo(site, need.organization);
  const demand = {
    '@type': 'Demand',
    '@id': at(site, path),
    url: at(site, path),
    name: need.title,
    category,
    areaServed: place,
    seller: seeker,
    validThrough: need.deadline,
    ...(need.description ? { description: need.description } : {}),
    ...(need.openedAt ? { validFrom: need.openedAt } : {}),
    availability: `https://schema.org/${need.balance.open > 0 ? 'InStock' : 'SoldOut'}`,
  };
  const donate = {
    '@type': 'DonateAction',
    name: need.title,
    recipient: seeker,
    target: { '@type': 'EntryPoint', urlTemplate: at(site, path), inLanguage: site.locale },
  };
  const steps = [
    [t('nav.needs'), '/needs'],
    [sphere, `/spheres/${need.sphere}`],
    [category, `/needs?sphere=${need.sphere}&category=${need.category}`],
    [need.title, path],
  ] as const;
  return {
    path,
    card: `/cards/needs/${need.id}.png`,
    things: [demand, ...(need.balance.open > 0 ? [donate] : []), trail(site, steps)],
  };
}

export function organizationAbout(site: Site, client: QueryClient, organization: Organization | undefined): About {
  if (!organization) return { things: [] };
  const place = placeName(listed<Place>(client, 'places', organization.place), organization.place);
  const thing = {
    ...ngo(site, organization),
    ...(organization.gives ? { '@type': 'Organization' } : {}),
    alternateName: organization.shortName,
    areaServed: place,
    ...(organization.inn ? { taxID: organization.inn } : {}),
  };
  return {
    things: [
      thing,
      trail(site, [
        [t('nav.needs'), '/needs'],
        [organization.shortName, `/organizations/${organization.id}`],
      ]),
    ],
  };
}
