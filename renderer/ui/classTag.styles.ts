/** Colours of the loan classes (ui.md §5): text, tint, solid and the decal that keeps them apart in grey. */

export interface ClassLook {
  /** Key below `terms:class`. */
  readonly key: 'pass' | 'mention' | 'sub1' | 'sub2' | 'sub' | 'doubt1' | 'doubt2' | 'doubt' | 'loss';
  readonly text: string;
  readonly tint: string;
  readonly solid: string;
  readonly decal: 'none' | 'dots' | 'diagonal' | 'cross' | 'dense';
}

const PASS = { text: '#1B5E20', tint: '#E8F3E9', solid: '#2E7D32', decal: 'none' } as const;
const MENTION = { text: '#1F4E79', tint: '#E6F0F8', solid: '#2F6FA8', decal: 'dots' } as const;
const SUB = { text: '#6B4E00', tint: '#FFF4CC', solid: '#B28600', decal: 'diagonal' } as const;
const DOUBT = { text: '#8A3A00', tint: '#FDE9DA', solid: '#C7570A', decal: 'cross' } as const;
const LOSS = { text: '#8B1A1A', tint: '#FBE4E4', solid: '#B3261E', decal: 'dense' } as const;

/** By the names the data carry: five-level classes and the fine levels. */
export const CLASS_LOOKS: Readonly<Record<string, ClassLook>> = {
  正常: { key: 'pass', ...PASS },
  关注: { key: 'mention', ...MENTION },
  次级: { key: 'sub', ...SUB },
  次级一级: { key: 'sub1', ...SUB },
  次级二级: { key: 'sub2', ...SUB },
  可疑: { key: 'doubt', ...DOUBT },
  可疑一级: { key: 'doubt1', ...DOUBT },
  可疑二级: { key: 'doubt2', ...DOUBT },
  损失: { key: 'loss', ...LOSS },
  损失级: { key: 'loss', ...LOSS },
};
