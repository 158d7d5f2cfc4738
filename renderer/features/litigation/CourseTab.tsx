/** The course of a case: what was done and when, with the facts, the paper and who recorded it; recording an act, taking one back. */
import type { ActView, CaseView } from '@shared/contract/litigationViews';
import { isCourtAct } from '@shared/domain/litigation/replay';
import { Link } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { UNKNOWN } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';
import { ActModal } from './ActModal';
import { useActFacts } from './actFacts';
import { courseLines } from './courseLines';
import { DecisionLine } from './DecisionLine';
import { useCaseFile } from './useCaseFile';

interface LineProps {
  readonly file: CaseView;
  readonly act: ActView;
  readonly onUndo: ((act: ActView) => void) | null;
  readonly onOpen: ReturnType<typeof useCaseFile>['open'];
}

function Line({ file, act, onUndo, onOpen }: LineProps) {
  const { t } = useTranslation();
  const facts = useActFacts(file)(act);
  const misfit = file.findings.find((finding) => finding.act === act.key);
  return (
    <li className={misfit ? 'qs-course-misfit' : undefined}>
      <span className="qs-figure">{act.on ?? t('litigation:case.noDay')}</span>
      <b>{t(`litigation:case.act.${act.kind}`)}</b>
      <div>
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {act.note}
        {act.accepted && (
          <Tag color="warning">
            {act.accepted.codes.map((code) => t(`errors:${code}.title`)).join(' ')} {act.accepted.reason}
          </Tag>
        )}
        {act.documentId !== null && (
          <Link to="/documents" search={{ document: act.documentId } as never}>
            {t('litigation:case.ownPaper')}
          </Link>
        )}
        {act.files.map(({ name, sha256 }) => (
          <Button key={sha256} size="small" type="link" onClick={() => onOpen({ name, sha256 })}>
            {name}
          </Button>
        ))}
        {misfit && <Tag color="error">{t(`errors:${misfit.code}.title`)}</Tag>}
      </div>
      <span className="qs-hint">{act.by ?? t('litigation:case.fromLedgerRow')}</span>
      {onUndo && isCourtAct(act.kind) ? (
        <Button size="small" type="link" onClick={() => onUndo(act)}>
          {t('litigation:case.undo')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

export function CourseTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayPrepare = useMay('litigation.prepare');
  const [recording, setRecording] = useState(false);
  const scan = useCaseFile(file);
  const undo = useApiCommand('litigation.undoAct');
  const { ask, dialog } = useReason('undo');
  useShortcut('Alt+N', t('litigation:case.record'), () => mayPrepare && setRecording(true));
  const takeBack = (act: ActView): void =>
    ask({
      title: t('litigation:case.undoTitle', { act: t(`litigation:case.act.${act.kind}`), date: act.on ?? UNKNOWN }),
      verb: t('litigation:case.undo'),
      note: t('litigation:case.undoNote'),
      act: async (reason) => {
        const done = await undo.mutateAsync({ id: file.id, act: act.key, reason }).catch(() => null);
        if (done) void message.success(t('litigation:case.undone'));
        return true;
      },
    });
  return (
    <section className="qs-case-section">
      <header>
        <h2>{t('litigation:case.tab.acts')}</h2>
        {mayPrepare && (
          <Button type="primary" size="small" onClick={() => setRecording(true)}>
            {t('litigation:case.record')}
          </Button>
        )}
        {file.statedStage && (
          <span className="qs-hint">{t('litigation:case.statedStage', { stage: file.statedStage })}</span>
        )}
      </header>
      {undo.error && <ErrorState error={undo.error} />}
      {file.acts.length === 0 && <p className="qs-hint">{t('litigation:case.noActs')}</p>}
      <ol className="qs-course">
        {courseLines(file)
          .toReversed()
          .map((line) =>
            'decision' in line ? (
              <DecisionLine key={line.decision.key} decision={line.decision} />
            ) : (
              <Line
                key={line.act.key}
                file={file}
                act={line.act}
                onUndo={mayPrepare ? takeBack : null}
                onOpen={scan.open}
              />
            ),
          )}
      </ol>
      {recording && <ActModal file={file} onClose={() => setRecording(false)} />}
      {dialog}
      {scan.dialog}
    </section>
  );
}
