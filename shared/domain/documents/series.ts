/** The words of the branch's number series (documents.md §1): 奉支催字〔2026〕第0001号. Each restarts every year. */
export const SERIES_WORDS = [
  ...['提', '催', '逾', '担', '续', '确', '协', '询', '告', '公', '挂', '减', '展', '转'],
  ...['移', '因', '接', '调', '估', '瑕'],
  ...['论', '意', '同诉', '不诉', '诉备', '协调', '撤解', '调解'],
  ...['预', '销', '抵收', '抵处', '风代', '委', '包', '况'],
  ...['收', '奖', '假', '计', '析', '卷', '交', '阅'],
] as const;
export type SeriesWord = (typeof SERIES_WORDS)[number];
