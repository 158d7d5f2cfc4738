/** The three languages: every file of resources/locales/<language>/ is one namespace, loaded with the program. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, LANGUAGES, type Language } from './languages';

type Namespace = Record<string, unknown>;

const files = import.meta.glob<Namespace>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

function resources(): Record<string, Record<string, Namespace>> {
  const all: Record<string, Record<string, Namespace>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2) as [string, string];
    all[language] ??= {};
    all[language][file.replace('.json', '')] = texts;
  }
  return all;
}

/** Starts i18next; synchronous, because all texts are part of the bundle. */
export function startI18n(language: Language): typeof i18next {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    resources: resources() as never,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'zh-CN';
}
