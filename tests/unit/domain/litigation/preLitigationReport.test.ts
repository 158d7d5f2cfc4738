/** The pre-litigation report: text of the fictional case, checks, edge data (LIT-01, DOC; documents.md §4.1, §9.4). */
import type { Block, PaperDocument, Run } from '@shared/domain/documents/blocks';
import { visibleText } from '@shared/domain/documents/typesetting';
import { FIELDS } from '@shared/domain/litigation/preLitigationReport/catalogue';
import { checkReport } from '@shared/domain/litigation/preLitigationReport/checkReport';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import type { ReportFacts } from '@shared/domain/litigation/preLitigationReport/facts';
import type { ReportFields } from '@shared/domain/litigation/preLitigationReport/fields';
import { filledFields } from '@shared/domain/litigation/preLitigationReport/filledFields';
import { describe, expect, it } from 'vitest';
import { barestFacts, HEWAN_FACTS, HEWAN_FIELDS, HEWAN_TYPED, longestFacts } from './hewanCase';

const runText = (run: Run): string =>
  'text' in run ? run.text : 'box' in run ? `[${run.box ? 'x' : ' '}]${run.label}` : '____';
const cellText = (cell: string | readonly Run[]): string =>
  typeof cell === 'string' ? cell : cell.map(runText).join('');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return block.lines.join('');
    case 'paragraph':
      return block.runs.map(runText).join('');
    case 'formTable':
      return block.rows.map((row) => row.cells.map((cell) => cell.runs.map(runText).join('')).join('|')).join('\n');
    case 'dataTable':
      return [block.columns.map((column) => column.label), ...block.rows, ...(block.total ? [block.total] : [])]
        .map((row) => row.map(cellText).join('|'))
        .join('\n');
    case 'diagram':
      return [block.debtor, ...block.others].map((tie) => `${tie.relation}-${tie.party}`).join('\n');
    case 'signatures':
      return block.lines.map((line) => line.label).join('\n');
    case 'annex':
      return `附件${block.index} ${block.title}`;
    default:
      return 'text' in block ? block.text : '';
  }
}

const paperText = (paper: PaperDocument): string => visibleTextLines(paper.blocks.map(blockText).join('\n'));
const visibleTextLines = (value: string): string => value.split('\n').map(visibleText).join('\n');
const compose = (facts: ReportFacts, fields: ReportFields): string =>
  paperText(composeReport(facts, fields, { date: '2026-09-20' }));
const codes = (facts: ReportFacts, fields: ReportFields): string[] =>
  checkReport(facts, fields).map((missing) => `${missing.code} ${missing.gate} ${missing.field}`);
const typedWith = (change: ReportFields): ReportFields => filledFields(HEWAN_FACTS, { ...HEWAN_TYPED, ...change });

describe('the fictional case (LIT-01)', () => {
  const paper = compose(HEWAN_FACTS, HEWAN_FIELDS);

  it.each([
    '关于对云岭县青禾农产品加工有限公司采取法律手段清收的诉前论证报告',
    '我行拟对云岭县青禾农产品加工有限公司（以下简称“青禾公司”）采取诉讼手段清收不良贷款。截至2026年9月20日（含当日），该户尚欠贷款本金1,320,000.00元、利息（含罚息、复利）221,441.76元，合计人民币壹佰伍拾肆万壹仟肆佰肆拾壹元柒角陆分（￥1,541,441.76）。现将诉前论证情况报告如下：',
    '拟诉标的额合计人民币壹佰伍拾柒万壹仟肆佰肆拾壹元柒角陆分（￥1,571,441.76）。',
    '1,320,000.00|20,020.00|198,412.50|3,009.26|30,000.00|1,571,441.76',
    '担保物最近评估价值185.00万元，为拟诉标的157.14万元的117.73%。按变现率70%、处置税费8%测算，可受偿1,191,400.00元，占拟诉标的的75.82%，未超过登记的担保债权额200.00万元；不足部分380,041.76元由保证人连带清偿。',
    '18,942.98（简易程序减半9,471.49）',
    '案件受理费|18,942.98',
    '财产保全申请费|5,000.00',
    '申请执行费|18,114.42|不预交',
    '1.我行与青禾公司之间的金融借款合同关系；2.我行与青禾公司之间的最高额抵押担保关系；3.我行与何大川、云岭县禾盛商贸有限公司之间的连带责任保证关系。',
    '建议：[x]起诉   [ ]申请实现担保物权',
    '胜诉可能性综合判断：[x]高   [ ]较高',
    '尚欠本金（借据6230319200012345）|1,320,000.00|贷款台账（2026-09-20导入）|2026年9月20日',
    '评估值（青禾公司厂房及土地使用权）|1,850,000.00|评估报告（2026年第0630号）|2026年6月30日',
    '最高额抵押-抵押人：云岭县青禾农产品加工有限公司',
  ])('prints %s', (sentence) => {
    expect(paper).toContain(sentence);
  });

  it('has the four chapters of A2 in its order, then the conclusion and the annexes', () => {
    const heads = paper.split('\n').filter((line) => /^[一二三四五]、|^附件\d/.test(line));
    expect(heads).toEqual([
      '一、现有证据的充分性、证明效力和诉讼风险、诉讼结果预测',
      '二、案件的法律关系及定性情况',
      '三、诉讼标的可行性和申请强制执行情况预测',
      '四、采取诉讼手段清收的必要性',
      '五、结论与建议',
      '附件1 证据目录',
      '附件2 债务明细',
      '附件3 担保物情况',
      '附件4 数据来源表',
    ]);
  });

  it('may be issued with one warning: evidence that the file lacks', () => {
    expect(codes(HEWAN_FACTS, HEWAN_FIELDS)).toEqual(['evidence-missing G-SHORT missingEvidence']);
  });
});

