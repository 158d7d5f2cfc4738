/** Tenders, trusteeship and agency (ui.md S27; DSP-06, DSP-07): contracts with their accounts, tenders with sealed bids. */
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { ContractList } from './ContractList';
import { TenderList } from './TenderList';
import './contracts.css';

const VIEWS = ['contracts', 'tenders'] as const;
type View = (typeof VIEWS)[number];
const viewOf = (stored: unknown): View => VIEWS.find((view) => view === stored) ?? 'contracts';

function Contracts() {
  const { t } = useTranslation();
  const [view, setView] = useUrlState('view', viewOf);
  return (
    <>
      <PageHeader
        title={t('contracts:title')}
        actions={
          <Segmented<View>
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`contracts:view.${value}`) }))}
            onChange={(value) => setView(value === 'contracts' ? undefined : value)}
          />
        }
      />
      {view === 'contracts' ? <ContractList /> : <TenderList />}
    </>
  );
}

export default function ContractsScreen() {
  const may = useMay('contract.view');
  return may ? <Contracts /> : <NoPermission permission="contract.view" />;
}
