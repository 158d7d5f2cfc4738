/** The newest verified backup in the status bar; amber with a way to the screen when it is older than a day. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { isStaleBackup } from './lastBackup';
import './backup.css';

/** Often enough to see the automatic one end. */
const ASK_EVERY_MS = 5_000;

/** A backup that runs by itself sends no word to the window. */
function useAskedAgain(stale: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!stale) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['session', 'state'] }), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, stale]);
}

export function LastBackup() {
  const { t } = useTranslation();
  const { state } = useOpenSession();
  const mayLook = useMay('backup.view');
  const at = state.lastBackup?.at ?? null;
  const stale = isStaleBackup(at, new Date());
  useAskedAgain(stale);
  const text = at === null ? t('backup:last.none') : `${t('backup:last.label')} ${formatInstant(at)}`;
  const look = stale ? 'qs-backup-stale' : undefined;
  const title = stale ? t('backup:last.stale') : t('backup:last.verified');
  if (!mayLook) return <span className={look} title={title} data-last-backup>{`${text}${stale ? '' : ' ✔'}`}</span>;
  return (
    <Link to="/backup" className={look} title={title} data-last-backup>
      {`${text}${stale ? '' : ' ✔'}`}
    </Link>
  );
}
