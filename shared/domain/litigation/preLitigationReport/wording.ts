/** Fixed words of the paper (template version 1, our own wording in the spirit of A2): lists, choices, sentences. */
import { paperDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanGrouped } from '@shared/kernel/money';

export const yuan = (fen: Fen): string => `${yuanGrouped(fen)}元`;

export const TITLE_BEFORE = '关于对';
export const TITLE_AFTER = '采取法律手段清收的诉前论证报告';

export const HEADINGS = {
  overview: '案情速览',
  one: '一、现有证据的充分性、证明效力和诉讼风险、诉讼结果预测',
  evidence: '（一）证据目录及审查',
  limitation: '（二）时效审查',
  timeFlaw: '时效瑕疵及应对',
  defects: '（三）法律瑕疵',
  risks: '（四）诉讼风险',
  outcome: '（五）诉讼结果预测',
  two: '二、案件的法律关系及定性情况',
  relations: '（一）法律关系及案由',
  court: '（二）管辖法院及依据',
  procedure: '（三）适用程序建议及各途径比较',
  three: '三、诉讼标的可行性和申请强制执行情况预测',
  claim: '（一）拟诉标的',
  secured: '（二）担保物变现测算',
  sources: '（三）借款人及保证人还款来源',
  enforcement: '（四）执行预测',
  costs: '（五）费用与效益',
  four: '四、采取诉讼手段清收的必要性',
  five: '五、结论与建议',
} as const;

/** 1.4 risk questions (§4.1); ids are stable, rows of the field `risks` name them. */
export const RISK_QUESTIONS = {
  subject: '主体（死亡、注销、破产、更名）',
  impersonation: '冒名、借名、实际用款人不一致',
  renewal: '借新还旧与保证人知情',
  extension: '展期未经保证人书面同意',
  collateral: '担保物权属争议、查封在先、租赁在先、唯一住房',
  rates: '利率、罚息、复利的支持程度',
  service: '送达（下落不明、公告期）',
  jurisdiction: '管辖',
  criminal: '刑民交叉',
  counterclaim: '反诉、抵销',
  enforcement: '执行不能',
} as const;

export const RISK_LEVELS = { low: '低', medium: '中', high: '高' } as const;
export const GRADES = { sufficient: '充分', mostly: '基本充分', insufficient: '不充分' } as const;
export const STRENGTHS = { strong: '强', medium: '中', weak: '弱' } as const;
export const FORMS = { original: '原件', copy: '复印件' } as const;
export const LIMITATION_STATES = {
  running: '未届满',
  ending: '即将届满',
  disputed: '存在争议',
  expired: '已届满',
} as const;
export const PREDICTIONS = { full: '全部支持', partial: '部分支持', none: '不支持' } as const;
export const CHANCES = { high: '高', ratherHigh: '较高', fair: '一般', low: '低' } as const;
export const PROCEDURES = {
  ordinary: '普通程序',
  simplified: '简易程序',
  small: '小额诉讼程序',
  security: '实现担保物权特别程序',
  paymentOrder: '支付令',
  notarised: '公证债权文书执行',
} as const;
export const DECISIONS = {
  sue: '起诉',
  realiseSecurity: '申请实现担保物权',
  paymentOrder: '申请支付令',
  enforceNotarised: '申请执行公证债权文书',
  notNow: '暂不起诉',
} as const;
/** Posts of B4 §6 (LIT-04), in the order of the amounts they answer for; the rule will answer with the same ids. */
export const RESPONSIBLE_ROLES = {
  'credit-director': '信贷主任',
  director: '主任',
  'deputy-head': '分管领导',
  head: '行长（联社主任）',
} as const;
export const SCENARIOS = { optimistic: '乐观', neutral: '中性', pessimistic: '悲观' } as const;

export const NECESSITY = {
  necessityEvasion: '逃废债务迹象',
  necessityExpiry: '时效、保证期间或担保登记将届满',
  necessityRank: '查封顺位',
  necessityNegotiation: '多次协商无果',
  necessityAlternatives: '其他非诉方式不可行的原因',
  necessityRisk: '不起诉的风险',
} as const;

export const ACCRUAL_GOES_ON = (asOf: string): string =>
  `以上利息暂计至${paperDate(asOf)}（含当日），此后至实际清偿之日止的利息、罚息、复利按合同约定继续计算。`;

/** The key's words, or what was typed when it is no key (tables allow free text). */
export const wordsOf = (list: Readonly<Record<string, string>>, key: string | undefined): string =>
  key === undefined ? '' : (list[key] ?? key);

/** Percent text from ppm: 65,000 → `6.50%`. */
export const rateText = (ppm: number | null): string => (ppm === null ? '——' : `${(ppm / 10_000).toFixed(2)}%`);
