import { type Rows } from '../matrix.rows.js';

/** What moderators and administrators do. Whether a review, mail or job exists is theirs to know: to others all are closed alike. */
export const STAFF: Rows = {
  'GET /api/v1/reviews': { '-': '200 moderator administrator, 401 visitor, 403 rest' },
  'GET /api/v1/reviews/{id}': { open: '200 moderator administrator, 401 visitor, 403 rest', 'of a private need': '200 moderator administrator, 401 visitor, 403 rest', never: '401 visitor, 404 moderator administrator, 403 rest' },
  'POST /api/v1/reviews/{id}/decision': { open: '200 moderator, 401 visitor, 403 rest', 'of a private need': '200 moderator, 401 visitor, 403 rest', never: '401 visitor, 404 moderator administrator, 403 rest' },
  'GET /api/v1/audit-log': { '-': '200 moderator administrator, 401 visitor, 403 rest' },
  'POST /api/v1/mails/{id}/retry': { failed: '204 administrator, 401 visitor, 403 rest', linked: '204 administrator, 401 visitor, 403 rest', 'of staff': '204 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'POST /api/v1/mails/{id}/reveal': { linked: '200 administrator, 401 visitor, 403 rest', 'of staff': '401 visitor, 403 rest', failed: '401 visitor, 409 administrator, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'GET /api/v1/mails': { "holding somebody's mail": '200 administrator, 401 visitor, 403 rest' },
  'POST /api/v1/clearings': { '-': '202 administrator, 401 visitor, 403 rest' },
  'POST /api/v1/weights': { '-': '201 administrator, 401 visitor, 403 rest' },
  'GET /api/v1/admin/jobs': { '-': '200 administrator, 401 visitor, 403 rest' },
  'GET /api/v1/admin/due-rows': { '-': '200 administrator, 401 visitor, 403 rest' },
  'POST /api/v1/admin/jobs/{factId}/{job}/retry': { 'given up': '200 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'GET /api/v1/admin/catalogue/{type}': { categories: '200 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'POST /api/v1/admin/catalogue/{type}': { skills: '201 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'GET /api/v1/admin/catalogue/{type}/{code}': { 'in use': '200 administrator, 401 visitor, 403 rest', retired: '200 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'PATCH /api/v1/admin/catalogue/{type}/{code}': { 'in use': '200 administrator, 401 visitor, 403 rest', retired: '200 administrator, 401 visitor, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'POST /api/v1/admin/catalogue/{type}/{code}/retire': { 'in use': '200 administrator, 401 visitor, 403 rest', retired: '401 visitor, 409 administrator, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
  'POST /api/v1/admin/catalogue/{type}/{code}/restore': { retired: '200 administrator, 401 visitor, 403 rest', 'in use': '401 visitor, 409 administrator, 403 rest', never: '401 visitor, 404 administrator, 403 rest' },
};
