/** A case as the books may have it, for tests of what is derived from one. */

import type { ActKind } from '@shared/domain/litigation/actKinds';
import type { CaseAct } from '@shared/domain/litigation/acts';
import { type CaseFacts, caseFacts } from '@shared/domain/litigation/caseFacts';
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { shipped } from '../../rules/support/ask';

export const TODAY = '2026-11-22';
export const { book } = shipped;

export const act = (kind: ActKind, on: string | null, detail: CaseAct['detail'] = {}, key = `a-${kind}`): CaseAct => ({
  key,
  kind,
  on,
  detail,
  documentId: null,
  files: [],
  note: null,
  accepted: null,
  by: null,
  at: null,
});

/** 20 万元本金、1 万元利息, without securities, described once. */
export const caseFile = (given: Partial<CaseFile> = {}): CaseFile => ({
  id: 1,
  key: 'AJ000001',
  version: 1,
  route: 'suit',
  standing: 'plaintiff',
  title: '诉杨𠮷金融借款合同纠纷',
  cause: '金融借款合同纠纷',
  court: '奉节县人民法院',
  courtLevel: 'basic',
  unit: { id: 2, name: '青石分理处', level: 'sub-branch' },
  household: { id: 1, number: 'H000001', name: '杨𠮷' },
  openedOn: '2026-09-01',
  loans: [{ loanId: 1, partyId: 1, contract: '奉信1号', receiptNo: null, principal: 20_000_000, interest: 1_000_000 }],
  parties: [
    { key: 'p1', role: 'defendant', capacity: 'borrower', name: '杨𠮷', kind: 'person', partyId: 1, guarantees: [] },
  ],
  claims: [],
  securities: [],
  people: [{ role: 'responsible', userId: 1, name: '王某', reason: null }],
  remark: null,
  statedStage: null,
  acts: [],
  evidence: [],
  report: null,
  consent: { state: 'none', requestId: null, number: null, on: null, deadline: null },
  postponements: [],
  permits: [],
  demands: [],
  ...given,
});

/** Opinion, committee and filing as an imported ledger tells them: the gate is open. */
export const passed = {
  consent: { state: 'recorded', requestId: null, number: '同意1号', on: '2026-09-05', deadline: null },
  version: 0,
} as const satisfies Partial<CaseFile>;

export const filed = act('filing-decided', '2026-09-08', {
  filing: { level: 'county', outcome: 'agreed', version: 0 },
});

export const factsOf = (given: Partial<CaseFile> = {}): CaseFacts => caseFacts(book, caseFile(given), TODAY);
