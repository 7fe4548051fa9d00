import { type SwitchableCode, switchableCodes } from '../problems/catalogue.ts';
import type { Cms } from '../site/site.ts';
import { pictureFields } from './article-fields.ts';
import { type Field, type Kind, optional, required, type Values } from './fields.ts';
import {
  choice,
  date,
  email,
  group,
  list,
  naming,
  placedText,
  placedTexts,
  text,
  texts,
  url,
  wholeNumber,
} from './kinds.ts';
import { nearest } from './nearest.ts';
import { report } from './sheet.ts';

const id = placedText(1000);

/** A year, or a date; kept as written. */
const founded: Kind<string> = {
  read: (node, reading) => {
    const value = text(20).read(node, reading);
    if (value === undefined || /^[12]\d{3}$/.test(value)) return value;
    if (/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) {
      const day = value.length === 7 ? `${value}-01` : value;
      return date.read({ kind: 'text', at: node.at, text: day, quoted: true }, reading) && value;
    }
    report(reading.sheet, 'founded-form', node.at, { value });
    return undefined;
  },
  schema: { type: ['string', 'number'], pattern: '^[12]\\d{3}(-\\d\\d(-\\d\\d)?)?$' },
};

/** An entry of channels.yaml. */
export const channelFields = {
  id: required('编号', id, 'id: zone-news'),
  name: required('名称', placedText(50), 'name: 开发区新闻'),
  description: optional('栏目的内容和用处', text(500)),
  keywords: optional('关键词', texts(50)),
  type: optional('网页标签规范的 ColumnType', text(50)),
} satisfies Record<string, Field<unknown>>;

/** An entry below `children` in regions.yaml. */
const childRegionFields = {
  id: required('编号', id, 'id: suzhou'),
  name: required('名称', placedText(50), 'name: 苏州'),
} satisfies Record<string, Field<unknown>>;

/** An entry of regions.yaml. */
export const regionFields = {
  ...childRegionFields,
  children: optional('下级地区', list(group(childRegionFields))),
} satisfies Record<string, Field<unknown>>;

/** An entry of sources.yaml. */
export const sourceEntryFields = {
  id: required('编号', id, 'id: xinhua'),
  name: required('名称', placedText(100), 'name: 投促中国'),
  url: optional('网址', url),
} satisfies Record<string, Field<unknown>>;

/** An entry of terms.yml. */
export const termFields = {
  wrong: required('不用的写法', placedText(100), 'wrong: 帐号'),
  right: optional('应当的写法', text(100)),
  note: optional('说明', text(300)),
} satisfies Record<string, Field<unknown>>;

/** Front matter of zones/<id>.md. */
export const zoneFields = {
  name: required('名称', placedText(100), 'name: 苏州工业园区'),
  region: required('所在地区', naming('regions', text(100)), 'region: 苏州'),
  level: optional('级别', text(50)),
  founded: optional('设立年份或日期', founded),
  industries: optional('主导产业', texts(50)),
  website: optional('官方网站', url),
  area: optional('面积', text(100)),
  address: optional('地址', text(200)),
  phone: optional('电话', text(100)),
  email: optional('电子邮箱', email),
  summary: optional('简介', text(500)),
  cover: optional('题图', group(pictureFields)),
  aliases: optional('旧地址', placedTexts(2000)),
} satisfies Record<string, Field<unknown>>;

/** Front matter of topics/<id>.md. */
export const topicFields = {
  title: required('标题', placedText(100), 'title: 绿色园区'),
  summary: optional('导语', text(500)),
  cover: optional('题图', group(pictureFields)),
  aliases: optional('旧地址', placedTexts(2000)),
} satisfies Record<string, Field<unknown>>;

/** Front matter of pages/<id>.md. */
export const pageFields = {
  title: required('标题', placedText(100), 'title: 关于我们'),
  summary: optional('摘要', text(500)),
  aliases: optional('旧地址', placedTexts(2000)),
} satisfies Record<string, Field<unknown>>;

const language: Kind<string> = {
  read: (node, reading) => {
    const value = text(35).read(node, reading);
    if (value === undefined || /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value)) return value;
    report(reading.sheet, 'language-form', node.at, { value });
    return undefined;
  },
  schema: { type: 'string' },
};

