import type { Report } from './finding.ts';

/** Digits, in groups or not, that no letter, digit or decimal point stands beside. */
const NUMBER = /(?<![\dA-Za-z.,_/=#-])(?:\+?86[ -]?)?\d(?:[ -]?\d){9,18}[Xx]?(?![\dA-Za-z_/]|[.,]\d|-\d)/g;
/** An amount, a measure or a count, not a number that names somebody. */
const UNIT =
  /^\s*(?:[.%％]|[十百千万亿]|元|美元|吨|米|平方|立方|公里|千瓦|度|人|户|家|个|件|辆|台|套|册|次|票)/;
/** What stands before the numbers of files, orders and licences. */
const NAMED =
  /(?:编号|代码|文号|订单号|单号|许可证号?|备案号|标准书号|ISBN|ISSN|统一书号|邮编|注册号|登记号)[:：\s]*$/;

/** Numbers of identity cards, mobile telephones and bank cards. `own` are numbers that the site itself publishes. */
export function checkNumbers(text: string, own: ReadonlySet<string>, report: Report): void {
  if (!/\d(?:[ -]?\d){9}/.test(text)) return;
  for (const { 0: written, index } of text.matchAll(NUMBER)) {
    const digits = written.replace(/[^\dXx]/g, '').toUpperCase();
    const national = /^86(?=1\d{10}$)/.test(digits) ? digits.slice(2) : digits;
    if (own.has(national) || UNIT.test(text.slice(index + written.length))) continue;
    if (NAMED.test(text.slice(Math.max(0, index - 10), index))) continue;
    if (isIdentity(digits)) report('personal-id', index, { value: masked(digits, 3, 1) });
    else if (isMobile(national)) report('personal-mobile', index, { value: masked(national, 3, 2) });
    else if (isCard(digits)) report('personal-card', index, { value: masked(digits, 4, 2) });
  }
}

/** The digits of telephone numbers, as `own` wants them. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');

const masked = (digits: string, first: number, last: number): string =>
  digits.slice(0, first) + '*'.repeat(digits.length - first - last) + digits.slice(-last);

const isMobile = (digits: string): boolean =>
  /^1[3-9]\d{9}$/.test(digits) && !/^(\d{3})(\d)\2{7}$/.test(digits);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: area, birthday, order, and a check digit of ISO 7064. */
function isIdentity(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits))
    return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** 16 to 19 digits of the bank networks in use, with the check digit of Luhn. */
function isCard(digits: string): boolean {
  if (!/^(?:[3-6]\d|9558)\d{12,17}$/.test(digits) || digits.length < 16 || digits.length > 19) return false;
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits);
}
