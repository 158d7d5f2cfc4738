/** The pre-suit notice and its gate: how often was negotiated, whether asset preservation agreed, then the notice to each. */
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';
import { Why } from '../../ui/Why';
import type { Repayment } from './repaymentWords';

export interface PreSuitSectionProps {
  readonly household: number;
  /** `H000012` */
  readonly number: string;
  readonly borrower: string;
  readonly repayment: Repayment;
  readonly mayAsk: boolean;
  readonly onPaper: ((form: string, subject: string) => void) | null;
}

function Ask({ household }: { household: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  const [form] = Form.useForm<{ reason: string }>();
  const ask = useApiCommand('repayment.askPreSuit');
  const reason = t('repayment:field.reason');
  return (
    <Form
      name="pre-suit"
      form={form}
      layout="inline"
      onFinish={({ reason: typed }) =>
        ask.mutate({ household, reason: typed }, { onSuccess: () => form.resetFields() })
      }
    >
      <Form.Item name="reason" label={reason} rules={required.typed(reason, 4, t('repayment:need.preSuit'))}>
        <Input maxLength={500} className="qs-repayment-reason" />
      </Form.Item>
      <Button htmlType="submit" loading={ask.isPending}>
        {t('repayment:action.askPreSuit')}
      </Button>
      {ask.error && <ErrorState error={ask.error} />}
    </Form>
  );
}

export function PreSuitSection({ household, number, borrower, repayment, mayAsk, onPaper }: PreSuitSectionProps) {
  const { t } = useTranslation();
  const { held, needed, article, trace, approval, guarantors } = repayment.preSuit;
  const isAgreed = approval?.state === 'approved';
  return (
    <section className="qs-file-section" aria-label={t('repayment:section.preSuit')}>
      <header>
        <h2>{t('repayment:section.preSuit')}</h2>
      </header>
      <Space size="large">
        <Why of={{ sentence: t('repayment:whyNegotiations', { article }), rules: trace }}>
          <Tag color={held >= needed ? 'success' : 'warning'}>{t('repayment:negotiations', { held, needed })}</Tag>
        </Why>
        {approval ? (
          <Link to="/approvals" search={{ id: approval.id } as never}>
            <Tag>{t(`approvals:state.${approval.state}`)}</Tag>
          </Link>
        ) : (
          <Tag>{t('repayment:notAsked')}</Tag>
        )}
        {onPaper && isAgreed && (
          <>
            <Button size="small" type="primary" onClick={() => onPaper('DOC-REC-08', number)}>
              {t('repayment:noticeTo', { name: borrower })}
            </Button>
            {guarantors.map(({ key, name, contract }) => (
              <Button key={key} size="small" onClick={() => onPaper('pre-suit-notice-guarantor', key)}>
                {t('repayment:noticeToGuarantor', { name, contract })}
              </Button>
            ))}
          </>
        )}
      </Space>
      {mayAsk && held >= needed && approval?.state !== 'submitted' && !isAgreed && <Ask household={household} />}
    </section>
  );
}
