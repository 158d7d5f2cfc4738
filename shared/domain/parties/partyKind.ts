/** Whether a party is a person or an organisation: the list's own type first, then the identifier, then the name. */
import type { IdKind, PartyKind } from '../imports/records';

const ORGANISATION_TYPE = /企业|公司|对公|法人|机构|单位|组织|集体|合作社|政府|事业/;
const PERSON_TYPE = /自然人|个人|农户|对私|个体|居民|私人|零售/;
const ORGANISATION_NAME =
  /公司|集团|合作社|信用社|供销社|[^\s]{2,}厂$|中心$|委员会|村委会|居委会|政府$|学校$|医院$|协会$|联社$|农场$|林场$|经营部$|门市部$|酒店$|宾馆$|煤矿$|矿业|矿山|加工坊$|养殖场$|基金会|[村镇乡县市]小学$|中学$|管理站$|服务站$|供应站$|工程队$|建筑队$|\(有限合伙\)|（有限合伙）|事务所$|商行$|经销部$|研究所$|办公室$|财政所$|局$/;

export const nameSaysOrganisation = (name: string): boolean => name.length > 3 && ORGANISATION_NAME.test(name);

export function decidePartyKind(name: string, idKind: IdKind | null, statedType: string | null): PartyKind {
  if (statedType !== null) {
    if (PERSON_TYPE.test(statedType)) return 'person';
    if (ORGANISATION_TYPE.test(statedType)) return 'organisation';
  }
  if (idKind === 'id-number') return 'person';
  if (idKind !== null && idKind !== 'other') return 'organisation';
  return nameSaysOrganisation(name) ? 'organisation' : 'person';
}
