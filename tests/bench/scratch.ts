import { demoLoans } from '@shared/domain/demo/demoLoans';
import { newFolder } from './folders';
import { importLoans, rawLimitOf } from './p1Import';
import { loadRaw } from './rawLoad';
import { timed } from './measure';
const n = Number(process.argv[2] ?? 50000);
const which = process.argv[3] ?? 'both';
const records = Array.from(demoLoans(n), (demo) => demo.loan);
const limit = which === 'import' ? null : await rawLimitOf(records);
const cpu = async (name: string, work: (f: Awaited<ReturnType<typeof newFolder>>) => unknown) => {
  const folder = await newFolder(n); globalThis.gc?.();
  const c = process.cpuUsage(); const t = await timed(() => work(folder)); const u = process.cpuUsage(c);
  console.log(name, Math.round(t), 'ms wall', Math.round((u.user + u.system) / 1000), 'ms cpu'); await folder.remove();
};
for (let i = 0; i < 4; i++) {
  await cpu('import', (f) => importLoans(f, records));
  if (limit) await cpu('raw', (f) => loadRaw(f.open.store, [...limit.tables, ...limit.search]));
}
