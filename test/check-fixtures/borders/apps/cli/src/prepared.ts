import { word } from '#platform'; export const prepared = word;
