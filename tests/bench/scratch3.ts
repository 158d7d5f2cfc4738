import { demoLoans } from '@shared/domain/demo/demoLoans';
import { newFolder } from './folders';
import { rawLimitOf } from './p1Import';
const n = 50000;
const records = Array.from(demoLoans(n), (demo) => demo.loan);
const limit = await rawLimitOf(records);
for (let r = 0; r < 3; r++) {
  const f = await newFolder(n); const { sqlite } = f.open.store;
  const tables = [...limit.tables, ...limit.search];
  let m = performance.now(); const lap = (name: string) => { const t = performance.now(); console.log(name, Math.round(t - m)); m = t; };
  sqlite.exec('BEGIN IMMEDIATE');
  const ix = sqlite.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('loan','party')").all() as { name: string; sql: string }[];
  for (const { name } of ix) sqlite.exec(`DROP INDEX ${name}`);
  for (const { table, columns, rows } of tables) {
    const insert = sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row);
    lap(table);
  }
  for (const { sql } of ix) sqlite.exec(sql);
  lap('indexes'); sqlite.exec('COMMIT'); lap('commit'); await f.remove();
}
