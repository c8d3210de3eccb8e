import { word } from '../../worker/src/main.js'; export const w = word;
