/** Commands about interest, heirs and accelerations, for the test that each command leaves its row in the log. */
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';
import type { router } from '../../../electron/router';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];

interface Given {
  readonly client: () => Client;
  /** A household with a loan. */
  readonly party: () => number;
  readonly sqlite: () => Sqlite.Database;
}

/** A loan of the household that is not due yet. */
function undue({ party, sqlite }: Given): number {
  const loan = sqlite().prepare('SELECT min(id) FROM loan WHERE party_id = ?').pluck().get(party()) as number;
  sqlite().prepare("UPDATE loan SET due_date = '2030-12-31', extended_due_date = NULL WHERE id = ?").run(loan);
  return loan;
}

export const debtPaperActs = (given: Given): readonly Act[] => [
  [
    'interest.recordTerms',
    async () => {
      const { loans, today } = await given.client().interest.household({ household: given.party() });
      const { id } = present(loans[0], 'a loan');
      return given.client().interest.recordTerms({
        ...{ loan: id, seen: null, from: today, open: { contract: 0, penalty: 0, compound: 0 }, rates: [] },
        ...{ upliftPercent: '50', compound: false, basis: 360, source: '借款合同第五条' },
      });
    },
  ],
  [
    'claims.recordHeir',
    () =>
      given.client().claims.recordHeir({
        ...{ household: given.party(), replaces: null, name: '张小三', idNo: '512226197003189119', address: '某街1号' },
        ...{ phone: null, capacity: 'heir', estate: 100, renouncedOn: null, evidence: '死亡证明' },
      }),
  ],
  [
    'claims.askAcceleration',
    () => {
      const words = { clause: '第十二条', breach: '未按约定支付利息' };
      return given.client().claims.askAcceleration({ household: given.party(), loan: undue(given), ...words });
    },
  ],
];
