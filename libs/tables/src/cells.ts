import { isWritable, type FieldError } from '#kernel';
import type { Cells } from './csv.reader.js';

/** The rows of a file say the same days again and again. */
const moments = { begins: new Map<string, Date>(), ends: new Map<string, Date>() };
const MOMENTS = 10_000;

/** Takes values out of a row; what is wrong is noted with its column, and reading goes on. */
export class CellReader {
  readonly errors: FieldError[] = [];

  constructor(private readonly cells: Cells) {}

  text(column: string): string | null {
    const cell = this.cells[column];
    return cell === undefined || cell === '' ? null : cell;
  }

  needed(column: string, max: number): string {
    const text = this.text(column);
    if (text === null) this.wrong(column, 'form.required');
    else if (text.length > max) this.wrong(column, 'form.too-long', { max });
    return text ?? '';
  }

  /** Codes with bars between them. */
  list(column: string): string[] {
    const text = this.text(column);
    return text === null
      ? []
      : text
          .split('|')
          .map((code) => code.trim())
          .filter((code) => code !== '');
  }

  number(column: string, min: number, max: number): number | null {
    const text = this.text(column);
    if (text === null) return null;
    if (!/^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(text)) return this.wrong(column, 'exchange.not-a-number');
    const value = Number(text.replace(',', '.'));
    if (value < min) return this.wrong(column, 'form.too-small', { min });
    return value > max ? this.wrong(column, 'form.too-large', { max }) : value;
  }

  whole(column: string, min: number, max: number): number | null {
    const value = this.number(column, min, max);
    return value !== null && !Number.isInteger(value) ? this.wrong(column, 'form.wrong-type') : value;
  }

  /** null: nothing is said. */
  yes(column: string): boolean | null {
    const text = this.text(column)?.toLowerCase();
    if (text === undefined) return null;
    if (['true', '1', 'yes', 'да'].includes(text)) return true;
    if (['false', '0', 'no', 'нет'].includes(text)) return false;
    return this.wrong(column, 'exchange.not-a-yes-or-no');
  }

  /** What one box, visit or pack holds: both columns or none. */
  each(): { readonly quantity: string; readonly unit: string } | null {
    const [quantity, unit] = [this.text('each_quantity'), this.text('each_unit')];
    if (quantity === null && unit === null) return null;
    if (quantity === null || unit === null)
      return this.wrong(quantity === null ? 'each_quantity' : 'each_unit', 'form.required');
    return { quantity, unit };
  }

  /** ISO 8601, or a day as it is written in Russian (31.12.2026); in UTC where no zone is said. A day alone means its beginning, or its end where something ends. */
  time(column: string, day: 'begins' | 'ends'): Date | null {
    const text = this.text(column);
    if (text === null) return null;
    const known = moments[day].get(text);
    if (known) return known;
    const match =
      /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(
        text.replace(/^(\d\d)\.(\d\d)\.(\d{4})(?=$| )/, '$3-$2-$1'),
      );
    if (!match) return this.wrong(column, 'form.not-a-date');
    const [, year, month, date, hour, minute, second = '00', fraction = '0', zone = 'Z'] = match;
    const clock =
      hour !== undefined
        ? `${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}`
        : day === 'begins'
          ? '00:00:00.000'
          : '23:59:59.999';
    const offset =
      zone === 'Z'
        ? 'Z'
        : zone.length === 3
          ? `${zone}:00`
          : zone.includes(':')
            ? zone
            : `${zone.slice(0, 3)}:${zone.slice(3)}`;
    const at = new Date(`${year}-${month}-${date}T${clock}${offset}`);
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    if (!isWritable(at) || Number(date) > days) return this.wrong(column, 'form.not-a-date');
    if (moments[day].size >= MOMENTS) moments[day].clear();
    moments[day].set(text, at);
    return at;
  }

  /** `lat` and `lon`, both or none. */
  point(): { lat: number; lon: number } | null {
    const [lat, lon] = [this.text('lat'), this.text('lon')];
    if (lat === null && lon === null) return null;
    if (lat === null || lon === null) return this.wrong(lat === null ? 'lat' : 'lon', 'exchange.half-a-point');
    const point = { lat: Number(lat.replace(',', '.')), lon: Number(lon.replace(',', '.')) };
    if (!(Math.abs(point.lat) <= 90)) return this.wrong('lat', 'exchange.not-a-point');
    return Math.abs(point.lon) <= 180 ? point : this.wrong('lon', 'exchange.not-a-point');
  }

  private wrong(field: string, code: string, params?: FieldError['params']): null {
    this.errors.push({ field, code, params });
    return null;
  }
}
