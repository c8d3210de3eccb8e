import { asOwner, type TestDatabase } from './database.js';

/** Makes every change of one row fail, as a row does that breaks a rule of the database or of the code. Answers what mends it. */
export async function poison(db: Pick<TestDatabase, 'owner'>, table: string, id: string): Promise<() => Promise<void>> {
  const name = `poison_${id.replaceAll('-', '_')}`;
  await asOwner(
    db,
    `
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poisoned' USING ERRCODE = '23514'; END $$;
    CREATE TRIGGER ${name} BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION ${name}();
  `,
  );
  return async () => void (await asOwner(db, `DROP FUNCTION ${name}() CASCADE`));
}
