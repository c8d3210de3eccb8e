import type { Kind } from './answer-types.js';

export interface Named {
  code: string;
  name: string;
  nameRu: string;
  nameEn: string;
}
export interface Sphere extends Named {
  hintRu?: string;
}
export interface Category extends Named {
  sphere: string;
  kinds: Kind[];
  defaultKind: Kind;
  defaultUnit: string;
  units: Record<Kind, string[]>;
  flags: string[];
  saysStorage: boolean;
}
export interface Goods extends Named {
  category: string;
  defaultUnit: string;
  units: string[];
  attributes: string[];
  saysStorage: boolean;
}
export interface Unit extends Named {
  symbolRu: string;
  symbolEn: string;
  dimension: string;
  base: string;
  basePerUnit: number;
  forms: { one: string; few: string; many: string };
}
export interface Place extends Named {
  kind?: string;
  lat: number;
  lon: number;
  mapLat: number;
  mapLon: number;
  timeZone: string;
}
