/** Words that a letter of the bank must not carry, or only with a reason (documents.md §8): data, not code. */

export type WordingLevel = 'block' | 'counsel' | 'warn';

export interface WordingGroup {
  readonly id:
    | 'threat'
    | 'self-help'
    | 'disclosure'
    | 'false-authority'
    | 'reserved-for-courts'
    | 'tone'
    | 'insult'
    | 'told-others'
    | 'debt-told';
  readonly level: WordingLevel;
  /** Regular expressions over the text without spaces. */
  readonly words: readonly string[];
  /** A sentence that this matches may say it: the lawful way of putting it. */
  readonly allowed?: string;
  /** Why, as an article. */
  readonly article: string;
}

export const WORDING_TABLE: readonly WordingGroup[] = [
  {
    id: 'threat',
    level: 'block',
    words: [
      '逮捕',
      '拘留',
      '抓人',
      '坐牢',
      '公安',
      '经侦',
      '判刑',
      '刑事责任',
      '停水',
      '停电',
      '影响.{0,4}子女',
      '最后通牒',
    ],
    article: '民法典 第一千零三十二条',
  },
  {
    id: 'self-help',
    level: 'block',
    words: ['上门堵', '搬.{0,2}东西', '(?<!(?:申请|法院)[^,我]{0,8})查封', '(?<!(?:申请|法院)[^,我]{0,8})扣押'],
    article: '民法典 第一千一百七十七条',
  },
  {
    id: 'disclosure',
    level: 'block',
    words: ['通报.{0,4}(?:单位|村委|学校|亲友)', '张贴', '公示', '曝光', '黑名单'],
    article: '民法典 第一千零二十四条',
  },
  {
    id: 'false-authority',
    level: 'block',
    words: ['法院传票', '执行通知', '律师函'],
    article: '民事诉讼法 第一百一十四条',
  },
  {
    id: 'reserved-for-courts',
    level: 'counsel',
    words: ['涉嫌贷款诈骗', '报案', '失信被执行人', '限制消费', '限制高消费'],
    allowed: '人民法院可依法采取',
    article: '最高人民法院关于公布失信被执行人名单信息的若干规定 第一条',
  },
  {
    id: 'tone',
    level: 'warn',
    words: ['立即', '后果自负', '拒不', '老赖', '恶意'],
    article: '民法典 第一千零二十四条',
  },
];
