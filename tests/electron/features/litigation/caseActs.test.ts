/** Acts in a case, their order, their deadlines, taking one back (LIT-07): the way to the court was taken by an override. */
import { randomUUID } from 'node:crypto';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../../../electron/features/litigation/describeCase';
import { overrideGate } from '../../../../electron/features/litigation/overrideGate';
import { readCaseFacts } from '../../../../electron/features/litigation/readCase';
import { postpone, previewAct, recordAct, undoAct } from '../../../../electron/features/litigation/recordAct';
import { showHouseholdCases } from '../../../../electron/features/litigation/showHouseholdCases';
import type { OpenFolder } from '../../../../electron/openFolder';
import { TODAY, withPeople } from '../../../support/approvals';
import { reportHousehold } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let clerk: OpenFolder;
let id: number;

const refused = (code: string, facts: object = {}) => ({ refusal: expect.objectContaining({ code, ...facts }) });
const facts = () => readCaseFacts(folder.open.store.read, id, TODAY);

beforeAll(async () => {
  folder = await makeFolder();
  const { household } = reportHousehold(folder);
  const people = await withPeople(folder.open, { wu: ['clerk'], chief: ['branch-head'] });
  clerk = await people.as('wu');
  const of = await showHouseholdCases(folder.services, folder.open, household);
  const description = {
    ...({ court: '奉节县人民法院', courtLevel: 'basic', remark: null } as const),
    ...{ title: of.title, cause: of.cause },
    loans: of.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
    parties: of.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', partyId, name, capacity }) as const),
    claims: [],
    people: [],
  } as const;
  const head = { route: 'suit', standing: 'plaintiff', requestId: randomUUID() } as const;
  ({ id } = await openCase(folder.services, clerk, { ...head, description }));
  await overrideGate(folder.services, await people.as('chief'), { id, kind: 'exception', reason: '时效将届满' });
});
afterAll(() => folder.close());

const act = (kind: string, on: string, detail: object = {}, more: object = {}) =>
  recordAct(folder.services, clerk, {
    ...{ id, kind: kind as never, on, detail, documentId: null, note: null, files: [], accepted: [], reason: null },
    ...{ requestId: randomUUID(), ...more },
  });

