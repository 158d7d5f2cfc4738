/** Headings that several kinds of list share. Wording of core banking and credit systems seen in published forms. */
import { words } from './fieldSpec';

export const UNIT_NAMES = words(`
  分理处 支行 网点 营业网点 信用社 机构 机构名称 经办机构 经办机构名称 管户机构 管户机构名称 所属机构
  所属支行 所属网点 贷款机构 贷款机构名称 开户机构 开户机构名称 营业机构 营业机构名称 账务机构 管辖机构
  放款机构 网点名称 支行名称 信用社名称 社名 行社名称 行名 支行网点 经办行 经办支行 经办网点 发放机构
  核算机构 归属机构 归属网点 分社 基层社 机构简称 branch branchname brname orgname subbranch institution
  unit
`);
export const UNIT_WEAK = words(`单位 单位名称 填报单位 部门 片区`);

export const CONTRACT_NAMES = words(`
  合同号 合同编号 合同号码 贷款合同号 贷款合同编号 借款合同号 借款合同编号 借款合同号码 主合同号
  主合同编号 合同协议号 合同文本号 借贷合同号 信贷合同号 信贷合同编号 合同序号 协议编号 借款合同
  contractno contractnumber contractid contractcode loancontractno contract
`);
export const CONTRACT_WEAK = words(
  `贷款账号 贷款帐号 贷款账户 贷款编号 账号 贷款分户账号 loanno loanid loanaccount accountno acctno`,
);

export const BORROWER_NAMES = words(`
  借款人 借款人名称 借款人姓名 借款户名 借款户 借款人户名 借款企业名称 借款单位 借款单位名称 客户名称
  客户姓名 户名 账户名称 贷款户 贷款户名 贷款户名称 贷款客户 贷款客户名称 贷款人姓名 主借款人 债务人
  债务人名称 债务人姓名 借款人全称 借款方 borrower borrowername custname customername customer clientname
  acctname debtor
`);
export const BORROWER_WEAK = words(`姓名 名称 客户 name`);

/** For the party whose list it is; prefixes such as 借款人 or 保证人 are allowed by the kind. */
export const ID_NUMBER_NAMES = words(`
  证件号 证件号码 身份证 身份证号 身份证号码 身份证件号 身份证件号码 身份证号代码 有效证件号码 证照号码
  证件编号 统一社会信用代码 社会信用代码 信用代码 组织机构代码 身份证号统一社会信用代码
  身份证统一社会信用代码 证件代码 营业执照号 营业执照号码 身份证号信用代码 身份证号营业执照号
  证件号码信用代码 居民身份证号码 公民身份号码 idno idnumber idcard idcardno certno certid certificateno
  identityno uscc creditcode
`);
export const ID_TYPE_NAMES = words(`证件类型 证件种类 证照类型 证件名称 证件类别 idtype certtype idkind`);
export const PARTY_TYPE_NAMES = words(`
  客户类型 客户性质 客户类别 客户分类 借款人类型 借款人性质 企业性质 借款主体 贷款对象 custtype
  customertype clienttype borrowertype
`);
export const ADDRESS_NAMES = words(`
  住址 地址 家庭住址 家庭地址 居住地址 联系地址 通讯地址 通信地址 住所 注册地址 户籍地址 现住址 住所地
  详细地址 经营地址 户籍所在地 居住地 借款人住址 address addr homeaddress contactaddress
`);
export const PHONE_NAMES = words(`
  联系电话 电话 手机 手机号 手机号码 联系方式 电话号码 移动电话 联系手机 联系号码 联系人电话 固定电话
  phone phoneno mobile mobileno mobilephone tel telephone contact contactphone
`);
export const REMARK_NAMES = words(`备注 说明 备考 附注 摘要 情况说明 remark remarks memo note notes comment`);
export const SPECIAL_NAMES = words(
  `特殊身份 特殊标志 特殊标识 身份标识 是否公职人员 人员身份 公职人员标志 specialflag specialflags`,
);
export const STATUS_NAMES = words(`
  借款人状态 借款人状况 客户状态 客户状况 状况 人员状态 生存状态 企业状况 经营状况 债务人状况 custstatus
  customerstatus borrowerstatus
`);
export const EMPLOYER_NAMES = words(`工作单位 单位名称及职务 就职单位 所在单位 employer workunit company`);
