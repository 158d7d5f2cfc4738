/** Issues a paper that needs nothing typed: the slip of a receipt, the approval form of a measure. It is printed from the archive. */
import { App, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useComplain } from '../../ui/useComplain';

export interface IssuePaperProps {
  readonly form: 'DOC-RWD-01' | 'DOC-REC-11';
  readonly subject: string;
  readonly label: string;
}

export function IssuePaper({ form, subject, label }: IssuePaperProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const issue = useApiCommand('documents.issueTyped');
  const requestId = useRef(crypto.randomUUID());
  const start = (): void =>
    issue.mutate(
      { form, subject, fields: {}, requestId: requestId.current },
      {
        onSuccess: ({ number }) => {
          requestId.current = crypto.randomUUID();
          void message.success(t('receipts:paper.issued', { number }));
        },
        onError: complain,
      },
    );
  return (
    <Button size="small" loading={issue.isPending} onClick={start}>
      {label}
    </Button>
  );
}
