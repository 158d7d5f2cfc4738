/** Typed text is never lost when two windows save one draft (ui.md §4 Conflict, APP-04). */
import { describe, expect, it } from 'vitest';
import { carryOver, mergeDraft, withField } from '../../../../renderer/features/documents/mergeDraft';

const row = (name: string) => [{ name, form: '' }];

describe('mergeDraft', () => {
  it('joins changes to different fields', () => {
    const base = { court: '甲法院', handler: '李敏' };
    const { fields, conflicts } = mergeDraft(base, { ...base, court: '乙法院' }, { ...base, handler: '周凯' });
    expect(fields).toEqual({ court: '乙法院', handler: '周凯' });
    expect(conflicts).toEqual([]);
  });

  it('leaves a field that both changed to the person, with mine in it', () => {
    const { fields, conflicts } = mergeDraft({ court: '' }, { court: '甲' }, { court: '乙' });
    expect(fields).toEqual({ court: '甲' });
    expect(conflicts).toEqual(['court']);
  });

  it('does not call the same change a conflict, also in tables', () => {
    expect(mergeDraft({}, { evidence: row('合同') }, { evidence: row('合同') }).conflicts).toEqual([]);
    expect(mergeDraft({}, { evidence: row('合同') }, { evidence: row('借据') }).conflicts).toEqual(['evidence']);
  });

  it('takes over that the other side went back to the suggestion', () => {
    expect(mergeDraft({ court: '甲' }, { court: '甲', handler: '李敏' }, {}).fields).toEqual({ handler: '李敏' });
  });
});

describe('carryOver', () => {
  it('keeps what was typed while the two versions were joined', () => {
    const newest = { court: '甲法院一庭', handler: '李敏' };
    const from = { court: '甲法院', handler: '李敏' };
    const to = { court: '甲法院', handler: '周凯' };
    expect(carryOver(newest, from, to)).toEqual({ court: '甲法院一庭', handler: '周凯' });
    expect(carryOver(newest, from, { court: '乙法院', handler: '李敏' })).toEqual(newest);
  });
});

describe('withField', () => {
  it('sets and takes out without touching the rest', () => {
    expect(withField({ court: '甲' }, 'handler', '李敏')).toEqual({ court: '甲', handler: '李敏' });
    expect(withField({ court: '甲', handler: '李敏' }, 'handler', undefined)).toEqual({ court: '甲' });
  });
});
