/** Recording a contact (S17): a drawer over any screen. The rules of conduct answer while it is typed; nothing typed is lost. */
import { talkFindings } from '@shared/domain/contacts/talk';
import { App, Button, Drawer, Form, type FormInstance, Input, Space } from 'antd';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { useRequired } from '../../ui/useRequired';
import { ConductPanel } from './ConductPanel';
import { ContactFields } from './ContactFields';
import './contacts.css';
import { type ContactValues, changed, draftOf, type People, personKey } from './contactForm';
import { HouseholdField } from './HouseholdField';

export interface ContactDrawerProps {
  readonly open: boolean;
  readonly values: ContactValues;
  readonly onValues: (values: ContactValues) => void;
  /** Thrown away, or saved. */
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** What the rules say of what is typed so far, its words last; nothing before person and time are known. */
function useFindings(values: ContactValues, open: boolean) {
  const draft = useMemo(() => draftOf(values), [values]);
  const planned = useMemo(() => {
    if (draft === null) return null;
    const { said: _, result: __, consent: ___, ...rest } = draft;
    return rest;
  }, [draft]);
  const check = useApiQuery('contacts.check', planned as never, { enabled: open && planned !== null, keepOld: true });
  return draft === null ? [] : [...(check.data?.findings ?? []), ...talkFindings(draft)];
}

/** A form without a person begins with the borrower, today, and whoever is at the screen. */
function useBeginning(
  { open, values, onValues }: ContactDrawerProps,
  people: People | undefined,
  fill: (begun: ContactValues) => void,
) {
  const { user, state } = useOpenSession();
  const borrower = people?.people.find(({ counterpart }) => counterpart === 'borrower');
  const begin = useEffectEvent((person: string) => {
    const begun = { ...values, person, date: values.date ?? state.businessDate, staff: values.staff || user.display };
    fill(begun);
    onValues(begun);
  });
  const isWaiting = open && values.person === '' && borrower !== undefined;
  useEffect(() => {
    if (isWaiting) begin(personKey(borrower));
  }, [isWaiting, borrower]);
}

function useSave(values: ContactValues, onSaved: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const record = useApiCommand('contacts.record');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const save = (): void => {
    const draft = draftOf(values);
    if (draft === null) return;
    record.mutate(
      { ...draft, requestId },
      {
        onSuccess: () => {
          void message.success(t('contacts:saved'));
          onSaved();
        },
        // What is sent next is another content.
        onError: () => setRequestId(crypto.randomUUID()),
      },
    );
  };
  return { save, isSaving: record.isPending, error: record.error };
}

function WarningsReason() {
  const { t } = useTranslation();
  const required = useRequired();
  const label = t('contacts:field.warningsReason');
  return (
    <Form.Item name="warningsReason" label={label} rules={required.typed(label, 4, t('contacts:need.warningsReason'))}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

/** The cursor goes to the first field that nothing is proposed for, once the drawer has taken the focus: F7, and one types. */
function useFirstField(form: FormInstance<ContactValues>, open: boolean, household: number | null): void {
  useEffect(() => {
    if (!open || household === null) return;
    const timer = setTimeout(() => form.getFieldInstance('time')?.focus());
    return () => clearTimeout(timer);
  }, [form, open, household]);
}

function ContactForm(props: ContactDrawerProps) {
  const { open, values, onValues, onDiscard, onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<ContactValues>();
  const { household } = values;
  const people = useApiQuery('contacts.people', { household: household?.id ?? 0 }, { enabled: household !== null });
  useBeginning(props, people.data, (begun) => form.setFieldsValue(begun as never));
  useFirstField(form, open, household?.id ?? null);
  const findings = useFindings(values, open);
  const { save, isSaving, error } = useSave(values, onDiscard);
  const onEnter = useEnterMovesOn();
  useShortcut('Ctrl+S', t('common:action.save'), () => form.submit(), open);
  const blocked = findings.some(({ level }) => level === 'block');
  return (
    <Form<ContactValues>
      name="contact"
      form={form}
      labelCol={{ flex: '112px' }}
      labelWrap
      initialValues={values}
      onValuesChange={(fields) => onValues(changed(values, fields))}
      onFinish={save}
      onKeyDownCapture={onEnter}
      scrollToFirstError={{ focus: true }}
    >
      {values.corrects !== null && <p className="qs-hint">{t('contacts:correct', { id: values.corrects })}</p>}
      <Form.Item
        name="household"
        label={t('contacts:choose')}
        rules={[{ required: true, message: t('contacts:noHousehold') }]}
      >
        <HouseholdField />
      </Form.Item>
      {people.error && <ErrorState error={people.error} />}
      {household !== null && <ContactFields values={values} people={people.data} />}
      {findings.length > 0 && !blocked && <WarningsReason />}
      {error && <ErrorState error={error} />}
      <div className="qs-drawer-foot">
        <ConductPanel findings={findings} />
        <Space>
          <Button type="primary" htmlType="submit" loading={isSaving} disabled={blocked}>
            {t('common:action.save')}
          </Button>
          <Button onClick={onClose}>{t('common:action.close')}</Button>
          <Button type="text" onClick={onDiscard}>
            {t('contacts:discard')}
          </Button>
        </Space>
      </div>
    </Form>
  );
}

export function ContactDrawer(props: ContactDrawerProps) {
  const { t } = useTranslation();
  const { open, values, onClose } = props;
  const borrower = values.household?.borrower;
  return (
    <Drawer
      open={open}
      size={760}
      destroyOnHidden
      title={borrower === undefined ? t('contacts:add') : t('contacts:of', { borrower })}
      onClose={onClose}
    >
      <ContactForm {...props} />
    </Drawer>
  );
}
