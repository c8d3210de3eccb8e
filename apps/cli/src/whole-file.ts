import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { InputError, terminalLocale } from './input.js';

type Write = (text: string) => Promise<void>;

/** Why a file cannot be written, where that is the operator's to mend. */
const FAULTS: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  ENOENT: { ru: 'такой папки нет', en: 'there is no such folder' },
  ENOTDIR: { ru: 'такой папки нет', en: 'there is no such folder' },
  EISDIR: { ru: 'это папка', en: 'it is a folder' },
  EACCES: { ru: 'нет прав', en: 'permission denied' },
  EPERM: { ru: 'нет прав', en: 'permission denied' },
  EROFS: { ru: 'здесь можно только читать', en: 'it can only be read there' },
  ENOSPC: { ru: 'на диске нет места', en: 'no room on the disk' },
};

/**
 * Writes a file that is there whole or as it was before: what fails, or writes nothing, leaves an older one alone. A device or a pipe is written as it is.
 * @throws InputError where the file cannot be written
 */
export async function writeWhole<T>(path: string, work: (write: Write) => Promise<T>): Promise<T> {
  const target = await realpath(path).catch(() => path);
  const isPlain = (await stat(target).catch(() => null))?.isFile() !== false;
  const fresh = isPlain ? `${target}.new` : target;
  let file: FileHandle | null = null;
  const opened = async (): Promise<FileHandle> => (file ??= await open(fresh, 'w'));
  try {
    const result = await work((text) => told(path, async () => (await opened()).writeFile(text)));
    if (file !== null) {
      await told(path, () => (file as FileHandle).close());
      if (isPlain) await told(path, () => rename(fresh, target));
    }
    return result;
  } catch (err) {
    if (file !== null) {
      await (file as FileHandle).close().catch(() => undefined); // it may be closed already: what counts is the first failure
      if (isPlain) await rm(fresh, { force: true });
    }
    throw err;
  }
}

async function told<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (err) {
    const fault = FAULTS[(err as NodeJS.ErrnoException).code ?? ''];
    if (!fault) throw err;
    const locale = await terminalLocale();
    throw new InputError(
      locale === 'ru' ? `Файл ${path} не записан: ${fault.ru}` : `${path} was not written: ${fault.en}`,
    );
  }
}
