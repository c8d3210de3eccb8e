import { signedIn, type Rows } from '../matrix.rows.js';

const never = signedIn(404);
const TRIP_HOURS = '401 visitor, 204 coordinator owner, 403 giver accountant, 404 rest';
const DRIVER_NOT_NOW = '401 visitor, 403 donor program accountant coordinator owner moderator, 409 giver, 404 rest';
/** Before anybody drives it everybody who is signed in may know of it. */
const OPEN_TO_ALL = '401 visitor, 403 rest';

/** Deliveries: known to the two sides, their driver (`giver`) and moderators; while one looks for a driver, to everybody who is signed in. Trips are their driver's alone. */
// prettier-ignore
export const DELIVERIES: Rows = {
  'GET /api/v1/matches/{id}/leg': { asked: '401 visitor, 200 donor program accountant coordinator owner moderator, 404 rest', never },
  'POST /api/v1/matches/{id}/leg': {
    accepted: '401 visitor, 201 donor program coordinator owner, 403 accountant moderator, 404 rest',
    proposed: '401 visitor, 409 donor program coordinator owner, 403 accountant moderator, 404 rest',
    never,
  },
  'GET /api/v1/legs': { '-': signedIn(200) },
  'GET /api/v1/organizations/{id}/legs': { verified: '200 coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'GET /api/v1/legs/{id}': { asked: signedIn(200), taken: '401 visitor, 200 giver donor program accountant coordinator owner moderator, 404 rest', never },
  'POST /api/v1/legs/{id}/take': { asked: '401 visitor, 403 donor program coordinator owner, 200 giver, 422 rest', never },
  'POST /api/v1/legs/{id}/release': { taken: '401 visitor, 403 donor program accountant coordinator owner moderator, 200 giver, 404 rest', asked: OPEN_TO_ALL, never },
  'POST /api/v1/legs/{id}/cancel': { asked: '401 visitor, 200 donor program coordinator owner, 403 rest', taken: '401 visitor, 200 donor program coordinator owner, 403 accountant moderator, 404 rest', never },
  'POST /api/v1/legs/{id}/pick-up': { taken: '401 visitor, 403 donor program accountant coordinator owner moderator, 422 giver, 404 rest', asked: OPEN_TO_ALL, never },
  'POST /api/v1/legs/{id}/lose': { taken: DRIVER_NOT_NOW, asked: OPEN_TO_ALL, never },
  'POST /api/v1/legs/{id}/turn-back': { taken: DRIVER_NOT_NOW, asked: OPEN_TO_ALL, never },
  'POST /api/v1/legs/{id}/take-back': { taken: '401 visitor, 403 giver accountant coordinator owner moderator, 409 donor program, 404 rest', asked: '401 visitor, 409 donor program, 403 rest', never },
  'POST /api/v1/offers/{id}/trips': { 'of time': '401 visitor, 201 giver, 404 rest', 'of things': '401 visitor, 409 donor program, 404 rest', never },
  'GET /api/v1/me/trips': { '-': signedIn(200) },
  'GET /api/v1/trips/{id}': { planned: '401 visitor, 200 giver, 404 rest', never },
  'PUT /api/v1/trips/{id}/acts': { planned: '401 visitor, 200 giver, 404 rest', never },
  'POST /api/v1/trips/{id}/cancel': { planned: '401 visitor, 200 giver, 404 rest', never },
  'POST /api/v1/trips/{id}/end': { planned: '401 visitor, 200 giver, 404 rest', never },
  'GET /api/v1/me/trip-hours': { '-': signedIn(200) },
  'GET /api/v1/organizations/{id}/trip-hours': { verified: '200 coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'POST /api/v1/trip-hours/{id}/confirm': { proposed: TRIP_HOURS, never },
  'POST /api/v1/trip-hours/{id}/decline': { proposed: TRIP_HOURS, never },
};

/** Pictures of a hand-over: of its two sides; read by moderators and the accountant too. */
// prettier-ignore
export const PICTURES: Rows = {
  'GET /api/v1/matches/{id}/photos': { accepted: '401 visitor, 200 donor program accountant coordinator owner moderator, 404 rest', never },
  'POST /api/v1/matches/{id}/photos': {
    accepted: '401 visitor, 201 donor program coordinator owner, 403 accountant moderator, 404 rest',
    proposed: '401 visitor, 409 donor program coordinator owner, 403 accountant moderator, 404 rest',
    never,
  },
  'DELETE /api/v1/matches/{id}/photos/{photo}': { "donor's": '401 visitor, 204 donor program, 403 accountant moderator, 404 rest', never: '401 visitor, 403 accountant moderator, 404 rest', nowhere: signedIn(404) },
};

const RUN = '200 coordinator owner, 401 visitor, 403 rest';

/** Shared things: seen by everybody who is signed in where they are for more than the owner's people; booked by the person who may. */
// prettier-ignore
export const BOOKINGS: Rows = {
  'GET /api/v1/resources': { '-': signedIn(200) },
  'GET /api/v1/organizations/{id}/resources': { verified: '200 accountant coordinator owner, 401 visitor, 403 rest', never: signedIn(403) },
  'POST /api/v1/organizations/{id}/resources': { verified: '201 coordinator owner, 401 visitor, 403 rest', draft: '401 visitor, 409 coordinator owner, 403 rest', never: signedIn(403) },
  'GET /api/v1/resources/{id}': { shared: signedIn(200), inside: '401 visitor, 200 accountant coordinator owner, 404 rest', never },
  'PATCH /api/v1/resources/{id}': { shared: RUN, inside: '401 visitor, 200 coordinator owner, 403 accountant, 404 rest', never },
  'POST /api/v1/resources/{id}/close': { shared: RUN, inside: '401 visitor, 200 coordinator owner, 403 accountant, 404 rest', never },
  'POST /api/v1/resources/{id}/open': { shared: RUN, inside: '401 visitor, 200 coordinator owner, 403 accountant, 404 rest', never },
  'GET /api/v1/resources/{id}/bookings': { shared: signedIn(200), inside: '401 visitor, 200 accountant coordinator owner, 404 rest', never },
  'POST /api/v1/resources/{id}/bookings': { shared: '401 visitor, 409 unconfirmed, 201 rest', inside: '401 visitor, 201 accountant coordinator owner, 404 rest', never },
  'GET /api/v1/me/bookings': { '-': signedIn(200) },
  'POST /api/v1/bookings/{id}/cancel': { booked: '401 visitor, 200 giver, 422 coordinator owner, 404 rest', never },
};
