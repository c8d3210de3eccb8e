import { all, signedIn, type Rows } from '../matrix.rows.js';

/** Needs and their photos. `private` is of a category whose words only the parties read (who reads them is asked of every answer); `gone` was taken back before anybody else saw it. */
// prettier-ignore
export const NEEDS: Rows = {
  'GET /api/v1/needs': { all: all(200), private: all(200), 'of an organization': all(200), 'of a draft organization': all(200), never: all(200) },
  'POST /api/v1/needs': {
    private: '201 coordinator owner, 401 visitor, 403 rest',
    'for an organization': '201 coordinator owner, 401 visitor, 403 rest',
    'for a draft organization': '201 coordinator owner, 401 visitor, 403 rest',
    never: signedIn(403),
  },
  'GET /api/v1/needs/duplicates': {
    private: '200 foreign, 401 visitor, 403 rest',
    'of an organization': '200 coordinator owner, 401 visitor, 403 rest',
    'of a draft organization': '200 coordinator owner, 401 visitor, 403 rest',
    never: signedIn(403),
  },
  'POST /api/v1/needs/{id}/copy': {
    open: '201 coordinator owner, 401 visitor, 403 rest',
    private: '201 coordinator owner, 401 visitor, 403 rest',
    draft: '201 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '201 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/needs/{id}': {
    open: all(200),
    private: all(200),
    draft: '200 accountant coordinator owner moderator, 404 rest',
    gone: '200 accountant coordinator owner moderator, 404 rest',
    never: all(404),
  },
  'PATCH /api/v1/needs/{id}': {
    open: '200 coordinator owner, 401 visitor, 403 rest',
    private: '200 coordinator owner, 401 visitor, 403 rest',
    draft: '200 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/needs/{id}/submit': {
    open: '401 visitor, 409 coordinator owner, 403 rest',
    private: '401 visitor, 409 coordinator owner, 403 rest',
    draft: '200 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/needs/{id}/withdraw': {
    open: '200 coordinator owner, 401 visitor, 403 rest',
    private: '200 coordinator owner, 401 visitor, 403 rest',
    draft: '200 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '200 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/needs/{id}/renew': {
    open: '200 coordinator owner, 401 visitor, 403 rest',
    private: '200 coordinator owner, 401 visitor, 403 rest',
    draft: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'POST /api/v1/needs/{id}/close': {
    open: '401 visitor, 409 coordinator owner, 403 rest',
    private: '401 visitor, 409 coordinator owner, 403 rest',
    draft: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'GET /api/v1/needs/{id}/entries': {
    open: all(200),
    private: all(200),
    draft: '200 accountant coordinator owner moderator, 404 rest',
    gone: '200 accountant coordinator owner moderator, 404 rest',
    never: all(404),
  },
  'POST /api/v1/need-renewals/look': { mailed: all(200), 'mailed about a private need': all(200), never: all(404) },
  'POST /api/v1/need-renewals': { mailed: all(200), 'mailed about a private need': all(200), never: all(404) },
  'POST /api/v1/needs/{id}/photos': {
    open: '201 coordinator owner, 401 visitor, 403 rest',
    private: '201 coordinator owner, 401 visitor, 403 rest',
    draft: '201 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'PUT /api/v1/needs/{id}/photos': {
    open: '200 coordinator owner, 401 visitor, 403 rest',
    private: '200 coordinator owner, 401 visitor, 403 rest',
    draft: '200 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    gone: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    never: signedIn(404),
  },
  'DELETE /api/v1/needs/{id}/photos/{photo}': {
    'of an open need': '204 coordinator owner, 401 visitor, 403 rest',
    'of a draft': '204 coordinator owner, 401 visitor, 403 accountant moderator, 404 rest',
    'of a private need': '204 coordinator owner, 401 visitor, 403 rest',
    never: '401 visitor, 404 coordinator owner, 403 rest',
    nowhere: signedIn(404),
  },
};
