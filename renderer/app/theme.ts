/** The visual language (ui.md §5) as antd tokens; nothing else in the renderer names a colour but the class tags. */
import type { ThemeConfig } from 'antd';
import type { Language } from '../i18n/languages';
import type { FontScale } from './preferences';

const FACES: Record<Language, string> = {
  'zh-CN': '"Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC"',
  'zh-TW': '"Microsoft JhengHei UI", "Noto Sans TC", "Noto Sans CJK TC"',
  en: '"Segoe UI", "Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC"',
};

/** Faces of a language; the bundled rare-character face comes before the system's last resort. */
const fontFamily = (language: Language): string => `${FACES[language]}, "Qingshou Rare", sans-serif`;

const COLOURS = {
  colorPrimary: '#1A56A8',
  colorLink: '#1A56A8',
  colorText: '#1F1F1F',
  colorTextSecondary: '#4A4A4A',
  colorTextTertiary: '#666666',
  colorTextPlaceholder: '#6B7280',
  colorBorder: '#8A94A3',
  colorBorderSecondary: '#DDE1E7',
  colorBgLayout: '#F3F5F8',
  colorError: '#B3261E',
  colorSuccess: '#2E7D32',
  colorWarning: '#8A5A00',
  colorInfo: '#1A56A8',
  // Tints are given, because antd would derive dull ones from these dark colours.
  colorPrimaryBg: '#EAF2FC',
  colorPrimaryBgHover: '#DCE9F9',
  colorInfoBg: '#EAF2FC',
  colorInfoBorder: '#2F6FA8',
  colorWarningBg: '#FFF8E1',
  colorWarningBorder: '#B28600',
  colorErrorBg: '#FBE4E4',
  colorErrorBorder: '#B3261E',
  colorSuccessBg: '#E8F3E9',
  colorSuccessBorder: '#2E7D32',
};

/** The theme at a font scale (1, 1.15, 1.3). */
export function theme(language: Language, scale: FontScale): ThemeConfig {
  const px = (size: number): number => Math.round(size * scale);
  return {
    cssVar: { key: 'qs' },
    token: {
      ...COLOURS,
      fontFamily: fontFamily(language),
      fontSize: px(14),
      fontSizeSM: px(12),
      fontSizeLG: px(16),
      controlHeight: px(28),
      controlHeightSM: px(24),
      borderRadius: 4,
      // No fades for anybody: nobody waits for one, and a spinner whose fade was cut short stayed on its button for good.
      motion: false,
    },
    components: {
      Table: {
        cellFontSizeSM: px(13),
        cellPaddingBlockSM: 4,
        cellPaddingInlineSM: 8,
        headerBg: '#EEF1F5',
        rowHoverBg: '#EAF2FC',
        rowSelectedBg: '#F1F6FD',
        rowSelectedHoverBg: '#EAF2FC',
      },
      Form: { itemMarginBottom: 12, labelHeight: px(28) },
      Menu: { itemHeight: px(32) },
      Layout: { headerHeight: 36 },
    },
  };
}

/** Height of one ledger row at a font scale: 29 px at 100 %. */
export const rowHeight = (scale: FontScale): number => Math.round(13 * scale * 1.5385) + 9;
