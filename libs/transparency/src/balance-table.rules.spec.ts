import { parse } from 'csv-parse/sync';
import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { balanceCsv } from './balance-table.rules.js';
import type { BalanceItem } from './open-balance.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const item = (key: string, units: BalanceItem['units'], more: Partial<BalanceItem> = {}): BalanceItem => ({
  key,
  needs: 3,
  share: 0,
  withheld: false,
  units,
  ...more,
});
const money = {
  kind: 'money',
  unit: 'kopeck',
  required: 150_050,
  open: 50_000,
  reserved: 50,
  received: 100_000,
} as const;
const time = { kind: 'time', unit: 'minute', required: 90, open: 0, reserved: 0, received: 90 } as const;
const pieces = { kind: 'goods', unit: 'pcs', required: 7, open: 7, reserved: 0, received: 0 } as const;

test('amounts stand in the unit that people use of their base, a line for each unit', () => {
  const csv = balanceCsv(catalogue, [item('relief', [money, pieces, time])], 'sphere', 'ru');
  expect(csv.startsWith('\uFEFFКод;Название;')).toBe(true);
  expect(csv.slice(1).trimEnd().split('\r\n').slice(1)).toEqual([
    'relief;Помощь в трудной ситуации;деньги;₽;1500,5;1000;0,5;500;3;',
    'relief;Помощь в трудной ситуации;вещи;шт;7;0;0;7;3;',
    'relief;Помощь в трудной ситуации;время;ч;1,5;1,5;0;0;3;',
  ]);
});

test('in English by RFC 4180, and what is withheld or asks for nothing is said', () => {
  const items = [item('zeya', [money]), item('tynda', [], { needs: 0, withheld: true })];
  const rows = parse(balanceCsv(catalogue, items, 'place', 'en'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(rows.map((row) => [row.Code, row.Needed, row['Open needs'], row.Withheld])).toEqual([
    ['zeya', '1500.5', '3', ''],
    ['tynda', '', '0', 'yes'],
  ]);
});

test('a month is its own name', () =>
  expect(balanceCsv(catalogue, [item('2026-03', [pieces])], 'month', 'ru')).toContain('\r\n2026-03;2026-03;вещи;'));
