/** What B4 lets nobody do alone, to the act itself, through the contract: in kind, release, settlement in enforcement, withdrawal (LIT-08 to LIT-10). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDocument } from '../../../../electron/features/documents/documents.repository';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { TODAY } from '../../../support/approvals';
import { Branch, refusalOf, STORY_COURT, Story } from '../../../support/caseStory';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let branch: Branch;
let story: Story;
beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  branch = await Branch.of(folder);
});
afterAll(() => folder.close());

const SAID = { performance: '已还清全部本息', effects: '时效中断，保证期间不受影响' };
const NUMBERS = { court: STORY_COURT, procedure: 'summary' };

async function sued(): Promise<void> {
  await story.did('sued', '2026-01-05', { court: STORY_COURT });
  await story.did('accepted', '2026-01-08', { ...NUMBERS, caseNo: `（2026）渝0236民初${story.id}号` });
}

async function enforcing(): Promise<void> {
  await sued();
  await story.did('hearing-held', '2026-02-10');
  await story.did('judged', '2026-03-02', { paperNo: '判决书', paper: 'judgment', result: 'granted' });
  await story.did('effective', '2026-03-20', { performBy: '2026-03-30' });
  await story.did('enforcement-applied', '2026-04-07', { court: STORY_COURT });
}

/** Words of the archived form; null: it is not there. */
async function paper(permit: number): Promise<string | null> {
  const { permits } = await story.show();
  const id = permits.find((each) => each.id === permit)?.documentId ?? null;
  if (id === null) return null;
  const { view, data } = await readDocument(folder.open.store.read, id);
  expect(view.number).toMatch(/〔2026〕/);
  return JSON.stringify(data.paper);
}

const work = async () => {
  const { items } = await (await branch.as('wu')).workbench.list({ scope: 'all' });
  return items.flatMap(({ kind, what }) => (kind === 'case-step' ? [what] : []));
};

