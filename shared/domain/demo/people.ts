/**
 * Borrowers and guarantors of the fictional branch. Nobody here exists: sequence numbers of identity cards are
 * 900–989, telephones begin with the unassigned 154, names of companies carry 某.
 */
import { type CalendarDate, fromEpochDay } from '../../kernel/calendarDate';
import type { PartyFacts } from '../imports/records';
import { creditCheckCharacter, organisationCodeValid } from '../parties/creditCode';
import { idCheckCharacter, lengthenIdNumber } from '../parties/idNumber';
import { surnameFrom, townOf, villageOf } from './places';
import { Dice } from './random';

export interface DemoParty {
  readonly facts: PartyFacts;
  /** Null for an organisation. */
  readonly birthDate: CalendarDate | null;
  readonly employer: string | null;
}

const MALE = [...'建国明华军平强勇伟海林松柏成德福贵云川东生学文武金玉山永忠发祥龙波斌辉刚'];
const FEMALE = [...'芳英秀兰梅桂香琴珍莲霞菊凤翠素红群玲丽娟燕蓉敏'];
const RARE = ['杨𠮷', '李㛃', '冉𠮷明', '谭㛃'];
const MINORITY = ['阿依·古丽', '买买提·艾山', '古丽娜·吐尔逊', '扎西·多吉'];
const COMPOUND = ['欧阳建国', '司马文', '上官玉兰', '诸葛学明'];
const FORTUNES = ['鑫', '瑞', '恒', '宏', '盛', '达', '丰', '源', '兴', '泰'];
const TRADES = [
  '建材有限公司',
  '食品有限公司',
  '商贸有限公司',
  '运输有限公司',
  '农业开发有限公司',
  '水泥制品厂',
  '养殖场',
];
const VILLAGE_WORKS = ['砖厂', '茶厂', '煤矿', '造纸厂', '石材厂', '丝厂', '脐橙合作社'];
const EMPLOYERS = ['镇中心小学', '镇卫生院', '镇供销社', '县自来水公司', '粮油购销站'];

/** Division codes by the time of issue: 四川 before the change of 1997, 重庆 after it. */
const OLD_REGIONS = ['512226', '512225', '512227', '512201', '512222'] as const;
const NEW_REGIONS = ['500236', '512226', '500235', '500237', '500101'] as const;
const FIRST_BIRTH = -13_880; // 1932-01-01 in days since 1970
const BIRTH_DAYS = 26_000; // up to 2003-03-09
const SEQUENCES = 45;
const COMBINATIONS = BIRTH_DAYS * SEQUENCES * OLD_REGIONS.length;
/** Has no factor in common with COMBINATIONS: walks over all of them before it meets one twice. */
const STRIDE = 3_615_401;
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const DIGITS = '0123456789X';

/** Identity number of person `index`; different persons have different ones. */
function identityOf(index: number, male: boolean): { idNo: string; birthDate: CalendarDate } {
  const combination = (index * STRIDE) % COMBINATIONS;
  const birthDate = fromEpochDay(FIRST_BIRTH + (combination % BIRTH_DAYS));
  const rest = Math.floor(combination / BIRTH_DAYS);
  const sequence = 900 + (rest % SEQUENCES) * 2 + (male ? 1 : 0);
  const region = Math.floor(rest / SEQUENCES);
  const regions = birthDate < '1982' ? OLD_REGIONS : NEW_REGIONS;
  const head = `${regions[region]}${birthDate.replaceAll('-', '')}${sequence}`;
  // People of before 1970 still had a card of 15 digits when they borrowed; an import lengthens it.
  const idNo = birthDate < '1970' ? lengthenIdNumber(head.slice(0, 6) + head.slice(8)) : head + idCheckCharacter(head);
  return { idNo, birthDate };
}

function personName(dice: Dice, index: number, male: boolean): string {
  if (index % 178 === 34) return RARE[Math.floor(index / 178) % RARE.length] as string;
  if (index % 194 === 58) return MINORITY[Math.floor(index / 194) % MINORITY.length] as string;
  if (index % 266 === 80) return COMPOUND[Math.floor(index / 266) % COMPOUND.length] as string;
  const given = male ? MALE : FEMALE;
  return surnameFrom(dice) + dice.pick(given) + (dice.chance(0.7) ? dice.pick(given) : '');
}

function phoneOf(index: number): string {
  return `154${String((index * 6_180_339) % 100_000_000).padStart(8, '0')}`;
}

/** `known`: whether the bank ever saw his identity card; the oldest cards of a ledger hold no more than a name. */
export function demoPerson(index: number, unit: number, known: boolean): DemoParty {
  const dice = new Dice(index, 1);
  // Now and then somebody bears the name of a neighbour.
  const namesake = index % 142 === 40 ? index - 22 : index;
  const named = new Dice(namesake, 10);
  const male = named.chance(0.68);
  const name = personName(named, namesake, male);
  const { idNo, birthDate } = identityOf(index, male);
  const house = dice.chance(0.5) ? `${dice.between(1, 120)}号` : '';
  const address = `奉节县${townOf(unit)}镇${villageOf(dice)}村${dice.between(1, 9)}组${house}`;
  const facts: PartyFacts = {
    name,
    kind: 'person',
    idKind: known ? 'id-number' : null,
    idNo: known ? idNo : null,
    address: known ? address : null,
    phone: known && dice.chance(0.82) ? phoneOf(index) : null,
  };
  const employer = dice.chance(0.15) ? `${townOf(unit)}${dice.pick(EMPLOYERS)}` : null;
  return { facts, birthDate, employer };
}

/** Organisation code of eight characters made from the number, with its check character. */
function organisationCode(index: number): string {
  let rest = index;
  let tail = '';
  for (let place = 0; place < 5; place++) {
    tail = CREDIT_ALPHABET.charAt(rest % 31) + tail;
    rest = Math.floor(rest / 31);
  }
  const base = `MA9${tail}`;
  const check = [...DIGITS].find((digit) => organisationCodeValid(base + digit));
  return base + check;
}

/** `modern`: has a unified social credit code (since 2015); an older one its organisation code. */
export function demoFirm(index: number, unit: number, modern: boolean): DemoParty {
  const dice = new Dice(index, 2);
  const village = villageOf(dice);
  const name = modern
    ? `奉节县某${dice.pick(FORTUNES)}${dice.pick(FORTUNES)}${dice.pick(TRADES)}`
    : `${townOf(unit)}镇${village}村某${dice.pick(FORTUNES)}${dice.pick(VILLAGE_WORKS)}`;
  const code = organisationCode(index);
  const head = `91500236${code}`;
  const facts: PartyFacts = {
    name,
    kind: 'organisation',
    idKind: modern ? 'credit-code' : 'organisation-code',
    idNo: modern ? head + creditCheckCharacter(head) : code,
    address: `奉节县${townOf(unit)}镇${village}村`,
    phone: dice.chance(0.7) ? phoneOf(index) : null,
  };
  return { facts, birthDate: null, employer: null };
}
