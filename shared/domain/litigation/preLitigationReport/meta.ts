/** What the program knows about the form DOC-LIT-01 诉前论证报告 apart from its text (documents.md §1, §4.1, §7). */
export const PRE_LITIGATION_REPORT = {
  code: 'DOC-LIT-01',
  alias: 'pre-litigation-report',
  /** Version of the wording below; frozen with each document. */
  version: 1,
  series: '论',
  class: 'SECRET',
  size: 'A4',
  layout: 'official',
  word: true,
  copies: 3,
  archiveCategory: '保全类',
  gates: ['G-PARTY', 'G-AMT', 'G-INT', 'G-DATE', 'G-SEC', 'G-TIME', 'G-SHORT', 'G-GLYPH', 'G-NUM'],
  sources: ['A2', 'B4 §9', 'LIT-01'],
} as const;
