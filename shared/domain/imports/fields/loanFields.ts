/** Columns of loan lists, on and off the balance sheet (LOAN-01). */
import {
  ADDRESS_NAMES,
  BORROWER_NAMES,
  BORROWER_WEAK,
  CONTRACT_NAMES,
  CONTRACT_WEAK,
  ID_NUMBER_NAMES,
  ID_TYPE_NAMES,
  PARTY_TYPE_NAMES,
  PHONE_NAMES,
  REMARK_NAMES,
  SPECIAL_NAMES,
  STATUS_NAMES,
  UNIT_NAMES,
  UNIT_WEAK,
} from './commonFields';
import { type KindSpec, words } from './fieldSpec';

export const LOAN_FIELDS: KindSpec = {
  kind: 'loans',
  subjects: ['借款人', '借款户', '客户', '贷款户', '债务人', '主借款人', '借款企业', 'borrower', 'cust', 'customer'],
  keys: ['contractNo', 'borrowerName'],
  signature: ['contractNo', 'balance'],
  fields: [
    { key: 'unit', type: 'unit', required: true, names: UNIT_NAMES, weak: UNIT_WEAK },
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    {
      key: 'receiptNo',
      type: 'number-text',
      names: words(`
        借据号 借据编号 借据号码 借据序号 贷款借据号 贷款借据编号 借据 凭证借据号 receiptno duebillno iouno
        billno loanreceiptno noteno
      `),
    },
    { key: 'borrowerName', type: 'name', required: true, names: BORROWER_NAMES, weak: BORROWER_WEAK },
    { key: 'partyType', type: 'text', names: PARTY_TYPE_NAMES },
    { key: 'idType', type: 'text', names: ID_TYPE_NAMES },
    { key: 'idNo', type: 'identifier', names: ID_NUMBER_NAMES },
    { key: 'address', type: 'text', names: ADDRESS_NAMES },
    { key: 'phone', type: 'phone', names: PHONE_NAMES },
    {
      key: 'issueDate',
      type: 'date',
      names: words(`
        借款日期 借款日 借款时间 贷款日期 贷款日 发放日期 发放日 发放时间 放款日期 放款日 放款时间 起息日
        起息日期 贷款发放日 贷款发放日期 贷款起始日 贷款起始日期 借据起始日 借据起始日期 借款起始日
        借款起始日期 出账日期 issuedate startdate loandate opendate valuedate drawdowndate putoutdate
        begindate disbursementdate releasedate
      `),
      weak: words(`合同起始日 合同起始日期 开始日期 起始日期 起始日`),
    },
    {
      key: 'dueDate',
      type: 'date',
      names: words(`
        到期日期 到期日 到期时间 约定到期日 约定到期日期 贷款到期日 贷款到期日期 借款到期日 借款到期日期
        终止日 终止日期 借据到期日 借据到期日期 贷款终止日 贷款终止日期 还款到期日 duedate maturity
        maturitydate enddate expirydate expdate matdate
      `),
      weak: words(`合同到期日 合同到期日期 原到期日 原到期日期 合同终止日 合同终止日期 止息日`),
    },
    {
      key: 'extendedDueDate',
      type: 'date',
      names: words(`
        展期到期日 展期到期日期 展期后到期日 展期后到期日期 展期日期 展期终止日 展期至 extendedduedate
        extduedate extensiondate
      `),
      weak: words(`现到期日`),
    },
    {
      key: 'principal',
      type: 'amount',
      required: true,
      names: words(`
        借款金额 贷款金额 发放金额 放款金额 原借金额 原贷金额 借据金额 原始金额 原始本金 初始金额 原贷款金额
        原借款金额 贷款发放金额 贷款发放额 放款本金 principal loanamt loanamount issueamount disbursedamount
        origamount originalamount businesssum
      `),
      weak: words(`
        合同金额 合同借款金额 contractamt contractamount amount 贷款总额 借款总额 金额 贷款额 借款额
        贷款本金 借款本金
      `),
    },
    {
      key: 'balance',
      type: 'amount',
      required: true,
      names: words(`
        贷款余额 借款余额 本金余额 当前余额 结欠本金 欠款本金 尚欠本金 未还本金 剩余本金 欠本金 贷款本金余额
        借款本金余额 借据余额 期末余额 欠款余额 不良贷款余额 现有余额 结欠余额 结余本金 不良余额
        尚欠贷款本金 结欠贷款本金 拖欠本金 未收回本金 本期余额 余额本金 balance bal loanbal loanbalance
        currentbalance curbal outstanding outstandingbalance principalbalance osbal
      `),
      weak: words(`余额 结欠金额 欠款金额 本金`),
    },
    {
      key: 'interestOn',
      type: 'amount',
      names: words(`
        表内欠息 表内利息 表内欠利息 表内应收利息 表内应收未收利息 表内欠息余额 表内利息余额 表内结欠利息
        intereston onbsinterest onbalanceinterest inton intreceivable
      `),
      weak: words(`应收利息 应收利息余额 accruedinterest`),
    },
    {
      key: 'interestOff',
      type: 'amount',
      names: words(`
        表外欠息 表外利息 表外欠利息 催收利息 表外应收利息 表外应收未收利息 表外欠息余额 表外利息余额
        催收利息余额 表外结欠利息 interestoff offbsinterest offbalanceinterest intoff
      `),
      weak: words(`应收未收利息`),
    },
    {
      key: 'interest',
      type: 'amount',
      names: words(`
        欠息 结欠利息 欠息金额 欠息余额 利息余额 拖欠利息 尚欠利息 欠利息 结欠贷款利息 未还利息 欠息合计
        利息合计 表内外欠息 表内外欠息合计 欠息总额 欠付利息 interest interestowed owedinterest
        overdueinterest int oweinterest
      `),
      weak: words(`利息`),
    },
    {
      key: 'monthlyRate',
      type: 'rate',
      names: words(`
        月利率 月利率‰ 利率‰ 执行利率‰ 执行月利率‰ 贷款利率‰ 执行月利率 贷款月利率 合同月利率
        monthlyrate monthrate
      `),
    },
    {
      key: 'annualRate',
      type: 'rate',
      names: words(`
        年利率 年利率% 利率% 执行利率% 执行年利率% 贷款利率% 执行年利率 贷款年利率 合同年利率 annualrate
        yearrate
      `),
    },
    {
      key: 'guaranteeMode',
      type: 'guarantee',
      names: words(`
        担保方式 担保类型 主要担保方式 贷款方式 主担保方式 担保形式 贷款担保方式 担保种类 借款方式 发放方式
        guarantee guaranteemode guartype guaranteetype guarantytype vouchtype collateraltype loantype
      `),
    },
    {
      key: 'purpose',
      type: 'text',
      names: words(`贷款用途 借款用途 用途 资金用途 贷款投向 purpose loanpurpose usage`),
    },
    {
      key: 'subject',
      type: 'subject',
      names: words(`
        科目 科目号 科目代码 会计科目 贷款科目 核算科目 科目编号 subject subjectcode subjectno glcode
        accountingsubject
      `),
    },
    {
      key: 'sheetStatus',
      type: 'text',
      names: words(`表外类别 表外类型 表外种类 表外状态 置换类型 核销置换类别 核销类型 资产状态 sheetstatus offbstype`),
    },
    {
      key: 'offBalanceDate',
      type: 'date',
      names: words(`
        转表外日期 转表外日 转表外时间 核销日期 核销时间 置换日期 置换时间 转出日期 核销置换日期
        writeoffdate offbalancedate
      `),
    },
    {
      key: 'fourLevel',
      type: 'form',
      names: words(`
        四级形态 四级分类 贷款形态 占用形态 形态 期限形态 贷款占用形态 一逾两呆 四级分类形态 fourlevel
        fourclass loanform
      `),
    },
    {
      key: 'fiveLevel',
      type: 'class',
      names: words(`
        五级分类 五级形态 风险分类 五级分类形态 五级分类结果 贷款五级分类 资产分类 风险五级分类 五级分类等级
        贷款风险分类 质量分类 资产质量分类 分类结果 五级分类认定结果 fivelevel fiveclass fivecategory
        classification riskclass class5 fivelevelclass riskclassification classifyresult
      `),
      weak: words(`分类 分类级别 class`),
    },
    {
      key: 'fineLevel',
      type: 'class',
      names: words(`
        细分级次 细分级别 十二级分类 十级分类 十一级分类 九级分类 分类级次 十二级分类结果 十级分类结果
        细分形态 finelevel twelveclass class12 class10
      `),
    },
    {
      key: 'nplDate',
      type: 'date',
      names: words(`
        形成不良日期 形成不良时间 不良形成日期 不良形成时间 形成不良日 转不良日期 转不良时间 不良日期
        进入不良日期 划转不良日期 npldate nplformdate
      `),
    },
    {
      key: 'officer',
      type: 'text',
      names: words(`
        信贷员 客户经理 管户经理 管户客户经理 责任信贷员 管户信贷员 责任人 主责任人 管户人 管户员 管户人员
        经办人 经办信贷员 贷款责任人 第一责任人 管理责任人 清收责任人 客户经理姓名 管户责任人 管户经理姓名
        officer loanofficer manager custmanager customermanager accountmanager managername
      `),
    },
    {
      key: 'approver',
      type: 'text',
      names: words(`审批人 批准人 审批责任人 审批人员 终审人 approver approvedby`),
    },
    {
      key: 'occupancy',
      type: 'text',
      names: words(`用款性质 用款情况 用款类型 用款形式 实际用款性质 实际用款情况 occupancy usagetype`),
    },
    {
      key: 'actualUser',
      type: 'text',
      names: words(`实际用款人 实际用款人名称 实际使用人 实际借款人 用款人 实际用款单位 actualuser realuser`),
    },
    { key: 'specialFlags', type: 'text', names: SPECIAL_NAMES },
    { key: 'borrowerStatus', type: 'text', names: STATUS_NAMES },
    {
      key: 'guarantorNames',
      type: 'text',
      names: words(`
        保证人 担保人 保证人名称 担保人名称 保证人姓名 担保人姓名 保证人担保人 担保单位 guarantor guarantors
        guarantorname
      `),
    },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};
