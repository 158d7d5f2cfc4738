/** Step 1: a file by dialog, by drag and drop, or by its pasted path. */
import { FileExcelOutlined } from '@ant-design/icons';
import { IMPORT_KINDS } from '@shared/domain/imports/records';
import { App, Button, Input } from 'antd';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathsOfFiles } from '../../api/droppedPaths';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import type { ImportWizard } from './useImportWizard';

function DropZone({ onPath, children }: { onPath: (path: string) => void; children: ReactNode }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const [path] = await pathsOfFiles([...event.dataTransfer.files].slice(0, 1));
    if (path) onPath(path);
    else void message.warning(t('imports:file.noPath'));
  };
  return (
    <section
      className={over ? 'qs-drop qs-drop-over' : 'qs-drop'}
      aria-label={t('imports:file.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <FileExcelOutlined aria-hidden />
      <p>{t('imports:file.drop')}</p>
      {children}
      <p className="qs-hint">{t('imports:file.formats')}</p>
    </section>
  );
}

function PathField({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation();
  const ready = wizard.path.trim() !== '';
  const read = (): void => {
    if (ready) void wizard.read(wizard.path);
  };
  return (
    <div className="qs-import-path">
      <Input
        value={wizard.path}
        spellCheck={false}
        aria-label={t('imports:file.path')}
        placeholder={t('imports:file.pathPlaceholder')}
        onChange={(event) => wizard.setPath(event.target.value)}
        onPressEnter={read}
      />
      <Button disabled={!ready} loading={wizard.reading} onClick={read}>
        {t('imports:file.read')}
      </Button>
    </div>
  );
}

function Guide() {
  const { t } = useTranslation();
  const mappings = useApiQuery('imports.mappings', undefined);
  const remembered = mappings.data ?? [];
  return (
    <aside className="qs-import-guide">
      <h2>{t('imports:file.order')}</h2>
      <ol>
        {IMPORT_KINDS.map((kind) => (
          <li key={kind}>
            <b>{t(`imports:kind.${kind}`)}</b> <span className="qs-hint">{t(`imports:kindHint.${kind}`)}</span>
          </li>
        ))}
      </ol>
      {remembered.length > 0 && (
        <>
          <h2>{t('imports:file.remembered')}</h2>
          <ul>
            {remembered.slice(0, 6).map(({ name, kind, usedAt }) => (
              <li key={name}>
                {name}{' '}
                <span className="qs-hint">
                  {t('imports:file.rememberedOf', { kind: t(`imports:kind.${kind}`), at: formatInstant(usedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

export function FileStep({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation();
  const choose = useApiCommand('imports.chooseFile');
  const open = (path: string | null): void => {
    if (!path) return;
    wizard.setPath(path);
    void wizard.read(path);
  };
  return (
    <div className="qs-import-file">
      <div className="qs-import-source">
        {wizard.readError && <ErrorState error={wizard.readError} />}
        {wizard.reading ? (
          <Loading onCancel={wizard.cancelReading} />
        ) : (
          <>
            <DropZone onPath={open}>
              <Button
                type="primary"
                autoFocus
                loading={choose.isPending}
                onClick={() => choose.mutate(undefined, { onSuccess: open })}
              >
                {t('imports:file.choose')}
              </Button>
            </DropZone>
            <PathField wizard={wizard} />
          </>
        )}
        <p className="qs-hint">{t('imports:file.untouched')}</p>
      </div>
      <Guide />
    </div>
  );
}
