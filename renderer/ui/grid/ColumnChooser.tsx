/** Chooses which columns of a grid are shown; the choice goes to whoever keeps it. */
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './gridTypes';

export interface ColumnChooserProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** Keys of the shown columns. */
  readonly shown: readonly string[];
  readonly onChange: (shown: string[]) => void;
}

export function ColumnChooser<Row>({ columns, shown, onChange }: ColumnChooserProps<Row>) {
  const { t } = useTranslation();
  // A sticky column names the row: without it a line of figures belongs to nobody.
  const options = columns.map(({ key, title, sticky }) => ({ value: key, label: title, disabled: sticky }));
  const inOrder = (chosen: readonly string[]): string[] =>
    columns.filter(({ key }) => chosen.includes(key)).map(({ key }) => key);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('common:grid.columns')}
      content={
        <Checkbox.Group
          className="qs-column-chooser"
          options={options}
          value={[...shown]}
          onChange={(chosen) => onChange(inOrder(chosen))}
        />
      }
    >
      <Button icon={<SettingOutlined />}>{t('common:grid.columns')}</Button>
    </Popover>
  );
}
