/** What is typed into the contact drawer becomes the message of the contract, and nothing is sent while it is incomplete (S17). */
import { type ContactView, contactDraft } from '@shared/contract/contacts.contract';
import { describe, expect, it } from 'vitest';
import {
  type ContactValues,
  changed,
  correctionOf,
  draftOf,
  EMPTY,
  isUntouched,
  namesIn,
  readTime,
} from '../../../../renderer/features/contacts/contactForm';

const TOLD: ContactValues = {
  ...EMPTY,
  household: { id: 7, borrower: '王某某' },
  person: 'borrower 7',
  date: '2026-11-20',
  time: '1015',
  staff: '王经办、李组长',
  said: ' 下月初先还五千元 ',
};

describe('S17 the contact form', () => {
  it.each([
    ['10:15', '10:15'],
    ['1015', '10:15'],
    ['9:05', '09:05'],
    ['905', '09:05'],
    ['22：30', '22:30'],
    ['24:00', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('the time %s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it('names are told apart by whatever people put between them', () => {
    expect(namesIn('王经办、李组长, 张主任；王经办')).toEqual(['王经办', '李组长', '张主任']);
  });

  it.each<[string, Partial<ContactValues>]>([
    ['household', { household: null }],
    ['person', { person: '' }],
    ['day', { date: null }],
    ['time', { time: '25:00' }],
    ['staff', { staff: ' 、 ' }],
  ])('is no message without its %s', (_, missing) => {
    expect(draftOf({ ...TOLD, ...missing })).toBeNull();
  });

  it('is a message that the contract takes', () => {
    const draft = draftOf(TOLD);
    expect(contactDraft.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({ withParty: 7, otherPerson: null, at: '2026-11-20 10:15', said: '下月初先还五千元' });
    expect(draft).toMatchObject({ promise: null, next: null, act: null, warningsReason: null });
  });

  it('names an heir or a third person instead of a party', () => {
    const draft = draftOf({ ...TOLD, person: 'third-person', otherPerson: '邻居', relation: '邻居' });
    expect(draft).toMatchObject({ counterpart: 'third-person', withParty: null, otherPerson: '邻居' });
  });

  it('half a promise is none', () => {
    expect(draftOf({ ...TOLD, promiseAmount: 500_000 })?.promise).toBeNull();
    expect(draftOf({ ...TOLD, promiseAmount: 500_000, promiseOn: '2026-12-01' })?.promise).toEqual({
      amount: 500_000,
      on: '2026-12-01',
    });
  });

  it('another household has other people and loans; another person other loans', () => {
    const chosen: ContactValues = { ...TOLD, act: 'consent-to-perform', loans: [1] };
    expect(changed(chosen, { household: { id: 8, borrower: '李某' } })).toMatchObject({
      person: '',
      act: null,
      loans: [],
    });
    expect(changed(chosen, { person: 'guarantor 9' })).toMatchObject({ act: null, loans: [] });
    expect(changed(chosen, { said: '补充' })).toMatchObject({ act: 'consent-to-perform', loans: [1] });
    expect(changed(chosen, { attitude: undefined })).toMatchObject({ attitude: null });
  });

  it('goes to another household only while nothing has been told', () => {
    expect(isUntouched({ ...EMPTY, household: TOLD.household, person: 'borrower 7', staff: '王经办' })).toBe(true);
    expect(isUntouched(TOLD)).toBe(false);
  });

  it('a correction begins with what was recorded', () => {
    const entry: ContactView = {
      id: 12,
      at: '2026-11-20 10:15',
      kind: 'visit',
      initiative: 'bank',
      counterpart: 'borrower',
      withParty: 7,
      person: '王某某',
      relation: null,
      place: '永安镇',
      staff: ['王经办', '李组长'],
      purpose: 'negotiate',
      basis: 'loan-contract',
      reached: true,
      said: '谈了还款',
      result: 'promised',
      consent: 'agreed',
      attitude: 'cooperative',
      ability: null,
      observed: ['insured'],
      promise: { amount: 500_000, on: '2026-12-01', state: 'open', paid: 0 },
      next: { on: '2026-12-02', what: '再问' },
      acts: [{ loan: 3, contract: '甲-1', kind: 'consent-to-perform', grade: 'strong', evidence: 'signed' }],
      files: [{ seq: 1, name: '承诺书.jpg' }],
      warnings: [],
      warningsReason: null,
      trace: [],
      corrects: null,
      correctedBy: null,
      withdrawn: null,
      by: '王经办',
      recordedAt: '2026-11-20T02:20:00.000Z',
    };
    const draft = draftOf(correctionOf({ id: 7, borrower: '王某某' }, entry));
    expect(draft).toMatchObject({
      corrects: 12,
      withParty: 7,
      at: entry.at,
      identified: true,
      promise: { amount: 500_000, on: '2026-12-01' },
      act: { kind: 'consent-to-perform', evidence: 'signed', loans: [3] },
      files: [],
    });
    const unrecorded = {
      ...entry,
      warnings: [{ code: 'visit-not-recorded', level: 'warn', article: '' }],
    } as ContactView;
    expect(draftOf(correctionOf({ id: 7, borrower: '王某某' }, unrecorded))).toMatchObject({
      identified: true,
      recorded: false,
      agreed: true,
    });
  });
});
