/** IMP-05, TEAM-02, TEAM-06: the tenth that is listed, which loans each source takes, and how a loan is recovered by its age. */
import { listingShare } from '@shared/domain/targets/listing';
import {
  formationDay,
  IRREGULAR_RULE,
  IRREGULARITIES,
  recoveryMode,
  standingOf,
} from '@shared/domain/targets/responsibility';
import { type Candidate, needsConsent, SOURCES, sortProposals } from '@shared/domain/targets/sources';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';
const inquiry = () => new Inquiry(shipped.book);

describe('IMP-05 listingShare', () => {
  it.each([
    [1_000_00, 100_00, '0.1000', 0],
    [1_000_00, 99_99, '0.1000', 1],
    [1_000_01, 100_00, '0.1000', 1],
    [0, 0, null, 0],
    [1, 0, '0.0000', 1],
  ])('of %i fen %i are listed', (balance, listed, share, missing) =>
    expect(listingShare(inquiry(), TODAY, balance, listed)).toMatchObject({ share, least: '0.1000', missing }),
  );

  it('what is missing brings it just to the tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 10 ** 13 }), (balance, listed) => {
        const { missing } = listingShare(inquiry(), TODAY, balance, listed);
        expect((listed + missing) * 10).toBeGreaterThanOrEqual(balance);
        if (missing > 0) expect((listed + missing - 1) * 10).toBeLessThan(balance);
      }),
    );
  });

  it('names the article', () => {
    const asked = inquiry();
    listingShare(asked, TODAY, 1, 0);
    expect(asked.trace[0]?.article).toContain('第九条');
  });
});

const loan = (loanId: number, partyId: number, more: Partial<Candidate> = {}): Candidate => ({
  loanId,
  partyId,
  sheet: 'off',
  balance: 100,
  unitId: 2,
  ...more,
});

describe('TEAM-02 sources', () => {
  it('only households on the balance sheet need the deputy head', () => {
    expect(SOURCES.filter((source) => needsConsent(inquiry(), source, TODAY))).toEqual(['on-balance']);
  });

  it('each source takes its side of the balance sheet, and nothing that is paid', () => {
    const loans = [loan(1, 1), loan(2, 2, { sheet: 'on' }), loan(3, 3, { balance: 0 })];
    const taken = (source: (typeof SOURCES)[number]) =>
      sortProposals(source, loans, () => false).proposals.flatMap((each) => each.loans.map(({ loanId }) => loanId));
    expect(taken('off-balance')).toEqual([1]);
    expect(taken('on-balance')).toEqual([2]);
    expect(taken('large')).toEqual([1, 2]);
    expect(taken('insider')).toEqual([1, 2]);
  });

  it('one household is a target once, under the unit of its largest loan', () => {
    const loans = [loan(1, 1), loan(2, 1, { balance: 300, unitId: 5 }), loan(3, 9)];
    const sorted = sortProposals('off-balance', loans, (party) => party === 9);
    expect(sorted).toMatchObject({ known: 1, unfit: 0, proposals: [{ partyId: 1, unitId: 5 }] });
  });
});

describe('TEAM-06 post-based and liability-based recovery', () => {
  it.each([
    ['1999-12-31', 'post-based', 'area-officer', 'none'],
    ['2000-01-01', 'liability-based', 'appointed', 'discipline'],
  ])('formed on %s: %s', (formed, mode, responsible, consequence) => {
    const asked = inquiry();
    expect(recoveryMode(asked, formed, TODAY)).toEqual({ mode, responsible, consequence });
    expect(asked.trace.map(({ rule }) => rule)).toEqual([
      'recovery/post-based-cut-off',
      'recovery/responsible-persons',
    ]);
  });

  it('B2 §19 a loan lent irregularly is recovered by the person made responsible, whenever it went bad', () => {
    for (const formed of ['1998-05-01', null]) {
      const asked = inquiry();
      expect(recoveryMode(asked, formed, TODAY, true)).toEqual({
        mode: 'liability-based',
        responsible: 'appointed',
        consequence: 'discipline',
      });
      expect(asked.trace.map(({ rule }) => rule)).toEqual([
        'liability/irregular-lending',
        'recovery/responsible-persons',
      ]);
    }
  });

  it('the irregularities of the form are those of the rule', () =>
    expect([...inquiry().items(IRREGULAR_RULE, TODAY)]).toEqual([...IRREGULARITIES]));

  it('the day it went bad is recorded, or the last day it was due', () => {
    const dates = { nplDate: null, dueDate: '2001-01-01', extendedDueDate: '2002-01-01' };
    expect(formationDay(dates)).toBe('2002-01-01');
    expect(formationDay({ ...dates, nplDate: '2003-01-01' })).toBe('2003-01-01');
    expect(
      recoveryMode(inquiry(), formationDay({ nplDate: null, dueDate: null, extendedDueDate: null }), TODAY),
    ).toBeNull();
  });

  it('a deadline passes the day after it, unless the loan is paid', () => {
    expect(standingOf(TODAY, 1, TODAY)).toBe('running');
    expect(standingOf('2026-11-21', 1, TODAY)).toBe('passed');
    expect(standingOf('2026-11-21', 0, TODAY)).toBe('cleared');
    expect(standingOf(null, 1, TODAY)).toBe('none');
  });
});
