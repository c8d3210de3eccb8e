import { all, signedIn, type Rows } from '../matrix.rows.js';

/** What is told to people, and how they end it: by a link of a mail without signing in. */
// prettier-ignore
export const NOTIFICATIONS: Rows = {
  'GET /api/v1/notifications': { '-': signedIn(200) },
  'GET /api/v1/notifications/unread-count': { '-': signedIn(200) },
  'POST /api/v1/notifications/read-all': { '-': signedIn(204) },
  'POST /api/v1/notifications/{id}/read': { "donor's": '204 donor program, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/me/notifications': { '-': signedIn(200) },
  'PATCH /api/v1/me/notifications': { '-': signedIn(200) },
  'GET /api/v1/me/follows': { '-': signedIn(200) },
  'PUT /api/v1/places/{code}/follow': { known: signedIn(204), never: signedIn(404) },
  'DELETE /api/v1/places/{code}/follow': { known: signedIn(204), never: signedIn(204) },
  'PUT /api/v1/spheres/{code}/follow': { known: signedIn(204), never: signedIn(404) },
  'DELETE /api/v1/spheres/{code}/follow': { known: signedIn(204), never: signedIn(204) },
  'GET /api/v1/unsubscribe/{token}': { mailed: all(200), never: all(404) },
  'POST /api/v1/unsubscribe/{token}': { mailed: all(200), never: all(404) },
  'DELETE /api/v1/unsubscribe/{token}': { mailed: all(200), never: all(404) },
  'GET /api/v1/events': { '-': signedIn(200) },
};
