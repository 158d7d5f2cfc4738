/** A court case as its file has it, with only what a test says. */

import type { ActKind } from '@shared/domain/litigation/actKinds';
import { type ActDetail, type CaseAct, inOrder } from '@shared/domain/litigation/acts';
import type { CaseFile } from '@shared/domain/litigation/caseFile';

export type GivenAct = readonly [kind: ActKind, on: string | null, detail?: ActDetail];

/** Keys are a1, a2 … in the order given. */
export const actsOf = (...given: readonly GivenAct[]): CaseAct[] =>
  inOrder(
    given.map(([kind, on, detail = {}], index) => ({
      ...{ key: `a${index + 1}`, kind, on, detail },
      ...{ documentId: null, files: [], note: null, accepted: null, by: null, at: null },
    })),
  );

export const courtCase = (more: Partial<CaseFile> = {}): CaseFile => ({
  ...{ id: 1, key: 'AJ000001', version: 1, route: 'suit', standing: 'plaintiff' },
  ...{ title: '诉张三', cause: '金融借款合同纠纷', court: '奉节县人民法院', courtLevel: 'basic' },
  unit: { id: 2, name: '青石分理处', level: 'sub-branch' },
  household: { id: 7, number: 'H000007', name: '张三' },
  openedOn: '2026-01-05',
  loans: [{ loanId: 1, partyId: 7, contract: 'k1', receiptNo: null, principal: 10_000_000, interest: 1_000_000 }],
  parties: [
    { key: 'p1', role: 'defendant', capacity: 'borrower', name: '张三', kind: 'person', partyId: 7, guarantees: [] },
  ],
  ...{ claims: [], securities: [], people: [], remark: null, statedStage: null, acts: [], evidence: [], report: null },
  consent: { state: 'none', requestId: null, number: null, on: null, deadline: null },
  ...{ postponements: [], permits: [], demands: [] },
  ...more,
});
