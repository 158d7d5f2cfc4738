/** What a debt confirmation says besides the file: purpose of the loan, who used the money and whether he takes the debt over. */
import { USER_ROLES, type UserRole } from '@shared/domain/repayment/debtPapers';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface Typed {
  readonly purpose?: string;
  readonly actualUser?: string;
  readonly userRole?: UserRole;
  readonly remark?: string;
}

export interface ConfirmationModalProps {
  readonly onPreview: (fields: Record<string, string>) => void;
  readonly onClose: () => void;
}

export function ConfirmationModal({ onPreview, onClose }: ConfirmationModalProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const label = (key: string) => t(`repayment:field.${key}`);
  const filled = (typed: Typed): Record<string, string> =>
    Object.fromEntries(Object.entries(typed).filter(([, value]) => typeof value === 'string' && value !== ''));
  return (
    <Modal
      open
      title={t('repayment:form.DOC-REC-05')}
      okText={t('repayment:action.preview')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Typed> name="confirmation" form={form} layout="vertical" onFinish={(typed) => onPreview(filled(typed))}>
        <Form.Item name="purpose" label={label('purpose')}>
          <Input autoFocus maxLength={60} placeholder={t('repayment:need.purpose')} />
        </Form.Item>
        <Form.Item name="actualUser" label={label('actualUser')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="userRole" label={label('userRole')}>
          <Select
            allowClear
            options={USER_ROLES.map((value) => ({ value, label: t(`repayment:userRole.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="remark" label={label('remark')}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
