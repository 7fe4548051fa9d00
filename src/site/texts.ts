/** Words of the interface that more than one page shows. */
export const texts = {
  home: '首页',
  years: '历年新闻',
  regions: '地区',
  zones: '开发区名录',
  topics: '专题',
  search: '检索',
  siteMap: '网站地图',
  notFound: '找不到这一页',
  text: '文字新闻',
  picture: '图片新闻',
  video: '视频新闻',
} as const;

/** `2020年1月` from `2020-01`. */
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** `2020年1月23日` from `2020-01-23`. */
export const dayName = (day: string): string => `${monthName(day)}${Number(day.slice(8, 10))}日`;
