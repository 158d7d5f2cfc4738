/** A household with loans in a real folder, and receipts as the contract takes them. */
import { createRouterClient } from '@orpc/server';
import type { ReceiptInput } from '@shared/contract/receipts.contract';
import { router } from '../../../../electron/router';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder, type TestFolderOptions, type TestUser } from '../../../support/openFolder';

let requests = 0;
export const requestId = (): string => {
  requests += 1;
  return `3f2b1c1e-6f0a-4b5e-9a54-${String(requests).padStart(12, '0')}`;
};

export async function desk(user: TestUser = 'clerk', engine?: TestFolderOptions['engine']) {
  const folder: TestFolder = await makeFolder({ user, ...(engine && { engine }) });
  const api = createRouterClient(router, { context: { services: folder.services } });
  const build = new Builder(folder.open);
  const rows = (sql: string) =>
    folder.services.session.open?.store.sqlite.prepare(sql).all() as Record<string, unknown>[];
  return { folder, api, build, rows };
}

export const receipt = (household: number, given: Partial<ReceiptInput> = {}): ReceiptInput => ({
  household,
  receivedOn: '2026-11-20',
  bookedOn: given.receivedOn && given.receivedOn > '2026-10-31' ? given.receivedOn : '2026-11-20',
  amount: 100_000,
  costsOwed: 0,
  voucherNo: '00479',
  payer: '李四',
  channel: 'cash',
  form: 'money',
  designation: null,
  accrued: [],
  collectors: [
    { name: '王某', ppm: 600_000 },
    { name: '李某', ppm: 400_000 },
  ],
  doubleReason: null,
  remark: null,
  ...given,
});
