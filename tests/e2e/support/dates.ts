/** Days as the fields take them, so that specs hold on every day of the calendar. */

/** The local day so many days from today, as YYYY-MM-DD. */
export function day(offset: number): string {
  const now = new Date();
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
