/** Stands where a screen is planned but not there yet. */
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';

export function PlaceholderScreen() {
  const { t } = useTranslation();
  return <Empty className="qs-state" image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('common:state.planned')} />;
}