describe('checks before issue (LIT-01, DOC gates)', () => {
  it.each<[string, ReportFields, string]>([
    ['no interest', { interestPenalty: '' }, 'field-missing G-INT interestPenalty'],
    ['no reason for the split', { interestReason: ' ' }, 'field-missing G-INT interestReason'],
    ['interest of another day', { interestAsOf: '2026-09-19' }, 'interest-as-of-differs G-INT interestAsOf'],
    ['an amount finer than a fen', { interestCompound: '3009.261' }, 'value-invalid G-AMT interestCompound'],
    [
      'no claim to the collateral',
      { claims: [{ text: '判令还款', collateral: '' }] },
      'security-not-claimed G-SEC claims',
    ],
    ['fees without reason', { feesReason: '' }, 'field-missing G-AMT feesReason'],
    ['no reason for the responsible person', { responsibleReason: '' }, 'field-missing G-SHORT responsibleReason'],
    ['a claim over the maximum', { otherCosts: '500000.00' }, 'over-maximum-unstated G-AMT overMaximumNote'],
    ['an empty chapter 4', { necessityNegotiation: ' ', necessityRisk: '' }, 'recommended'],
    ['costs over the recovery', { expectedRecovery: '1000.00' }, 'costs-over-recovery G-SHORT costJustification'],
  ])('finds %s', (_what, change, finding) => {
    const fields = typedWith(change);
    if (finding === 'recommended') {
      // The suggestion fills chapter 4 from the contacts of the file; without contacts nothing is left.
      const facts = { ...HEWAN_FACTS, contacts: { ...HEWAN_FACTS.contacts, count: 0 } };
      expect(codes(facts, filledFields(facts, { ...HEWAN_TYPED, ...change }))).toContain(
        'necessity-missing G-SHORT necessityEvasion',
      );
      return;
    }
    expect(codes(HEWAN_FACTS, fields)).toContain(finding);
  });

  it('forces the chapter 时效瑕疵及应对 and forbids 充分 when a clock has run out (G-TIME)', () => {
    const rows = HEWAN_TYPED.limitation as readonly Record<string, string>[];
    const fields = typedWith({ limitation: [{ ...rows[0], status: 'expired' }] });
    expect(codes(HEWAN_FACTS, fields)).toEqual(
      expect.arrayContaining(['time-flaw-missing G-TIME timeFlaw', 'grade-too-high G-TIME evidenceGrade']),
    );
    const cured = typedWith({
      limitation: [{ ...rows[0], status: 'expired' }],
      timeFlaw: '拟取得重新确认。',
      evidenceGrade: 'mostly',
    });
    expect(codes(HEWAN_FACTS, cured).join()).not.toContain('G-TIME');
    expect(compose(HEWAN_FACTS, cured)).toContain('1.时效瑕疵及应对');
  });

  it('asks for identity and address of every named party (G-PARTY)', () => {
    const facts = { ...HEWAN_FACTS, borrower: { ...HEWAN_FACTS.borrower, idNo: null } };
    expect(codes(facts, HEWAN_FIELDS)).toContain('party-incomplete G-PARTY party');
  });

  it('warns of an appraisal older than twelve months', () => {
    const item = HEWAN_FACTS.collateral[0] as ReportFacts['collateral'][number];
    const old = { ...item.appraisals[0], on: '2025-06-30' } as (typeof item.appraisals)[number];
    const facts = { ...HEWAN_FACTS, collateral: [{ ...item, appraisals: [old] }] };
    expect(checkReport(facts, HEWAN_FIELDS)).toContainEqual(
      expect.objectContaining({ code: 'appraisal-old', severity: 'warn' }),
    );
  });

  it('names every missing field of an untouched form, in the order of the catalogue', () => {
    const found = checkReport(HEWAN_FACTS, filledFields(HEWAN_FACTS, {}));
    const order = FIELDS.map((field) => field.id as string);
    const ids = found.filter((item) => item.code === 'field-missing').map((item) => order.indexOf(item.field));
    expect(ids.filter((id) => id >= 0).length).toBeGreaterThan(10);
    expect(new Set(FIELDS.map((field) => field.id)).size).toBe(FIELDS.length);
  });
});

describe('edge data (DOC)', () => {
  it('writes a credit loan of a person with nothing optional', () => {
    const facts = barestFacts();
    const paper = compose(facts, filledFields(facts, {}));
    expect(paper).toContain('关于对玛依拉·艾山采取法律手段清收的诉前论证报告');
    expect(paper).not.toMatch(/undefined|null|NaN/);
    expect(paper).toContain('（二）借款人及保证人还款来源');
  });

  it('prints “可抵偿” only when the proceeds cover the claim', () => {
    const rows = [{ collateral: 'factory', validUntil: '', prior: '0', rate: '95', basis: '市场成交', tax: '0' }];
    expect(compose(HEWAN_FACTS, typedWith({ collateralEstimates: rows }))).toContain('可抵偿我行贷款本息');
    expect(compose(HEWAN_FACTS, HEWAN_FIELDS)).not.toContain('可抵偿我行贷款本息');
  });

  it('sums the longest data to the fen', () => {
    const facts = longestFacts();
    expect(facts.borrower.name.length).toBe(60);
    expect(compose(facts, filledFields(facts, HEWAN_TYPED))).toContain('合计||||18,000,000.00|15,840,000.00');
  });
});
