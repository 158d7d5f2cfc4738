/** Words that a record of a talk or a plan must not show as the bank's own doing (law.md §15): data, not code. */
import { WORDING_TABLE, type WordingGroup } from '../documents/wordingTable';

/** What a letter must not say must not be said either; people also insult, and talk to those who owe nothing. */
export const TALK_TABLE: readonly WordingGroup[] = [
  ...WORDING_TABLE,
  {
    id: 'insult',
    level: 'block',
    words: ['不要脸', '无耻', '混蛋', '王八蛋', '畜生', '人渣', '流氓', '骗子', '他妈的', '猪狗不如'],
    article: '民法典 第一千零二十四条、第一千零三十三条',
  },
  {
    id: 'told-others',
    level: 'block',
    words: [
      '(?:告诉|通知|闹到|捅到|打电话(?:给|到)).{0,6}(?:单位|村委|村里|学校|亲友|亲戚|邻居|同事|老师|领导|子女|父母)',
    ],
    article: '个人信息保护法 第二十五条；民法典 第一千零三十二条',
  },
];

/** To a third person nothing is said of the debt: he is asked where the debtor is, and no more. */
export const LOCATING_TABLE: readonly WordingGroup[] = [
  ...TALK_TABLE,
  {
    id: 'debt-told',
    level: 'block',
    words: [
      '欠(?:款|债|钱|了|着|银行|我行|本行)',
      '(?:贷款|借款)(?!人|户)',
      '逾期',
      '债务(?!人)',
      '还款',
      '还钱',
      '本金',
      '利息',
      '催收',
      '起诉',
      '法院',
      '\\d(?:万|元)',
    ],
    article: '互联网金融个人网络消费信贷贷后催收风控指引（GB/T 45251-2025） 联系人；个人信息保护法 第十三条',
  },
];
