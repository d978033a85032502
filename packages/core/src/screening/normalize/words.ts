// long lines: tables of words

import type { LegalClass } from './name.ts';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Words before a name that are no part of it. */
export const TITLES = setOf(
  'mr mrs ms miss mister dr doctor prof professor sir lord lady madam mme mlle monsieur herr frau ' +
    'sr sra srta senor senora don dona eng engineer ing dipl capt captain col colonel gen general ' +
    'maj major lt lieutenant brig brigadier sgt sergeant adm admiral cmdr commander marshal ' +
    'hon honorable rev reverend fr father sheikh shaykh sheik shaikh cheikh haji hajji hadji haj ' +
    'hajj alhaj alhaji mullah mulla maulavi mawlawi maulawi mawlavi molvi moulvi maulana mawlana ' +
    'qari hafez ustad ustaz ayatollah ayatullah hojatoleslam sayyid sayed syed seyed sayyed ' +
    'president minister ambassador gospodin pan pani',
);

/** Titles that are also frequent given names; before another two words they are titles. */
export const SUFFIXES = setOf('jr junior sr senior ii iii iv esq phd md');

/** Small words inside names that nobody is told apart by. */
export const PARTICLES = setOf(
  'al el ul ur ar as ad an bin ibn ben bint binti binte bte ould wuld ait de del della dela di da ' +
    'do dos das du des le la las los von van der den ter ten zu zum vom y e i et und and of the for ' +
    'und en op af av och og ja a o u v na po iz ve dan abu aboe abou',
);

/** Number words and Roman numerals, as the digits they mean. */
export const NUMBERS: ReadonlyMap<string, string> = new Map(
  (
    'one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 ' +
    'first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 ' +
    'ii 2 iii 3 iv 4 vi 6 vii 7 viii 8 ix 9 xi 11 xii 12 ' +
    '1st 1 2nd 2 3rd 3 4th 4 5th 5 6th 6 7th 7 8th 8 9th 9 10th 10'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, all[at + 1] ?? '']);
      return pairs;
    }, []),
);

/** `short=long` words of companies; a plural and a translation are the word they mean. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  (
    'intl=international int=international internat=international mfg=manufacturing ' +
    'manuf=manufacturing manufacture=manufacturing tech=technology technol=technology ' +
    'technologies=technology teknoloji=technology tekhnologii=technology tekhnologiya=technology ' +
    'eng=engineering engrg=engineering engg=engineering inds=industry ind=industry ' +
    'industries=industry industrial=industry industrie=industry sanayi=industry natl=national ' +
    'nat=national assn=association assoc=association svc=service svcs=service services=service ' +
    'srvcs=service mgmt=management mgt=management bros=brothers govt=government dept=department ' +
    'div=division univ=university inst=institute institut=institute lab=laboratory labs=laboratory ' +
    'laboratories=laboratory ctr=center centre=center tsentr=center centro=center dev=development ' +
    'devel=development elec=electronics elect=electronics electronic=electronics ' +
    'elektronik=electronics elektronika=electronics comm=communication communications=communication ' +
    'telecom=telecommunication telecommunications=telecommunication invest=investment ' +
    'investments=investment inv=investment holdings=holding grp=group gruppe=group gruppa=group ' +
    'grupo=group groupe=group gruop=group systems=system sys=system solutions=solution ' +
    'products=product prods=product enterprises=enterprise ent=enterprise pharma=pharmaceutical ' +
    'pharmaceuticals=pharmaceutical chem=chemical chemicals=chemical equip=equipment ' +
    'transp=transport transportation=transport shpg=shipping trdg=trading trade=trading ' +
    'tijarat=trading ticaret=trading bk=bank banque=bank banco=bank banka=bank ' +
    'masraf=bank resources=resource constr=construction const=construction gen=general ' +
    'mkt=marketing distrib=distribution imp=import exp=export aerosp=aerospace corpn=corporation ' +
    'zavod=plant fabrika=factory works=plant mashinostroitelny=engineering federatsii=federation ' +
    'foundation=foundation fund=fund fond=fund keji=technology jishu=technology ' +
    'dianzi=electronics maoyi=trading guoji=international shiye=industry gongye=industry ' +
    'gongcheng=engineering jixie=machinery hangkong=aviation hangtian=aerospace haiyun=shipping ' +
    'shiyou=petroleum huagong=chemical yinhang=bank baoxian=insurance touzi=investment ' +
    'nengyuan=energy zhongguo=china yanjiuyuan=institute yanjiusuo=institute daxue=university ' +
    'tongxin=communication xinxi=information'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [short = '', long = ''] = pair.split('=');
      return [short, long];
    }),
);

/** Words that say what a company does, or where; they are in the names of thousands. */
export const GENERIC = setOf(
  'trading international group holding industry industrial technology technical engineering ' +
    'general national service bank company commercial electronics shipping marine maritime ' +
    'transport logistics import export investment development management construction system ' +
    'oil gas petroleum petrochemical chemical energy power steel metal mining machinery equipment ' +
    'factory plant institute university center research science scientific association society ' +
    'foundation fund union organization committee ministry department bureau office agency state ' +
    'federal republic central north south east west northern southern eastern western new global ' +
    'world star golden blue green red united first american china chinese russian iran iranian ' +
    'syrian arab islamic hong kong dubai beijing shanghai shenzhen moscow tehran europe asia ' +
    'middle gulf pharmaceutical medical food products product aviation airlines air aerospace ' +
    'defense military security insurance finance financial capital exchange money telecommunication ' +
    'communication network software solution consulting enterprise resource division branch limited',
);

