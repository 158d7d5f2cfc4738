/** Chooses which columns of a grid are shown and in which order; the choice goes to whoever keeps it. */
import { DownOutlined, SettingOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './gridTypes';

interface Titled {
  readonly key: string;
  readonly title: string;
  /** A sticky column names the row: without it a line of figures belongs to nobody. It stays first. */
  readonly sticky?: boolean;
}

export interface ColumnChooserProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** Keys of the shown columns, in their order. */
  readonly shown: readonly string[];
  readonly onChange: (shown: string[]) => void;
}

/** The keys with one of them moved a place up (-1) or down (1), never past the ends or before a sticky column. */
export function moved(keys: readonly string[], key: string, by: -1 | 1, firstFree: number): string[] {
  const next = [...keys];
  const from = next.indexOf(key);
  const to = from + by;
  if (from < firstFree || to < firstFree || to >= next.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The list itself: shown columns in their order, then the others. */
function Choices({
  columns,
  shown,
  onChange,
}: Omit<ColumnChooserProps<never>, 'columns'> & { columns: readonly Titled[] }) {
  const { t } = useTranslation();
  const place = ({ key }: Titled): number => (shown.includes(key) ? shown.indexOf(key) : shown.length);
  const firstFree = columns.filter(({ sticky }) => sticky).length;
  const move = (key: string, by: -1 | 1, label: string) => (
    <Button
      type="text"
      size="small"
      icon={by < 0 ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
      aria-label={label}
      disabled={moved(shown, key, by, firstFree).join() === shown.join()}
      onClick={() => onChange(moved(shown, key, by, firstFree))}
    />
  );
  const toggle = (key: string): void =>
    onChange(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]);
  return (
    <ul className="qs-column-chooser">
      {columns
        .toSorted((a, b) => place(a) - place(b))
        .map(({ key, title, sticky }) => (
          <li key={key}>
            <Checkbox checked={shown.includes(key)} disabled={sticky} onChange={() => toggle(key)}>
              {title}
            </Checkbox>
            {shown.includes(key) && !sticky && move(key, -1, t('common:grid.earlier', { column: title }))}
            {shown.includes(key) && !sticky && move(key, 1, t('common:grid.later', { column: title }))}
          </li>
        ))}
    </ul>
  );
}

export function ColumnChooser<Row>({ columns, shown, onChange }: ColumnChooserProps<Row>) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('common:grid.columns')}
      content={<Choices columns={columns} shown={shown} onChange={onChange} />}
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t('common:grid.columns')}</Button>
    </Popover>
  );
}
