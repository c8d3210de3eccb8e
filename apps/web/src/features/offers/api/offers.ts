import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Offer, Page, StatementCheck, WhyNotOffer } from '../../../lib/api-types.js';

export const useOffers = (enabled: boolean, cursor?: string): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'mine', cursor],
    enabled,
    queryFn: ({ signal }) => read<Page<Offer>>(`/offers${query({ limit: 20, cursor })}`, signal),
  });

/** Offers that stand in the name of an organization of the reader. */
export const useOffersOf = (organization: string, enabled: boolean): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'of', organization],
    enabled,
    queryFn: ({ signal }) => read<Page<Offer>>(`/offers${query({ onBehalfOf: organization, limit: 50 })}`, signal),
  });

export const useOffer = (id: string, enabled: boolean): UseQueryResult<Offer> =>
  useQuery<Offer>({
    queryKey: ['offers', 'one', id],
    enabled,
    refetchInterval: ({ state }) => (state.data?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => read<Offer>(`/offers/${encodeURIComponent(id)}`, signal),
  });

/** Why an offer has no proposals, in sentences, and the edits that would bring some. */
export const useWhyNotOffer = (id: string, enabled: boolean): UseQueryResult<WhyNotOffer> =>
  useQuery({
    queryKey: ['why-not', 'offer', id],
    enabled,
    queryFn: ({ signal }) => read<WhyNotOffer>(`/offers/${encodeURIComponent(id)}/why-not`, signal),
  });

export const useStatementCheck = (code: string): UseQueryResult<StatementCheck> =>
  useQuery({
    queryKey: ['statement-check', code],
    enabled: code !== '',
    retry: false,
    queryFn: ({ signal }) => read<StatementCheck>(`/statements/${encodeURIComponent(code)}`, signal),
  });

export const postOffer = (form: Record<string, unknown>, key: string): Promise<Offer> => post('/offers', form, key);
/** The answer is the same for every address: a mail leads on. */
export const offerWithoutAccount = (form: Record<string, unknown>, key: string): Promise<{ email: string }> =>
  post('/visitor-offers', form, key);
export const withdrawOffer = (id: string, key: string): Promise<Offer> =>
  post(`/offers/${id}/withdraw`, undefined, key);
/** Only the changed fields, with the version they were read at. */
export const editOffer = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Record<string, unknown>;
}): Promise<Offer> => call('PATCH', `/offers/${id}`, { body: changes, ifMatch: `"v${version}"` });
