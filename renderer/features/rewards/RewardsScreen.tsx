/** Rewards and liabilities (ui.md S23; RWD-01, RWD-02, RWD-04): sheets by period, the register of liabilities, outsiders. */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { Liabilities } from './Liabilities';
import { Outsiders } from './Outsiders';
import { SheetDetail } from './SheetDetail';
import { SheetList } from './SheetList';
import './rewards.css';

const VIEWS = ['sheets', 'liabilities', 'outsiders'] as const;
type View = (typeof VIEWS)[number];

const viewOf = (stored: unknown): View => VIEWS.find((view) => view === stored) ?? 'sheets';

function Rewards() {
  const { t } = useTranslation();
  const [view, setView] = useUrlState('view', viewOf);
  const [sheet, setSheet] = useUrlState('sheet', idIn);
  if (view === 'sheets' && sheet !== null) return <SheetDetail id={sheet} onClose={() => setSheet(undefined)} />;
  return (
    <>
      <PageHeader
        title={t('rewards:title')}
        actions={
          <Segmented<View>
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`rewards:view.${value}`) }))}
            onChange={(value) => setView(value === 'sheets' ? undefined : value)}
          />
        }
      />
      {view === 'sheets' && <SheetList onOpen={setSheet} />}
      {view === 'liabilities' && <Liabilities />}
      {view === 'outsiders' && <Outsiders />}
    </>
  );
}

export default function RewardsScreen() {
  const may = useMay('reward.view');
  return may ? <Rewards /> : <NoPermission permission="reward.view" />;
}
