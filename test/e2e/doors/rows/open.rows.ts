import { all, signedIn, type Rows } from '../matrix.rows.js';

/** What is open to everybody (the catalogue, the public books, health), and the statements of one’s own books. */
export const OPEN: Rows = {
  'GET /api/v1/spheres': { '-': all(200) },
  'GET /api/v1/spheres/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/categories': { '-': all(200) },
  'GET /api/v1/categories/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/goods': { '-': all(200) },
  'GET /api/v1/goods/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/units': { '-': all(200) },
  'GET /api/v1/units/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/places': { '-': all(200) },
  'GET /api/v1/places/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/skills': { '-': all(200) },
  'GET /api/v1/skills/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/beneficiary-groups': { '-': all(200) },
  'GET /api/v1/beneficiary-groups/{code}': { known: all(200), never: all(404) },
  'GET /api/v1/catalogue/search': { '-': all(200) },
  'GET /api/v1/ledger/digests': { '-': all(200) },
  'GET /api/v1/ledger/export': { '-': all(404) },
  'GET /api/v1/me/statement': { own: signedIn(200), 'of an organization': '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/me/statement.csv': { own: signedIn(200), 'of an organization': '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/statements/{code}': { issued: all(200), never: all(404) },
  'GET /api/v1/balance': { '-': all(200) },
  'GET /api/v1/installation': { '-': all(200) },
  'GET /api/health/live': { '-': all(200) },
  'GET /api/health/ready': { '-': all(200) },
};
