/**
 * What can be done with an item of the work list: deal with it at its place, say that it is done, put it off; why not, where it
 * cannot. By keyboard the grid is one stop: Enter opens, the bench has keys for the rest.
 */
import type { WorkItemView } from '@shared/contract/workbench.contract';
import { Button, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Settling } from './SettleModal';

interface Props {
  readonly item: WorkItemView;
  readonly onOpen: () => void;
  readonly onSettle: (settling: Settling) => void;
}

export function ItemActions({ item, onOpen, onSettle }: Props) {
  const { t } = useTranslation();
  const { done, postpone, fixed } = item.may;
  return (
    <Space size={4}>
      <Button size="small" tabIndex={-1} onClick={() => (done ? onSettle({ item, how: 'done' }) : onOpen())}>
        {t(done ? 'workbench:act.done' : 'workbench:act.open')}
      </Button>
      <Tooltip title={fixed === null ? undefined : t(`workbench:fixed.${fixed}`)}>
        <Button
          size="small"
          tabIndex={-1}
          aria-disabled={postpone === null}
          onClick={() => postpone !== null && onSettle({ item, how: 'postpone' })}
        >
          {t('workbench:act.postpone')}
        </Button>
      </Tooltip>
    </Space>
  );
}
