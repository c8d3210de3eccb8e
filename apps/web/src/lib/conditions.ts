/** Conditions of things, the best first: as the API names them. */
export const CONDITIONS = ['new', 'good', 'worn', 'repair'] as const;