/** Legal forms: class, then forms in the spelling their holders use, separated by commas. */
export const LEGAL_FORMS: Readonly<Record<LegalClass, string>> = {
  limited:
    'ltd,limited,ltda,limitada,llc,llc fz,fz llc,fze,fzc,fzco,fz,dmcc,l l c,limited liability company,' +
    'limited liability partnership company,company limited,co ltd,pte ltd,pte,pty ltd,pty,pvt ltd,' +
    'pvt,private limited,private ltd,sdn bhd,sendirian berhad,sdn,gmbh,mbh,ges mbh,gesmbh,' +
    'gesellschaft mit beschrankter haftung,ug,sarl,s a r l,sarlu,societe a responsabilite limitee,' +
    'srl,s r l,societa a responsabilita limitata,sociedad de responsabilidad limitada,' +
    's de rl,s de rl de cv,sl,slu,sociedad limitada,bv,besloten vennootschap,bvba,sprl,aps,' +
    'as norge,sp z oo,sp z o o,spolka z ograniczona odpowiedzialnoscia,sro,s r o,' +
    'spolecnost s rucenim omezenym,kft,korlatolt felelossegu tarsasag,doo,d o o,' +
    'drustvo s ogranicenom odgovornoscu,ooo,o o o,obshchestvo s ogranichennoi otvetstvennostyu,' +
    'obshchestvo s ogranichennoy otvetstvennostyu,tov,tzov,' +
    'tovarystvo z obmezhenoiu vidpovidalnistiu,tovarystvo z obmezhenoyu vidpovidalnistyu,' +
    'ooc,ood,eood,too,tovarishchestvo s ogranichennoy otvetstvennostyu,zhshs,mchj,mmc,osoo,oy,ou,' +
    'osauhing,uab,sia,ltd sti,limited sirketi,ltd sirketi,epe,ike,wll,w l l,spc,yugen kaisha,' +
    'godo kaisha,gk,youxian gongsi,youxianzerengongsi,youxiangongsi,zerengongsi,sherkat ba masouliyat mahdood,' +
    'ebna,ooo firma',
  'joint-stock':
    'jsc,joint stock company,joint stock,ojsc,open joint stock company,cjsc,closed joint stock company,' +
    'pjsc,public joint stock company,psc,public joint stock,private joint stock company,pjs,ag,' +
    'aktiengesellschaft,se,sa,s a,societe anonyme,sociedad anonima,sociedade anonima,sas,s a s,' +
    'societe par actions simplifiee,sa de cv,s a de c v,spa,s p a,societa per azioni,nv,n v,' +
    'naamloze vennootschap,ab,aktiebolag,as,a s,aktieselskab,aksjeselskap,asa,oyj,plc,p l c,' +
    'public limited company,tbk,pt,berhad,bhd,zrt,nyrt,rt,dd,d d,ad,ead,a d,ao,oao,zao,pao,nao,' +
    'aktsionernoe obshchestvo,otkrytoe aktsionernoe obshchestvo,' +
    'zakrytoe aktsionernoe obshchestvo,publichnoe aktsionernoe obshchestvo,' +
    'aktsionerne tovarystvo,publichne aktsionerne tovarystvo,pryvatne aktsionerne tovarystvo,' +
    'pat,prat,vat,zat,at,asc,qsc,qscc,qjsc,saog,saoc,kpsc,kscc,ksc,bsc,bscc,sal,s a l,' +
    'kabushiki kaisha,kk,k k,gufen youxian gongsi,gufenyouxiangongsi,anonim sirketi,anonim sirket,' +
    'a o,ae,a e,anonymi etaireia,sherkat sahami,sahami khass,sahami am,holding as,' +
    'zhushihuishe,hisse',
  corporation:
    'inc,incorporated,corp,corporation,corporacion,co,company,companies,cie,compagnie,compania,' +
    'companhia,kompaniya,kompaniia,kompania,kampani,firma,sharikat,sharika,sharkat,sherkat,shirkat,' +
    'gongsi,zonggongsi,jituangongsi,jituan,fengongsi,est,establishment,trust reg,chusikhoesa,chushikhoesa',
  partnership:
    'lp,l p,llp,l l p,lllp,limited partnership,limited liability partnership,kg,gmbh co kg,' +
    'gmbh and co kg,ohg,gbr,snc,scs,sca,cv,vof,general partnership,ks,kd,komandit',
  state:
    'fgup,gup,mup,fgu,fgbu,fgku,gu,rup,dp,kp,federal state unitary enterprise,state unitary enterprise,' +
    'federalnoe gosudarstvennoe unitarnoe predpriyatie,gosudarstvennoe unitarnoe predpriyatie,' +
    'unitary enterprise,state enterprise,state owned enterprise,derzhavne pidpryiemstvo,' +
    'federal state budgetary institution,gosudarstvennoe predpriyatie',
  cooperative: 'coop,cooperative,kooperativ,eg,scrl,cvba,soc coop',
  foundation: 'stiftung,stichting,fundacion,fondation,ev,e v,waqf,vakfi,anstalt',
  sole: 'ip,fop,chp,sole proprietorship,dba,ek,e k,individualny predprinimatel,chastnoe predpriyatie',
};

/** Words that stand in legal forms and nowhere else, when the rest of the form is missing. */
export const FORM_WORDS = setOf(
  'liability obshchestvo ogranichennoi ogranichennoy otvetstvennostyu otvetstvennostyyu ' +
    'aktsionernoe aktsionerne tovarystvo gesellschaft haftung beschrankter responsabilite ' +
    'responsabilidad responsabilita limitada limitee anonima anonyme sirketi incorporated ' +
    'tovarishchestvo aktiengesellschaft',
);

/** Legal forms that are also words; they are one at the end of a name, not inside it. */
export const AMBIGUOUS_FORMS = setOf(
  'as ad ag sa ab an ar at co ou se pt pat pao vat spa sal sas est is ip dp kp ae ao sl gu cv ks kd ' +
    'kk nv bv pte too tov ooc sia nao zao psc asc ug sca scs dd rt eg ev ek gk oy limited company ' +
    'trust hisse sca lp kg jituan sharika sherkat firma establishment cooperative',
);
