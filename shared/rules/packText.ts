/**
 * Reads the JSON text of a rule file and remembers on which line every value stands, so that a lawyer who edits a pack
 * is told the place of a mistake. Stricter than JSON.parse in one point: a key that is written twice is an error.
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

export type PackText =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      /** Line (from 1) of the value at `path`, e.g. `versions.0.rows.2`; of its nearest ancestor when it is missing. */
      readonly lineOf: (path: string) => number;
    }
  | { readonly ok: false; readonly line: number; readonly message: string };

class SyntaxFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** A cursor over one text; lives only inside readPackText. */
class Reader {
  private at = 0;
  readonly lines = new Map<string, number>();
  private readonly text: string;
  private line = 1;
  private counted = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Lines are counted forwards only: values are met in the order of the text. */
  lineAt(position: number): number {
    for (; this.counted < position; this.counted++) if (this.text[this.counted] === '\n') this.line++;
    return this.line;
  }

  document(): JsonValue {
    const value = this.value('');
    this.space();
    if (this.at < this.text.length) this.fail('text after the end');
    return value;
  }

  private fail(message: string): never {
    throw new SyntaxFault(message, this.at);
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private value(path: string): JsonValue {
    this.space();
    this.lines.set(path, this.lineAt(this.at));
    const next = this.text[this.at];
    if (next === '{') return this.object(path);
    if (next === '[') return this.array(path);
    if (next === '"') return this.string();
    return this.plain();
  }

  private object(path: string): JsonValue {
    const members = new Map<string, JsonValue>();
    this.members('}', () => {
      this.space();
      const key = this.string();
      if (members.has(key)) this.fail(`key "${key}" is written twice`);
      this.space();
      if (this.text[this.at++] !== ':') this.fail('":" expected');
      members.set(key, this.value(path ? `${path}.${key}` : key));
    });
    return Object.fromEntries(members);
  }

  private array(path: string): JsonValue {
    const result: JsonValue[] = [];
    this.members(']', () => {
      result.push(this.value(path ? `${path}.${result.length}` : String(result.length)));
    });
    return result;
  }

  /** What stands between the brackets, separated by commas; none after the last. */
  private members(close: string, member: () => void): void {
    this.at++;
    this.space();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      member();
      this.space();
      const separator = this.text[this.at];
      if (separator !== ',' && separator !== close) this.fail(`"," or "${close}" expected`);
      this.at++;
      if (separator === close) return;
    }
  }

  private string(): string {
    const match = /^"(?:[^"\\\n]|\\.)*"/.exec(this.text.slice(this.at, this.at + 4_000));
    if (!match) this.fail('text in double quotes expected');
    return this.parsed(match[0]) as string;
  }

  private plain(): JsonValue {
    const match = /^[^\s,\]}]+/.exec(this.text.slice(this.at, this.at + 40));
    if (!match) this.fail('a value is expected');
    return this.parsed(match[0]);
  }

  private parsed(token: string): JsonValue {
    try {
      const value = JSON.parse(token) as JsonValue;
      this.at += token.length;
      return value;
    } catch {
      return this.fail(`not a JSON value: ${token}`);
    }
  }
}

/** Lines count from 1. Never throws: a text that is not JSON comes back with the line of its fault. */
export function readPackText(text: string): PackText {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  try {
    const value = reader.document();
    const lineOf = (path: string): number => {
      for (let probe = path; probe; probe = probe.slice(0, Math.max(probe.lastIndexOf('.'), 0))) {
        const line = reader.lines.get(probe);
        if (line !== undefined) return line;
      }
      return reader.lines.get('') ?? 1;
    };
    return { ok: true, value, lineOf };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, line: reader.lineAt(error.at), message: error.message };
    throw error;
  }
}
