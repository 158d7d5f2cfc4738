/** RUL-01…03 on a real folder: reading, trying out, and a version of the branch prepared by one and approved by another. */
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '../../../../electron/features/maintenance/fillDemo';
import { approveDraft, discardDraft, returnDraft } from '../../../../electron/features/rules/decideDraft';
import { draftImpact } from '../../../../electron/features/rules/draftImpact';
import { listRules } from '../../../../electron/features/rules/listRules';
import { rulesInForce } from '../../../../electron/features/rules/rulesInForce';
import { saveDraft } from '../../../../electron/features/rules/saveDraft';
import { showRule } from '../../../../electron/features/rules/showRule';
import { tryOut } from '../../../../electron/features/rules/tryOut';
import type { OpenFolder } from '../../../../electron/openFolder';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const TODAY = '2026-11-22';
const PERSON = 'litigation/responsible-person';
const FEE = { claimAmount: '523000', acceptedOn: '2026-11-22' };

let folder: TestFolder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof RefusalError ? error.refusal.code : Promise.reject(error)),
  );

const ask = (open: OpenFolder, id: string, facts: Record<string, unknown>, asOf = TODAY, withDraft = false) =>
  tryOut(open, { id, facts, asOf, withDraft });

describe('RUL-01 reading', () => {
  test('lists every rule with the version of the day, and every article of every source', async () => {
    const { rules, sources, faults } = await listRules(folder.open, TODAY);
    expect(faults).toEqual([]);
    expect(rules.find(({ id }) => id === 'court-fee/acceptance')?.version).toMatchObject({
      from: '2007-04-01',
      layer: 'national',
    });
    expect((await listRules(folder.open, '1990-01-01')).rules.find(({ id }) => id === PERSON)?.version).toBeNull();
    const b4 = sources.find(({ document }) => document.startsWith('B4'));
    expect(b4?.articles.find(({ article }) => article === '第六条')?.rules).toContain(PERSON);
  });

  test('shows every rule: rows, facts with their types, and how the branch may change it', async () => {
    const { rules } = await listRules(folder.open, TODAY);
    for (const { id } of rules) {
      const shown = await showRule(folder.open, { id, asOf: TODAY });
      expect(shown.versions.length).toBeGreaterThan(0);
    }
    const fee = await showRule(folder.open, { id: 'court-fee/acceptance', asOf: TODAY });
    expect(fee.facts.map(({ name, kind }) => [name, kind])).toEqual([
      ['claimAmount', 'money'],
      ['acceptedOn', 'date'],
      ['halved', 'boolean'],
    ]);
    expect(fee.change).toBeNull();
    expect(await codeOf(showRule(folder.open, { id: 'no/such', asOf: TODAY }))).toBe('rule-unknown');
  });
});

describe('RUL-02 trying out', () => {
  test('answers with the trace, its row and its layer', async () => {
    const answer = await ask(folder.open, 'court-fee/acceptance', FEE);
    expect(answer).toMatchObject({ kind: 'granted', result: { amount: '9030.00' } });
    expect(answer.kind === 'granted' && answer.trace[0]).toMatchObject({
      rule: 'court-fee/acceptance',
      version: '2007-04-01',
      row: '500000-1000000',
      layer: 'national',
      title: '财产案件受理费',
    });
  });

  test('names what is missing, and refuses what cannot be', async () => {
    expect(await ask(folder.open, 'court-fee/acceptance', {})).toEqual({
      kind: 'needs',
      facts: ['claimAmount', 'acceptedOn'],
    });
    expect(await ask(folder.open, 'court-fee/acceptance', { ...FEE, claimAmount: '-1' })).toMatchObject({
      kind: 'refused',
      code: 'fact-invalid',
      facts: { fact: 'claimAmount' },
    });
  });

  test('a refusal names its article and the rules that were asked before it', async () => {
    const facts = { class: '损失', balance: '1.00', date: '2010-06-30', floatPercent: '10' };
    const answer = await ask(folder.open, 'provision/specific', facts);
    expect(answer).toMatchObject({
      kind: 'refused',
      code: 'float-not-allowed',
      article: expect.stringContaining('号'),
    });
    expect(answer.kind === 'refused' && answer.trace.map(({ rule }) => rule)).toEqual(['provision/specific']);
    const unknown = await ask(folder.open, 'seizure/expiry', { orderedOn: '2004-12-31', asset: 'deposit' });
    expect(unknown).toMatchObject({ kind: 'refused', code: 'rule-not-in-force', trace: [] });
  });

  test('asks every rule that has no question of its own about itself', async () => {
    const { rules } = await listRules(folder.open, TODAY);
    for (const { id } of rules)
      expect(['needs', 'granted', 'refused']).toContain((await ask(folder.open, id, {})).kind);
    expect(await ask(folder.open, 'procedure/appeal', {})).toMatchObject({ result: { judgmentDays: '15' } });
  });
});

