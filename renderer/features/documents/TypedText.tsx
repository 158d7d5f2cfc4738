/** Text fields of the form: what an input method is still composing is not yet typed, so nothing is saved or previewed. */
import { Input } from 'antd';
import { type ComponentProps, type CompositionEvent, type SyntheticEvent, useState } from 'react';

export interface TypedTextProps {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly 'aria-label'?: string;
  readonly className?: string;
  readonly placeholder?: string;
  /** Enter moves on instead of starting a line. */
  readonly oneLine?: boolean;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

function useComposed(value: string, onChange: (text: string) => void) {
  const [composing, setComposing] = useState<string | null>(null);
  return {
    value: composing ?? value,
    onChange: (event: SyntheticEvent<TextElement>) => {
      const text = event.currentTarget.value;
      if (composing === null) onChange(text);
      else setComposing(text);
    },
    onCompositionStart: (event: CompositionEvent<TextElement>) => setComposing(event.currentTarget.value),
    onCompositionEnd: (event: CompositionEvent<TextElement>) => {
      setComposing(null);
      onChange(event.currentTarget.value);
    },
  };
}

export function TypedLine({ value, onChange, oneLine: _, ...rest }: TypedTextProps) {
  const composed = useComposed(value, onChange);
  return <Input {...rest} autoComplete="off" {...composed} />;
}

/** Grows with its text (CSS field-sizing). */
export function TypedArea({ value, onChange, oneLine = false, ...rest }: TypedTextProps) {
  const composed = useComposed(value, onChange) as ComponentProps<typeof Input.TextArea>;
  return <Input.TextArea {...rest} rows={1} data-one-line={oneLine ? '' : undefined} {...composed} />;
}
