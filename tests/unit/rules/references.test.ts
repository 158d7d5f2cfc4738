/** The exact articles that found each answer, for one right set of facts per question (RUL-02). */
import { evaluators } from '@shared/domain/rules/evaluators';
import { expect, test } from 'vitest';
import { answer } from './support/ask';
import { SAMPLES } from './support/samples';

const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  'court-fee/acceptance': ['诉讼费用交纳办法 第十三条'],
  'court-fee/preservation': ['诉讼费用交纳办法 第十四条第二项'],
  'court-fee/enforcement': ['诉讼费用交纳办法 第十四条第一项'],
  'court-fee/payment-order': ['诉讼费用交纳办法 第十四条第三项', '诉讼费用交纳办法 第十三条'],
  'court-fee/bankruptcy': ['诉讼费用交纳办法 第十四条第六项', '诉讼费用交纳办法 第十三条'],
  'interest/simple': ['中国人民银行关于人民币存贷款计结息问题的通知（银发〔2005〕129号） 日利率换算'],
  'interest/penalty': ['中国人民银行关于人民币贷款利率有关问题的通知（银发〔2003〕251号） 第三条'],
  'interest/delayed-performance': [
    '最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释（法释〔2014〕8号） 第一条',
  ],
  'deadline/days': ['中华人民共和国民法典 第二百条至第二百零三条'],
  'format/rmb-capitals': ['支付结算办法（银发〔1997〕393号） 附一'],
  'limitation/action': ['中华人民共和国民法典 第一百八十八条第一款', '中华人民共和国民法典 第一百八十八条第二款'],
  'limitation/guarantee': ['中华人民共和国民法典 第六百九十二条第二款'],
  'limitation/enforcement': ['中华人民共和国民事诉讼法（2023年文本） 第二百五十条'],
  'seizure/expiry': ['最高人民法院关于适用民事诉讼法的解释 第四百八十五条'],
  'litigation/responsible-person': ['B4 不良贷款诉讼管理办法 第六条'],
  'litigation/filing-level': ['B4 不良贷款诉讼管理办法 第二十一条'],
  'classification/five-level': ['商业银行金融资产风险分类办法（2023年第1号令） 第十条第一项'],
  'classification/four-level': ['B2 农村信用社不良贷款管理办法 第十条', 'B2 农村信用社不良贷款管理办法 第十条第一项'],
  'provision/specific': ['金融企业准备金计提管理办法（财金〔2012〕20号） 标准法风险系数'],
  'ratio/migration': ['商业银行风险监管核心指标（试行）（银监发〔2005〕89号） 风险迁徙类指标'],
  'ratio/coverage': ['商业银行风险监管核心指标（试行）（银监发〔2005〕89号） 不良贷款率'],
  'dunning/first-due': ['B2 农村信用社不良贷款管理办法 第二十条'],
  'reward/recovery': [
    'B2 农村信用社不良贷款管理办法 第三十条第二项',
    'B2 农村信用社不良贷款管理办法 第三十条第一项第一目',
  ],
  'reward/contract': ['A8 竞标承包清收经验 正向激励'],
  'liability/shares': ['A5 清收不良贷款 三、授权范围内'],
  'identifier/id-number': ['公民身份号码（GB 11643-1999） 全文'],
  'identifier/credit-code': ['法人和其他组织统一社会信用代码编码规则（GB 32100-2015） 全文'],
  'identifier/case-number': [
    '最高人民法院关于人民法院案件案号的若干规定（法〔2015〕137号） 第二条、第三条',
    '最高人民法院关于人民法院案件案号的若干规定（法〔2015〕137号） 附件',
  ],
};

test('every question has its articles listed here', () => {
  expect(Object.keys(ARTICLES)).toEqual(evaluators.map((each) => each.id));
});

test.each(Object.entries(ARTICLES))('%s', (id, articles) => {
  const { trace } = answer(id, SAMPLES[id] ?? {});
  expect([...new Set(trace.map((line) => line.article))]).toEqual(articles);
});
