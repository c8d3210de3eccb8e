import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, filledIn } from '../../../lib/api.js';
import type { Offer, Page, Schema, StatementCheck, WhyNotOffer } from '../../../lib/api-types.js';

export const useOffers = (enabled: boolean, cursor?: string): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'mine', cursor],
    enabled,
    queryFn: ({ signal }) => api.get('/offers', { query: { limit: 20, cursor }, signal }),
  });

/** Offers that stand in the name of an organization of the reader. */
export const useOffersOf = (organization: string, enabled: boolean): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'of', organization],
    enabled,
    queryFn: ({ signal }) => api.get('/offers', { query: { onBehalfOf: organization, limit: 50 }, signal }),
  });

export const useOffer = (id: string, enabled: boolean): UseQueryResult<Offer> =>
  useQuery<Offer>({
    queryKey: ['offers', 'one', id],
    enabled,
    refetchInterval: ({ state }) => (state.data?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => api.get('/offers/{id}', { path: { id }, signal }),
  });

/** Why an offer has no proposals, in sentences, and the edits that would bring some. */
export const useWhyNotOffer = (id: string, enabled: boolean): UseQueryResult<WhyNotOffer> =>
  useQuery({
    queryKey: ['why-not', 'offer', id],
    enabled,
    queryFn: ({ signal }) => api.get('/offers/{id}/why-not', { path: { id }, signal }),
  });

export const useStatementCheck = (code: string): UseQueryResult<StatementCheck> =>
  useQuery({
    queryKey: ['statement-check', code],
    enabled: code !== '',
    retry: false,
    queryFn: ({ signal }) => api.get('/statements/{code}', { path: { code }, signal }),
  });

export const postOffer = (body: Schema['PostOfferDto'], key: string): Promise<Offer> =>
  api.post('/offers', { body, key });
/** The answer is the same for every address: a mail leads on. */
export const offerWithoutAccount = (
  form: Partial<Schema['VisitorOfferDto']>,
  key: string,
): Promise<{ email: string }> => api.post('/visitor-offers', { body: filledIn(form), key });
export const withdrawOffer = (id: string, key: string): Promise<Offer> =>
  api.post('/offers/{id}/withdraw', { path: { id }, key });
/** Only the changed fields, with the version they were read at. */
export const editOffer = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Schema['EditOfferDto'];
}): Promise<Offer> => api.patch('/offers/{id}', { path: { id }, body: changes, version });
