/** dunning pack: who is due, and with --issue the day's notices as one PDF; dunning scan: returned scans filed by their codes. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isCalendarDate } from '@shared/kernel/calendarDate';
import { refuseUnwritable } from '../platform/writablePath';
import type { CliContext, CommonOptions } from './context';
import { printJson, say, UsageError } from './output';

interface PackOptions extends CommonOptions {
  readonly unit?: string;
  readonly officer?: string;
  readonly area?: string;
  readonly until?: string;
  readonly issue?: boolean;
  readonly out?: string;
  readonly reason?: string;
}

export async function dunningPack({ client, services }: CliContext, options: PackOptions): Promise<void> {
  const until = options.until ?? services.clock.today();
  if (!isCalendarDate(until)) throw new UsageError('--until 需要 YYYY-MM-DD');
  if (options.issue && !options.out) throw new UsageError('--issue 需要 --out FILE.pdf');
  const out = options.out === undefined ? null : resolve(options.out);
  // Before numbers are spent on papers that could not be handed over.
  if (out !== null) refuseUnwritable(out, services.session.folder.root);
  const asked = { unit: options.unit ?? null, officer: options.officer ?? null, area: options.area ?? null, until };
  const { entries } = await client.dunning.pack(asked);
  const printable = entries.filter((entry) => entry.printable);
  if (!options.issue) {
    const listed = entries.map(({ trace: _, paper: _paper, ...entry }) => entry);
    if (options.json) printJson({ until, printable: printable.length, entries: listed });
    else say(`应催 ${entries.length} 人，可打印 ${printable.length} 份`);
    return;
  }
  const chosen = [options.unit, options.officer, options.area, until].filter(Boolean).join('；');
  const keys = printable.map(({ key }) => key);
  const events = await client.dunning.printPack({
    ...asked,
    keys,
    chosen,
    order: 'officer',
    warningsReason: options.reason ?? null,
    requestId: randomUUID(),
  });
  for await (const event of events) {
    if (event.type !== 'result') continue;
    const { id, number, papers, pages, first, last } = event.job;
    await client.documents.saveJob({ id, path: out });
    if (options.json) printJson({ job: number, papers, pages, first, last, out });
    else say(`${number}：${papers} 份 ${pages} 页，${first} 至 ${last}：${out}`);
  }
}

export async function dunningScan({ client }: CliContext, options: CommonOptions, path: string): Promise<void> {
  for await (const event of await client.dunning.receiveScans({ paths: [resolve(path)] })) {
    if (event.type !== 'result') continue;
    const { type: _, ...result } = event;
    if (options.json) printJson(result);
    else say(`归集 ${result.filed} 页，待手工归集 ${result.waiting} 页，以前已接收 ${result.known.length} 份`);
  }
}
