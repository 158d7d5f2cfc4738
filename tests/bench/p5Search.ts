/** P5: searching by any part of a name, ID, telephone, address or contract: time of the first page, and its truth. */
import { Dice } from '@shared/domain/demo/random';
import { foldForSearch } from '@shared/domain/search/searchText';
import type { Store } from '../../electron/database/store';
import { type BenchClient, connect, filledFolder } from './folders';
import { type Line, percentile, spreadOf, timed } from './measure';

const QUERIES = 300;
const PAGE = 200;
/** Comparing with LIKE passes over every row; so many are compared. */
const COMPARED = 60;

/** Two to six neighbouring characters out of some stored text; now and then something that is nowhere. */
function queryOf(dice: Dice, store: Store, loans: number): string {
  if (dice.chance(0.05)) return dice.pick(['不存在', 'zz', '999999999', '𠮷𠮷']);
  const id = dice.between(1, loans);
  const sql = `SELECT party.name, party.id_no, party.phone, party.address, loan.contract_no FROM loan
    JOIN party ON party.id = loan.party_id WHERE loan.id = ?`;
  const texts = Object.values(store.read.hot(sql).get(id) as Record<string, string | null>);
  const characters = [...(dice.pick(texts.filter((text) => text !== null)) as string)];
  const length = Math.min(characters.length, dice.between(2, 6));
  const from = dice.between(0, characters.length - length);
  return characters.slice(from, from + length).join('');
}

/** Ids of the loans that have the text, by a look at every row. */
function byLike(store: Store, query: string): Set<number> {
  const folded = foldForSearch(query);
  const sql = `SELECT loan.id FROM loan JOIN party ON party.id = loan.party_id
    WHERE instr(loan.search_text, ?) > 0 OR instr(party.search_text, ?) > 0`;
  return new Set(store.read.hot(sql).pluck().all(folded, folded) as number[]);
}

const request = (text: string) => ({
  filter: { text, conditions: [] },
  sort: { column: 'borrower', descending: false } as const,
  cursor: null,
  limit: PAGE,
});

/** Wrong answers: hits that LIKE does not find, and hits that are missing although the page had room. */
async function wrongAnswers(client: BenchClient, store: Store, queries: readonly string[]): Promise<number> {
  let wrong = 0;
  for (const query of queries) {
    const { rows, next } = await client.api.loans.page(request(query));
    const expected = byLike(store, query);
    wrong += rows.filter((row) => !expected.has(row.id)).length;
    const due = next === null ? expected.size : PAGE;
    wrong += Math.abs(rows.length - due);
  }
  return wrong;
}

export async function p5(loans: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const { store } = folder.open;
  const client = connect(folder.services);
  const dice = new Dice(loans, 50);
  const queries = Array.from({ length: QUERIES }, () => queryOf(dice, store, loans));
  const wrong = await wrongAnswers(client, store, queries.slice(0, COMPARED));
  for (const query of queries) await client.api.parties.search({ text: query });
  const ledger: number[] = [];
  const parties: number[] = [];
  const like: number[] = [];
  for (const [index, query] of queries.entries()) {
    ledger.push(await timed(() => client.api.loans.page({ ...request(query), limit: 50 })));
    parties.push(await timed(() => client.api.parties.search({ text: query })));
    if (index < COMPARED) like.push(await timed(() => byLike(store, query)));
  }
  client.disconnect();
  await folder.remove();
  const one = (value: number) => ({ min: value, median: value, max: value });
  const p99 = (values: readonly number[]) => one(percentile(values, 0.99));
  const goal = { goal: 16, judged: 'max' } as const;
  const info = { goal: null, judged: 'median' } as const;
  return [
    { id: 'P5', work: 'search in the ledger, 99th percentile', unit: 'ms', spread: p99(ledger), ...goal },
    { id: 'P5', work: 'search of people, 99th percentile', unit: 'ms', spread: p99(parties), ...goal },
    { id: 'P5', work: 'false hits and misses against LIKE', unit: '', spread: one(wrong), goal: 0, judged: 'max' },
    { id: '', work: 'search in the ledger', unit: 'ms', spread: spreadOf(ledger), ...info },
    { id: '', work: 'search of people', unit: 'ms', spread: spreadOf(parties), ...info },
    { id: '', work: 'LIKE over every row', unit: 'ms', spread: spreadOf(like), ...info },
  ];
}
