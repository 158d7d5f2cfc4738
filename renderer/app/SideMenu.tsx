/** The left menu: icons with two characters at 56 px, full names from 1280 px on; Alt+1…9 open the modules. */
import {
  AimOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DatabaseOutlined,
  FileTextOutlined,
  HourglassOutlined,
  ImportOutlined,
  MailOutlined,
  MoneyCollectOutlined,
  ReadOutlined,
  type SafetyOutlined,
  SolutionOutlined,
  TeamOutlined,
  TrophyOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Module, modulesFor } from './modules';
import { useOpenSession } from './sessionContext';
import { useShortcut } from './shortcuts';

const ICONS: Record<Module['key'], typeof SafetyOutlined> = {
  workbench: CalendarOutlined,
  portfolio: HourglassOutlined,
  ledger: AppstoreOutlined,
  imports: ImportOutlined,
  documents: FileTextOutlined,
  dunning: MailOutlined,
  litigation: BankOutlined,
  receipts: MoneyCollectOutlined,
  approvals: CheckSquareOutlined,
  targets: AimOutlined,
  team: TeamOutlined,
  rewards: TrophyOutlined,
  contracts: SolutionOutlined,
  users: UserOutlined,
  audit: AuditOutlined,
  backup: DatabaseOutlined,
  rules: ReadOutlined,
};

function MenuEntry({ module, position }: { module: Module; position: number }) {
  const { t } = useTranslation('nav');
  const navigate = useNavigate();
  const Icon = ICONS[module.key];
  const full = t(`${module.key}.full`);
  const combo = `Alt+${position}`;
  const hasKey = position <= 9;
  useShortcut(combo, full, () => void navigate({ to: module.path }), hasKey);
  return (
    <li>
      <Link to={module.path} className="qs-menu-entry" title={hasKey ? `${full} ${combo}` : full} aria-label={full}>
        <Icon aria-hidden />
        <span className="qs-menu-short">{t(`${module.key}.short`)}</span>
        <span className="qs-menu-full">{full}</span>
        {hasKey && <kbd className="qs-menu-key">{combo}</kbd>}
      </Link>
    </li>
  );
}

export function SideMenu() {
  const { t } = useTranslation();
  const { user } = useOpenSession();
  return (
    <nav className="qs-menu" data-pane aria-label={t('common:frame.menu')}>
      <ul>
        {modulesFor(user.roles).map((module, index) => (
          <MenuEntry key={module.key} module={module} position={index + 1} />
        ))}
      </ul>
    </nav>
  );
}
