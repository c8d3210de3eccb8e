import { all, signedIn, type Rows } from '../matrix.rows.js';

/** Gifts of money, which need no account, and the bank statements in which they are seen, for an organization's own people. */
export const MONEY: Rows = {
  'POST /api/v1/needs/{id}/gifts': { 'of goods': all(409), money: all(201), private: all(409), draft: all(404), never: all(404) },
  'POST /api/v1/gifts': { organization: '409 accountant coordinator owner, 201 rest', category: '409 accountant coordinator owner, 201 rest', never: all(422) },
  'GET /api/v1/gift-choices': { organization: all(200), category: all(200), never: all(422) },
  'GET /api/v1/gifts/{code}/order': { promised: all(200), never: all(404) },
  'POST /api/v1/gifts/{code}/take-back': { promised: signedIn(404), 'of a standing one': '200 donor program, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/standing-offers/{id}/gifts': { active: '200 donor program moderator, 401 visitor, 404 rest', paused: '200 donor program moderator, 401 visitor, 404 rest', ended: '200 donor program moderator, 401 visitor, 404 rest', never: signedIn(404) },
  'POST /api/v1/standing-links/look': { mailed: all(200), never: all(404) },
  'POST /api/v1/standing-links': { mailed: all(200), never: all(404) },
  'GET /api/v1/gifts/{code}': { promised: all(200), never: all(404) },
  'POST /api/v1/gifts/{code}/refund': { promised: '409 accountant owner, 401 visitor, 403 rest', never: signedIn(404) },
  'GET /api/v1/me/gifts': { '-': signedIn(200) },
  'POST /api/v1/organizations/{id}/bank-statements': { verified: '201 accountant coordinator owner, 401 visitor, 403 rest', draft: '401 visitor, 409 accountant coordinator owner, 404 rest', never: signedIn(404) },
  'GET /api/v1/organizations/{id}/bank-rows': { verified: '200 accountant coordinator owner, 401 visitor, 403 rest', draft: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/bank-statements/{id}': { imported: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'POST /api/v1/bank-rows/{id}/decision': { waiting: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/organizations/{id}/surplus': { verified: '200 accountant coordinator owner, 401 visitor, 403 rest', draft: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'GET /api/v1/me/surplus': { '-': signedIn(200) },
  'GET /api/v1/surplus/{id}': { nobodys: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'POST /api/v1/surplus/{id}/decision': { nobodys: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
  'POST /api/v1/surplus/{id}/undo': { nobodys: '200 accountant coordinator owner, 401 visitor, 404 rest', never: signedIn(404) },
};
