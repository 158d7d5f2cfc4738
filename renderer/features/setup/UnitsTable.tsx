/** The branch's units: one line each; several lines pasted into a name become as many units. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type UnitLine, unitLines } from './setupForm';

/** Lines of a pasted table take the place of the empty line they were pasted into. */
function usePasteLines() {
  const form = Form.useFormInstance();
  return (event: ClipboardEvent, index: number): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(pasted.trim())) return;
    event.preventDefault();
    const units = (form.getFieldValue('units') ?? []) as UnitLine[];
    const before = units.slice(0, index);
    const here = units[index]?.name?.trim() ? [units[index] as UnitLine] : [];
    form.setFieldValue('units', [...before, ...here, ...unitLines(pasted), ...units.slice(index + 1)]);
  };
}

function UnitRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const paste = usePasteLines();
  const count = index + 1;
  return (
    <div className="qs-setup-unit">
      <Form.Item
        name={[index, 'name']}
        noStyle
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) => {
              const names = ((getFieldValue('units') ?? []) as UnitLine[]).map((unit) => unit?.name?.trim());
              const name = typed?.trim();
              const twice = name && (names.filter((other) => other === name).length > 1 || name === bankName());
              return twice ? Promise.reject(new Error(t('setup:unit.twice', { name }))) : Promise.resolve();
              function bankName(): string | undefined {
                return (getFieldValue(['bank', 'name']) as string | undefined)?.trim();
              }
            },
          }),
        ]}
      >
        <Input
          maxLength={40}
          aria-label={t('setup:unit.nameOf', { count })}
          placeholder={t('setup:unit.name')}
          onPaste={(event) => paste(event, index)}
        />
      </Form.Item>
      <Form.Item name={[index, 'mark']} noStyle>
        <Input maxLength={8} aria-label={t('setup:unit.markOf', { count })} placeholder={t('setup:unit.mark')} />
      </Form.Item>
      <Form.Item name={[index, 'level']} noStyle>
        <Select
          aria-label={t('setup:unit.levelOf', { count })}
          options={[
            { value: 'sub-branch', label: t('users:level.sub-branch') },
            { value: 'department', label: t('users:level.department') },
          ]}
        />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('setup:unit.removeOf', { count })}
        onClick={onRemove}
      />
    </div>
  );
}

export function UnitsTable() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('setup:unit.title')}>
      <h2>{t('setup:unit.title')}</h2>
      <p className="qs-hint">{t('setup:unit.hint')}</p>
      <Form.List name="units">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <UnitRow key={key} index={name} onRemove={() => remove(name)} />
            ))}
            <Form.ErrorList errors={errors} />
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ level: 'sub-branch' })}>
              {t('setup:unit.add')}
            </Button>
          </>
        )}
      </Form.List>
    </section>
  );
}
