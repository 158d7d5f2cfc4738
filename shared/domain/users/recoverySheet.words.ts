/** Words of the recovery sheet in the three languages: a paper, so they stand beside its composition as other papers' do. */
import type { SheetWords } from './recoverySheet';

export const SHEET_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

export const SHEET_WORDS: Readonly<Record<SheetLanguage, SheetWords>> = {
  'zh-CN': {
    title: '数据恢复码保管单',
    halves: ['第一半（共两半）', '第二半（共两半）'],
    purpose:
      '本单记载清收台加密数据的恢复码的一半。所有用户都忘记密码时，两半合在一起才能打开数据并重设密码；只有一半，打不开任何数据。',
    rules: [
      '一、两半由两人分别保管，不得由一人同时持有，不得拍照、转发，不得存入电脑。',
      '二、使用恢复码后，程序即给出新码，本单随之作废，应予销毁。',
      '三、保管人调离或更换时，由管理员在程序中生成新码，重新打印。',
    ],
    label: {
      bank: '支行',
      date: '日期',
      half: '份别',
    },
    signature: {
      keeper: '保管人（签字）',
      hander: '交付人（签字）',
    },
    envelope: '请将本页折叠，装入信封密封，由保管人在封口签名，存入保险柜。',
  },
  'zh-TW': {
    title: '資料恢復碼保管單',
    halves: ['第一半（共兩半）', '第二半（共兩半）'],
    purpose:
      '本單記載清收台加密資料的恢復碼的一半。所有使用者都忘記密碼時，兩半合在一起才能開啟資料並重設密碼；只有一半，打不開任何資料。',
    rules: [
      '一、兩半由兩人分別保管，不得由一人同時持有，不得拍照、轉發，不得存入電腦。',
      '二、使用恢復碼後，程式即給出新碼，本單隨之作廢，應予銷毀。',
      '三、保管人調離或更換時，由管理員在程式中產生新碼，重新列印。',
    ],
    label: {
      bank: '支行',
      date: '日期',
      half: '份別',
    },
    signature: {
      keeper: '保管人（簽字）',
      hander: '交付人（簽字）',
    },
    envelope: '請將本頁摺疊，裝入信封密封，由保管人在封口簽名，存入保險櫃。',
  },
  en: {
    title: "Recovery code: keeper's sheet",
    halves: ['First half of two', 'Second half of two'],
    purpose:
      "One half of the recovery code of the branch's encrypted data. If every password is forgotten, both halves together open the data; one half alone opens nothing.",
    rules: [
      '1. Two people keep one half each; nobody holds both. No photographs, no copies on a computer.',
      '2. Once used, the code is replaced by a new one; destroy this sheet.',
      '3. When a keeper changes, the administrator makes and prints a new code.',
    ],
    label: {
      bank: 'Branch',
      date: 'Date',
      half: 'Part',
    },
    signature: {
      keeper: 'Keeper',
      hander: 'Handed by',
    },
    envelope: 'Fold, seal in an envelope signed across the flap, and put it into a safe.',
  },
};
