import { word } from '#matching'; export const up = word;