const timeZone: Kind<string> = {
  read: (node, reading) => {
    const value = text(50).read(node, reading);
    if (value === undefined || isTimeZone(value)) return value;
    report(reading.sheet, 'time-zone-unknown', node.at, { value });
    return undefined;
  },
  schema: { type: 'string' },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const contactFields = {
  phone: optional('电话', text(100)),
  fax: optional('传真', text(100)),
  email: optional('电子邮箱', email),
  address: optional('地址', text(200)),
};

const copyrightFields = {
  from: optional('起始年份', wholeNumber(1900, 2100)),
  holder: optional('版权所有者', text(100)),
  owner: optional('版权行里的名称', text(100)),
};

const policeFields = {
  number: required('公安备案号全文', text(100), 'number: 苏公网安备32000000000000号'),
  code: required('公安备案号里的数字', text(30), 'code: "32000000000000"'),
};

const filingFields = {
  icp: optional('ICP 备案号', text(100)),
  police: optional('公安备案', group(policeFields)),
  siteIdCode: optional('网站标识码', text(20)),
};

const linkFields = {
  name: required('名称', text(100), 'name: 商务部'),
  url: required('网址', url, 'url: https://www.mofcom.gov.cn/'),
};

/** A check that may be switched off. */
const checkCode: Kind<SwitchableCode> = {
  read: (node, reading) => {
    const value = text(50).read(node, reading);
    const code = switchableCodes.find((each) => each === value);
    if (value !== undefined && code === undefined) {
      const values = { value, nearest: nearest(value, switchableCodes) ?? '' };
      report(reading.sheet, 'check-unknown', node.at, values);
    }
    return code;
  },
  schema: { enum: switchableCodes },
};

const checkFields = {
  off: optional('关掉的检查', list(checkCode)),
};

const repository: Kind<string> = {
  read: (node, reading) => {
    const value = text(200).read(node, reading);
    if (value === undefined || /^[\w.-]+(?:\/[\w.-]+)+$/.test(value)) return value;
    report(reading.sheet, 'repo-form', node.at, { value });
    return undefined;
  },
  schema: { type: 'string', pattern: '^[\\w.-]+(/[\\w.-]+)+$' },
};

const backends: Readonly<Record<Cms['backend'], Cms['backend']>> = {
  github: 'github',
  gitlab: 'gitlab',
  gitea: 'gitea',
  test: 'test',
};

const cmsFields = {
  backend: required('代码仓库在哪里', choice(backends), 'backend: github', 'test 只存在浏览器里，用来试'),
  repo: optional('仓库', repository, '所有者/名称'),
  branch: optional('分支', text(100), '不写就是 main'),
  server: optional('自建代码服务器的网址', url),
  auth: optional('登录服务的网址', url, '没有的话，编辑用访问令牌登录'),
};

/** Every backend but `test` keeps a repository. */
const cms: Kind<Values<typeof cmsFields>> = {
  read: (node, reading) => {
    const values = group(cmsFields).read(node, reading);
    const isNamed = node.kind === 'map' && node.entries.some(({ key }) => key === 'repo');
    if (values?.backend !== undefined && values.backend !== 'test' && !isNamed) {
      const { about } = cmsFields.repo;
      report(reading.sheet, 'key-missing', node.at, { key: 'repo', about, example: 'repo: owner/name' });
    }
    return values;
  },
  schema: group(cmsFields).schema,
};

/** site.yaml; `url` is a text here, since the site's own address has rules of its own. */
export const siteFields = {
  name: required('网站名称', text(100), 'name: 投促中国'),
  url: required('网站地址', placedText(500), 'url: https://www.example.com/'),
  englishName: optional('英文名称', text(100)),
  tagline: optional('口号', text(200)),
  language: optional('语言', language),
  timeZone: optional('时区', timeZone),
  contact: optional('联系方式', group(contactFields)),
  copyright: optional('版权', group(copyrightFields)),
  filings: optional('备案', group(filingFields)),
  links: optional('友情链接', list(group(linkFields))),
  pageSize: optional('每页条数', wholeNumber(5, 100)),
  checks: optional('编校检查', group(checkFields)),
  notice: optional('每页都显示的一行通知', text(300)),
  cms: optional('网页投稿', cms, '有这一项就生成 /admin/'),
} satisfies Record<string, Field<unknown>>;
