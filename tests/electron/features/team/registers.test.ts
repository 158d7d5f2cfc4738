/** Registers of team, targets and the bench as files (issue 5 I, DOC-RPT-02, ORG-06): the columns, the sums, the row in the log. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '@shared/kernel/assert';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTargetRegister } from '../../../../electron/features/targets/exportRegister';
import { nameResponsible } from '../../../../electron/features/targets/nameResponsible';
import { proposeTargets } from '../../../../electron/features/targets/proposeTargets';
import { exportTeamRegister, type Wanted } from '../../../../electron/features/team/exportRegister';
import { keepMarks } from '../../../../electron/features/team/keepMarks';
import { askLeave } from '../../../../electron/features/team/leave';
import { saveGroup } from '../../../../electron/features/team/saveGroup';
import { saveWorkPlan } from '../../../../electron/features/team/workPlans';
import { exportSheet } from '../../../../electron/features/workbench/exportSheet';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { requestId } from '../receipts/support';

let folder: TestFolder;
let people: People;
let captain: OpenFolder;
let leaderId: number;

const inFolder = (name: string) => join(folder.dir, '..', name);
const asked = (name: string, format: 'xlsx' | 'pdf' = 'xlsx') => ({ format, reason: '月末报送', path: inFolder(name) });
const team = (wanted: Wanted, name: string) => exportTeamRegister(folder.services, captain, { ...asked(name), wanted });
async function sheetOf(name: string): Promise<string[][]> {
  const book = await readXlsx(readFileSync(inFolder(name)));
  return present(book.sheets[0], 'a sheet').rows.map((row) => row.map((cell) => String(cell ?? '')));
}
const lineOf = (rows: string[][], name: string) =>
  present(
    rows.find((row) => row.includes(name)),
    name,
  );

beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, {
    captain: ['team-captain'],
    leader: ['group-leader'],
    one: ['clerk'],
    two: ['clerk'],
    boss: ['branch-head'],
  });
  captain = await people.as('captain');
  const build = new Builder(folder.open);
  const memberIds = [await people.id('leader'), await people.id('one'), await people.id('two')];
  leaderId = memberIds[0] as number;
  const unitIds = [build.unitId('青石分理处')];
  await saveGroup(folder.services, captain, { id: null, rev: null, name: '一组', leaderId, memberIds, unitIds });
  const party = build.party({ name: '台账户' });
  const loan = build.loan({
    party_id: party,
    sheet: 'off',
    balance: 700_000,
    npl_date: '2004-01-01',
    contract_no: '青信（04）第9号',
  });
  const receipt = build.receipt({ loan_id: loan, received_on: '2026-11-03', principal: 30_000 });
  build.share({ receipt_id: receipt, seq: 1, name: '人员one', ppm: 1_000_000 });
  const filter = { conditions: [{ column: 'sheet' as const, operator: '=' as const, values: ['off'] }] };
  await proposeTargets(folder.services, folder.open, {
    source: 'off-balance',
    filter,
    reason: '年初报列',
    requestId: requestId(),
  });
  const name = { loanId: loan, person: '人员one', deadline: '2027-01-01', reason: '指定责任人' };
  await nameResponsible(folder.services, await people.as('boss'), name);
});
afterAll(() => folder.close());

describe('TEAM-04 the month sheet', () => {
  it('has a letter for each day, the totals, and the fines added up', async () => {
    const marks = (
      [
        ['2026-11-02', 'present'],
        ['2026-11-03', 'badge'],
        ['2026-11-04', 'absent'],
      ] as const
    ).map(([day, mark]) => ({ userId: leaderId, day, mark }));
    await keepMarks(folder.services, captain, { marks });
    expect(await team({ what: 'attendance', month: '2026-11' }, 'm.xlsx')).toMatchObject({ lines: 4 });
    const rows = await sheetOf('m.xlsx');
    expect(rows.flat()).toContain('清收队考勤表（2026-11）');
    const head = lineOf(rows, '姓名');
    expect(head.slice(2, 5)).toEqual(['1', '2', '3']);
    expect(head).toHaveLength(2 + 30 + 5);
    const line = lineOf(rows, '人员leader');
    // The first of November is a Sunday.
    expect(line.slice(2, 7)).toEqual(['休', '出', '徽', '旷', '']);
    expect(line.slice(-5).map(Number)).toEqual([2, 0, 1, 1, 100]);
    expect(lineOf(rows, '人员captain')[1]).toBe('队部');
  });

  it('is printed as well', async () => {
    const services = { ...folder.services, engine: recordingEngine() };
    const wanted = { what: 'attendance', month: '2026-10' } as const;
    await exportTeamRegister(services, captain, { ...asked('m.pdf', 'pdf'), wanted });
    expect(statSync(inFolder('m.pdf')).size).toBeGreaterThan(0);
  });
});

describe('registers of leave, groups and progress', () => {
  it('leave in the order of the days', async () => {
    const leave = {
      kind: 'sick',
      reason: '住院',
      firstDay: '2026-12-01',
      lastDay: '2026-12-03',
      substituteId: null,
    } as const;
    await askLeave(folder.services, await people.as('one'), { ...leave, requestId: requestId() });
    await team({ what: 'leaves' }, 'l.xlsx');
    expect(lineOf(await sheetOf('l.xlsx'), '人员one')).toEqual([
      ...['1', '人员one', '病假', '住院'],
      ...lineOf(await sheetOf('l.xlsx'), '人员one').slice(4, 6),
      ...['3', '', '待审批', '', '', ''],
    ]);
  });

  it('groups with leader, members and area', async () => {
    await team({ what: 'groups' }, 'g.xlsx');
    expect(lineOf(await sheetOf('g.xlsx'), '一组').slice(0, 5)).toEqual([
      ...['1', '一组', '人员leader', '人员leader、人员one、人员two', '青石分理处'],
    ]);
  });

  it('DOC-RPT-02 plan, actual, percent and rank of a month; no plan is a refusal', async () => {
    const progress = { what: 'progress', plan: null, kind: 'month', day: '2026-11-22' } as const;
    await expect(team(progress, 'p.xlsx')).rejects.toThrow('work-plan-unknown');
    const line = { scope: 'person' as const, month: '2026-11', principal: 60_000, interest: 0, households: 1 };
    const lines = [
      { ...line, subjectId: leaderId },
      { ...line, subjectId: await people.id('one') },
    ];
    const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
    await saveWorkPlan(captain, { id: null, rev: null, kind: 'year', title: '年度计划', ...days, lines });
    expect(await team(progress, 'p.xlsx')).toMatchObject({ lines: 2 });
    const rows = await sheetOf('p.xlsx');
    expect(rows.flat().join()).toContain('年度计划；月：2026-11-01至2026-11-30');
    expect(lineOf(rows, '人员one').slice(3, 9)).toEqual(['600', '0', '300', '0', '50.00%', '1']);
    expect(lineOf(rows, '人员leader').slice(7, 9)).toEqual(['0.00%', '2']);
  });
});

describe('targets, responsible persons and the work sheet', () => {
  it('TEAM-03 the ledger of targets with its filter in words and its sums; nobody else’s when nothing fits', async () => {
    const filter = { what: 'targets', closed: false, group: null, step: null, text: '台账' } as const;
    await exportTargetRegister(folder.services, captain, { ...asked('t.xlsx'), wanted: filter });
    const rows = await sheetOf('t.xlsx');
    expect(rows.flat().join()).toContain('筛选：在办；“台账”');
    expect(lineOf(rows, '台账户')).toEqual(expect.arrayContaining(['表外不良', '1拟定对象', '7000']));
    const none = { ...filter, text: '没有此户' };
    const wanted = { ...asked('t2.xlsx'), wanted: none };
    expect(await exportTargetRegister(folder.services, captain, wanted)).toMatchObject({ lines: 0 });
  });

  it('B2 §19 who recovers which loan, until when, and what follows', async () => {
    const wanted = { ...asked('r.xlsx'), wanted: { what: 'responsible' } as const };
    await exportTargetRegister(folder.services, captain, wanted);
    expect(lineOf(await sheetOf('r.xlsx'), '青信（04）第9号')).toEqual(
      expect.arrayContaining(['责任清收', '人员one', '期限内', '按损失给予处分']),
    );
  });

  it('S02 the work sheet lists what the bench shows, with room for what came of it', async () => {
    const input = { scope: 'all', spans: ['later'], kinds: [], person: null, until: '2027-01-31' } as const;
    const { lines } = await exportSheet(folder.services, captain, { ...asked('w.xlsx'), ...input });
    const rows = await sheetOf('w.xlsx');
    expect(lines).toBeGreaterThan(0);
    expect(lineOf(rows, '序号').slice(-2)).toEqual(['办理结果', '办结日、签字']);
    expect(lineOf(rows, '青信（04）第9号')).toEqual(expect.arrayContaining(['责任清收到期', '台账户', '人员one']));
  });

  it('ORG-06 each leaves its row in the log', () => {
    const sql = `SELECT action, count(*) AS rows FROM audit_entry WHERE action LIKE '%.export%' GROUP BY action ORDER BY action`;
    expect(folder.open.store.sqlite.prepare(sql).all()).toEqual([
      { action: 'targets.exportRegister', rows: 3 },
      { action: 'team.exportRegister', rows: 5 },
      { action: 'workbench.exportSheet', rows: 1 },
    ]);
  });
});
