import { all, inPerson, signedIn, type Rows } from '../matrix.rows.js';

const RUN = '200 coordinator owner, 401 visitor, 403 rest';
/** What the two sides of a sign-up may not do now. */
const NOT_NOW = '401 visitor, 409 donor program coordinator owner, 404 rest';
const BOTH = '200 donor program coordinator owner, 401 visitor, 404 rest';
const VOLUNTEER = '200 donor program, 401 visitor, 403 coordinator owner, 404 rest';
const VOLUNTEER_NOT_NOW = '401 visitor, 403 coordinator owner, 409 donor program, 404 rest';
const ORGANIZATION = '200 coordinator owner, 401 visitor, 403 donor program, 404 rest';
const ORGANIZATION_NOT_NOW = '401 visitor, 403 donor program, 409 coordinator owner, 404 rest';
/** Every state in which a sign-up is tried, the same. */
const everywhere = (row: string): Record<string, string> =>
  Object.fromEntries(
    ['to come', 'begun', 'waiting', 'offered', 'checked in', 'confirmed', 'cancelled'].map((state) => [state, row]),
  );
const never = signedIn(404);

/** Shifts are public with their need; a sign-up is known to its volunteer (`donor`, and `program` in their name) and to those who run the shift. */
// prettier-ignore
export const SHIFTS: Rows = {
  'GET /api/v1/shifts': { '-': all(200) },
  'GET /api/v1/shifts/counts': { '-': all(200) },
  'GET /api/v1/me/shifts': { '-': signedIn(200) },
  'GET /api/v1/me/shifts/suited': { '-': signedIn(200) },
  'GET /api/v1/me/shift-wishes': { '-': signedIn(200) },
  'PUT /api/v1/me/shift-wishes': { '-': signedIn(200) },
  'DELETE /api/v1/me/shift-wishes': { '-': signedIn(204) },
  'GET /api/v1/needs/{id}/shifts': { open: all(200), draft: '200 accountant coordinator owner moderator, 404 rest', private: all(200), 'of things': all(200), never: all(404) },
  'GET /api/v1/organizations/{id}/hours': { verified: '200 coordinator owner, 401 visitor, 403 rest', draft: '200 coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'GET /api/v1/organizations/{id}/shifts': { verified: '200 accountant coordinator owner, 401 visitor, 403 rest', draft: '200 accountant coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'GET /api/v1/organizations/{id}/shifts/week': { verified: '200 accountant coordinator owner, 401 visitor, 403 rest', draft: '200 accountant coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'POST /api/v1/needs/{id}/shifts': {
    open: '201 coordinator owner, 401 visitor, 403 rest',
    draft: '401 visitor, 403 accountant moderator, 409 coordinator owner, 404 rest',
    private: '401 visitor, 409 coordinator owner, 403 rest',
    'of things': '401 visitor, 409 coordinator owner, 403 rest',
    never,
  },
  'GET /api/v1/shifts/{id}': { planned: all(200), cancelled: all(200), never: all(404) },
  'PATCH /api/v1/shifts/{id}': { planned: RUN, cancelled: '401 visitor, 409 coordinator owner, 403 rest', never },
  'POST /api/v1/shifts/{id}/cancel': { planned: RUN, cancelled: RUN, never },
  'POST /api/v1/shifts/{id}/confirm': { planned: RUN, cancelled: RUN, never },
  'GET /api/v1/shifts/{id}/sign-ups': { planned: RUN, cancelled: RUN, never },
  'POST /api/v1/shifts/{id}/sign-ups': {
    planned: '401 visitor, 403 accountant coordinator owner, 409 unconfirmed, 201 rest',
    cancelled: '401 visitor, 403 accountant coordinator owner, 409 rest',
    never,
  },
  'GET /api/v1/shifts/{id}/candidates': { planned: RUN, cancelled: RUN, never },
  'POST /api/v1/shifts/{id}/asks': { planned: '401 visitor, 409 coordinator owner, 403 rest', cancelled: '401 visitor, 409 coordinator owner, 403 rest', never },
  'GET /api/v1/sign-ups/{id}': { ...everywhere(BOTH), never },
  'GET /api/v1/sign-ups/{id}/shift.ics': { ...everywhere('200 donor program, 401 visitor, 404 rest'), never },
  'GET /api/v1/sign-ups/{id}/agreement.pdf': { ...everywhere(BOTH), waiting: NOT_NOW, offered: NOT_NOW, cancelled: NOT_NOW, never },
  'POST /api/v1/sign-ups/{id}/consent-link': { ...everywhere(VOLUNTEER_NOT_NOW), never },
  'POST /api/v1/guardian-consents/look': { never: all(404) },
  'POST /api/v1/guardian-consents': { never: all(404) },
  'POST /api/v1/sign-ups/{id}/accept': { ...everywhere(VOLUNTEER), waiting: VOLUNTEER_NOT_NOW, cancelled: VOLUNTEER_NOT_NOW, never },
  'POST /api/v1/sign-ups/{id}/cancel': { ...everywhere(BOTH), begun: NOT_NOW, 'checked in': NOT_NOW, confirmed: NOT_NOW, never },
  'POST /api/v1/sign-ups/{id}/check-in': {
    ...everywhere(NOT_NOW), 'to come': '200 coordinator owner, 401 visitor, 422 donor program, 404 rest', begun: '200 coordinator owner, 401 visitor, 422 donor program, 404 rest', 'checked in': BOTH, confirmed: BOTH, never,
  },
  'POST /api/v1/sign-ups/{id}/check-out': { ...everywhere(VOLUNTEER_NOT_NOW), 'checked in': VOLUNTEER, confirmed: VOLUNTEER, never },
  'POST /api/v1/sign-ups/{id}/done': { ...everywhere(VOLUNTEER_NOT_NOW), confirmed: VOLUNTEER, never },
  'POST /api/v1/sign-ups/{id}/late': { ...everywhere(VOLUNTEER_NOT_NOW), 'to come': VOLUNTEER, 'checked in': VOLUNTEER, confirmed: VOLUNTEER, never },
  'POST /api/v1/sign-ups/{id}/no-show': { ...everywhere(ORGANIZATION_NOT_NOW), begun: ORGANIZATION, never },
  'POST /api/v1/sign-ups/{id}/confirm': { ...everywhere(ORGANIZATION_NOT_NOW), 'checked in': ORGANIZATION, confirmed: ORGANIZATION, never },
  'POST /api/v1/sign-ups/{id}/dispute': { ...everywhere(VOLUNTEER_NOT_NOW), confirmed: VOLUNTEER, never },
  'GET /api/v1/me/calendar': { '-': inPerson(200) },
  'POST /api/v1/me/calendar': { '-': inPerson(201) },
  'DELETE /api/v1/me/calendar': { '-': inPerson(204) },
  'GET /api/v1/calendars/{token}/shifts.ics': { issued: all(200), never: all(404) },
};
