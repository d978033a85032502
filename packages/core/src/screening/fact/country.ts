// long lines: a table of countries

/**
 * English names of countries, as lists and customer files write them, by ISO 3166-1 code. Codes
 * that no longer stand (`su`, `yu`, `cs`, `dd`, `zr`) are those of documents of that time.
 */
const NAMES =
  'af afghanistan,al albania,dz algeria,ad andorra,ao angola,ag antigua and barbuda,ar argentina,am armenia,au australia,' +
  'at austria,az azerbaijan,bs bahamas|the bahamas,bh bahrain,bd bangladesh,bb barbados,by belarus,be belgium,bz belize,' +
  'bj benin,bm bermuda,bt bhutan,bo bolivia,ba bosnia and herzegovina|bosnia,bw botswana,br brazil,bn brunei,bg bulgaria,' +
  'bf burkina faso,bi burundi,kh cambodia,cm cameroon,ca canada,cv cape verde,ky cayman islands,cf central african republic,' +
  'td chad,cl chile,cn china|peoples republic of china|prc,co colombia,km comoros,cg congo|republic of the congo,' +
  'cd democratic republic of the congo|drc|congo democratic republic of the,cr costa rica,ci cote divoire|ivory coast,' +
  'hr croatia,cu cuba,cy cyprus,cz czech republic|czechia,dk denmark,dj djibouti,dm dominica,do dominican republic,' +
  'ec ecuador,eg egypt,sv el salvador,gq equatorial guinea,er eritrea,ee estonia,et ethiopia,fj fiji,fi finland,fr france,' +
  'ga gabon,gm gambia|the gambia,ge georgia,de germany,gh ghana,gi gibraltar,gr greece,gd grenada,gt guatemala,gn guinea,' +
  'gw guinea bissau,gy guyana,ht haiti,hn honduras,hk hong kong,hu hungary,is iceland,in india,id indonesia,' +
  'ir iran|islamic republic of iran|iran islamic republic of,iq iraq,ie ireland,im isle of man,il israel,it italy,jm jamaica,' +
  'jp japan,je jersey,jo jordan,kz kazakhstan,ke kenya,ki kiribati,kp north korea|dprk|korea north|' +
  'democratic peoples republic of korea,kr south korea|republic of korea|korea south|korea,xk kosovo,kw kuwait,kg kyrgyzstan,' +
  'la laos,lv latvia,lb lebanon,ls lesotho,lr liberia,ly libya,li liechtenstein,lt lithuania,lu luxembourg,mo macau|macao,' +
  'mk north macedonia|macedonia,mg madagascar,mw malawi,my malaysia,mv maldives,ml mali,mt malta,mh marshall islands,' +
  'mr mauritania,mu mauritius,mx mexico,fm micronesia,md moldova,mc monaco,mn mongolia,me montenegro,ma morocco,' +
  'mz mozambique,mm myanmar|burma,na namibia,nr nauru,np nepal,nl netherlands|the netherlands|holland,nz new zealand,' +
  'ni nicaragua,ne niger,ng nigeria,no norway,om oman,pk pakistan,pw palau,ps palestine|palestinian territories|west bank|gaza,' +
  'pa panama,pg papua new guinea,py paraguay,pe peru,ph philippines|the philippines,pl poland,pt portugal,pr puerto rico,' +
  'qa qatar,ro romania,ru russia|russian federation,rw rwanda,kn saint kitts and nevis|st kitts and nevis,lc saint lucia,' +
  'vc saint vincent and the grenadines,ws samoa,sm san marino,st sao tome and principe,sa saudi arabia,sn senegal,rs serbia,' +
  'sc seychelles,sl sierra leone,sg singapore,sk slovakia,si slovenia,sb solomon islands,so somalia,za south africa,' +
  'ss south sudan,es spain,lk sri lanka,sd sudan,sr suriname,sz eswatini|swaziland,se sweden,ch switzerland,' +
  'sy syria|syrian arab republic,tw taiwan,tj tajikistan,tz tanzania,th thailand,tl timor leste,tg togo,to tonga,' +
  'tt trinidad and tobago,tn tunisia,tr turkey|turkiye,tm turkmenistan,tv tuvalu,ug uganda,ua ukraine,' +
  'ae united arab emirates|uae,gb united kingdom|uk|great britain|england|scotland|wales,us united states|usa|' +
  'united states of america|america,uy uruguay,uz uzbekistan,vu vanuatu,va vatican city,ve venezuela,vn vietnam|viet nam,' +
  'vg british virgin islands|virgin islands british,ye yemen,zm zambia,zw zimbabwe,su soviet union|ussr,yu yugoslavia,' +
  'aw aruba,cw curacao,fo faroe islands,gl greenland,ai anguilla,tc turks and caicos islands,gg guernsey,ck cook islands';

export type CountryTable = ReadonlyMap<string, string>;

/** Country codes by name. */
export function buildCountries(): CountryTable {
  const table = new Map<string, string>();
  for (const entry of NAMES.split(',')) {
    for (const name of entry.slice(3).split('|')) table.set(name, entry.slice(0, 2));
  }
  return table;
}

/** The country as two letters in one number, or nothing where it is not known. */
export function readCountry(table: CountryTable, value: string): number | undefined {
  const text = value
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
    .replaceAll(' s ', 's ');
  const code = text === 'uk' || text.length !== 2 ? table.get(text) : text;
  if (code === undefined || !/^[a-z]{2}$/.test(code) || code === 'zz') return undefined;
  return code.charCodeAt(0) * 256 + code.charCodeAt(1);
}

export function countryText(code: number): string {
  return String.fromCharCode(Math.floor(code / 256), code % 256);
}

/** Properties that say which country a party belongs to. */
export const COUNTRY_PROPERTIES: ReadonlySet<string> = new Set([
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'mainCountry',
  'flag',
]);
