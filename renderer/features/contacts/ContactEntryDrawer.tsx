/** One entry of the contact log in full, with what the rules said that day; it can be put right or withdrawn, never edited. */
import type { ContactView } from '@shared/contract/contacts.contract';
import { Button, Descriptions, Drawer, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatInstant, UNKNOWN } from '../../i18n/format';
import { HandOutFiles } from '../../ui/HandOutFiles';
import { Why } from '../../ui/Why';
import { ConductFindings } from './ConductPanel';
import { useContactDesk } from './ContactDesk';
import { correctionOf, type HouseholdChoice } from './contactForm';
import { useContactWords } from './contactWords';
import { WithdrawContactModal } from './WithdrawContactModal';

function Files({ entry }: { entry: ContactView }) {
  const save = useApiCommand('contacts.saveFile');
  if (entry.files.length === 0) return UNKNOWN;
  const take = (seq: number, reason: string) => save.mutateAsync({ id: entry.id, seq, reason, path: null });
  return <HandOutFiles files={entry.files} save={take} />;
}

function Conduct({ entry }: { entry: ContactView }) {
  const { t } = useTranslation();
  const { warnings, warningsReason, trace } = entry;
  const sentence = t(warnings.length === 0 ? 'contacts:conduct.ok' : 'contacts:conduct.warn');
  return (
    <>
      <Why of={{ sentence, asOf: entry.at.slice(0, 10), rules: trace }}>{sentence}</Why>
      <ConductFindings findings={warnings} />
      {warningsReason}
    </>
  );
}

function useItems(entry: ContactView): { key: string; label: string; children: ReactNode }[] {
  const { t } = useTranslation();
  const words = useContactWords();
  const separator = t('common:list.separator');
  const of = (key: string, children: ReactNode) => ({
    key,
    label: t(`contacts:field.${key}`),
    children: children || UNKNOWN,
  });
  const word = (space: string, code: string | null) => code && t(`contacts:${space}.${code}`);
  const acts = entry.acts.map(({ contract, kind, grade, evidence }) => {
    const what = t('contacts:actOf', { contract, kind: t(`contacts:act.${kind}`) });
    return `${what} ${t(`contacts:evidence.${evidence}`)} ${t('portfolio:gradeOf', { grade: t(`portfolio:grade.${grade}`) })}`;
  });
  return [
    of('at', entry.at),
    of('person', `${words.person(entry)} ${entry.relation ?? ''}`),
    of('kind', `${word('kind', entry.kind)} ${word('initiative', entry.initiative)}`),
    of('place', entry.place),
    of('staff', entry.staff.join(separator)),
    of('purpose', word('purpose', entry.purpose)),
    of('basis', word('basis', entry.basis)),
    of('said', <span className="qs-contact-said">{entry.said}</span>),
    of('result', word('result', entry.result)),
    of('consent', word('consent', entry.consent)),
    of('attitude', word('attitude', entry.attitude)),
    of('ability', word('ability', entry.ability)),
    of('observed', entry.observed.map((each) => t(`contacts:observed.${each}`)).join(separator)),
    of('promiseAmount', words.promise(entry)),
    of('nextOn', entry.next && `${entry.next.on} ${entry.next.what}`),
    of('act', acts.join(separator)),
    of('files', <Files entry={entry} />),
    { key: 'conduct', label: t('contacts:conduct.title'), children: <Conduct entry={entry} /> },
    {
      key: 'by',
      label: t('contacts:column.by'),
      children: `${entry.by} ${formatInstant(entry.recordedAt)}`,
    },
  ];
}

function Entry({ entry }: { entry: ContactView }) {
  const { t } = useTranslation();
  const { withdrawn } = entry;
  return (
    <>
      {withdrawn && <p>{t('contacts:withdrawnBy', { by: withdrawn.by, reason: withdrawn.reason })}</p>}
      <Descriptions size="small" column={1} colon={false} items={useItems(entry)} />
    </>
  );
}

export interface ContactEntryDrawerProps {
  readonly entry: ContactView | null;
  readonly household: HouseholdChoice;
  readonly onClose: () => void;
}

export function ContactEntryDrawer({ entry, household, onClose }: ContactEntryDrawerProps) {
  const { t } = useTranslation();
  const may = useMay('contact.record');
  const { mark } = useContactWords();
  const openDesk = useContactDesk();
  const [withdrawing, setWithdrawing] = useState(false);
  const correct = (): void => {
    if (entry) openDesk({ household, form: correctionOf(household, entry) });
    onClose();
  };
  return (
    <Drawer
      open={entry !== null}
      size={560}
      title={entry && mark(entry).text}
      onClose={onClose}
      extra={
        may &&
        entry &&
        mark(entry).counts && (
          <Space>
            <Button onClick={correct}>{t('contacts:action.correct')}</Button>
            <Button onClick={() => setWithdrawing(true)}>{t('contacts:action.withdraw')}</Button>
          </Space>
        )
      }
    >
      {entry && <Entry entry={entry} />}
      {entry && withdrawing && <WithdrawContactModal id={entry.id} onClose={() => setWithdrawing(false)} />}
    </Drawer>
  );
}