describe('LIT-07 acts, their order and their deadlines', () => {
  it('judgment before acceptance, days ahead, days out of order, malformed and other numbers', async () => {
    const judged = { paperNo: '（2026）渝0236民初1号', paper: 'judgment', result: 'granted' };
    await expect(act('judged', TODAY, judged)).rejects.toMatchObject(
      refused('act-out-of-order', { article: expect.stringContaining('第一百五十五条') }),
    );
    await expect(act('sued', '2026-12-01', { court: '奉节县人民法院' })).rejects.toMatchObject(
      refused('act-in-future'),
    );
    await act('sued', '2026-11-10', { court: '奉节县人民法院' });
    const accepted = { court: '奉节县人民法院', procedure: 'summary' };
    await expect(act('accepted', '2026-11-13', { ...accepted, caseNo: '2026民初1' })).rejects.toMatchObject(
      refused('case-number-form'),
    );
    await expect(act('accepted', '2026-11-13', { ...accepted, caseNo: '(2025)渝0236民初123号' })).rejects.toMatchObject(
      refused('act-warned', { facts: expect.objectContaining({ codes: ['case-filed-in-other-year'] }) }),
    );
    await expect(
      act('accepted', '2026-11-09', { ...accepted, caseNo: '（2026）渝0236民初123号' }),
    ).rejects.toMatchObject(refused('act-breaks-later', { facts: { kind: 'sued', on: '2026-11-10' } }));
    await act('accepted', '2026-11-13', { ...accepted, caseNo: '(2026)渝0236民初123号' });
    await expect(act('evidence-set', '2026-11-14', { until: '2026-11-13' })).rejects.toMatchObject(
      refused('act-dates-wrong'),
    );
    expect(await facts()).toMatchObject({ stage: 'accepted', caseNo: '（2026）渝0236民初123号' });
  });

  it('begins and meets deadlines, shown before the act is recorded', async () => {
    const preview = await previewAct(folder.services, folder.open, {
      id,
      kind: 'fee-notified',
      on: '2026-11-16',
      detail: { amount: 100_00 },
    });
    expect(preview.begins).toEqual([expect.objectContaining({ kind: 'fee-payment', day: '2026-11-23', fixed: true })]);
    await act('fee-notified', '2026-11-16', { amount: 100_00 });
    await act('fee-paid', '2026-11-18', { amount: 100_00 });
    const found = (await facts()).deadlines.find(({ kind }) => kind === 'fee-payment');
    expect(found).toMatchObject({ state: 'met', metOn: '2026-11-18' });
    const trial = (await facts()).deadlines.find(({ kind }) => kind === 'trial');
    expect(trial).toMatchObject({ day: '2027-02-15', whose: 'court', state: 'open' });
  });

  it('a warning is accepted only with a reason, and both are kept', async () => {
    // The summary procedure knows no least period for evidence.
    await act('evidence-set', '2026-11-17', { until: '2026-11-20' });
    const hearing = { until: '2026-11-20' };
    await expect(act('hearing-set', '2026-11-18', hearing)).rejects.toMatchObject(refused('act-warned'));
    const accepted = ['hearing-notice-short', 'hearing-early'];
    await act('hearing-set', '2026-11-18', hearing, { accepted, reason: '各方同意提前' });
    const set = present(
      (await facts()).acts.find(({ kind }) => kind === 'hearing-set'),
      'the act',
    );
    expect(set.accepted).toEqual({ codes: accepted, reason: '各方同意提前' });
  });

  it('moves only what may be moved, with a reason that stays', async () => {
    const { deadlines } = await facts();
    const key = (kind: string) =>
      present(
        deadlines.find((each) => each.kind === kind),
        kind,
      ).key;
    await expect(
      postpone(folder.services, clerk, { id, deadline: key('fee-payment'), until: '2026-12-30', reason: '再等等看' }),
    ).rejects.toMatchObject(refused('deadline-over'));
    await expect(
      postpone(folder.services, clerk, { id, deadline: key('evidence'), until: '2026-11-19', reason: '法院同意延期' }),
    ).rejects.toMatchObject(refused('deadline-not-later'));
    await postpone(folder.services, clerk, {
      id,
      deadline: key('evidence'),
      until: '2026-12-04',
      reason: '法院同意延期',
    });
    const moved = (await facts()).deadlines.find(({ kind }) => kind === 'evidence');
    expect(moved).toMatchObject({ day: '2026-12-04', computed: '2026-11-20', state: 'open' });
    const judgment = { paperNo: '（2026）渝0236民初123号民事判决书', paper: 'judgment', result: 'granted' };
    const heard = { accepted: ['hearing-early'], reason: '各方同意不再举证' };
    await expect(act('hearing-held', '2026-11-19')).rejects.toMatchObject(refused('act-warned'));
    await act('hearing-held', '2026-11-19', {}, heard);
    await act('judged', '2026-11-19', judgment);
    await act('judgment-served', '2026-11-20', { party: 'us', method: 'direct' });
    const appeal = present(
      (await facts()).deadlines.find(({ kind }) => kind === 'appeal'),
      'the appeal',
    );
    expect(appeal).toMatchObject({ day: '2026-12-07', fixed: true, state: 'open', party: 'us' });
    await expect(
      postpone(folder.services, clerk, { id, deadline: appeal.key, until: '2026-12-30', reason: '法院口头同意' }),
    ).rejects.toMatchObject(refused('deadline-fixed', { article: expect.stringContaining('第一百七十一条') }));
  });

  it('takes an act back, and refuses while others rest on it', async () => {
    const { acts } = await facts();
    const key = (kind: string) =>
      present(
        acts.find((each) => each.kind === kind),
        kind,
      ).key;
    await expect(
      undoAct(folder.services, clerk, { id, act: key('accepted'), reason: '登记错了' }),
    ).rejects.toMatchObject(refused('act-needed', { facts: { by: expect.arrayContaining(['judged']) } }));
    await expect(
      undoAct(folder.services, clerk, { id, act: key('gate-overridden'), reason: '登记错了' }),
    ).rejects.toMatchObject(refused('act-not-undoable'));
    await undoAct(folder.services, clerk, { id, act: key('judgment-served'), reason: '登记错了当事人' });
    expect((await facts()).acts.some(({ kind }) => kind === 'judgment-served')).toBe(false);
    // Both rows stay.
    expect(
      folder.open.store.sqlite
        .prepare("SELECT count(*) FROM case_act WHERE kind IN ('judgment-served', 'taken-back')")
        .pluck()
        .get(),
    ).toBe(2);
    expect(() => folder.open.store.sqlite.exec("UPDATE case_act SET done_on = '2020-01-01'")).toThrow('only added to');
  });

  it('nobody withdraws, settles or takes things in kind alone', async () => {
    await expect(act('performed', '2026-11-21', {})).resolves.toBeDefined();
    const key = present(
      (await facts()).acts.findLast(({ kind }) => kind === 'performed'),
      'performed',
    ).key;
    await undoAct(folder.services, clerk, { id, act: key, reason: '款项退回' });
    expect((await facts()).stage).toBe('judged');
  });
});
