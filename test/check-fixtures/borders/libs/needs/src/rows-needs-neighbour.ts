import { word } from '#offers'; export const side = word;
