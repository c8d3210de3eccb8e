import { word } from '../../needs/src/inside.js'; export const in2 = word;
