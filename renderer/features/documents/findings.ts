/** The sentences of the missing-field check, in the language of the screen. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { useTranslation } from 'react-i18next';
import { cellOf, isAboutFile } from './formFocus';
import { FORM_TEXTS, needOf } from './reportForm';

/** Findings that only say that something is empty, where the mark of the field or the cell says so already. */
export const isSaidByMark = (item: MissingItem): boolean =>
  (item.code === 'field-missing' || item.code === 'recommended-missing') &&
  (needOf(item.id) !== 'no' || cellOf(item) !== null);

/** A key for lists: findings of one check differ in code, place or subject. */
export const findingKey = ({ id, code, subject }: Place): string => `${id} ${code} ${subject ?? ''}`;

type Place = Pick<MissingItem, 'id' | 'code' | 'subject'>;

/** One line of a list: the same finding about the same column of several rows is said once. */
export interface FindingLine {
  readonly item: MissingItem;
  readonly rows: number;
}

export function findingLines(items: readonly MissingItem[]): FindingLine[] {
  const groups = Map.groupBy(items, (item) => {
    const cell = cellOf(item);
    return cell ? `${item.id} ${item.code} .${cell.column}` : findingKey(item);
  });
  return [...groups.values()].flatMap((group) => (group[0] ? [{ item: group[0], rows: group.length }] : []));
}

const CASE_PAPER = /^DOC-(CRT|LIT-(?!01))/;

export interface FindingText {
  /** With the field's name in front, for lists; `rows` as in FindingLine. */
  readonly full: (item: Place, rows?: number) => string;
  /** Under the field itself. */
  readonly here: (item: Place) => string;
}

/** Names of the fields of the report; of a paper of a case (`form` is its code) its own come first. */
export function useFindingText(form: string | null = null): FindingText {
  const { t } = useTranslation();
  const text = ({ code, subject }: Place): string => t(`documents:missing.${code}`, { subject: subject ?? '' });
  const column = (id: string, name: string): string => t(`${FORM_TEXTS}.columns.${id}.${name}`);
  const place = (item: Place, rows: number): string | null => {
    // Chapter four is one question asked in several fields.
    if (isAboutFile(item) || item.code === 'necessity-missing') return null;
    const ofReport = `${FORM_TEXTS}.fields.${item.id}`;
    const ofCase = `litigation:casePaper.field.${item.id}`;
    const field = t(CASE_PAPER.test(form ?? '') ? [ofCase, ofReport] : ofReport, { defaultValue: '' });
    if (field === '') return null;
    const cell = cellOf(item);
    if (!cell) return field;
    const named = { field, column: column(item.id, cell.column) };
    return rows > 1
      ? t('documents:missing.cells', { ...named, count: rows })
      : t('documents:missing.cell', { ...named, row: cell.row });
  };
  const at = (where: string | null, item: Place): string =>
    where === null ? text(item) : t('documents:missing.at', { place: where, text: text(item) });
  return {
    full: (item, rows = 1) => at(place(item, rows), item),
    here: (item) => {
      const cell = cellOf(item);
      const where = cell && t('documents:missing.cellHere', { row: cell.row, column: column(item.id, cell.column) });
      return at(where, item);
    },
  };
}
