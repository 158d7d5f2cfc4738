/** Starts the renderer: keys, texts, dates, screen. */
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import { present } from '@shared/kernel/assert';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './app/app.css';
import { installImeGuard } from './app/imeGuard';
import { storedPreferences } from './app/preferences';
import { startI18n } from './i18n/i18n';

installImeGuard(window);
const { language } = storedPreferences();
startI18n(language).on('languageChanged', (next) => dayjs.locale(next.toLowerCase()));
dayjs.locale(language.toLowerCase());
createRoot(present(document.getElementById('root'), 'index.html has a root')).render(<App />);
