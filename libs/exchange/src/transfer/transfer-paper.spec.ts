import { extractText, getDocumentProxy } from 'unpdf';
import { transferPaper } from './transfer-paper.js';
import { dayOf } from './transfer-sheet.js';

test('a sentence that ends with a date has one full stop', async () => {
  const day = dayOf(new Date('2026-12-02T05:00:00Z'), 'Asia/Yakutsk');
  const paper = await transferPaper({
    locale: 'ru',
    title: 'Отчёт о нужде № 1',
    lead: day,
    code: 'Нужда № 1',
    address: 'https://lepta.example/needs/1',
    blocks: [{ kind: 'text', text: `Опубликован ${day}.` }],
    notes: [`Издан ${day}.`],
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true });
  const said = text.replace(/\s+/g, ' ');
  expect(said).toContain('Опубликован 2 декабря 2026 г.');
  expect(said).toContain('Издан 2 декабря 2026 г.');
  expect(said).not.toContain('г..');
});
