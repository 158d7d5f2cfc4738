/** One field of the form: label, what it needs, suggestion or typed value, what is wrong with it. */
import type { FormField, MissingItem } from '@shared/contract/documents.contract';
import type { FieldValue } from '@shared/domain/litigation/preLitigationReport/fields';
import { Button, Tag } from 'antd';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asText, isTyped, usableSuggestion } from './effectiveValue';
import { FieldInput } from './FieldInput';
import { findingKey, isSaidByMark, useFindingText } from './findings';
import { FORM_TEXTS, hasSuggestions, needOf, reasonFieldOf } from './reportForm';
import { useUndoOffer } from './useUndoOffer';

export interface FieldBlockProps {
  readonly field: FormField;
  readonly typed: FieldValue | undefined;
  readonly findings: readonly MissingItem[];
  readonly onChange: (id: string, value: FieldValue | undefined) => void;
}

const WIDE: readonly FormField['kind'][] = ['longText', 'table', 'choice'];

/** The last suggestion seen: the core names none while something is typed, yet one may go back to it. */
function useLastSuggestion(field: FormField): FieldValue | null {
  const usable = usableSuggestion(field.suggestion);
  const [last, setLast] = useState(usable);
  if (usable !== null && usable !== last) setLast(usable);
  return field.suggestion === null ? last : usable;
}

const hintOf = (id: string): string => `${FORM_TEXTS}.hints.${id}`;

/** A wide field has room for its hint beside the label. */
function HeadHint({ field }: { field: FormField }) {
  const { t, i18n } = useTranslation();
  const shown = WIDE.includes(field.kind) && i18n.exists(hintOf(field.id)) ? t(hintOf(field.id)) : '';
  return (
    <span className="qs-form-gap qs-form-headhint" title={shown}>
      {shown}
    </span>
  );
}

function FieldHead({
  field,
  inputId,
  suggested,
  onTake,
  onReturn,
}: {
  field: FormField;
  inputId: string;
  suggested: boolean;
  onTake: () => void;
  onReturn: (() => void) | null;
}) {
  const { t } = useTranslation();
  const need = needOf(field.id);
  const isGroup = field.kind === 'choice' || field.kind === 'table';
  const label = t(`${FORM_TEXTS}.fields.${field.id}`);
  const reason = reasonFieldOf(field.id);
  return (
    <div className="qs-form-head">
      {isGroup ? (
        <span className="qs-form-label">{label}</span>
      ) : (
        <label htmlFor={inputId} className="qs-form-label">
          {label}
        </label>
      )}
      {need === 'block' && (
        <span className="qs-form-need" title={t('documents:field.required')}>
          {t('documents:field.star')}
        </span>
      )}
      {need === 'warn' && <span className="qs-hint">{t('documents:field.recommended')}</span>}
      {reason && (
        <Tag
          className="qs-form-tag"
          title={t('documents:field.typedForNowHint', { reason: t(`${FORM_TEXTS}.fields.${reason}`) })}
        >
          {t('documents:field.typedForNow')}
        </Tag>
      )}
      <HeadHint field={field} />
      {suggested && (
        <>
          <Tag color="processing" className="qs-form-tag">
            {t('documents:field.suggested')}
          </Tag>
          <Button
            type="link"
            size="small"
            aria-label={t('documents:field.takeNamed', { field: label })}
            onClick={onTake}
          >
            {t('documents:field.take')}
          </Button>
        </>
      )}
      {onReturn && (
        <Button
          type="link"
          size="small"
          aria-label={t('documents:field.returnNamed', { field: label })}
          onClick={onReturn}
        >
          {t('documents:field.return')}
        </Button>
      )}
    </div>
  );
}

function FieldFoot({ field, findings }: Pick<FieldBlockProps, 'field' | 'findings'>) {
  const { t, i18n } = useTranslation();
  const { here } = useFindingText();
  const hint = hintOf(field.id);
  const shown = findings.filter((item) => !isSaidByMark(item));
  return (
    <>
      {!WIDE.includes(field.kind) && i18n.exists(hint) && <div className="qs-form-hint">{t(hint)}</div>}
      {shown.map((item) => (
        <div key={findingKey(item)} className="qs-form-finding" data-severity={item.severity}>
          {here(item)}
        </div>
      ))}
    </>
  );
}

function FieldBlockView({ field, typed, findings, onChange }: FieldBlockProps) {
  const { t } = useTranslation();
  const inputId = useId();
  const suggestion = useLastSuggestion(field);
  // A text that was emptied stays empty for typing, with the suggestion, which then counts, behind it.
  const suggested = !isTyped(typed) && suggestion !== null;
  const shown =
    typed === undefined || (typed === '' && field.kind !== 'text' && field.kind !== 'longText') ? suggestion : typed;
  const set = (value: FieldValue | undefined): void => onChange(field.id, value);
  const offerUndo = useUndoOffer();
  const giveBack = (): void => {
    set(undefined);
    offerUndo(t('documents:field.returned', { field: t(`${FORM_TEXTS}.fields.${field.id}`) }), () => set(typed));
  };
  return (
    <div
      className="qs-form-field"
      data-field={field.id}
      data-wide={WIDE.includes(field.kind) ? '' : undefined}
      data-suggested={suggested ? '' : undefined}
    >
      <FieldHead
        field={field}
        inputId={inputId}
        suggested={suggested}
        onTake={() => set(suggestion ?? undefined)}
        onReturn={isTyped(typed) && hasSuggestions(field.id) ? giveBack : null}
      />
      <div data-value>
        <FieldInput
          field={field}
          inputId={inputId}
          label={t(`${FORM_TEXTS}.fields.${field.id}`)}
          value={shown}
          placeholder={asText(suggestion)}
          onChange={set}
          badCells={findings.flatMap((item) => item.subject ?? [])}
        />
      </div>
      <FieldFoot field={field} findings={findings} />
    </div>
  );
}

/** Sixty of them: only those that changed are drawn again. */
export const FieldBlock = memo(FieldBlockView);