describe('RUL-03, ORG-03 a version of the branch', () => {
  const start = async (open: OpenFolder): Promise<VersionDraft> => {
    const { change } = await showRule(open, { id: PERSON, asOf: TODAY });
    const { rows, ...rest } = present(change, 'a table of the regulation').start;
    const lower = rows.map((row, index) => ({
      when: index === 0 ? { claimAmount: '<=50000' } : index === 1 ? { claimAmount: '>50000 <=500000' } : row.when,
      gives: row.gives,
    }));
    return {
      ...rest,
      rows: lower,
      document: '奉支发〔2026〕12号',
      article: '第二条',
      gist: '本行降低限额。',
      from: '2026-12-01',
    };
  };

  test('a draft is kept with its faults, tried out, approved by somebody else, and in force from its day', async () => {
    const draft = await start(folder.open);
    const faulty = await saveDraft(folder.open, { ruleId: PERSON, rev: null, draft: { ...draft, document: '' } });
    expect(faulty).toMatchObject({ rev: 1, faults: [{ code: 'field-missing', field: 'document' }] });
    expect(await codeOf(ask(folder.open, PERSON, { claimAmount: '60000' }, TODAY, true))).toBe('rule-draft-faulty');
    expect(await codeOf(saveDraft(folder.open, { ruleId: PERSON, rev: null, draft }))).toBe('stale-version');

    const head = await folder.signInAs('head');
    expect(await codeOf(approveDraft(head, faulty))).toBe('rule-draft-faulty');
    const clerk = await folder.signInAs('clerk');
    const sound = await saveDraft(clerk, { ruleId: PERSON, rev: 1, draft });
    expect(sound.faults).toEqual([]);
    expect(await codeOf(approveDraft(clerk, sound))).toBe('own-item');
    const before = await ask(clerk, PERSON, { claimAmount: '60000' });
    const tried = await ask(clerk, PERSON, { claimAmount: '60000' }, '2026-12-01', true);
    expect(before.kind === 'granted' && before.result.role).not.toBe(tried.kind === 'granted' && tried.result.role);

    const approver = await folder.signInAs('head');
    const { revision } = await rulesInForce(approver.store.read, '2026-12-01');
    expect(await codeOf(approveDraft(approver, faulty))).toBe('stale-version');
    expect(await approveDraft(approver, sound)).toEqual({ ruleId: PERSON, from: '2026-12-01' });
    expect((await rulesInForce(approver.store.read, '2026-12-01')).revision).not.toBe(revision);
    expect(await ask(approver, PERSON, { claimAmount: '60000' })).toEqual(before);
    const after = await ask(approver, PERSON, { claimAmount: '60000' }, '2026-12-01');
    expect(after).toMatchObject({ trace: [{ layer: 'branch', article: '奉支发〔2026〕12号 第二条' }] });
    const shown = await showRule(approver, { id: PERSON, asOf: TODAY });
    expect(shown.versions.at(-1)).toMatchObject({ from: '2026-12-01', layer: 'branch' });
    expect(shown.change?.draft).toBeNull();
    expect(await codeOf(approveDraft(approver, sound))).toBe('rule-draft-unknown');
  });

  test('every act is in the log, and what was decided never changes', async () => {
    const head = await folder.signInAs('head');
    const acts = head.store.sqlite
      .prepare("SELECT action FROM audit_entry WHERE object_kind = 'rule' ORDER BY id")
      .pluck()
      .all();
    expect(acts).toEqual(['rules.saveDraft', 'rules.saveDraft', 'rules.approveDraft']);
    expect(() => head.store.sqlite.exec("UPDATE rule_version SET draft = '{}'")).toThrow(/never change/);
  });

  test('whoever had a hand in a draft does not approve it, also when somebody else saved last', async () => {
    const head = await folder.signInAs('head');
    const draft = { ...(await start(head)), from: '2027-06-01' };
    const first = await saveDraft(head, { ruleId: PERSON, rev: null, draft });
    const clerk = await folder.signInAs('clerk');
    const second = await saveDraft(clerk, { ruleId: PERSON, rev: first.rev, draft });
    const again = await folder.signInAs('head');
    expect(await codeOf(approveDraft(again, second))).toBe('own-item');
    expect(await discardDraft(again, second)).toEqual({ id: second.id });
    expect(await codeOf(saveDraft(again, { ruleId: 'court-fee/acceptance', rev: null, draft }))).toBe(
      'rule-unchangeable',
    );
  });
});

