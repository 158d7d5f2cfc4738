/** Columns of party lists, guarantor lists and collateral lists (LOAN-02, LOAN-04). */
import {
  ADDRESS_NAMES,
  BORROWER_NAMES,
  CONTRACT_NAMES,
  CONTRACT_WEAK,
  EMPLOYER_NAMES,
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

export const PARTY_FIELDS: KindSpec = {
  kind: 'parties',
  subjects: ['客户', '借款人', '当事人', 'cust', 'customer'],
  keys: ['partyName', 'idNo'],
  signature: ['partyName', 'idNo'],
  fields: [
    { key: 'unit', type: 'unit', names: UNIT_NAMES, weak: UNIT_WEAK },
    {
      key: 'partyName',
      type: 'name',
      required: true,
      names: [...BORROWER_NAMES, '姓名', '名称', '企业名称', '当事人', '当事人名称', '姓名名称', 'name'],
    },
    { key: 'partyType', type: 'text', names: [...PARTY_TYPE_NAMES, '当事人类型'] },
    { key: 'idType', type: 'text', names: ID_TYPE_NAMES },
    { key: 'idNo', type: 'identifier', names: ID_NUMBER_NAMES },
    { key: 'address', type: 'text', names: ADDRESS_NAMES },
    { key: 'phone', type: 'phone', names: PHONE_NAMES },
    { key: 'spouse', type: 'text', names: words(`配偶 配偶姓名 配偶名称 spouse spousename`) },
    { key: 'employer', type: 'text', names: EMPLOYER_NAMES },
    {
      key: 'legalRepresentative',
      type: 'text',
      names: words(`
        法定代表人 法人代表 法人 法定代表人姓名 负责人 法人姓名 法人代表姓名 legalrepresentative legalrep
        legalperson
      `),
    },
    { key: 'specialFlags', type: 'text', names: SPECIAL_NAMES },
    { key: 'status', type: 'text', names: STATUS_NAMES, weak: words(`状态`) },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};

export const GUARANTOR_FIELDS: KindSpec = {
  kind: 'guarantors',
  subjects: ['保证人', '担保人', 'guarantor'],
  keys: ['contractNo', 'guarantorName'],
  signature: ['contractNo', 'guarantorName'],
  fields: [
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    {
      key: 'guaranteeContractNo',
      type: 'number-text',
      names: words(`
        保证合同编号 保证合同号 担保合同编号 担保合同号 从合同号 从合同编号 保证合同 guaranteecontractno
        guarcontractno
      `),
    },
    {
      key: 'guarantorName',
      type: 'name',
      required: true,
      names: words(`
        保证人 担保人 保证人名称 保证人姓名 担保人名称 担保人姓名 担保单位 保证单位 保证人户名 担保客户名称
        guarantor guarantorname guarname
      `),
    },
    { key: 'partyType', type: 'text', names: words(`客户类型 类型 类别 担保人性质 性质 guarantortype`) },
    { key: 'idType', type: 'text', names: ID_TYPE_NAMES },
    { key: 'idNo', type: 'identifier', names: ID_NUMBER_NAMES },
    { key: 'address', type: 'text', names: ADDRESS_NAMES },
    { key: 'phone', type: 'phone', names: PHONE_NAMES },
    {
      key: 'guaranteeKind',
      type: 'text',
      names: words(`
        保证方式 保证类型 担保方式 保证责任方式 保证责任 保证形式 保证责任类型 担保责任 guaranteekind
        guaranteetype guartype
      `),
    },
    {
      key: 'amount',
      type: 'amount',
      names: words(`
        保证金额 担保金额 保证债权金额 担保额 保证额 担保债权金额 最高保证额 担保本金 guaranteeamount guaramt
        guaranteeamt
      `),
    },
    {
      key: 'periodStart',
      type: 'date-or-phrase',
      names: words(`
        保证期间起 保证期间起始日 保证起始日 保证起始日期 保证期间开始日 担保起始日 担保起始日期 保证期间起日
        保证开始日期 guaranteestart periodstart
      `),
    },
    {
      key: 'periodEnd',
      type: 'date-or-phrase',
      names: words(`
        保证期间止 保证期间截止日 保证到期日 保证到期日期 保证期间终止日 担保到期日 担保到期日期 保证截止日
        保证截止日期 保证期间止日 保证终止日 guaranteeend periodend
      `),
      weak: words(`保证期间 保证期限`),
    },
    {
      key: 'relation',
      type: 'text',
      names: words(`与借款人关系 与主债务人关系 与债务人关系 与借款人的关系 关系 relation relationship`),
    },
    { key: 'employer', type: 'text', names: EMPLOYER_NAMES },
    { key: 'remark', type: 'text', names: REMARK_NAMES },
  ],
};

export const COLLATERAL_FIELDS: KindSpec = {
  kind: 'collateral',
  subjects: ['抵押物', '质押物', '抵质押物', '押品', '抵押品', 'collateral'],
  keys: ['itemKind', 'certificateNo', 'location'],
  signature: ['contractNo', 'itemKind'],
  fields: [
    { key: 'contractNo', type: 'number-text', required: true, names: CONTRACT_NAMES, weak: CONTRACT_WEAK },
    {
      key: 'itemNo',
      type: 'number-text',
      names: words(
        `序号 抵质押物序号 抵押物序号 押品序号 押品编号 抵押物编号 抵质押物编号 项次 itemno no collateralno seq`,
      ),
    },
    {
      key: 'security',
      type: 'guarantee',
      names: words(`担保方式 抵质押方式 担保类型 抵质押类型 押品性质 security guartype securitytype`),
    },
    {
      key: 'itemKind',
      type: 'text',
      required: true,
      names: words(`
        抵质押物种类 抵押物种类 质押物种类 押品类型 押品种类 抵押物类型 抵质押物类型 抵质押物名称 抵押物名称
        押品名称 抵质押品类型 抵(质)押物种类 抵(质)押物名称 抵押品种类 抵押品名称 担保物种类 担保物名称 itemkind
        collateralkind collateraltype assettype
      `),
      weak: words(`种类 抵押物 抵质押物 押品 类型 名称`),
    },
    {
      key: 'location',
      type: 'text',
      names: words(`
        坐落 坐落存放地点 坐落地 坐落位置 存放地点 地点 座落 座落位置 坐落地点 地址 位置 所在地 房屋坐落
        location address site
      `),
    },
    {
      key: 'quantity',
      type: 'text',
      names: words(`数量 面积 数量面积 建筑面积 数量及单位 面积数量 quantity area qty`),
    },
    {
      key: 'ownerName',
      type: 'name',
      names: words(`
        所有权人 权利人 产权人 抵押人 出质人 抵质押人 所有人 权属人 抵押人名称 抵质押人名称 抵(质)押人
        所有权人名称 产权所有人 抵押人姓名 权利人名称 owner ownername mortgagor
      `),
    },
    {
      key: 'ownerIdNo',
      type: 'identifier',
      names: words(`
        所有权人证件号 所有权人证件号码 权利人证件号 权利人证件号码 抵押人证件号 抵押人证件号码 产权人证件号码
        抵质押人证件号码 所有权人身份证号 抵押人身份证号 owneridno ownerid
      `),
    },
    {
      key: 'certificateNo',
      type: 'number-text',
      names: words(`
        他项权证号 他项权证 他项权利证书号 权证号 权证编号 登记证号 登记证明号 不动产登记证明号 抵押登记证号
        他项权证编号 产权证号 不动产权证号 权属证书号 登记证明编号 certificateno certno registrationno
      `),
    },
    {
      key: 'registeredOn',
      type: 'date',
      names: words(`
        登记日期 抵押登记日期 登记日 抵押登记日 登记时间 登记起始日 抵押登记时间 质押登记日期 registeredon
        registrationdate regdate
      `),
    },
    {
      key: 'registrationExpiry',
      type: 'date',
      names: words(`
        登记到期日 登记到期日期 抵押到期日 抵押到期日期 登记有效期至 登记截止日 登记终止日 抵押登记到期日
        registrationexpiry regexpiry
      `),
    },
    {
      key: 'firstValue',
      type: 'amount',
      names: words(`
        初次评估价值 首次评估价值 初评价值 原评估价值 初始评估价值 入库评估价值 贷时评估价值 初估价值 firstvalue
        initialvalue
      `),
      weak: words(`评估价值 评估价 评估金额 价值 value`),
    },
    {
      key: 'firstValuedOn',
      type: 'date',
      names: words(`
        初次评估日 初次评估日期 首次评估日 首次评估日期 初评日期 初评日 初始评估日期 firstvaluedon
        initialvaluedate
      `),
      weak: words(`评估日期 评估日 评估时间`),
    },
    {
      key: 'latestValue',
      type: 'amount',
      names: words(`
        最近评估价值 最新评估价值 重估价值 现评估价值 最近一次评估价值 最新价值 当前评估价值 当前价值 现值
        重评价值 latestvalue currentvalue
      `),
    },
    {
      key: 'latestValuedOn',
      type: 'date',
      names: words(`
        最近评估日 最近评估日期 最新评估日 最新评估日期 重估日期 重估日 最近一次评估日期 重评日期 当前评估日期
        latestvaluedon currentvaluedate
      `),
    },
    { key: 'sufficient', type: 'text', names: words(`是否足值 足值 足值情况 sufficient`) },
    {
      key: 'validity',
      type: 'text',
      names: words(`效力 抵押效力 效力情况 是否有效 抵质押效力 抵押有效性 validity valid`),
    },
  ],
};
