import { signedIn, type Rows } from '../matrix.rows.js';

/** Matches: known to the two sides (the accountant of the receiving one reads) and to moderators. */
export const MATCHES: Rows = {
  'GET /api/v1/matches': {
    'of an organization': '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    'of a need': '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    'of a draft': '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    'of an offer': '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
    'no need': signedIn(404),
    'no organization': signedIn(404),
  },
  'GET /api/v1/matches/{id}': {
    proposed: '401 visitor, 404 person giver foreign official administrator, 200 rest',
    held: '401 visitor, 404 person giver foreign official administrator, 200 rest',
    delivered: '401 visitor, 404 person giver foreign official administrator, 200 rest',
    gone: '401 visitor, 404 person giver foreign official administrator, 200 rest',
    never: signedIn(404),
  },
  'GET /api/v1/matches/{id}/passed-over': {
    proposed: '200 donor program moderator, 401 visitor, 403 accountant coordinator owner, 404 rest',
    held: '200 donor program moderator, 401 visitor, 403 accountant coordinator owner, 404 rest',
    delivered: '200 donor program moderator, 401 visitor, 403 accountant coordinator owner, 404 rest',
    gone: '200 donor program moderator, 401 visitor, 403 accountant coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/accept': {
    proposed: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    held: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    delivered: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 donor program coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/decline': {
    proposed: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    held: '200 coordinator owner, 401 visitor, 403 accountant moderator, 409 donor program, 404 rest',
    delivered: '401 visitor, 403 accountant moderator, 409 donor program coordinator owner, 404 rest',
    gone: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/deliver': {
    proposed: '401 visitor, 403 accountant coordinator owner moderator, 409 donor program, 404 rest',
    held: '401 visitor, 403 accountant coordinator owner moderator, 409 donor program, 404 rest',
    delivered: '200 donor program, 401 visitor, 403 accountant coordinator owner moderator, 404 rest',
    gone: '401 visitor, 403 accountant coordinator owner moderator, 409 donor program, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/confirm': {
    proposed: '401 visitor, 403 donor program accountant, 409 coordinator owner moderator, 404 rest',
    held: '401 visitor, 403 donor program accountant, 409 coordinator owner moderator, 404 rest',
    delivered: '200 coordinator owner, 401 visitor, 403 donor program accountant, 409 moderator, 404 rest',
    gone: '401 visitor, 403 donor program accountant, 409 coordinator owner moderator, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/cancel': {
    proposed: '401 visitor, 403 accountant, 409 donor program coordinator owner moderator, 404 rest',
    held: '200 donor program, 401 visitor, 403 accountant, 409 coordinator owner moderator, 404 rest',
    delivered: '401 visitor, 403 accountant, 409 donor program coordinator owner moderator, 404 rest',
    gone: '401 visitor, 403 accountant, 409 donor program coordinator owner moderator, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/matches/{id}/dispute': {
    proposed: '401 visitor, 403 accountant moderator, 409 donor program coordinator owner, 404 rest',
    held: '401 visitor, 403 accountant moderator, 409 donor program coordinator owner, 404 rest',
    delivered: '200 donor program coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 donor program coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/needs/{id}/why-not': {
    open: '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    private: '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    draft: '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    gone: '200 accountant coordinator owner moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/offers/{id}/why-not': {
    open: '200 donor program moderator, 401 visitor, 404 rest',
    gone: '200 donor program moderator, 401 visitor, 404 rest',
    never: signedIn(404),
  },
};
