/** The saved views in front of the filter row: choose one, keep what is on screen, make one the first to open. */
import { DownOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Dropdown, Form, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import type { SavedView, Views } from './useViews';

const UNDO_SECONDS = 8;

function SaveView({ views, onClose }: { views: Views; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [first, setFirst] = useState(false);
  const isTaken = views.views.some((view) => view.own && view.name === name.trim());
  const save = async (): Promise<void> => {
    if (name.trim() === '' || isTaken) return;
    const view = await views.keep(name.trim(), shared);
    if (!view) return;
    if (first) views.makeDefault(view.id);
    onClose();
  };
  return (
    <Modal
      open
      width={420}
      title={t('loans:view.saveTitle')}
      okText={t('loans:view.saveVerb')}
      okButtonProps={{ disabled: name.trim() === '' || isTaken, loading: views.isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="qs-hint">{t('loans:view.saveHint')}</p>
      <Form.Item validateStatus={isTaken ? 'error' : undefined} help={isTaken && t('loans:view.taken')}>
        <Input
          autoFocus
          value={name}
          maxLength={30}
          aria-label={t('loans:view.name')}
          placeholder={t('loans:view.name')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void save()}
        />
      </Form.Item>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('loans:view.share')}
      </Checkbox>
      <br />
      <Checkbox checked={first} onChange={(event) => setFirst(event.target.checked)}>
        {t('loans:view.makeDefault')}
      </Checkbox>
    </Modal>
  );
}

type Items = NonNullable<MenuProps['items']>;

/** The menu: own views, shared ones, then what can be done with the one in force. */
function useItems(views: Views, onSaveAs: () => void, onDrop: (view: SavedView) => void): Items {
  const { t } = useTranslation();
  const { current, isChanged, defaultId } = views;
  const mayKeep = useMay('ledger.keep-views');
  const item = (view: SavedView) => ({
    key: `view-${view.id}`,
    label: view.id === defaultId ? t('loans:view.first', { name: view.name }) : view.name,
    onClick: () => views.apply(view),
  });
  const group = (label: string, members: readonly SavedView[]): Items =>
    members.length === 0 ? [] : [{ key: label, type: 'group', label, children: members.map(item) }];
  const forCurrent: Items = current
    ? [
        current.id === defaultId
          ? { key: 'no-default', label: t('loans:view.dropDefault'), onClick: () => views.makeDefault(null) }
          : { key: 'default', label: t('loans:view.makeDefault'), onClick: () => views.makeDefault(current.id) },
      ]
    : [];
  const forOwn: Items =
    current?.own && mayKeep
      ? [
          {
            key: 'replace',
            label: t('loans:view.replace', { name: current.name }),
            disabled: !isChanged,
            onClick: () => void views.replace(current),
          },
          {
            key: 'drop',
            danger: true,
            label: t('loans:view.drop', { name: current.name }),
            onClick: () => onDrop(current),
          },
        ]
      : [];
  return [
    { key: 'all', label: t('loans:view.all'), onClick: views.reset },
    ...group(
      t('loans:view.own'),
      views.views.filter((view) => view.own),
    ),
    ...group(
      t('loans:view.shared'),
      views.views.filter((view) => !view.own),
    ),
    { type: 'divider' },
    ...(mayKeep ? [{ key: 'save', label: t('loans:view.saveAs'), onClick: onSaveAs }] : []),
    ...forCurrent,
    ...forOwn,
  ];
}

export function ViewMenu({ views }: { views: Views }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isSaving, setSaving] = useState(false);
  const drop = async (view: SavedView): Promise<void> => {
    if (!(await views.drop(view))) return;
    const key = `view-${view.id}`;
    const undo = (): void => {
      views.restore(view);
      message.destroy(key);
    };
    const content = (
      <>
        {t('loans:view.dropped', { name: view.name })}{' '}
        <Button type="link" size="small" onClick={undo}>
          {t('loans:view.undo')}
        </Button>
      </>
    );
    message.open({ key, type: 'info', content, duration: UNDO_SECONDS });
  };
  const items = useItems(
    views,
    () => setSaving(true),
    (view) => void drop(view),
  );
  const name = views.current?.name ?? t('loans:view.all');
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items, selectedKeys: views.current ? [`view-${views.current.id}`] : ['all'] }}
      >
        <Button className="qs-ledger-view" aria-label={t('loans:view.label', { name })}>
          <span className="qs-ledger-view-name">{views.isChanged ? t('loans:view.changed', { name }) : name}</span>
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {isSaving && <SaveView views={views} onClose={() => setSaving(false)} />}
    </>
  );
}
