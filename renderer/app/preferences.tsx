/** How this workstation shows things: language, 元/万元, font scale. Kept on the computer, since it holds before sign-in. */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmountUnit } from '../i18n/format';
import { isLanguage, type Language } from '../i18n/languages';

export type FontScale = 1 | 1.15 | 1.3;

export interface Preferences {
  readonly language: Language;
  readonly amountUnit: AmountUnit;
  readonly fontScale: FontScale;
}

const KEY = 'qingshou.preferences';
const DEFAULTS: Preferences = { language: 'zh-CN', amountUnit: 'yuan', fontScale: 1 };

/** Whatever was stored, reduced to values that exist. */
export function readPreferences(stored: string | null): Preferences {
  if (stored === null) return DEFAULTS;
  try {
    const found = JSON.parse(stored) as Partial<Record<keyof Preferences, unknown>>;
    return {
      language: isLanguage(found.language) ? found.language : DEFAULTS.language,
      amountUnit: found.amountUnit === 'wan' ? 'wan' : 'yuan',
      fontScale: found.fontScale === 1.15 || found.fontScale === 1.3 ? found.fontScale : 1,
    };
  } catch {
    return DEFAULTS;
  }
}

export const storedPreferences = (): Preferences => readPreferences(localStorage.getItem(KEY));

interface PreferencesStore extends Preferences {
  readonly change: (part: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesStore>({ ...DEFAULTS, change: () => {} });

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const [preferences, setPreferences] = useState(storedPreferences);
  const change = useCallback((part: Partial<Preferences>) => setPreferences((old) => ({ ...old, ...part })), []);
  useEffect(() => {
    localStorage.setItem(KEY, JSON.stringify(preferences));
    document.documentElement.lang = preferences.language;
    document.documentElement.style.setProperty('--font-scale', String(preferences.fontScale));
    if (i18n.language !== preferences.language) void i18n.changeLanguage(preferences.language);
  }, [preferences, i18n]);
  const store = useMemo(() => ({ ...preferences, change }), [preferences, change]);
  return <PreferencesContext value={store}>{children}</PreferencesContext>;
}

export const usePreferences = (): PreferencesStore => use(PreferencesContext);
