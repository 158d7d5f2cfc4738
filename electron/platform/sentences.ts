/** Refusal codes as sentences where no window translates them: command line and reject files (Simplified Chinese). */
import errors from '../../resources/locales/zh-CN/errors.json';

interface Sentence {
  readonly title: string;
  readonly todo?: string;
}

const sentences = errors as unknown as Readonly<Record<string, Sentence | undefined>>;

const filled = (text: string, facts: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = facts[name];
    return value === undefined || value === null
      ? '—'
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  });

/** What is wrong and what to do; the bare code when a sentence is missing. */
export function sentenceOf(code: string, facts: Readonly<Record<string, unknown>> = {}): string {
  const sentence = sentences[code];
  if (!sentence) return code;
  return filled(sentence.todo ? `${sentence.title}。${sentence.todo}` : sentence.title, facts).replace(
    /([。！？])。/g,
    '$1',
  );
}
