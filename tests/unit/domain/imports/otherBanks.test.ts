/** Layouts of other banks' systems, invented: the guess must not be fitted to one branch's samples (IMP-02). */
import { decideMapping } from '@shared/domain/imports/mapping';
import type { SheetLayout } from '@shared/domain/imports/sheet';
import { describe, expect, it } from 'vitest';
import { context, guessOf, headingOf, interpret, mappedNames, PLAIN, type Table, tableOf } from './interpretFile';

const ID = '512226197502179679';
const anyUnit = { ...context, resolveUnit: (written: string) => written };
const titled = (name: string): SheetLayout => ({ ...PLAIN, name });

/** A core banking export: one row, system order, interest in two columns, contract and account side by side. */
const core = tableOf([
  [
    '机构号',
    '机构名称',
    '客户号',
    '客户名称',
    '证件类型',
    '证件号码',
    '贷款账号',
    '借款合同编号',
    '借据编号',
    '币种',
    '发放日期',
    '到期日',
    '发放金额',
    '本金余额',
    '表内利息',
    '表外利息',
    '罚息余额',
    '五级形态',
    '管户经理',
    '手机号',
  ],
  [
    '5001',
    '东街支行',
    '80001',
    '王小明',
    '身份证',
    ID,
    '62100001',
    '东借2019001',
    'J001',
    'CNY',
    20190305,
    20200305,
    50000,
    40000.12,
    100.5,
    20,
    3,
    '次级',
    '李强',
    '13800000000',
  ],
  [
    '5001',
    '东街支行',
    '80002',
    '某某建材有限公司',
    '营业执照',
    '500236000012345',
    '62100002',
    '东借2019002',
    'J002',
    'CNY',
    20190405,
    20210405,
    900000,
    900000,
    0,
    0,
    0,
    '可疑一级',
    '李强',
    '023-5655000',
  ],
]);

/** A credit cooperative's hand-made book: two rows without merges (CSV), 千元, 户名, 结欠. */
const cooperative = tableOf([
  ['某县农村信用合作联社不良贷款花名册'],
  ['填报单位：某某信用社', '', '', '', '2026年9月30日', '', '', '', '金额单位：千元'],
  [
    '序号',
    '信用社',
    '贷款户',
    '',
    '',
    '合同协议号',
    '贷款期限',
    '',
    '借款本息',
    '',
    '',
    '贷款方式',
    '一逾两呆',
    '责任人',
    '备注',
  ],
  [
    '',
    '',
    '户名',
    '身份证号码',
    '家庭住址',
    '',
    '起息日',
    '约定到期日',
    '原贷金额',
    '结欠本金',
    '结欠利息',
    '',
    '',
    '',
    '',
  ],
  [
    1,
    '城关信用社',
    '张三',
    ID,
    '城关镇一村',
    '城字1998-12',
    '1998.3.4',
    '1999.3.4',
    12,
    9.5,
    4.25,
    '抵押贷款',
    '呆滞',
    '赵六',
    '',
  ],
  [
    2,
    '城关信用社',
    '李四',
    '',
    '城关镇二村',
    '城字1998-13',
    '1998.5.6',
    '1999.5.6',
    3,
    3,
    1.1,
    '信用贷款',
    '呆帐',
    '赵六',
    '外出',
  ],
  ['', '', '合计', '', '', '', '', '', 15, 12.5, 5.35],
  ['制表：赵六', '', '', '复核：钱七', '', '', '', '', '', '', '负责人：孙八'],
]);

/** An English export of a data warehouse. */
const english = tableOf([
  [
    'BR_NAME',
    'CUST_NAME',
    'ID_NO',
    'CONTRACT_NO',
    'DUEBILL_NO',
    'ISSUE_DATE',
    'MATURITY_DATE',
    'LOAN_AMT',
    'LAST_BAL',
    'LOAN_BAL',
    'INT_ON',
    'INT_OFF',
    'FIVE_CLASS',
    'GUAR_TYPE',
    'MOBILE',
    'DATA_SRC',
  ],
  [
    'West Branch',
    '王小明',
    ID,
    'C-2019-001',
    'D1',
    '2019-03-05',
    '2020-03-05',
    '50,000.00',
    '41,000.00',
    '40,000.12',
    '100.50',
    '0.00',
    '3-次级',
    '保证',
    '13800000000',
    'DW',
  ],
]);

/** A risk system: groups over columns (merged), last period beside this one, guarantor data in its own group. */
const risk: Table = tableOf(
  [
    ['2026年10月风险资产明细（单位：万元）'],
    [
      '管户机构',
      '借款合同号',
      '借款人信息',
      '',
      '保证人信息',
      '',
      '上期',
      '',
      '本期',
      '',
      '风险分类',
      '放款日',
      '终止日',
    ],
    ['', '', '名称', '证件号', '名称', '证件号', '余额', '欠息', '余额', '欠息', '', '', ''],
    ['北门网点', '借2020-7', '王小明', ID, '张三', '512226195802219290', 5, 1, 4, 2, '损失', '2020/1/2', '2021/1/2'],
  ],
  {
    ...titled('明细'),
    merges: [
      ...[2, 4, 6, 8].map((left) => ({ top: 1, bottom: 1, left, right: left + 1 })),
      ...[0, 1, 10, 11, 12].map((left) => ({ top: 1, bottom: 2, left, right: left })),
    ],
  },
);

