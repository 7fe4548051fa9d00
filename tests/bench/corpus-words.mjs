/**
 * The vocabulary of the invented archive. Cities, papers, people and figures exist nowhere; nothing here is news.
 */

/**
 * What the sentences of one article share.
 * @typedef {object} Scene
 * @property {string} zone
 * @property {string} region
 * @property {number} year
 * @property {number} month
 * @property {number} day
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(least: number, most: number) => number} number whole, both ends included
 */

export const channels = ['园区要闻', '政策速递', '项目播报', '会展预告', '营商观察'];

const cities = [
  ...['岚溪', '槐荫湾', '石渡', '云麓', '澄阳', '沅平', '柳泉', '临漪', '丹崖', '鹿港口'],
  ...['青塬', '梅岭关', '浔安', '朔宁', '桐岙', '归帆', '雁汀', '紫陵', '玉澜', '银杏坪'],
];
const kindsOfZone = ['经济开发区', '科技创新园', '口岸物流园'];

export const regions = cities.map((city) => `${city}市`);

/** Three zones to a region, in the order of the regions. */
export const zones = cities.flatMap((city) => kindsOfZone.map((kind) => `${city}${kind}`));

export const sources = [
  ...['岚溪日报', '云麓晚报', '澄阳新闻网', '开发区周报', '外资与口岸', '沿江商讯'],
  ...['丹崖广播电视台', '产经瞭望', '招商参考', '浔安时报', '制造业观察', '玉澜发布'],
];

const trades = [
  ...['动力电池回收', '医用影像设备', '功率半导体', '数控机床', '乳品深加工', '保税维修', '氢能装备'],
  ...[
    '特种纸',
    '智能家电',
    '海缆制造',
    '植物提取',
    '工业软件',
    '轨道交通配件',
    '航空复合材料',
    '跨境直播',
    '精密轴承',
  ],
];
const companies = [
  '外资企业',
  '上市公司',
  '民营工厂',
  '合资公司',
  '设计院',
  '贸易公司',
  '龙头厂商',
  '初创团队',
];
const people = [
  '何景明',
  '苏言蹊',
  '方既白',
  '陆听澜',
  '程若川',
  '魏知行',
  '姚念远',
  '邵怀谷',
  '温如故',
  '齐望岳',
];
const posts = [
  '园区招商负责人',
  '管委会副主任',
  '项目经理',
  '厂长',
  '车间主任',
  '商务专员',
  '口岸科科长',
  '审批窗口工作人员',
];
const deeds = [
  ...['举行集中签约', '开门迎来首批客商', '办起供需见面会', '发布用地清单', '为新厂房揭牌', '试行极简审批'],
  ...['上线企业诉求平台', '组团赴外招商', '完成设备进场', '开出首趟货运班列'],
];
const halls = [
  '会展中心三号馆',
  '综合服务大厅',
  '新落成的厂房',
  '码头堆场',
  '人才公寓一楼',
  '中试基地',
  '企业家会客厅',
];
const gains = [
  ...['排队的时间短了', '手续可以在网上走完', '供电一次接到红线', '工人住得离厂更近', '货柜当天就能离港'],
  ...['贷款不再只看抵押', '同一张表不用填第二遍'],
];
const paces = ['按期推进', '提前一个季度完工', '进入设备调试', '转入试生产', '由点到面铺开', '开始见到回报'];
const streets = ['望江路', '纬三路', '港前大道', '创新一街', '北环快速路', '仓前街'];

/** @type {readonly ((scene: Scene) => string)[]} */
export const titles = [
  ({ zone, pick }) => `${zone}${pick(deeds)}，${pick(trades)}项目${pick(paces)}`,
  ({ region, pick, number }) => `总投资${number(2, 90)}亿元的${pick(trades)}项目落户${region}`,
  ({ zone, pick }) => `走进${zone}：看${pick(trades)}怎样${pick(paces)}`,
  ({ zone, number }) => `${zone}一个月收到${number(12, 240)}家企业的投资意向`,
  ({ region, pick }) => `${region}出台新规支持${pick(trades)}，${pick(gains)}`,
];

/** @type {readonly ((scene: Scene) => string)[]} */
export const sentences = [
  ({ month, day, zone, pick, number }) =>
    `${month}月${day}日上午，${zone}在${pick(halls)}${pick(deeds)}，来自${number(4, 21)}个省市的${number(25, 460)}位客商到场。`,
  ({ pick, number }) =>
    `记者在现场了解到，这批项目以${pick(trades)}和${pick(trades)}为主，总投资${number(3, 160)}亿元，最大的一个占地${number(60, 900)}亩。`,
  ({ pick, number }) =>
    `“决定来之前我们比较过${number(3, 12)}个地方。”${pick(posts)}${pick(people)}说，“最后选在这里，是因为${pick(gains)}。”`,
  ({ zone, number }) =>
    `在${zone}的大屏幕上，企业的每一条诉求都标着办理期限，一年下来共有${number(90, 1800)}条销号，平均用时${number(2, 9)}天。`,
  ({ pick, number }) =>
    `沿${pick(streets)}往东走，能看到正在吊装钢梁的工地，现场负责人称主体工程已完成${number(31, 97)}%，${pick(paces)}。`,
  ({ region, pick, number }) =>
    `${region}商务部门的数据显示，当年前${number(3, 11)}个月实际使用外资${number(1, 38)}.${number(1, 9)}亿元，其中${pick(trades)}占${number(15, 55)}%。`,
  ({ pick }) =>
    `谈到为什么要补上${pick(trades)}这一环，${pick(people)}解释说，上游的材料和下游的客户都在一小时车程之内，缺的正是中间这道工序。`,
  ({ zone, number }) =>
    `用工方面，${zone}与${number(3, 16)}所职业院校开设订单班，今年第一批${number(60, 900)}名学员已经上岗，园区另备有${number(200, 3000)}套公寓。`,
  ({ number }) =>
    `新办法写明，企业在认定后的${number(2, 5)}年内可按实际缴纳的租金申请补贴，单个企业每年不超过${number(30, 600)}万元，材料齐全的${number(3, 15)}个工作日内拨付。`,
  ({ region, pick, number }) =>
    `交通也在改善：${pick(streets)}拓宽之后，从${region}主城到口岸只要${number(18, 50)}分钟，货车不必再绕行老城区。`,
  ({ pick, zone }) =>
    `有受访的${pick(companies)}提醒，扩产速度要看订单，不能只看政策；${zone}表示会按季度回访，${pick(gains)}才算真正办成。`,
  ({ pick, number }) =>
    `签约之后的工作由专人跟进，${pick(posts)}${pick(people)}手上就有${number(4, 19)}个项目，哪个到了环评、哪个在等供地，他都记在一个本子上。`,
  ({ month, pick }) =>
    `按照安排，下一场对接会将在${(month % 12) + 1}月举行，主题定为${pick(trades)}，报名的${pick(companies)}可以在${pick(halls)}预约单独洽谈。`,
  ({ year, pick, number }) =>
    `回看${year}年年初定下的目标，${number(20, 95)}项重点任务中已有过半${pick(paces)}，余下的主要卡在土地平整和管线迁改上。`,
];
