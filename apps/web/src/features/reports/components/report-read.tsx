import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import type { Kind, Photo } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import type { Book, Report, ReportWords } from '../api/reports.js';
import { BookRows, Came, Wall } from './report-book.js';
import { Part } from './report-part.js';
import { ReportSheet } from './report-sheet.js';

/** The report as everybody would read it, with the words that are typed now. */
export function Preview({
  book,
  kind,
  zone,
  words,
  photos,
}: {
  book: NonNullable<Report['book']>;
  kind: Kind;
  zone: string | undefined;
  words: ReportWords;
  photos: Photo[];
}): ReactNode {
  const [preview, setPreview] = useState(false);
  return (
    <section className="report-part" id="preview">
      <Button aria-expanded={preview} onClick={() => setPreview(!preview)}>
        {t('reports:preview')}
      </Button>
      {preview && (
        <div className="gap-top-6" data-report-preview>
          <ReportSheet
            book={book}
            kind={kind}
            zone={zone}
            versions={[{ version: 1, publishedAt: null, photos, ...words }]}
          />
        </div>
      )}
    </section>
  );
}

export function FromBook({ book, kind, zone }: { book: Book; kind: Kind; zone: string | undefined }): ReactNode {
  return (
    <>
      <Part title={t('reports:came')} from="book">
        <Came book={book} kind={kind} zone={zone} />
      </Part>
      <Part title={t('reports:rows')} from="book">
        <BookRows book={book} kind={kind} zone={zone} />
      </Part>
    </>
  );
}

export const Wished = ({ book }: { book: Book }): ReactNode => (
  <Part title={t('reports:whoToName')} from="wished">
    <Wall givers={book.givers} />
    <p className="small muted gap-top-3">{t('reports:namesLocked')}</p>
  </Part>
);