describe('LIT-08 B4 §14', () => {
  beforeEach(async () => {
    story = await Story.open(branch);
  });

  it('a withdrawal: voted, filed, done once; its form goes into the archive with the votes', async () => {
    await sued();
    const { permit, approval } = await story.ask({
      ...({ kind: 'release', release: 'withdrawal', item: '全部诉讼请求', amount: null } as const),
      ...SAID,
    });
    expect(await story.refused('withdrawn', TODAY, { text: '还清' })).toBe('permit-release-missing');
    await story.vote(approval);
    expect(await work()).toContainEqual(expect.stringMatching(new RegExp(`AJ0*${story.id} 撤诉 已批准，待备案意见`)));
    expect(await story.refused('withdrawn', TODAY, { text: '还清' })).toBe('permit-release-unfiled');
    expect(await paper(permit)).toBeNull();
    await story.file(permit);
    expect(await work()).toContainEqual(expect.stringMatching(new RegExp(`AJ0*${story.id} 撤诉 已获准，待办理`)));
    expect(await story.refused('withdrawn', '2026-11-20', { text: '还清' })).toBe('act-warned act-before');
    await story.did('withdrawn', TODAY, { text: '还清' });
    expect(await story.state()).toBe('withdrawn');
    expect((await work()).filter((what) => what.includes(`${story.id} 撤诉`))).toEqual([]);
    // The same claim again asks anew.
    await story.did('sued', TODAY, { court: STORY_COURT });
    expect(await story.refused('withdrawn', TODAY, { text: '又还了' })).toBe('permit-used');
    const text = await paper(permit);
    expect(text).toContain('应到3人，实到3人，同意3票');
    expect(text).toContain('同意备案');
    expect(text).toContain('人员m1');
    expect(text).toContain(SAID.performance);
  });

  it('a refusal stays in the archive too, and permits nothing', async () => {
    await sued();
    const asked = { kind: 'release', release: 'withdrawal', item: '全部诉讼请求', amount: null, ...SAID } as const;
    const { permit, approval } = await story.ask(asked);
    await story.vote(approval, 'refuse');
    expect(await paper(permit)).toContain('不同意3票');
    expect(await story.refused('withdrawn', TODAY, { text: '还清' })).toBe('permit-release-missing');
    const refused = await story.ask(asked);
    await story.vote(refused.approval);
    await story.file(refused.permit, 'refused');
    expect(await paper(refused.permit)).toContain('不同意备案');
    expect(await story.refused('withdrawn', TODAY, { text: '还清' })).toBe('permit-release-missing');
  });

  it('a release is of one seizure: another is not released with it, nor this one twice', async () => {
    await enforcing();
    const car = await story.did('seized', '2026-05-06', { asset: 'movable', item: '轿车', paperNo: '裁定1' });
    const flat = await story.did('seized', '2026-05-06', { asset: 'real-estate', item: '住房' });
    const release = { kind: 'release', release: 'seizure', item: '轿车', amount: null, ...SAID } as const;
    expect((await refusalOf(story.ask(release)))?.code).toBe('act-unknown');
    const { permit, approval } = await story.ask({ ...release, act: car });
    await story.vote(approval);
    await story.file(permit);
    expect(await story.refused('seizure-released', TODAY, { act: flat, text: '代偿' })).toBe('permit-release-missing');
    expect(await story.refused('seizure-released', TODAY, { act: flat, permits: [permit], text: '代偿' })).toBe(
      'permit-not-of-act',
    );
    const released = await story.did('seizure-released', TODAY, { act: car, text: '代偿' });
    expect(await story.refused('seizure-released', TODAY, { act: car, text: '又一次' })).toBe('permit-used');
    expect((await refusalOf(story.ask({ ...release, act: car })))?.code).toBe('seizure-released');
    expect((await story.show()).acts.find(({ key }) => key === released)?.detail.permits).toEqual([permit]);
    expect(await paper(permit)).toContain('裁定1');
    // An act that is taken back gives its permit free again.
    await (await branch.as('wu')).litigation.undoAct({ id: story.id, act: released, reason: '登记错了日期' });
    await story.did('seizure-released', TODAY, { act: car, text: '代偿' });
  });

  it('a part that is withdrawn leaves the suit going; a seizure that is changed is over, and its form says so', async () => {
    await sued();
    const flat = await story.did('seized', TODAY, { asset: 'real-estate', item: '住房', paperNo: '裁定2' });
    const asked = async (release: 'part-withdrawal' | 'change', item: string, act?: string) => {
      const given = { kind: 'release', release, item, amount: null, ...SAID } as const;
      const { permit, approval } = await story.ask(act === undefined ? given : { ...given, act });
      await story.vote(approval);
      await story.file(permit);
      return permit;
    };
    const part = await asked('part-withdrawal', '对保证人的请求');
    expect(await story.refused('withdrawn', TODAY, { text: '和解' })).toBe('permit-release-missing');
    const before = await story.state();
    await story.did('withdrawn-part', TODAY, { text: '撤回对保证人的起诉' });
    expect(await story.state()).toBe(before);
    expect(await paper(part)).toContain('{"box":true,"label":"部分撤诉"}');
    const change = await asked('change', '以厂房代替', flat);
    const changed = { act: flat, paperNo: '裁定3', text: '改为查封厂房' };
    expect(await story.refused('seizure-released', TODAY, changed)).toBe('permit-release-missing');
    await story.did('seizure-changed', TODAY, changed);
    expect((await story.show()).seizures).toMatchObject([{ key: flat, releasedOn: TODAY }]);
    expect(await story.deadline('seizure')).toMatchObject([expect.anything(), 'met']);
    expect(await paper(change)).toMatch(/"box":true,"label":"变更保全".*裁定2/);
  });
});

