/** Before a pack is printed: which of its notices carry warnings. They are left out, or all go out with one typed reason. */
import type { PackEntry } from '@shared/contract/dunning.contract';
import { isReason } from '@shared/domain/users/reason';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WarningsReason } from '../documents/WarningsReason';
import { useDunningWords } from './dunningWords';

export interface WarnedModalProps {
  /** The chosen notices that carry warnings. */
  readonly warned: readonly PackEntry[];
  /** How many were chosen in all. */
  readonly chosen: number;
  readonly onPrint: (reason: string) => void;
  /** Prints the others alone. */
  readonly onLeaveOut: () => void;
  readonly onClose: () => void;
}

/** The same warning of many papers is said once, with everybody whom it is about. */
function Warnings({ warned }: { warned: readonly PackEntry[] }) {
  const { t } = useTranslation();
  const words = useDunningWords();
  const said = warned.flatMap((entry) =>
    entry.warned.map(({ code, subject }) => {
      const name = words.addressee(entry);
      const who = subject === null ? name : t('dunning:why.about', { text: name, about: subject });
      return { code, paper: entry.key, who };
    }),
  );
  return [...Map.groupBy(said, ({ code }) => code)].map(([code, list]) => {
    const count = new Set(list.map(({ paper }) => paper)).size;
    return (
      <section key={code} className="qs-dunning-section">
        <h3>{t('dunning:pack.warning', { text: words.why({ code, subject: null }), count })}</h3>
        <ul className="qs-dunning-warned">
          {list.map(({ paper, who }) => (
            <li key={`${paper} ${who}`}>{who}</li>
          ))}
        </ul>
      </section>
    );
  });
}

export function WarnedModal({ warned, chosen, onPrint, onLeaveOut, onClose }: WarnedModalProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  return (
    <Modal
      open
      centered
      width={640}
      title={t('dunning:pack.warnedTitle', { count: warned.length, chosen })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>,
        <Button key="rest" disabled={warned.length === chosen} onClick={onLeaveOut}>
          {t('dunning:pack.leaveOut', { count: chosen - warned.length })}
        </Button>,
        <Button key="all" type="primary" disabled={!isReason(typed)} onClick={() => onPrint(typed)}>
          {t('dunning:pack.printAll', { count: chosen })}
        </Button>,
      ]}
    >
      <p className="qs-hint">{t('dunning:pack.warnedText')}</p>
      <WarningsReason value={reason} onChange={setReason} />
      <Warnings warned={warned} />
    </Modal>
  );
}
