/** Ctrl+/ : the keys that work on the screen in front of the person. */
import { Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shortcut, useShortcut, useShortcutRegistry } from './shortcuts';

export function KeyList() {
  const { t } = useTranslation();
  const registry = useShortcutRegistry();
  const [keys, setKeys] = useState<Shortcut[] | null>(null);
  useShortcut('Ctrl+/', t('common:keys.list'), () =>
    setKeys(registry.list().sort((a, b) => a.combo.localeCompare(b.combo))),
  );
  return (
    <Modal open={keys !== null} title={t('common:keys.title')} footer={null} width={560} onCancel={() => setKeys(null)}>
      <Descriptions
        size="small"
        column={2}
        items={(keys ?? []).map(({ combo, label }) => ({
          key: combo,
          label: <kbd>{combo}</kbd>,
          children: label,
        }))}
      />
    </Modal>
  );
}