describe('LIT-09 B4 §16, §19 settlement in enforcement', () => {
  it('of a secured debt: reasons, the committee, its terms; resumed when it is broken', async () => {
    story = await Story.open(branch, { secured: true });
    await enforcing();
    const terms = {
      ...({ kind: 'settlement', item: '一年内分期还清', amount: 900_000, firstPayment: 300_000, months: 12 } as const),
      ...{ waiver: 0, keepsSecurity: true, takesThings: false, exception: '' },
    };
    expect((await refusalOf(story.ask(terms)))?.code).toBe('permit-settlement-unexplained');
    expect((await refusalOf(story.ask({ ...terms, firstPayment: 900_001 })))?.code).toBe('plan-first-above');
    const { permit, approval } = await story.ask({ ...terms, exception: '抵押物两次流拍' });
    expect((await refusalOf(story.decide(approval, 'credit')))?.code).toBe('level-other');
    await story.vote(approval);
    const settle = { amount: 900_000, performBy: '2027-11-22', text: '分期' };
    expect(await story.refused('enforcement-settled', TODAY, { ...settle, amount: 1 })).toBe('permit-settlement-other');
    expect(await story.refused('enforcement-settled', TODAY, { ...settle, performBy: '2027-11-23' })).toBe(
      'permit-settlement-other',
    );
    await story.did('enforcement-settled', TODAY, settle);
    expect(await story.state()).toBe('settled');
    expect(await story.deadline('settlement-performance')).toEqual(['2027-11-22', 'open']);
    const text = await paper(permit);
    for (const words of ['抵押物两次流拍', '涉及担保物权', '同意3票', '无和解方案', '9,000.00元'])
      expect(text).toContain(words);
    expect(text).toContain('执行');
    await story.did('enforcement-resumed', TODAY, { text: '首期未付' });
    const again = { ...settle, text: '再次和解' };
    expect(await story.refused('enforcement-settled', TODAY, again)).toBe('permit-used');
  });
});

describe('LIT-09 B4 §16 mediation within the plan of an unsecured debt', () => {
  it('is the responsible person’s; its form has his opinion and no table for votes that nobody cast', async () => {
    story = await Story.open(branch);
    const plan = { floor: 900_000, firstPayment: 300_000, months: 12, waiver: 0, keepsSecurity: true };
    await story.gaveOpinion({ ...plan, onDefault: '恢复全部请求' });
    await sued();
    const { floor, ...rest } = plan;
    const { permit, approval } = await story.ask({
      ...{ kind: 'settlement', item: '十二个月内还清', amount: floor, ...rest, takesThings: false, exception: '' },
    });
    expect((await refusalOf(story.decide(approval, 'deputy')))?.code).toBe('level-other');
    await story.decide(approval, 'credit');
    const text = await paper(permit);
    expect(text).toContain('信贷主任意见');
    expect(text).toContain('各项条款与法律意见书和解方案一致');
    expect(text).not.toContain('委员');
    const instalments = ['2027-05-31', '2027-11-22'];
    await story.did('mediated', TODAY, { paperNo: '（2026）渝0236民初5号', amount: 900_000, instalments });
    expect(await story.state()).toBe('mediated');
    expect((await story.deadline('enforcement-period'))?.[0]).toBe('2029-11-22');
  });
});

describe('LIT-10 B4 §20 debt in kind', () => {
  it('is looked at, valued, voted, filed and taken at no more than that; each thing has its own permit', async () => {
    story = await Story.open(branch);
    await enforcing();
    const thing = { kind: 'in-kind', amount: 500_000, inspection: '现场查看，无人占用', appraised: 520_000 } as const;
    const house = { ...thing, item: '门面一间', appraisal: '某评估公司2026年报告' };
    const asked = await story.ask(house);
    await story.vote(asked.approval);
    const take = (item: string, amount: number, more: object = {}) => ({ item, amount, paperNo: '裁定', ...more });
    expect(await story.refused('debt-in-kind-ruled', TODAY, take('门面', 500_000))).toBe('permit-in-kind-unfiled');
    await story.file(asked.permit);
    expect(await story.refused('debt-in-kind-ruled', TODAY, take('门面', 500_001))).toBe('permit-in-kind-other');
    const car = await story.ask({ ...house, item: '货车一辆', amount: 80_000 });
    await story.vote(car.approval);
    await story.file(car.permit);
    await story.did('debt-in-kind-ruled', TODAY, take('门面', 500_000, { permits: [asked.permit] }));
    expect(await story.refused('debt-in-kind-ruled', TODAY, take('门面', 1, { permits: [asked.permit] }))).toBe(
      'permit-used',
    );
    await story.did('debt-in-kind-ruled', TODAY, take('货车', 80_000));
    expect(await story.refused('debt-in-kind-ruled', TODAY, take('摩托', 1))).toBe('permit-used');
  });
});
