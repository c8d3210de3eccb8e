import { word } from '#kernel'; export const m = word;
