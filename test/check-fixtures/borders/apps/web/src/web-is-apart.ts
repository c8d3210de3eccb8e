import { word } from '#needs'; export const w = word;
