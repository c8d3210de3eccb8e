import { newId } from '#kernel';
import { photoKey } from '#photos';
import { Files } from '#platform';
import { ok } from '../../support/region.js';
import { PRIVATE_NEED, type Cast } from './cast.js';
import type { Thing } from './matrix.things.js';

/** A need that has received a part of what it asked for, and was closed with it: it owes a report. */
export async function owing(cast: Cast, changes: object = {}): Promise<string> {
  const [row] = (await cast.source.query('SELECT need_id AS id FROM matches WHERE id = $1', [
    await cast.match('confirmed', changes),
  ])) as [{ id: string }];
  ok(await cast.as('coordinator').post(`/needs/${row.id}/close`));
  return row.id;
}

/** The same with a report that only has to be published. */
export async function written(cast: Cast, changes: object = {}): Promise<string> {
  const id = await owing(cast, changes);
  ok(
    await cast
      .as('coordinator')
      .call(
        'PUT',
        `/needs/${id}/report`,
        { title: 'Теплее', outcome: 'Обогреватели стоят в домах.' },
        { 'if-match': '"v1"' },
      ),
  );
  return id;
}

export async function reported(cast: Cast, changes: object = {}): Promise<string> {
  const id = await written(cast, changes);
  ok(await cast.as('coordinator').post(`/needs/${id}/report/publish`));
  return id;
}

/** A photo of the report that is being written. */
export async function reportPhoto(cast: Cast, id: string): Promise<{ id: string; photo: string }> {
  const photo = newId();
  await cast.source.query(
    `INSERT INTO photos (id, report_id, position, status, type, bytes, width, height, created_by, created_at, processed_at) SELECT $1, id, 0, 'ready', 'image/png', 1, 1, 1, $1, now(), now() FROM need_reports WHERE need_id = $2`,
    [photo, id],
  );
  await cast.source.query('UPDATE need_reports SET photo_ids = photo_ids || $1::uuid WHERE need_id = $2', [photo, id]);
  await cast.api.app.get(Files).put(photoKey(photo, 480), Buffer.from('RIFF'), 'image/webp');
  return { id, photo };
}

const at =
  (make: (cast: Cast) => Promise<string>): Thing =>
  async (cast) => ({ id: await make(cast) });
const never: Thing = async () => ({ id: newId() });
const draft = at((cast) => cast.need('draft'));

export const REPORT_THINGS: Readonly<Record<string, Readonly<Record<string, Thing>>>> = {
  'GET /api/v1/needs/{id}/report': {
    owing: at(owing),
    reported: at(reported),
    private: at((cast) => reported(cast, PRIVATE_NEED)),
    draft,
    never,
  },
  'GET /api/v1/needs/{id}/report.pdf': {
    owing: at(owing),
    reported: at(reported),
    private: at((cast) => reported(cast, PRIVATE_NEED)),
    draft,
    never,
  },
  'PUT /api/v1/needs/{id}/report': {
    owing: at(owing),
    private: at((cast) => owing(cast, PRIVATE_NEED)),
    open: at((cast) => cast.need('open')),
    draft,
    never,
  },
  'POST /api/v1/needs/{id}/report/photos': {
    owing: at(owing),
    private: at((cast) => owing(cast, PRIVATE_NEED)),
    open: at((cast) => cast.need('open')),
    draft,
    never,
  },
  'DELETE /api/v1/needs/{id}/report/photos/{photo}': {
    written: async (cast) => reportPhoto(cast, await written(cast)),
    private: async (cast) => reportPhoto(cast, await written(cast, PRIVATE_NEED)),
    never: async (cast) => ({ id: await written(cast), photo: newId() }),
    nowhere: async () => ({ id: newId(), photo: newId() }),
  },
  'POST /api/v1/needs/{id}/report/publish': {
    written: at(written),
    private: at((cast) => written(cast, PRIVATE_NEED)),
    owing: at(owing),
    draft,
    never,
  },
  'POST /api/v1/needs/{id}/report/recall': {
    reported: at(reported),
    private: at((cast) => reported(cast, PRIVATE_NEED)),
    owing: at(owing),
    draft,
    never,
  },
  'GET /api/v1/organizations/{id}/reports': {
    verified: at(async (cast) => (await owing(cast), cast.organization)),
    never,
  },
};
