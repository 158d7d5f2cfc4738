import { DEMO_AS_OF, type DemoLoan, demoLoans, demoUnits } from '@shared/domain/demo/demoLoans';
import type { PartyFacts } from '@shared/domain/imports/records';
import { classifyIdentifier } from '@shared/domain/parties/identifier';
import { ageAt } from '@shared/domain/parties/idNumber';
import { describe, expect, it } from 'vitest';

const loans = [...demoLoans(4_000)];

/** Everything that a loan says, dependents included. */
const whole = (demo: DemoLoan) => ({
  loan: demo.loan,
  guarantees: demo.guarantees(),
  collateral: demo.collateral(),
  receipts: demo.receipts(),
  history: demo.history(),
});
const share = (holds: (demo: DemoLoan) => boolean) => loans.filter(holds).length / loans.length;
const parties = (): PartyFacts[] =>
  loans.flatMap((demo) => [demo.loan.borrower, ...demo.guarantees().map((guarantee) => guarantee.guarantor)]);

describe('the fictional branch', () => {
  it('is the same every time, and a larger branch begins with a smaller one', () => {
    const first = [...demoLoans(400)].map(whole);
    expect([...demoLoans(400)].map(whole)).toEqual(first);
    expect(loans.slice(0, 400).map(whole)).toEqual(first);
  });

  it('gives each loan its own contract, each receipt its own number, each person his own identity card', () => {
    const contracts = loans.map((demo) => demo.loan.contractKey);
    expect(new Set(contracts).size).toBe(loans.length);
    const receipts = loans.flatMap((demo) => demo.receipts().map((receipt) => receipt.receiptNo));
    expect(new Set(receipts).size).toBe(receipts.length);
    const factsById = new Map<string, string>();
    for (const party of parties()) {
      if (party.idNo === null) continue;
      const facts = JSON.stringify(party);
      expect(factsById.get(party.idNo) ?? facts).toBe(facts);
      factsById.set(party.idNo, facts);
    }
  });

  it('uses valid identifiers of nobody: sequence 900-989, telephones 154, companies with 某', () => {
    for (const party of parties()) {
      const organisation = party.kind === 'organisation';
      const reading = classifyIdentifier(party.idNo, { statedType: null, organisation, asOf: DEMO_AS_OF });
      expect(reading.findings).toEqual([]);
      expect([reading.idKind, reading.idNo]).toEqual([party.idKind, party.idNo]);
      if (party.idKind === 'id-number') expect(party.idNo?.slice(14, 17)).toMatch(/^9[0-8]\d$/);
      if (party.phone) expect(party.phone).toMatch(/^154\d{8}$/);
      if (organisation) expect(party.name).toContain('某');
    }
  });

  it('is consistent: dates in order, balances within the principal, borrowers of age', () => {
    for (const { loan } of loans) {
      const due = loan.extendedDueDate ?? loan.dueDate ?? '';
      expect((loan.issueDate ?? '') < (loan.dueDate ?? '') && (loan.dueDate ?? '') <= due).toBe(true);
      expect(loan.balanceFen).toBeGreaterThanOrEqual(0);
      expect(loan.balanceFen).toBeLessThanOrEqual(loan.principalFen);
      expect(Number.isSafeInteger(loan.interestOnFen + loan.interestOffFen)).toBe(true);
      if (loan.nplDate) expect(loan.nplDate <= DEMO_AS_OF && loan.nplDate > (loan.issueDate ?? '')).toBe(true);
      if (loan.offBalanceDate) expect(loan.offBalanceDate > due && loan.offBalanceDate < DEMO_AS_OF).toBe(true);
      const { birthDate } = classifyIdentifier(loan.borrower.idNo, {
        statedType: null,
        organisation: false,
        asOf: null,
      });
      if (birthDate) expect(ageAt(birthDate, loan.issueDate ?? '')).toBeGreaterThanOrEqual(18);
    }
  });

  it('agrees with its receipts and its last month-end', () => {
    for (const demo of loans) {
      const repaid = demo.receipts().reduce((sum, receipt) => sum + receipt.principalFen, 0);
      expect(repaid).toBe(demo.loan.principalFen - demo.loan.balanceFen);
      for (const receipt of demo.receipts()) {
        expect(receipt.shares.reduce((sum, each) => sum + each.ppm, 0)).toBe(1_000_000);
        expect(receipt.receivedOn > (demo.loan.issueDate ?? '') && receipt.receivedOn <= DEMO_AS_OF).toBe(true);
      }
      const last = demo.history().at(-1);
      if (last) expect([last.month, last.balanceFen]).toEqual(['2026-10', demo.loan.balanceFen]);
    }
  });

  it('looks like a branch: three quarters on the balance sheet, all classes, all modes, 1982 to 2026', () => {
    const off = share((demo) => demo.loan.sheet === 'off');
    expect(off).toBeGreaterThan(0.2);
    expect(off).toBeLessThan(0.3);
    for (const five of ['正常', '关注', '次级', '可疑', '损失'])
      expect(share((demo) => demo.loan.fiveLevel === five)).toBeGreaterThan(0.015);
    for (const mode of ['信用', '保证', '抵押', '质押', '联保'])
      expect(share((demo) => demo.loan.guaranteeMode === mode)).toBeGreaterThan(0.005);
    const formed = loans.flatMap((demo) => demo.loan.nplDate ?? []).sort();
    expect([formed[0]?.slice(0, 3), formed.at(-1)?.slice(0, 4)]).toEqual(['198', '2026']);
    expect(share((demo) => demo.loan.borrower.idNo === null)).toBeGreaterThan(0.005);
  });

  it('has rare characters, minority names, namesakes and the dead among its first 400 loans', () => {
    const first = loans.slice(0, 400).map((demo) => demo.loan);
    const names = [...new Map(first.map((loan) => [loan.borrower.idNo, loan.borrower.name])).values()];
    for (const part of ['𠮷', '㛃', '·']) expect(names.some((name) => name.includes(part))).toBe(true);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(new Set(first.map((loan) => loan.borrowerStatus))).toEqual(
      new Set(['正常', '死亡', '失踪', '服刑', '停产', '破产']),
    );
    expect(first.some((loan) => loan.specialFlags.includes('村干部'))).toBe(true);
    expect(first.some((loan) => loan.actualUser !== null)).toBe(true);
  });

  it('names only its own units', () => {
    const names = new Set(demoUnits(4_000).map((unit) => unit.name));
    expect(names.size).toBe(6);
    expect(loans.every((demo) => names.has(demo.loan.unit))).toBe(true);
    expect(demoUnits(1_000_000).length).toBe(30);
  });
});
