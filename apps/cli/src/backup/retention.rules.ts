import { DAY_MS } from '#kernel';

const NAME = /^lepta-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.(backup|age)$/;

/** `lepta-20260131T020000Z.age`: the moment in UTC, and whether it is encrypted; names sort as times do. */
export function backupName(at: Date, encrypted: boolean): string {
  return `lepta-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.${encrypted ? 'age' : 'backup'}`;
}

/** Which of the files in a folder of backups have had their time; whatever has another name is not ours to judge. The newest always stays. */
export function outdated(names: readonly string[], keepDays: number, now: Date): readonly string[] {
  const ours = names.filter((name) => NAME.test(name)).sort();
  return ours.slice(0, -1).filter((name) => {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
    return (
      now.getTime() -
        Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) >
      keepDays * DAY_MS
    );
  });
}
