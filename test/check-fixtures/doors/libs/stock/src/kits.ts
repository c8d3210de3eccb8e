export const handedOn = 3;
