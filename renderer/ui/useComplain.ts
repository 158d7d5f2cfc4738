/** A refusal or failure of something that a person started, as a passing message; the page stays as it is. */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import { useRefusalText } from './RefusalPanel';

export function useComplain(): (error: unknown) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  return (error) => {
    const refusal = refusalOf(error);
    void message.error(refusal ? refusalText(refusal).title : t('common:error.title'));
  };
}
