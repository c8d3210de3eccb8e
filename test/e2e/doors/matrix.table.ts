export const MATRIX: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
