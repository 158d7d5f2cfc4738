/** A case about the debts of two households that guarantee each other: opened, gated, heard by the clocks (LIT-02, LIT-04, LIT-06). */
import { randomUUID } from 'node:crypto';
import type { CaseDescription } from '@shared/contract/litigationInputs';
import { guaranteeClaim } from '@shared/domain/litigation/claimTexts';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendCase, openCase } from '../../../../electron/features/litigation/describeCase';
import { listCases } from '../../../../electron/features/litigation/listCases';
import { overrideGate } from '../../../../electron/features/litigation/overrideGate';
import { readCaseFacts } from '../../../../electron/features/litigation/readCase';
import { recordAct } from '../../../../electron/features/litigation/recordAct';
import { showHouseholdCases } from '../../../../electron/features/litigation/showHouseholdCases';
import { householdRadar } from '../../../../electron/features/portfolio/householdRadar';
import { rulesInForce } from '../../../../electron/features/rules/rulesInForce';
import type { OpenFolder } from '../../../../electron/openFolder';
import { TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let clerk: OpenFolder;
let chief: OpenFolder;
let one: number;
let other: number;
let security: number;
let id: number;

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  const due = { issue_date: '2023-01-05', due_date: '2024-01-05' };
  one = build.party({ name: '联保甲' });
  other = build.party({ name: '联保乙' });
  const loan = build.loan({ ...due, party_id: one, contract_no: '甲1', balance: 60_000_00, principal: 60_000_00 });
  const second = build.loan({ ...due, party_id: other, contract_no: '乙1', balance: 40_000_00, principal: 40_000_00 });
  build.guarantee({ loan_id: loan, party_id: other, period_wording: '三年' });
  build.guarantee({ loan_id: second, party_id: one, period_wording: '三年' });
  security = build.collateral({ loan_id: second, location: '乙家房屋', owner_name: '联保乙' });
  const people = await withPeople(folder.open, { wu: ['clerk'], chief: ['branch-head'] });
  [clerk, chief] = [await people.as('wu'), await people.as('chief')];
});
afterAll(() => folder.close());

const offered = () => showHouseholdCases(folder.services, folder.open, householdNumber(one), [householdNumber(other)]);

type Offered = Awaited<ReturnType<typeof offered>>;

const claimOn = ({ name, guarantees }: Offered['parties'][number], loans: Offered['loans']): string =>
  guaranteeClaim(
    name,
    guarantees.flatMap(({ loanId, kind }) =>
      loans.filter((loan) => loan.loanId === loanId).map((loan) => ({ ...loan, kind })),
    ),
    loans,
  );

async function description(principals: readonly [number, number]): Promise<CaseDescription> {
  const of = await offered();
  return {
    ...{ title: of.title, cause: of.cause, court: '奉节县人民法院', courtLevel: 'basic', remark: null },
    loans: of.loans.map(({ loanId }, at) => ({ loanId, principal: principals[at] as number, interest: 0 })),
    parties: of.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', partyId, name, capacity })),
    claims: of.parties.map((party, at) => ({
      ...{ kind: 'guarantee' as const, amount: null, collateralId: null, party: `p${at + 1}` },
      text: claimOn(party, of.loans),
    })),
    people: [],
  };
}

/** A pre-litigation report that was issued about a household. */
function reportOn(party: number): void {
  const { sqlite } = folder.open.store;
  const sha256 = 'a'.repeat(64);
  sqlite.prepare('INSERT OR IGNORE INTO attachment VALUES (?, ?, 1, ?)').run(sha256, 'application/pdf', TODAY);
  const sql = `INSERT INTO document (form, template_version, title, paper_key, subject_kind, subject_id, subject_label, party_id, category,
      as_of, issued_on, issued_at, user_id, status, data, pages, pdf_sha256, request_id)
    VALUES ('DOC-LIT-01', '1', '诉前论证报告', ?, 'household', ?, '户', ?, 'litigation', ?, ?, ?, 1, 'issued', '{}', 1, ?, ?)`;
  const key = `report-${party}`;
  sqlite.prepare(sql).run(key, party, party, TODAY, TODAY, TODAY, sha256, key);
}

const act = (kind: string, on: string, detail: object) =>
  recordAct(folder.services, clerk, {
    ...{ id, kind: kind as never, on, detail, documentId: null, note: null, files: [] },
    ...{ accepted: ['act-before'], reason: '补登', requestId: randomUUID() },
  });

