import { demoLoans } from '@shared/domain/demo/demoLoans';
import { newFolder } from './folders';
import { importLoans, rawLimitOf } from './p1Import';
import { loadRaw } from './rawLoad';
import { timed } from './measure';
const n = Number(process.argv[2] ?? 50000);
const records = Array.from(demoLoans(n), (demo) => demo.loan);
const limit = await rawLimitOf(records);
console.log(limit.tables.map(t=>[t.table,t.rows.length]));
const cpu = async (name: string, work: (f: Awaited<ReturnType<typeof newFolder>>) => unknown) => {
  const folder = await newFolder(n); globalThis.gc?.();
  const c = process.cpuUsage(); const t = await timed(() => work(folder)); const u = process.cpuUsage(c);
  console.log(name, Math.round(t), 'ms wall', Math.round((u.user + u.system) / 1000), 'ms cpu'); await folder.remove();
};
for (let i = 0; i < 3; i++) {
  await cpu('import', (f) => importLoans(f, records));
  await cpu('raw', (f) => loadRaw(f.open.store, [...limit.tables, ...limit.search]));
  await cpu('bare', (f) => loadRaw(f.open.store, limit.tables));
}
