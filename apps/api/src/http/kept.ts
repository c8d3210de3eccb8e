import type { ApiRequest } from './request.js';

/** Who may keep an answer that is the same for everybody: anybody; but one to a person who is signed in may carry a renewed cookie, and is kept by their own browser only. */
export function keptBy(request: ApiRequest): 'private' | 'public' {
  return request.actor ? 'private' : 'public';
}
