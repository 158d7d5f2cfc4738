/** Memory for readings of words that a column repeats thousands of times; pure functions of text only. */

/** `read` that remembers up to `limit` answers and starts afresh beyond: an answer never depends on what was asked before. */
export function remembered<T>(read: (text: string) => T, limit = 2000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    const answer = read(text);
    if (answers.size >= limit) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
