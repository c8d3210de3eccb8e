import { all, signedIn, type Rows } from '../matrix.rows.js';

/** Offers, standing ones and photos: known to their donor and to moderators. */
// prettier-ignore
export const OFFERS: Rows = {
  'GET /api/v1/offers': {
    own: signedIn(200),
    'of a person who came by': '200 coordinator owner, 401 visitor, 404 rest',
    'of all who came by': '200 coordinator owner, 401 visitor, 404 rest',
    'of an organization': '200 accountant coordinator owner, 401 visitor, 404 rest',
    'of a draft organization': '200 accountant coordinator owner, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/visitor-offers': { '-': all(202) },
  'POST /api/v1/offers': {
    own: signedIn(201),
    'of a person who came by': '201 coordinator owner, 401 visitor, 403 rest',
    'for an organization': '201 coordinator owner, 401 visitor, 403 rest',
    'for a draft organization': '201 coordinator owner, 401 visitor, 403 rest',
    never: signedIn(403),
  },
  'GET /api/v1/offers/{id}': {
    open: '200 donor program moderator, 401 visitor, 404 rest',
    gone: '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'PATCH /api/v1/offers/{id}': {
    open: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    gone: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/offers/{id}/withdraw': {
    open: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    gone: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/offers/{id}/entries': {
    open: '200 donor program moderator, 401 visitor, 404 rest',
    gone: '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/standing-offers': {
    own: signedIn(200),
    'of an organization': '200 accountant coordinator owner, 401 visitor, 404 rest',
    'of a draft organization': '200 accountant coordinator owner, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/standing-offers': {
    own: signedIn(201),
    'for an organization': '201 coordinator owner, 401 visitor, 403 rest',
    'for a draft organization': '201 coordinator owner, 401 visitor, 403 rest',
    never: signedIn(403),
  },
  'GET /api/v1/standing-offers/{id}': {
    active: '200 donor program moderator, 401 visitor, 404 rest',
    paused: '200 donor program moderator, 401 visitor, 404 rest',
    ended: '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/standing-offers/{id}/dates': {
    active: '200 donor program moderator, 401 visitor, 404 rest',
    paused: '200 donor program moderator, 401 visitor, 404 rest',
    ended: '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'PATCH /api/v1/standing-offers/{id}': {
    active: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    paused: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    ended: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/standing-offers/{id}/pause': {
    active: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    paused: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    ended: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/standing-offers/{id}/resume': {
    active: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    paused: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    ended: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/standing-offers/{id}/end': {
    active: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    paused: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    ended: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/photos/{id}/{file}': {
    'of an open need': all(200),
    'of a draft': '200 accountant coordinator owner moderator, 404 rest',
    'of a private need': '200 accountant coordinator owner moderator, 404 rest',
    'of an offer': '200 donor program moderator, 404 rest',
    never: all(404),
  },
  'POST /api/v1/offers/{id}/photos': {
    open: '201 donor program, 401 visitor, 403 moderator, 404 rest',
    gone: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'PUT /api/v1/offers/{id}/photos': {
    open: '200 donor program, 401 visitor, 403 moderator, 404 rest',
    gone: '401 visitor, 403 moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'DELETE /api/v1/offers/{id}/photos/{photo}': {
    'of an offer': '204 donor program, 401 visitor, 403 moderator, 404 rest',
    never: '401 visitor, 403 moderator, 404 rest',
    nowhere: signedIn(404),
  },
};
