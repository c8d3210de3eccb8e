import { all, signedIn, type Rows } from '../matrix.rows.js';

/** Intake points: everybody knows those that are public; what lies there is for owners and coordinators. */
const KEPT = (status: number): string => `${status} coordinator owner, 401 visitor, 403 rest`;
const HIDDEN = (status: number): string => `${status} coordinator owner, 401 visitor, 403 accountant, 404 rest`;

// prettier-ignore
export const STOCK: Rows = {
  'GET /api/v1/points': { '-': all(200) },
  'GET /api/v1/points/{id}': { public: all(200), 'not public': '200 accountant coordinator owner, 404 rest', never: all(404) },
  'POST /api/v1/organizations/{id}/points': {
    draft: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    verified: KEPT(201),
    suspended: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    group: '401 visitor, 403 accountant official moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'PATCH /api/v1/points/{id}': { public: KEPT(200), 'not public': HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/points/{id}/close': { public: KEPT(200), 'not public': HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/points/{id}/arrivals': {
    "the donor's": '201 donor program, 401 visitor, 403 moderator, 404 rest',
    'not public': signedIn(404),
    never: signedIn(404),
    nowhere: signedIn(404),
  },
  'GET /api/v1/offers/{id}/arrivals': { open: '200 donor program moderator, 401 visitor, 404 rest', gone: '200 donor program moderator, 401 visitor, 404 rest', never: signedIn(404) },
  'POST /api/v1/arrivals/{id}/cancel': { announced: '200 donor program coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/points/{id}/stock': { public: KEPT(200), 'not public': HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/points/{id}/intakes': { announced: KEPT(201), brought: KEPT(201), never: signedIn(404) },
  'POST /api/v1/points/{id}/issues': { shelved: KEPT(200), never: signedIn(404) },
  'GET /api/v1/points/{id}/counts': { public: KEPT(200), 'not public': HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/points/{id}/counts': { shelved: KEPT(200), never: signedIn(404) },
  'GET /api/v1/lots/{id}': { shelved: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/lots/{id}/write-off': { shelved: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/lots/{id}/move': { shelved: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/moves/{id}/receive': { sent: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/moves/{id}/call-back': { sent: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/organizations/{id}/kits': {
    draft: '201 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    verified: KEPT(201),
    suspended: '201 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    group: '201 coordinator owner, 401 visitor, 403 accountant official moderator, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/kits/{id}/retire': { written: HIDDEN(200), never: signedIn(404) },
  'POST /api/v1/points/{id}/kits': { shelved: KEPT(201), never: signedIn(404) },
  'POST /api/v1/lots/{id}/take-apart': { kits: HIDDEN(200), never: signedIn(404) },
};
