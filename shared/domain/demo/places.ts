/** The fictional branch's units, villages and staff. None of them exists. */
import { Dice } from './random';

export interface DemoUnit {
  readonly name: string;
  readonly mark: string;
}

/** The first six are those of the sample files; a larger branch has more of them. */
const TOWNS = [
  '青石',
  '红岩',
  '白水',
  '金坪',
  '云台',
  '长滩',
  '双河',
  '石门',
  '龙泉',
  '新华',
  '太平',
  '大树',
  '黄桷',
  '竹林',
  '松柏',
  '清泉',
  '高山',
  '平安',
  '永乐',
  '兴隆',
  '凤凰',
  '梅子',
  '甘泉',
  '枫木',
  '桃园',
  '柏林',
  '寨坪',
  '岩湾',
  '铁佛',
  '观音',
] as const;

const FIRST_TOWNS = 6;
/** A further unit opens with every so many loans. */
const LOANS_PER_FURTHER_UNIT = 20_000;

const VILLAGES = ['大湾', '石龙', '天池', '桂花', '新民', '凉水', '高坡', '柏杨', '竹园', '四美', '小溪', '兴学'];
const SURNAMES = [...'向谭冉罗王陈张李黄刘杨彭龚廖吴周徐孙胡朱熊邹余潘田覃蒲汪何唐'];
const OFFICER_NAMES = [...'建国明华军平强勇伟海林松柏成德福贵云川东生学文武金玉山永忠发祥'];

/** How many units the branch has by the time it has given `loans` loans. */
export const unitCount = (loans: number): number =>
  Math.min(TOWNS.length, FIRST_TOWNS + Math.floor(loans / LOANS_PER_FURTHER_UNIT));

export const townOf = (unit: number): string => TOWNS[unit] as string;
export const unitNameOf = (unit: number): string => `${townOf(unit)}分理处`;
export const unitMarkOf = (unit: number): string => townOf(unit).slice(0, 1);
export const villageOf = (dice: Dice): string => dice.pick(VILLAGES);

/** Officers 0–3 grant and collect, officer 9 approves. */
export function officerOf(unit: number, officer: number): string {
  const dice = new Dice(unit * 10 + officer, 77);
  return `${dice.pick(SURNAMES)}${dice.pick(OFFICER_NAMES)}${dice.pick(OFFICER_NAMES)}`;
}

export const surnameFrom = (dice: Dice): string => dice.pick(SURNAMES);
