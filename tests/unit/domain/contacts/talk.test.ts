/** documents.md §8 on what people type: the bank's own words are judged, those of the other side are kept (law.md §15). */
import { refuseWords, type Talk, talkFindings, typedFindings } from '@shared/domain/contacts/talk';
import { sayableIn } from '@shared/domain/measures/conductSteps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const talk = (said: string, given: Partial<Talk> = {}) =>
  talkFindings({ counterpart: 'borrower', said, next: null, ...given }).map(({ code, level }) => `${level} ${code}`);

describe('G-LANG on a contact', () => {
  it.each<[string, readonly string[]]>([
    ['谈了还款安排，约定下月先还五千元', []],
    ['告诉他不还就抓人坐牢', ['block word-threat']],
    ['对他说再不还就由公安处理', ['block word-threat']],
    ['我行将查封其房屋', ['block word-self-help']],
    ['告知可申请人民法院查封抵押物', []],
    ['告知由法院依法查封、扣押', []],
    ['法院已判，我行上门查封', ['block word-self-help']],
    ['已把名单张贴在村口', ['block word-disclosure']],
    ['骂他不要脸', ['block word-insult']],
    ['打电话给其单位，要求督促还款', ['block word-told-others']],
    ['已告诉邻居他欠款的事', ['block word-told-others']],
    ['说明本行未张贴、不会曝光，请放心', []],
    ['借款人称被公安拘留过，暂无收入', ['warn word-reported']],
    ['对方说：“你们再来我就打电话给你们单位”', ['warn word-reported']],
    ['他当场说，骗子才还钱', ['warn word-reported']],
    ['对方称没钱，我方答复不还就坐牢', ['block word-threat']],
    ['该户是老赖，拒不还款', ['warn word-tone']],
    ['告知可能被列为失信被执行人', ['warn word-reserved-for-courts']],
    ['公 安 局 将 处 理', ['block word-threat']],
  ])('%s', (said, codes) => {
    expect(talk(said)).toEqual(codes);
  });

  it('reads what is planned next as well, and names words and article once per group', () => {
    expect(talk('谈了还款', { next: { what: '再不还就停水停电' } })).toEqual(['block word-threat']);
    const [finding] = talkFindings({ counterpart: 'borrower', said: '不还就坐牢、抓人', next: null });
    expect(finding).toEqual({
      code: 'word-threat',
      level: 'block',
      words: '抓人、坐牢',
      article: '民法典 第一千零三十二条',
    });
  });

  it('to a third person nothing is said of the debt; his own words are kept with a reason', () => {
    const third = { counterpart: 'third-person' } as const;
    expect(talk('问借款人去向，答外出务工', third)).toEqual([]);
    expect(talk('告知其欠款五万元已逾期', third)).toEqual(['block word-debt-told']);
    expect(talk('邻居说他欠了很多钱，已搬走', third)).toEqual(['warn word-reported']);
    expect(talk('告知其欠款五万元已逾期')).toEqual([]);
  });

  it('a blocked word is found wherever it stands among harmless ones', () => {
    const harmless = fc.stringMatching(/^[谈约定期还款安排资料当面]{0,20}$/);
    fc.assert(
      fc.property(harmless, harmless, (before, after) => {
        expect(talk(`${before}。坐牢。${after}`)).toEqual(['block word-threat']);
      }),
    );
  });
});

describe('G-LANG on a plan and a step', () => {
  it('refuses with the words and the article', () => {
    expect(() => refuseWords(['上门面谈', '通知其单位领导施压'])).toThrow(
      expect.objectContaining({
        refusal: {
          code: 'wording-blocked',
          facts: { words: '通知其单位领导' },
          article: expect.stringContaining('第二十五条'),
        },
      }),
    );
    expect(() => refuseWords(['向保证人主张权利', '立即还款'])).not.toThrow();
    expect(typedFindings(['立即还款'])).toMatchObject([{ level: 'warn', word: '立即' }]);
  });

  it('a report of a crime may name the police; nothing else may', () => {
    const texts = ['涉嫌贷款诈骗，向公安机关报案'];
    expect(typedFindings(texts, sayableIn('criminal-report'))).toEqual([]);
    expect(() => refuseWords(texts, sayableIn('newspaper-notice'))).toThrow('wording-blocked');
  });
});
