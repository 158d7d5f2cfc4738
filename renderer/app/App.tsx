/** The providers around everything, in the order they depend on each other. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import zhTW from 'antd/locale/zh_TW';
import { type ReactNode, useMemo } from 'react';
import { createQueryClient } from '../api/queries';
import type { Language } from '../i18n/languages';
import { ErrorBoundary } from './ErrorBoundary';
import { Gate } from './Gate';
import { PreferencesProvider, usePreferences } from './preferences';
import { ShortcutProvider } from './shortcuts';
import { theme } from './theme';

const ANTD_LOCALE: Record<Language, typeof zhCN> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en: enUS };

function Themed({ children }: { children: ReactNode }) {
  const { language, fontScale } = usePreferences();
  const look = useMemo(() => theme(language, fontScale), [language, fontScale]);
  return (
    <ConfigProvider theme={look} locale={ANTD_LOCALE[language]} button={{ autoInsertSpace: false }} variant="outlined">
      <AntApp message={{ maxCount: 3 }} className="qs-app">
        {children}
      </AntApp>
    </ConfigProvider>
  );
}

export function App() {
  const client = useMemo(createQueryClient, []);
  return (
    <QueryClientProvider client={client}>
      <PreferencesProvider>
        <Themed>
          <ErrorBoundary>
            <ShortcutProvider>
              <Gate />
            </ShortcutProvider>
          </ErrorBoundary>
        </Themed>
      </PreferencesProvider>
    </QueryClientProvider>
  );
}
