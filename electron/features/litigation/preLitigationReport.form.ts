/** DOC-LIT-01, the pre-litigation report, as one of the forms: what the domain module says, in the shape that drafts and archive take. */
import type { DescribedField } from '@shared/contract/documents.contract';
import { FIELDS } from '@shared/domain/litigation/preLitigationReport/catalogue';
import { checkReport } from '@shared/domain/litigation/preLitigationReport/checkReport';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import type { Figure, ReportFacts } from '@shared/domain/litigation/preLitigationReport/facts';
import type { FieldDefinition, FieldValue, ReportFields } from '@shared/domain/litigation/preLitigationReport/fields';
import { filledFields } from '@shared/domain/litigation/preLitigationReport/filledFields';
import { PRE_LITIGATION_REPORT as REPORT } from '@shared/domain/litigation/preLitigationReport/meta';
import { yuanGrouped } from '@shared/kernel/money';
import type { Form, SourcedFigure } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { readReportFacts } from './reportFacts.repository';

export const preLitigationReport: Form<ReportFacts> = {
  code: REPORT.code,
  alias: REPORT.alias,
  title: '诉前论证报告',
  purpose: '起诉前论证证据、法律关系、可行性和必要性，供诉委会和法律顾问审阅',
  class: REPORT.class,
  version: String(REPORT.version),
  series: REPORT.series,
  category: REPORT.archiveCategory,
  word: REPORT.word,
  subject: HOUSEHOLD,
  permission: 'report.prepare',
  required: FIELDS.filter(isToBeTyped).map((field) => field.id),
  fields: FIELDS.map(described),
  gather: (db, partyId, { today }) => readReportFacts(db, partyId, today),
  catalogue: (facts, typed) => {
    const filled = filledFields(facts, typed as ReportFields);
    return FIELDS.map((field) => ({
      ...described(field),
      suggestion: field.suggest ? suggestion(filled, typed, field.id) : null,
    }));
  },
  figures: (facts) => reportFigures(facts),
  check: (facts, typed) =>
    checkReport(facts, filledFields(facts, typed as ReportFields)).map((missing) => ({
      id: missing.field,
      section: String(FIELDS.find((field) => field.id === missing.field)?.section ?? 0),
      severity: missing.severity,
      code: missing.code,
      gate: missing.gate,
      subject: missing.subject ?? null,
    })),
  fill: (facts, typed) => ({ ...filledFields(facts, typed as ReportFields) }),
  compose: (facts, filled, date) => composeReport(facts, filled as ReportFields, { date }),
};

/** What no suggestion can fill: a field without one, and a table whose suggested rows still want cells. */
function isToBeTyped(field: FieldDefinition): boolean {
  return field.required === 'block' && (!field.suggest || (field.columns ?? []).some((column) => column.required));
}

function described(field: FieldDefinition): DescribedField {
  const { id, kind, maxLength } = field;
  const columns = (field.columns ?? []).map((column) => ({
    id: column.id,
    kind: column.kind,
    options: [...(column.options ?? [])],
    required: column.required === true,
  }));
  const options = [...(field.options ?? [])];
  return {
    id,
    section: String(field.section),
    kind,
    required: field.required === 'block',
    maxLength,
    options,
    columns,
  };
}

/** What the form would put in the field by itself; null where a person typed. */
function suggestion(filled: ReportFields, typed: Record<string, unknown>, id: string): FieldValue | null {
  const own = typed[id];
  const isTyped = own !== undefined && own !== '';
  return isTyped ? null : ((filled as Record<string, FieldValue | undefined>)[id] ?? null);
}

function reportFigures(facts: ReportFacts): SourcedFigure[] {
  const figure = (label: string, { value, source }: Figure): SourcedFigure => ({
    label,
    value: yuanGrouped(value),
    source: source.label,
    asOf: source.asOf,
  });
  return [
    ...facts.loans.flatMap((loan) => [
      figure(`${loan.contractNo} 发放本金`, loan.granted),
      figure(`${loan.contractNo} 尚欠本金`, loan.balance),
    ]),
    ...facts.guarantees.flatMap((guarantee) =>
      guarantee.amount ? [figure(`${guarantee.guarantor.name} 保证金额`, guarantee.amount)] : [],
    ),
    ...facts.collateral.flatMap((item) =>
      item.appraisals.map((appraisal) => figure(`${item.description} 评估值`, appraisal.value)),
    ),
    ...facts.payments.map((payment) => figure(`${payment.on} 收回`, payment.amount)),
  ];
}
