/** The text a person sends to support: what broke and where, without any data of a debtor. */

/** Time, page, message and stack, one per line; the query string of the page is left out because filters hold names. */
export function diagnosticsOf(error: unknown, address: string, at: Date): string {
  const known = error instanceof Error ? error : new Error(String(error));
  return [at.toISOString(), address.split('?')[0], `${known.name}: ${known.message}`, known.stack ?? ''].join('\n');
}
