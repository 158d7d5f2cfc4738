/** LIT-01 "every figure traceable": the sources of an issued paper are read from its frozen data. */
import { describe, expect, it } from 'vitest';
import { frozenOf } from '../../../../renderer/features/archive/frozenFacts';
import { HEWAN_FACTS } from '../../../unit/domain/litigation/hewanCase';

describe('frozenOf', () => {
  it('counts the figures of each source, in the order of the facts', () => {
    const frozen = frozenOf({ facts: HEWAN_FACTS, templateVersion: '1', warnings: [], warningsReason: null });
    expect(frozen.asOf).toBe('2026-09-20');
    expect(frozen.sources).toEqual([
      { label: '借款合同、借据', asOf: '2023-03-16', figures: 1 },
      { label: '贷款台账（2026-09-20导入）', asOf: '2026-09-20', figures: 2 },
      { label: '不动产登记证明', asOf: '2023-03-16', figures: 1 },
      { label: '评估报告（2026年第0630号）', asOf: '2026-06-30', figures: 1 },
    ]);
  });

  it('names the warnings with the reason given for them', () => {
    const warnings = [{ code: 'appraisal-old', field: 'collateral', subject: '房产' }];
    const frozen = frozenOf({ facts: {}, templateVersion: '1', warnings, warningsReason: '正在重新评估' });
    expect(frozen.warnings).toEqual(warnings);
    expect(frozen.warningsReason).toBe('正在重新评估');
  });

  it('shows what is there of data it does not know', () => {
    const nothing = { asOf: null, templateVersion: null, sources: [], warnings: [], warningsReason: null };
    expect(frozenOf({})).toEqual(nothing);
    expect(frozenOf({ facts: 'text', warnings: 'none', warningsReason: 7 })).toEqual(nothing);
  });
});
