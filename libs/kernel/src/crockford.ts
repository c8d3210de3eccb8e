/** The symbols of Crockford's base 32, in the order of their values: no letter that is taken for a figure. Five bits each. */
export const CROCKFORD_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