async function linesOf(partyId: number, name: string) {
  const { book } = await rulesInForce(folder.open.store.read, TODAY);
  return householdRadar(folder.open.store.read, book, { id: partyId, name }, TODAY).lines;
}

describe('LIT-02 a case about several households', () => {
  it('offers the debts and securities of both, each person once, with whose debts he guarantees', async () => {
    const { loans, parties, securities, title } = await offered();
    expect(loans.map(({ borrower, contract }) => [borrower, contract])).toEqual([
      ['联保甲', '甲1'],
      ['联保乙', '乙1'],
    ]);
    expect(parties.map((party) => [party.name, party.capacity, claimOn(party, loans)])).toEqual([
      ['联保甲', 'borrower', '联保甲对联保乙的上述债务承担连带清偿责任'],
      ['联保乙', 'borrower', '联保乙对联保甲的上述债务承担连带清偿责任'],
    ]);
    expect(securities).toMatchObject([{ collateralId: security }]);
    expect(title).toContain('等');
  });

  it('is opened with a claim per loan; each household lists it, the ledger counts the households', async () => {
    const head = { route: 'suit', standing: 'plaintiff', requestId: randomUUID() } as const;
    ({ id } = await openCase(folder.services, clerk, {
      ...head,
      description: await description([60_000_00, 40_000_00]),
    }));
    const { items } = await listCases(folder.services, folder.open, {
      ...{ text: '联保乙', unit: null, stages: [], view: 'all', limit: 10 },
    });
    expect(items).toMatchObject([{ borrower: '联保甲等2户', contracts: ['甲1', '乙1'], principal: 100_000_00 }]);
    for (const household of [one, other])
      expect((await showHouseholdCases(folder.services, folder.open, householdNumber(household))).cases).toHaveLength(
        1,
      );
  });

  it('LIT-06 asks for the security of the other household too, LIT-01 for a report on each', async () => {
    const state = async (step: string) => {
      const { gate } = await readCaseFacts(folder.open.store.read, id, TODAY);
      return gate.steps.find((each) => each.id === step)?.state;
    };
    expect([await state('security'), await state('report')]).toEqual(['missing', 'missing']);
    reportOn(one);
    expect(await state('report')).toBe('missing');
    reportOn(other);
    expect(await state('report')).toBe('done');
  });

  it.each([
    [[60_000_00, 40_000_00], 'credit-director'],
    [[60_000_01, 40_000_00], 'director'],
    [[460_000_00, 40_000_00], 'director'],
    [[460_000_01, 40_000_00], 'deputy-head'],
    [[4_960_000_00, 40_000_00], 'deputy-head'],
    [[4_960_000_00, 40_000_01], 'head'],
  ] as const)('LIT-04 the sum %j of all loans is answered for by the %s', async (principals, role) => {
    const { version } = await readCaseFacts(folder.open.store.read, id, TODAY);
    await amendCase(clerk, { id, version, description: await description(principals), reason: '更正金额' });
    const { gate } = await readCaseFacts(folder.open.store.read, id, TODAY);
    expect(gate.responsible.role).toBe(role);
  });

  it('REC-05 halts the clocks of both borrowers and of both as guarantors, and binds them by the judgment', async () => {
    await overrideGate(folder.services, chief, { id, kind: 'exception', reason: '时效将届满' });
    await act('sued', '2026-09-01', { court: '奉节县人民法院' });
    const verdicts = async () =>
      [...(await linesOf(one, '联保甲')), ...(await linesOf(other, '联保乙'))]
        .filter(({ role }) => role !== 'security')
        .map(({ role, verdict, judgment, expiry }) => [role, verdict, judgment, expiry]);
    expect(await verdicts()).toEqual([
      ['borrower', 'halted', null, null],
      ['guarantor', 'halted', null, null],
      ['borrower', 'halted', null, null],
      ['guarantor', 'halted', null, null],
    ]);
    await act('accepted', '2026-09-03', { caseNo: '（2026）渝0236民初7号', procedure: 'summary' });
    const judged = { paperNo: '（2026）渝0236民初7号', paper: 'judgment', result: 'granted', performBy: '2026-11-20' };
    await act('hearing-held', '2026-09-28', {});
    await act('judged', '2026-10-10', judged);
    await act('effective', '2026-10-27', { paperNo: '（2026）渝0236民初7号' });
    const bound = ['running', '（2026）渝0236民初7号', '2028-11-20'];
    expect(await verdicts()).toEqual([
      ['borrower', ...bound],
      ['guarantor', ...bound],
      ['borrower', ...bound],
      ['guarantor', ...bound],
    ]);
  });
});
