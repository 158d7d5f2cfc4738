/** Moving to a new computer in five steps, to be printed and worked through beside the two computers (APP-03). */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

const STEPS = ['1', '2', '3', '4', '5'] as const;

export function MoveGuide() {
  const { t } = useTranslation();
  return (
    <section className="qs-backup-guide">
      <h2>{t('backup:guide.title')}</h2>
      <p>{t('backup:guide.intro')}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <span className="qs-backup-tick" aria-hidden /> {t(`backup:guide.${step}`)}
          </li>
        ))}
      </ol>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('backup:guide.print')}
      </Button>
    </section>
  );
}
