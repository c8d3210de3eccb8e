import { createHash, type Hash } from 'node:crypto';
import { FORMAT, FORMAT_VERSION, jsonOf, readFrames } from './archive.js';
import { BackupError } from './backup-error.js';
import type { Header, SectionEnd } from './make.js';

export interface Section {
  readonly kind: 'table' | 'file';
  /** Name of the table, or path of the file below the folder of files. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a reader of a backup does with its parts, in the order of the file. */
export interface Visitor {
  begin(section: Section): Promise<void>;
  piece(bytes: Buffer): Promise<void>;
  end(section: Section, sum: SectionEnd): Promise<void>;
}

const CODE_NAME = /^[a-z_][a-z0-9_]{0,62}$/i;

/** The file of a backup, and keys, one of which opens it where it is encrypted. */
export interface Source {
  readonly file: string;
  readonly identities?: readonly string[];
}

/** Reads a backup from its first byte to its last and throws BackupError at the first thing that does not fit. Returns its header. */
export async function walk({ file, identities = [] }: Source, visitor: Visitor | null = null): Promise<Header> {
  let header: Header | null = null;
  let open: { section: Section; hash: Hash; bytes: number } | null = null;
  const seen: string[] = [];
  for await (const { kind, payload } of readFrames(file, identities)) {
    if (!header) {
      if (kind !== 'H') throw new BackupError('it is no backup of Lepta');
      header = readHeader(payload);
    } else if (kind === 'D' && open) {
      open.hash.update(payload);
      open.bytes += payload.length;
      await visitor?.piece(payload);
    } else if (kind === 'E' && open) {
      const sum = jsonOf<SectionEnd>(payload) as SectionEnd;
      if (sum.bytes !== open.bytes || sum.sha256 !== open.hash.digest('hex'))
        throw new BackupError(`${open.section.name} does not have its sum`);
      await visitor?.end(open.section, sum);
      open = null;
    } else if ((kind === 'T' || kind === 'F') && !open) {
      const section = readSection(kind, payload);
      if (section.kind === 'table') seen.push(section.name);
      open = { section, hash: createHash('sha256'), bytes: 0 };
      await visitor?.begin(section);
    } else if (kind !== 'Z' || open) throw new BackupError('its parts are in no order');
  }
  if (!header || JSON.stringify(seen) !== JSON.stringify(header.tables)) throw new BackupError('tables are missing');
  return header;
}

function readHeader(payload: Buffer): Header {
  const header = jsonOf<Header>(payload);
  if (header.format !== FORMAT) throw new BackupError('it is no backup of Lepta');
  if (header.version !== FORMAT_VERSION)
    throw new BackupError(`it has the format ${String(header.version)}; this version reads ${FORMAT_VERSION}`);
  if (!Array.isArray(header.migrations) || !Array.isArray(header.tables) || !Array.isArray(header.sequences))
    throw new BackupError('its header is damaged');
  return header as Header;
}

/** Names become SQL and paths: what could be anything else is refused. */
function readSection(kind: 'T' | 'F', payload: Buffer): Section {
  const said = jsonOf<{ name: string; columns: string[]; path: string }>(payload);
  if (kind === 'T') {
    const { name = '', columns = [] } = said;
    if (![name, ...columns].every((word) => CODE_NAME.test(word)) || columns.length === 0)
      throw new BackupError('a table has no usable name');
    return { kind: 'table', name, columns };
  }
  const path = said.path ?? '';
  if (
    path === '' ||
    path.includes('\\') ||
    path.includes('\0') ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..')
  )
    throw new BackupError('a file has no usable name');
  return { kind: 'file', name: path, columns: [] };
}
