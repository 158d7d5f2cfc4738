/** Status bar: unit, business date, the 元/万元 switch, the language switch and what a screen adds (last import). */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { LastBackup } from '../features/backup/LastBackup';
import type { AmountUnit } from '../i18n/format';
import type { Language } from '../i18n/languages';
import { DateText } from '../ui/DateText';
import { usePreferences } from './preferences';
import { useOpenSession } from './sessionContext';
import { SlotOutlet } from './slots';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, change } = usePreferences();
  return (
    <Segmented<Language>
      size="small"
      className="qs-switch"
      aria-label={t('common:frame.language')}
      value={language}
      onChange={(next) => change({ language: next })}
      options={[
        { value: 'zh-CN', label: t('common:language.zh-CN') },
        { value: 'zh-TW', label: t('common:language.zh-TW') },
        { value: 'en', label: t('common:language.en') },
      ]}
    />
  );
}

function AmountUnitSwitch() {
  const { t } = useTranslation();
  const { amountUnit, change } = usePreferences();
  return (
    <Segmented<AmountUnit>
      size="small"
      className="qs-switch"
      aria-label={t('common:frame.amountUnit')}
      value={amountUnit}
      onChange={(next) => change({ amountUnit: next })}
      options={[
        { value: 'yuan', label: t('common:unit.yuan') },
        { value: 'wan', label: t('common:unit.wan') },
      ]}
    />
  );
}

export function StatusBar() {
  const { t } = useTranslation();
  const { state, user } = useOpenSession();
  return (
    <footer className="qs-status" data-pane>
      <span>{user.unit || state.bank?.name}</span>
      <span>
        {t('common:frame.businessDate')} <DateText date={state.businessDate} />
      </span>
      <SlotOutlet name="status" />
      <LastBackup />
      <AmountUnitSwitch />
      <LanguageSwitch />
    </footer>
  );
}
