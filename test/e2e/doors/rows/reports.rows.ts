import { all, signedIn, type Rows } from '../matrix.rows.js';

const WRITES = '200 coordinator owner, 401 visitor, 403 rest';
const HIDDEN = '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest';
const NOTHING_CAME = '401 visitor, 409 coordinator owner, 403 rest';

/** Reports on needs. `owing` was closed with a part of what it asked for; `private` is of a category whose words only the parties read (who reads them is asked of every answer). */
// prettier-ignore
export const REPORTS: Rows = {
  'GET /api/v1/needs/{id}/report': { owing: all(200), reported: all(200), private: all(200), draft: '200 accountant coordinator owner moderator, 404 rest', never: all(404) },
  'GET /api/v1/needs/{id}/report.pdf': { owing: '200 accountant coordinator owner moderator, 401 visitor, 403 rest', reported: '200 accountant coordinator owner moderator, 401 visitor, 403 rest', private: '200 accountant coordinator owner moderator, 401 visitor, 403 rest', draft: '401 visitor, 404 rest, 409 accountant coordinator owner moderator', never: signedIn(404) },
  'PUT /api/v1/needs/{id}/report': { owing: WRITES, private: WRITES, open: NOTHING_CAME, draft: HIDDEN, never: signedIn(404) },
  'POST /api/v1/needs/{id}/report/photos': {
    owing: '201 coordinator owner, 401 visitor, 403 rest', private: '201 coordinator owner, 401 visitor, 403 rest', open: NOTHING_CAME, draft: HIDDEN, never: signedIn(404),
  },
  'DELETE /api/v1/needs/{id}/report/photos/{photo}': {
    written: '204 coordinator owner, 401 visitor, 403 rest', private: '204 coordinator owner, 401 visitor, 403 rest', never: '401 visitor, 404 coordinator owner, 403 rest', nowhere: signedIn(404),
  },
  'POST /api/v1/needs/{id}/report/publish': { written: WRITES, private: WRITES, owing: NOTHING_CAME, draft: HIDDEN, never: signedIn(404) },
  'POST /api/v1/needs/{id}/report/recall': { reported: WRITES, private: WRITES, owing: NOTHING_CAME, draft: HIDDEN, never: signedIn(404) },
  'GET /api/v1/reports': { '-': all(200) },
  'GET /api/v1/organizations/{id}/reports': { verified: '200 accountant coordinator owner moderator, 401 visitor, 403 rest', never: '200 moderator, 401 visitor, 403 rest' },
};
