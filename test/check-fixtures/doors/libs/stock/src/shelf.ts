export const asked = 1;
export type Unasked = 2;
