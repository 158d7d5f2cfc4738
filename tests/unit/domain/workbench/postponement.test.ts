/** What is said of work (S02): put off within the rule and only where it allows, done only where the books cannot tell. */
import {
  decidePostponement,
  isMarkedDone,
  type NotedWork,
  postponementLimit,
  type WorkNote,
  withNotes,
} from '@shared/domain/workbench/postponement';
import { WORK_KINDS, type WorkItem, type WorkKind } from '@shared/domain/workbench/workItem';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';
const item = (kind: WorkKind, day: string | null): WorkItem => ({
  ...{ kind, key: '1', day, householdId: 1, userId: 1, what: '面谈', amount: null, link: '/' },
});
const note = (kind: WorkKind, day: string | null, until: string | null): WorkNote => ({
  ...{ kind, key: '1', day, until, reason: '债务人住院', by: '王经办' },
});
const noted = (kind: WorkKind, day: string | null, times = 0): NotedWork => ({
  ...item(kind, day),
  postponed: times === 0 ? null : { from: '2026-11-01', times, reason: '债务人住院', by: '王经办' },
});
const decide = (work: NotedWork, until: string) => decidePostponement(new Inquiry(shipped.book), work, until, TODAY);

describe('S02 what is put off has its new day, and says which it had', () => {
  it('the last word counts, the times are counted', () => {
    const said = [note('measure', '2026-11-20', '2026-11-25'), note('measure', '2026-11-20', '2026-12-01')];
    expect(withNotes([item('measure', '2026-11-20')], said)).toMatchObject([
      { day: '2026-12-01', postponed: { from: '2026-11-20', times: 2, reason: '债务人住院', by: '王经办' } },
    ]);
  });

  it('an item that got another day since is asked about anew; others are untouched', () => {
    const said = [note('measure', '2026-11-20', '2026-12-01')];
    expect(withNotes([item('measure', '2026-11-24'), item('step', '2026-11-20')], said)).toMatchObject([
      { day: '2026-11-24', postponed: null },
      { day: '2026-11-20', postponed: null },
    ]);
  });

  it('what is done is gone', () =>
    expect(withNotes([item('next-contact', TODAY)], [note('next-contact', TODAY, null)])).toEqual([]));
});

describe('S02 how long and how often is a rule (B1 §14)', () => {
  it.each([
    ['overdue: from today', 'next-contact', '2026-11-01', '2026-12-07', true],
    ['a day later', 'next-contact', '2026-11-01', '2026-12-08', false],
    ['today is no later day', 'next-contact', '2026-11-01', TODAY, false],
    ['due later: from that day', 'measure', '2026-11-30', '2026-12-30', true],
    ['its own day is no later day', 'measure', '2026-11-30', '2026-11-30', false],
  ] as const)('%s', (_, kind, day, until, isGranted) => {
    const decision = decide(noted(kind, day), until);
    const code = decision.kind === 'refused' ? decision.refusal.code : decision.kind;
    expect(code).toBe(isGranted ? 'granted' : 'postponement-day');
  });

  it('three times an appointment, two times a task', () => {
    expect(decide(noted('next-contact', TODAY, 2), '2026-11-25').kind).toBe('granted');
    expect(decide(noted('next-contact', TODAY, 3), '2026-11-25')).toMatchObject({
      refusal: { code: 'postponed-often', facts: { times: 3 }, article: expect.stringContaining('第十四条') },
    });
    expect(decide(noted('measure', TODAY, 2), '2026-11-25')).toMatchObject({ refusal: { code: 'postponed-often' } });
  });

  it('periods of law, approvals, agreements and decisions never', () => {
    const allowed = WORK_KINDS.filter(
      (kind) => postponementLimit(new Inquiry(shipped.book), noted(kind, TODAY), TODAY) !== null,
    );
    expect(allowed).toEqual(['next-contact', 'measure', 'plan-revision', 'step', 'receipt-missing', 'receipt-check']);
    expect(decide(noted('action', TODAY), '2026-11-23')).toMatchObject({ refusal: { code: 'work-fixed' } });
  });

  it('done is said only of what the books cannot tell', () =>
    expect(WORK_KINDS.filter(isMarkedDone)).toEqual(['next-contact', 'approval-returned']));
});
