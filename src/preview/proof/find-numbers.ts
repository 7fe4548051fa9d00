import { type Found, findAll, type ProofLine } from './found.ts';

/** Longer ones first: 平方公里 is not 平方. */
const units =
  '个百分点|立方米每秒|平方公里|平方千米|平方厘米|千瓦时|立方米|平方米|摄氏度|标准箱|毫升|毫米|厘米|公里|千米|海里|公顷|公斤|千克|毫克|兆瓦|千瓦|伏特|赫兹|标箱|小时|分钟|个月|星期|年代|周年|人次|人民币|美元|欧元|日元|港元|英镑|万元|亿元|[元角分亩米吨克斤升度瓦吋里秒天日周月年岁人名位户家所间栋幢座层楼室个只条件台套辆架艘列趟次回遍届期批轮项种类门款份册篇页张块片根棵株头匹双对组排支枚颗粒箱袋包桶瓶杯级倍成折号路国省市县区镇村点面场]|[kKmMcC]?[mM][²³2]?|[kK]g|[kKMG]?Wh?|MPa|℃|GB|TB|MB|%|％|‰';
const digits = String.raw`[-−]?[\d０-９]+(?:[,，][\d０-９]{3}(?![\d０-９])|[,，.．:：/][\d０-９]+)*`;
const arabic = new RegExp(
  String.raw`(?<![A-Za-z\d０-９_.-])${digits}(?:\s?(?:多|余|几|来)?(?:千亿|百亿|十亿|万亿|千万|百万|十万|[十百千万亿]))?(?:\s?(?:多|余|几|来)?\s?(?:${units}))?`,
  'gu',
);
const chineseDigit = '零〇一二两三四五六七八九十百千万亿';
const chinese = new RegExp(
  `百分之[${chineseDigit}点半几]+|[一二两三四五六七八九]成[一二三四五六七八九半]|(?<![第${chineseDigit}])(?:[${chineseDigit}]{2,}|[一二两三四五六七八九](?=成(?!为|立|功|长|本|果|员|都|绩|熟|了)))(?:点[${chineseDigit}]+)?(?:多|余|几|来)?(?:${units})`,
  'gu',
);

/** Numbers with what they count, percentages among them. What stands in `not` (dates) is none. */
export function findNumbers(lines: readonly ProofLine[]): Found[] {
  return [...findAll(lines, arabic, ([text]) => doubts(text)), ...findAll(lines, chinese)];
}

function doubts(text: string): Pick<Found, 'note' | 'isDoubtful'> {
  if (/[０-９％．，]/.test(text)) return { note: '全角', isDoubtful: true };
  if (text.includes(',') && !/^[-−]?\d{1,3}(?:,\d{3})+(?!\d)/.test(text))
    return { note: '千分位不对', isDoubtful: true };
  if (/^[-−]?0\d/.test(text) && !/[:：]/.test(text)) return { note: '以 0 开头', isDoubtful: true };
  return {};
}