describe('IMP-02 lists of other banks', () => {
  it('a core banking export', () => {
    const { mapping, missing, ambiguous } = guessOf(core);
    expect({ missing, ambiguous }).toEqual({ missing: [], ambiguous: [] });
    expect(mapping.kind).toBe('loans');
    expect(mappedNames(mapping)).toEqual({
      unit: '机构名称',
      borrowerName: '客户名称',
      idType: '证件类型',
      idNo: '证件号码',
      contractNo: '借款合同编号',
      receiptNo: '借据编号',
      issueDate: '发放日期',
      dueDate: '到期日',
      principal: '发放金额',
      balance: '本金余额',
      interestOn: '表内利息',
      interestOff: '表外利息',
      fiveLevel: '五级形态',
      officer: '管户经理',
      phone: '手机号',
    });
    const { accepted } = interpret('loans', core, anyUnit);
    expect(accepted.map((l) => [l.issueDate, l.balanceFen, l.fiveLevel, l.fineLevel, l.borrower.kind])).toEqual([
      ['2019-03-05', 4_000_012, '次级', null, 'person'],
      ['2019-04-05', 90_000_000, '可疑', '可疑一级', 'organisation'],
    ]);
  });

  it("a cooperative's hand-made book in 千元, two rows of heading without merges", () => {
    const heading = headingOf(cooperative);
    expect(heading).toMatchObject({ headerRows: [3, 4], declaredScale: 1000, asOf: '2026-09-30' });
    const { mapping, missing } = guessOf(cooperative);
    expect(missing).toEqual([]);
    expect(mappedNames(mapping)).toMatchObject({
      unit: '信用社',
      borrowerName: '贷款户/户名',
      idNo: '贷款户/身份证号码',
      contractNo: '合同协议号',
      issueDate: '贷款期限/起息日',
      dueDate: '贷款期限/约定到期日',
      principal: '借款本息/原贷金额',
      balance: '借款本息/结欠本金',
      interest: '借款本息/结欠利息',
      guaranteeMode: '贷款方式',
      fourLevel: '一逾两呆',
      officer: '责任人',
    });
    const { accepted, refused, skipped } = interpret('loans', cooperative, anyUnit);
    expect(refused).toEqual([]);
    expect(skipped).toBe(6);
    expect(accepted.map((l) => [l.principalFen, l.balanceFen, l.interestOnFen, l.guaranteeMode, l.fourLevel])).toEqual([
      [1_200_000, 950_000, 425_000, '抵押', '呆滞'],
      [300_000, 300_000, 110_000, '信用', '呆账'],
    ]);
  });

  it('an English export', () => {
    const { mapping, missing } = guessOf(english);
    expect([mapping.kind, missing]).toEqual(['loans', []]);
    expect(mappedNames(mapping)).toEqual({
      unit: 'BR_NAME',
      borrowerName: 'CUST_NAME',
      idNo: 'ID_NO',
      contractNo: 'CONTRACT_NO',
      receiptNo: 'DUEBILL_NO',
      issueDate: 'ISSUE_DATE',
      dueDate: 'MATURITY_DATE',
      principal: 'LOAN_AMT',
      balance: 'LOAN_BAL',
      interestOn: 'INT_ON',
      interestOff: 'INT_OFF',
      fiveLevel: 'FIVE_CLASS',
      guaranteeMode: 'GUAR_TYPE',
      phone: 'MOBILE',
    });
  });

  it("a risk system's groups: last period and the guarantor's data stay out, the missing principal is named", () => {
    const { mapping, missing } = guessOf(risk, 'loans');
    expect(mappedNames(mapping)).toMatchObject({
      borrowerName: '借款人信息/名称',
      idNo: '借款人信息/证件号',
      balance: '本期/余额',
      interest: '本期/欠息',
      fiveLevel: '风险分类',
    });
    expect(missing).toEqual(['principal']);
    expect(decideMapping(mapping)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'mapping-incomplete', facts: { missing: ['principal'] } },
    });
  });

  it('a list of guarantors and one of parties', () => {
    const guarantors = tableOf([
      [
        '担保合同编号',
        '借款合同编号',
        '借款人名称',
        '担保人名称',
        '担保人证件号码',
        '担保金额（元）',
        '借款人电话',
        '担保人电话',
        '担保到期日',
      ],
      ['DB1', 'JK1', '王小明', '张三', ID, '50,000.00', '13900000000', '13800000000', '2022-3-5'],
    ]);
    const guess = guessOf(guarantors);
    expect([guess.mapping.kind, guess.missing]).toEqual(['guarantors', []]);
    expect(mappedNames(guess.mapping)).toMatchObject({
      phone: '担保人电话',
      guarantorName: '担保人名称',
      contractNo: '借款合同编号',
    });
    const parties = tableOf([
      ['客户姓名', '身份证号', '配偶', '工作单位', '家庭住址', '联系方式', '人员状态'],
      ['王小明', ID, '李四', '县中学', '一村', '13800000000', '失踪'],
    ]);
    expect(guessOf(parties).mapping.kind).toBe('parties');
    expect(interpret('parties', parties).accepted).toMatchObject([
      { name: '王小明', idNo: ID, spouse: '李四', status: '失踪' },
    ]);
  });

  it('receipts of a core system', () => {
    const table = tableOf([
      ['交易日期', '交易流水号', '合同编号', '户名', '归还本金', '归还利息', '交易金额', '还款方式'],
      ['20260305', 'T1', 'JK1', '王小明', '1,000.00', '10.00', '1,010.00', '现金'],
    ]);
    expect(guessOf(table)).toMatchObject({ mapping: { kind: 'receipts' }, missing: [] });
  });
});
