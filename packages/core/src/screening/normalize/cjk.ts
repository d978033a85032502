// long lines: tables of signs

import type { Reading } from './reading.ts';
import { toAscii } from './to-ascii.ts';

/** Surnames of two signs. */
const LONG_SURNAMES = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐 慕容 司徒 夏侯 端木 南宫 南宮 西门 西門 宇文 长孙 長孫 司空 独孤 獨孤'.split(
    ' ',
  ),
);

/** Signs that are read another way as a surname. */
const SURNAME_READINGS = new Map(
  '曾zeng 單shan 单shan 仇qiu 區ou 区ou 解xie 查zha 朴piao 翟zhai 覃qin 尉yu 盖ge 葛ge 任ren 柏bai 员yun 乐yue 樂yue 沈shen 洗xian 冼xian 缪miao 繆miao 秘bi 召shao 祭zhai 万wan 黑he 郗xi 重chong 种chong 繁po 晟cheng 折she 车che 纪ji 曲qu 燕yan 祝zhu'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

/**
 * Words that stand in the names of companies and places, longest first, so that a name without
 * spaces falls into words: the rest between them is the company's own name.
 */
const WORDS = (
  '股份有限公司 有限責任公司 有限责任公司 株式会社 合同会社 有限会社 有限公司 集團公司 集团公司 責任公司 责任公司 總公司 总公司 分公司 公司 集團 集团 控股 ' +
  '研究院 研究所 研究中心 中心 大学 大學 学院 學院 科技 技術 技术 電子 电子 貿易 贸易 國際 国际 實業 实业 工業 工业 工程 機械 机械 航空 航天 宇航 ' +
  '船舶 海運 海运 航運 航运 石油 石化 化工 化学 化學 天然氣 天然气 銀行 银行 保險 保险 投資 投资 金融 信息 資訊 资讯 通信 通訊 通讯 网络 網絡 軟件 软件 ' +
  '半導體 半导体 微電子 微电子 材料 物流 供應鏈 供应链 進出口 进出口 服務 服务 設備 设备 儀器 仪器 制造 製造 重工 汽車 汽车 電氣 电气 電力 电力 能源 ' +
  '中国 中國 北京 上海 深圳 香港 广州 廣州 广东 廣東 天津 重庆 重慶 成都 武汉 武漢 南京 杭州 西安 大连 大連 青岛 青島 新疆 浙江 江苏 江蘇 山东 山東 ' +
  '四川 湖北 湖南 河北 河南 福建 陕西 陝西 辽宁 遼寧 台湾 台灣 日本 朝鮮 朝鲜'
).split(' ');
const WORD_PATTERN = new RegExp(WORDS.join('|'), 'gu');

/** Reads Han: a short name of a person as surname and given name, anything else word by word. */
export function readHan(word: string, isPerson: boolean): readonly Reading[] {
  const signs = Array.from(word);
  if (isPerson && signs.length >= 2 && signs.length <= 4) {
    const length = signs.length > 2 && LONG_SURNAMES.has(signs.slice(0, 2).join('')) ? 2 : 1;
    const surname = signs.slice(0, length).join('');
    const given = signs.slice(length).join('');
    return [{ text: SURNAME_READINGS.get(surname) ?? toAscii(surname) }, { text: toAscii(given) }];
  }
  const spaced = word.replaceAll(WORD_PATTERN, ' $& ').trim();
  return spaced
    .split(/ +/)
    .map((part) => ({ text: toAscii(part) }))
    .filter((reading) => reading.text !== '');
}

/** The spelling that families use, before the one that the official table gives. */
const KOREAN_SURNAMES = new Map(
  (
    '김kim 이lee/yi/rhee 박park/pak 최choi/choe 정jung/chung/jeong 조cho/jo 강kang 윤yun 장jang/chang ' +
    '임lim/im/rim 림rim/lim 오oh/o 서so/suh 신shin/sin 권kwon 황hwang 안an/ahn 송song 류ryu/yu 유yu/ryu ' +
    '홍hong 전jon/chon 고ko/go 문mun 손son 양yang/ryang 량ryang 배pae/bae 백paek/baek 허ho/huh 남nam ' +
    '노no/ro 로ro/no 심sim/shim 곽kwak 주ju/chu 우u/woo 구ku/koo 민min 진jin/chin 지ji/chi 엄om/eom ' +
    '원won 천chon/chun 방pang/bang 공kong 현hyon/hyun 리ri/lee/yi 차cha 나na/ra 라ra/na'
  )
    .split(' ')
    .map((pair): [string, readonly string[]] => [pair.charAt(0), pair.slice(1).split('/')]),
);

/**
 * Reads Hangul. A short name of a person is a surname and one token per syllable, as most lists
 * write them; the vowels of the official table are simplified to those of the older spelling.
 */
export function readHangul(word: string, isPerson: boolean): readonly Reading[] {
  const signs = Array.from(word);
  const [surname = '', ...given] = signs;
  const spellings = KOREAN_SURNAMES.get(surname);
  if (!isPerson || spellings === undefined || signs.length < 2 || signs.length > 4) {
    return [{ text: simpleVowels(toAscii(word)) }];
  }
  const [text = '', ...alternatives] = spellings;
  const others = alternatives.map((other) => ({ text: other, isAbjad: false }));
  return [
    { text, alternatives: others },
    ...given.map((sign) => ({ text: simpleVowels(toAscii(sign)) })),
  ];
}

function simpleVowels(text: string): string {
  return text.replaceAll('eo', 'o').replaceAll('eu', 'u');
}
