import type { Rows } from './matrix.rows.js';
import { ACCOUNT } from './rows/account.rows.js';
import { BOOKINGS, DELIVERIES, PICTURES } from './rows/deliveries.rows.js';
import { MATCHES } from './rows/matches.rows.js';
import { NEEDS } from './rows/needs.rows.js';
import { NOTIFICATIONS } from './rows/notifications.rows.js';
import { OFFERS } from './rows/offers.rows.js';
import { OPEN } from './rows/open.rows.js';
import { MONEY } from './rows/money.rows.js';
import { ORGANIZATIONS } from './rows/organizations.rows.js';
import { REPORTS } from './rows/reports.rows.js';
import { SHIFTS } from './rows/shifts.rows.js';
import { STOCK } from './rows/stock.rows.js';
import { STAFF } from './rows/staff.rows.js';

/** Who gets which answer at every door: operation, thing, role. A new operation needs a row here before anything else passes. */
export const MATRIX: Rows = {
  ...ACCOUNT,
  ...BOOKINGS,
  ...DELIVERIES,
  ...PICTURES,
  ...MATCHES,
  ...MONEY,
  ...NEEDS,
  ...NOTIFICATIONS,
  ...OFFERS,
  ...OPEN,
  ...ORGANIZATIONS,
  ...REPORTS,
  ...STAFF,
  ...SHIFTS,
  ...STOCK,
};
