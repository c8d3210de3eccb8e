/** Needs know it too: they say whether a shift can be planned. */
export { agreedFirst } from '#needs/light';
