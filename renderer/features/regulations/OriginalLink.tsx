/** 原文: from an article that a rule cites to its page in the file that the branch attached. Nothing where there is no file. */
import { editionOn, pageOf } from '@shared/domain/regulations/articlePages';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { OriginalViewer } from './OriginalViewer';

/** `day`: the edition in force then is opened. */
export function OriginalLink({ document, article, day }: { document: string; article: string; day: string }) {
  const { t } = useTranslation();
  const { data } = useApiQuery('regulations.list', undefined);
  const [isOpen, setOpen] = useState(false);
  const regulation = editionOn(data?.regulations ?? [], document, day);
  if (!regulation) return null;
  const page = pageOf(regulation.articles, article);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {page === null ? t('regulations:original') : t('regulations:originalAt', { page })}
      </Button>
      {isOpen && <OriginalViewer regulation={regulation} page={page} onClose={() => setOpen(false)} />}
    </>
  );
}
