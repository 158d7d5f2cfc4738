/** Chapters 4 and 5 of the report, and its signatures (§4.1, A2). */
import { type Block, choices, heading, paragraph, text } from '@shared/domain/documents/blocks';
import { type ReportFields, rowsOf, textOf } from './fields';
import { led, typed, words } from './parts';
import { DECISIONS, HEADINGS, NECESSITY, RESPONSIBLE_ROLES, wordsOf } from './wording';

/** Only the prompts that have text, numbered as they occur. */
export function chapterFour(fields: ReportFields): Block[] {
  const prompts = (Object.keys(NECESSITY) as (keyof typeof NECESSITY)[]).filter((id) => textOf(fields, id) !== '');
  return [
    heading(1, HEADINGS.four),
    ...prompts.flatMap((id, index) => typed(fields, id, `${index + 1}.${NECESSITY[id]}。`)),
    ...typed(fields, 'necessityClosing'),
  ];
}

export function chapterFive(fields: ReportFields): Block[] {
  const claims = rowsOf(fields, 'claims').filter((row) => row.text);
  const decision = textOf(fields, 'decision');
  const role = wordsOf(RESPONSIBLE_ROLES, textOf(fields, 'responsibleRole'));
  return [
    heading(1, HEADINGS.five),
    {
      kind: 'paragraph',
      runs: [
        text('建议：'),
        ...choices(Object.entries(DECISIONS).map(([key, caption]) => [caption, key === decision])),
      ],
    },
    paragraph('拟定诉讼请求：'),
    ...claims.map((row, index) =>
      paragraph(`${index + 1}.${row.text?.replace(/[；。]$/, '')}${index === claims.length - 1 ? '。' : '；'}`),
    ),
    ...led(fields, 'settlementFloor', '和解底线'),
    paragraph('建议负责人：', words(role), '。'),
    ...led(fields, 'responsibleReason', '依据'),
    paragraph('经办人：', words(textOf(fields, 'handler')), '。'),
    ...led(fields, 'agency', '代理方式'),
    ...led(fields, 'preservationAdvice', '保全建议'),
    ...led(fields, 'filingLevel', '备案层级'),
  ];
}

export const signatures = (): Block => ({
  kind: 'signatures',
  lines: [{ label: '经办人', people: 2 }, { label: '资产保全部负责人' }, { label: '复核人' }],
});