describe('RUL-03 a draft is sent back', () => {
  test('with a reason that the preparer reads; not approved until it was saved again', async () => {
    const clerk = await folder.signInAs('clerk');
    const { change } = await showRule(clerk, { id: 'litigation/filing-level', asOf: TODAY });
    const paper = { document: '奉支发〔2026〕15号', article: '第一条', gist: '与原表相同。' };
    const draft = { ...present(change, 'a table of the regulation').start, ...paper };
    const saved = await saveDraft(clerk, { ruleId: 'litigation/filing-level', rev: null, draft });
    const head = await folder.signInAs('head');
    const reason = '第三行的金额与会议纪要不符，电话13812345678';
    expect(await codeOf(returnDraft(head, { ...saved, rev: 7, reason }))).toBe('stale-version');
    const back = await returnDraft(head, { id: saved.id, rev: saved.rev, reason });
    expect(await codeOf(returnDraft(head, { ...back, reason }))).toBe('rule-draft-returned');
    expect(await codeOf(approveDraft(head, back))).toBe('rule-draft-returned');
    expect((await listRules(head, TODAY)).rules.find(({ id }) => id === 'litigation/filing-level')?.draft).toBe(
      'returned',
    );
    const detail = head.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'rules.returnDraft'")
      .pluck()
      .get();
    expect(detail).toContain('第三行的金额');
    expect(detail).not.toContain('13812345678');

    const again = await folder.signInAs('clerk');
    const seen = (await showRule(again, { id: 'litigation/filing-level', asOf: TODAY })).change?.draft;
    expect(seen?.returned).toMatchObject({ reason, by: present(head.actor.display, 'a name') });
    const mended = await saveDraft(again, { ruleId: 'litigation/filing-level', rev: back.rev, draft });
    const approver = await folder.signInAs('head');
    expect(await approveDraft(approver, mended)).toEqual({ ruleId: 'litigation/filing-level', from: draft.from });
  });
});

describe('CAL-08 the holidays of a coming year', () => {
  test('count for deadlines computed today, and are no longer provisional', async () => {
    const due = (open: OpenFolder) => ask(open, 'calendar/rest-days', { date: '2027-01-01' });
    const clerk = await folder.signInAs('clerk');
    expect(await due(clerk)).toMatchObject({ result: { restDay: false }, provisional: true });
    const { change } = await showRule(clerk, { id: 'calendar/rest-days', asOf: TODAY });
    const paper = {
      document: '国务院办公厅关于2027年部分节假日安排的通知',
      article: '全文',
      gist: '2027年放假和调休的日子。',
    };
    const rows = [{ when: {}, gives: { dates: '01-01..01-03', dayKind: 'off' } }];
    const draft = { ...present(change, 'the calendar').start, ...paper, rows };
    const saved = await saveDraft(clerk, { ruleId: 'calendar/rest-days', rev: null, draft });
    expect(saved.faults).toEqual([]);
    const head = await folder.signInAs('head');
    await approveDraft(head, saved);
    expect(await due(head)).toMatchObject({ result: { restDay: true }, provisional: false });
    const { versions } = await showRule(head, { id: 'calendar/rest-days', asOf: TODAY });
    expect(versions.slice(-2)).toMatchObject([
      { from: '2026-01-01', until: '2026-12-31', layer: 'national' },
      { from: '2027-01-01', until: '2027-12-31', layer: 'branch' },
    ]);
  });
});

describe('RUL-03 what a version would change', () => {
  test('counts the loans whose results would be others, and names them; one that says the same changes none', async () => {
    const demo = await makeFolder({ user: 'admin' });
    try {
      await fillDemo(demo.services, demo.open, { loans: 400, password: TEST_PASSWORD });
      const draft: VersionDraft = {
        from: '1997-01-01',
        document: '奉支发〔2026〕14号',
        article: '第一条',
        gist: '本行提前催收。',
        values: { shortDays: '29' },
        rows: [],
      };
      const { id, faults } = await saveDraft(demo.open, { ruleId: 'dunning/first-due', rev: null, draft });
      expect(faults).toEqual([]);
      const impact = await draftImpact(demo.services, demo.open, id);
      expect(impact.asOf).toBe(TODAY);
      expect(impact.loans).toBeGreaterThan(0);
      expect(new Set(impact.first.map(({ kind }) => kind))).toEqual(new Set(['notice']));
      expect(impact.first[0]?.household).toMatch(/^H\d{6}$/);
      const same = { ...draft, values: { shortDays: '7' } };
      const saved = await saveDraft(demo.open, { ruleId: 'dunning/first-due', rev: 1, draft: same });
      expect(await draftImpact(demo.services, demo.open, saved.id)).toEqual({ asOf: TODAY, loans: 0, first: [] });
    } finally {
      await demo.close();
    }
  });
});
