/** Kinds of fields in answers about shifts, as OpenAPI describes them. */
export const moment = { type: String, format: 'date-time' } as const;
export const maybeMoment = { ...moment, nullable: true } as const;
export const words = { type: String, nullable: true } as const;
export const count = { type: 'integer', minimum: 0, example: 1 } as const;
