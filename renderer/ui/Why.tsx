/**
 * Why this figure (ui.md §4): dotted underline and a question mark; click or Alt+W opens where it comes from, from the
 * sentence to the article. Figures that are not confirmed say so.
 */
import type { TraceLine } from '@shared/rules/inquiry';
import type { Layer } from '@shared/rules/ruleTypes';
import { Link } from '@tanstack/react-router';
import { Descriptions, Popover, Tag } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../api/client';
import { useApiQuery } from '../api/queries';
import { useOpenSession } from '../app/sessionContext';
import { DateText } from './DateText';
import { PrintWhy } from './PrintWhy';
import { LayerTag, StatusTag } from './RuleTags';
import { useRuleWords } from './ruleWords';
import './why.css';

/** A line of a trace as the engine gives it; title and layer where the answer carries them. */
export type WhyRule = TraceLine & { readonly title?: string; readonly layer?: Layer };

/** Where a figure comes from. What is absent is not shown. */
export interface FigureSource {
  /** One sentence, e.g. the import batch and row, or what a rule found. */
  readonly sentence: string;
  readonly asOf?: string | null;
  /** With its numbers, e.g. `10,000 × 2.5 % + …`. */
  readonly formula?: string;
  /** Else the inputs of the rules. */
  readonly inputs?: ReadonlyArray<{ readonly label: string; readonly value: string }>;
  /** Every rule that was consulted, in its order. */
  readonly rules?: readonly WhyRule[];
  /** The calendar or a rate is not final. */
  readonly provisional?: boolean;
}

/** Inputs of all rules, each name once. */
function inputsOf(rules: readonly WhyRule[], words: ReturnType<typeof useRuleWords>): FigureSource['inputs'] {
  const all = new Map(rules.flatMap(({ inputs }) => Object.entries(inputs)));
  return [...all].map(([name, value]) => ({ label: words.fact(name), value: words.value(value) }));
}

function RuleSource({ rule, asOf }: { rule: WhyRule; asOf?: string | null }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <li>
      <div>{rule.article}</div>
      <div className="qs-why-version">
        <span>{t('rules:since', { date: rule.version })}</span>
        {rule.row !== undefined && <span>{t('rules:rowNamed', { row: words.row(rule.row) })}</span>}
        {rule.layer && <LayerTag layer={rule.layer} />}
        <StatusTag status={rule.status} />
      </div>
      <Link to="/rules" search={{ rule: rule.rule, asOf: asOf ?? undefined } as never}>
        {rule.title ?? rule.rule}
      </Link>
    </li>
  );
}

/** The card as it goes to the printer. `value`: the figure as it stands on screen. */
function usePaper(of: FigureSource, value: string): InputOf<'rules.printWhy'> {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { sentence, formula, provisional, asOf = null, rules = [] } = of;
  const line = (label: string, text: string | null | undefined | false) => (text ? [{ label, text }] : []);
  return {
    title: t('common:why.print.title'),
    value,
    sentence,
    lines: [
      ...(of.inputs ?? inputsOf(rules, words) ?? []).flatMap((input) => line(input.label, input.value)),
      ...line(t('common:why.formula'), formula),
      ...line(t('common:why.asOf'), asOf),
      ...line(t('common:why.provisional'), provisional && t('rules:try.provisional')),
    ],
    columns: [
      t('rules:trace.rule'),
      t('rules:body.article'),
      t('rules:trace.version'),
      t('rules:trace.row'),
      t('rules:version.status'),
    ],
    rules: rules.map(({ rule, title = rule, article, version, row, layer, status = 'verified' }) => [
      title,
      article,
      t('rules:since', { date: version }),
      row === undefined ? '' : words.row(row),
      [layer && t(`rules:layer.${layer}`), t(`rules:status.${status}`)].filter(Boolean).join(' '),
    ]),
    asked: rules.map(({ rule, version }) => ({ rule, version })),
    asOf,
  };
}

/** Traces carry the ids of their rules; people read titles. Asked for when a card opens, once for all of them. */
function useTitled(of: FigureSource): FigureSource {
  const { businessDate } = useOpenSession().state;
  const isUntitled = of.rules?.some(({ title }) => title === undefined) ?? false;
  const known = useApiQuery('rules.list', { asOf: businessDate }, { enabled: isUntitled });
  const titles = new Map(known.data?.rules.map(({ id, title }) => [id, title]));
  return { ...of, rules: of.rules?.map((rule) => ({ ...rule, title: rule.title ?? titles.get(rule.rule) })) };
}

function SourceCard({ of: given, value, onClose }: { of: FigureSource; value: string; onClose: () => void }) {
  const { t } = useTranslation();
  const of = useTitled(given);
  const words = useRuleWords();
  const card = useRef<HTMLElement>(null);
  const paper = usePaper(of, value);
  // The card lies at the end of the document: the keyboard has to be brought there.
  useEffect(() => card.current?.focus(), []);
  const rules = of.rules ?? [];
  const line = (key: string, label: string, children: ReactNode) => (children ? [{ key, label, children }] : []);
  const inputs = of.inputs ?? inputsOf(rules, words) ?? [];
  return (
    <section
      ref={card}
      className="qs-why-card"
      tabIndex={-1}
      aria-label={t('common:keys.why')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>
        {of.sentence} {of.provisional && <Tag>{t('common:why.provisional')}</Tag>}
      </p>
      <Descriptions
        size="small"
        column={1}
        items={[
          ...inputs.map(({ label, value }) => ({ key: `input-${label}`, label, children: value })),
          ...line('formula', t('common:why.formula'), of.formula),
          ...line('asOf', t('common:why.asOf'), of.asOf && <DateText date={of.asOf} />),
        ]}
      />
      {rules.length > 0 && (
        <ul className="qs-why-rules" aria-label={t('common:why.article')}>
          {rules.map((rule) => (
            <RuleSource
              key={`${rule.rule} ${rule.version} ${rule.row ?? ''} ${rule.article}`}
              rule={rule}
              asOf={of.asOf}
            />
          ))}
        </ul>
      )}
      <footer>
        <PrintWhy paper={paper} />
      </footer>
    </section>
  );
}

export function Why({ of, children }: { of: FigureSource; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const figure = useRef<HTMLSpanElement>(null);
  /** The figure's text while its card is open. */
  const [shown, setShown] = useState<string | null>(null);
  const isUnsure = of.provisional || of.rules?.some(({ status }) => status !== undefined);
  const close = (): void => {
    setShown(null);
    button.current?.focus();
  };
  return (
    <Popover
      open={shown !== null}
      onOpenChange={(open) => setShown(open ? (figure.current?.textContent ?? '') : null)}
      trigger="click"
      destroyOnHidden
      content={<SourceCard of={of} value={shown ?? ''} onClose={close} />}
    >
      <button
        ref={button}
        type="button"
        id={id}
        className={isUnsure ? 'qs-why qs-why-unsure' : 'qs-why'}
        data-why
        aria-expanded={shown !== null}
        title={t(isUnsure ? 'rules:whyUnsure' : 'common:why.title')}
        onKeyDown={(event) => event.key === 'Escape' && setShown(null)}
      >
        <span ref={figure}>{children}</span>
        <sup aria-hidden>?</sup>
      </button>
    </Popover>
  );
}
