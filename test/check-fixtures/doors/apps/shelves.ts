import { asked } from '#stock';

export const shelf = asked;
