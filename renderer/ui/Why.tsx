/** Why this figure (ui.md §4): dotted underline and a question mark; click or Alt+W opens where it comes from. */
import { Descriptions, Popover, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from './DateText';

/** Where a figure comes from. What is absent is not shown. */
export interface FigureSource {
  /** One sentence, e.g. the import batch and row, or what a rule found. */
  readonly sentence: string;
  readonly asOf?: string | null;
  /** Rule and version, e.g. `court-fee/acceptance 2007-04-01`. */
  readonly rule?: string;
  readonly article?: string;
  readonly formula?: string;
  readonly inputs?: ReadonlyArray<{ readonly label: string; readonly value: ReactNode }>;
  /** The calendar or a rate is not final. */
  readonly provisional?: boolean;
}

function SourceCard({ of }: { of: FigureSource }) {
  const { t } = useTranslation();
  const line = (key: string, label: string, children: ReactNode) => (children ? [{ key, label, children }] : []);
  return (
    <div className="qs-why-card">
      <p>
        {of.sentence} {of.provisional && <Tag>{t('common:why.provisional')}</Tag>}
      </p>
      <Descriptions
        size="small"
        column={1}
        items={[
          ...(of.inputs ?? []).map(({ label, value }) => ({ key: `input-${label}`, label, children: value })),
          ...line('formula', t('common:why.formula'), of.formula),
          ...line('article', t('common:why.article'), of.article),
          ...line('rule', t('common:why.rule'), of.rule),
          ...line('asOf', t('common:why.asOf'), of.asOf && <DateText date={of.asOf} />),
        ]}
      />
    </div>
  );
}

export function Why({ of, children }: { of: FigureSource; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={<SourceCard of={of} />}>
      <button
        type="button"
        id={id}
        className="qs-why"
        data-why
        aria-expanded={open}
        title={t('common:why.title')}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {children}
        <sup aria-hidden>?</sup>
      </button>
    </Popover>
  );
}
