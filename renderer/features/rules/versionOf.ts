/** The version that holds on a day, null before the first and after an end. */
export function versionOf<V extends { readonly from: string; readonly until: string | null }>(
  versions: readonly V[],
  day: string,
): V | null {
  return versions.find(({ from, until }) => from <= day && (until === null || day <= until)) ?? null;
}
