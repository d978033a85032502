// long lines: a table of names

/**
 * Names made for this project, with what is the same party and what only looks like it. Each line
 * is a schema and a name, then names of the same party after `=`, then names of others after `!`.
 */
const LINES = `
Person: Arkadiy Leonidovich Zvantsev = Аркадий Званцев; Arkady Zvantsew; ZVANTSEV, Arkadiy; A. L. Zvantsev; Arkadij Leonidowitsch Zwantzew ! Boris Leonidovich Zvantsev; Arkadiy Leonidovich Kolesov; Leonid Zvantsev
Person: Yuri Andreevich Shchelkov = Юрий Щелков; Iouri Chtchelkov; Yury Andreyevich Shchelkov; Shchelkov Yurii ! Yuri Andreevich Shcherbin; Andrei Yurievich Shchelkov; Olga Shchelkova
Person: Oleksandr Hrytsenko = Олександр Гриценко; Aleksandr Gritsenko; Alexander Grytsenko ! Oleksandr Hrynko; Mykola Hrytsenko
Person: Dmytro Kovalchuk = Дмитро Ковальчук; Dmitry Kovalchuk; Dmitri Kovaltchouk ! Dmytro Kovalenko; Danylo Kovalchuk
Person: Slobodan Veljković = Слободан Вељковић; Slobodan Veljkovic; Slobodan Velkovich ! Slobodan Petković; Dragan Veljković
Person: Evgeny Tikhomirov = Евгений Тихомиров; Yevgeniy Tikhomirov; Eugene Tihomirov ! Evgeny Tikhonov; Viktor Tikhomirov
Person: Nikolai Alexandrovich Burmistrov = Николай Бурмистров; Nikolay Aleksandrovich Burmistrov; N. A. Burmistrov ! Nikolai Petrovich Burmin; Alexander Nikolaevich Burmistrov
Person: Khalid bin Yusuf al-Dhahrawi = Khaled Youssef Al Zahrawi; خالد يوسف الظهراوي; Khalid Yousef Dhahrawi; AL-DHAHRAWI, Khalid ! Khalid bin Yusuf al-Qurashi; Walid Yusuf al-Dhahrawi; Khalid Mansur
Person: Muhammad Hasan Rahmani = Mohammed Hassan Rahmany; Mohamad Hasan Rahmani; محمد حسن رحمانی; Mohd Hassan Rahmani ! Muhammad Hasan Noorzai; Mahmud Hussein Karimi; Ahmad Rahmani
Person: Abd al-Rahman Sabahi = Abdurrahman Sabahi; Abdul Rahman al-Sabahi; عبد الرحمن صباحي; Abdelrahman Sabahi ! Abd al-Karim Sabahi; Abdul Rahman Qasimi
Person: Hidayatullah Wardak = Hedayat Ullah Wardak; هدایت الله وردک; Hidayat Allah Wardak ! Habibullah Wardak; Hidayatullah Zadran
Person: Jalaluddin Omarkhel = Jalal al-Din Omarkhel; Jalaleddine Omar Khel; جلال الدين عمرخيل ! Jalaluddin Haqdar; Kamaluddin Omarkhel
Person: Hossein Ali Tavakkoli = Hussein Ali Tavakoli; حسین علی توکلی; Hosein-Ali Tavakoli ! Hassan Ali Tavana; Hossein Ali Mohammadi
Person: Gholamreza Farzaneh = Gholam Reza Farzaneh; Ghulam Riza Farzane; غلامرضا فرزانه ! Gholamreza Farahani; Mohammad Reza Farzaneh
Person: Faisal Qadhafi = Faysal Gaddafi; Feisal Kadafi; فيصل القذافي; Faisal al-Gathafi ! Faisal Qasimi; Tariq Qadhafi
Person: Binyamin Elazar = בנימין אלעזר; Benjamin Elazar; Benyamin El'azar ! Binyamin Eliyahu; Rafael Elazar
Person: Li Wenqiang = 李文强; LI, Wenqiang; Wenqiang Li; Li Wen Qiang ! Li Wenbo; Liu Wenqi; Wang Wenqiang
Person: Zhang Haoran = 张浩然; Zhang Hao Ran; Chang Haoran ! Zhang Haoyu; Zhao Haoming
Person: Ouyang Lijun = 欧阳立军; Ou Yang Lijun; OUYANG Lijun ! Ouyang Mingde; Yang Lijun
Person: Wong Kar Fai = Wang Kar Fai; WONG, Kar-Fai; Wong Karfai ! Wong Kar Ming; Lam Kar Fai
Person: Kim Yong Chol = 김용철; Kim Yong-chol; KIM, Yong Chol; Kim Yongchol ! Kim Yong Nam; Pak Yong Chol; Kim Chol Su
Person: Choe Ryong Guk = 최룡국; Choi Ryong-Guk; CHOE Ryongguk ! Choe Song Il; Ri Ryong Guk
Person: Nguyễn Văn Thắng = Nguyen Van Thang; NGUYEN Van Thang ! Nguyễn Văn Hùng; Trần Quốc Thắng
Person: José María Echeverría Luján = Jose Maria Echeverria Lujan; ECHEVERRIA LUJAN, Jose Maria; Jose M. Echeverria Lujan ! José María Echenique; Juan Carlos Echeverría
Person: François Delacourt-Meunier = Francois Delacourt Meunier; DELACOURT MEUNIER, François; Frank Delacourt-Meunier ! François Delacroix; Jean Meunier
Person: Jürgen Müllenbach = Juergen Muellenbach; Jurgen Mullenbach; MÜLLENBACH, Jürgen ! Jürgen Müller; Klaus Müllenbach
Person: Konstantinos Papageorgiou = Κωνσταντίνος Παπαγεωργίου; Konstantinos Papageorgiu; PAPAGEORGIOU Konstantinos ! Konstantinos Papandreou; Nikolaos Papageorgiou
Person: Giorgi Tsulukiani = გიორგი წულუკიანი; Georgi Tsulukiani; Giorgi Culukiani ! Giorgi Tsikarishvili; Davit Tsulukiani
Person: Vahan Sarkisyan = Վահան Սարգսյան; Vahan Sargsyan; SARGSIAN, Vahan ! Vardan Hakobyan; Vahan Petrosyan
Person: Narendra Vishwanathan = Narendra Viswanathan; Narendra Vishvanathan; VISHWANATHAN, Narendra ! Narendra Vishnu; Surendra Natarajan
Person: Robert Stanislaus Whitcombe = Bob Whitcombe; Robert S. Whitcombe; WHITCOMBE, Robert Stanislaus; Dr. Robert Whitcombe ! Richard Whitcombe; Robert Whitfield
Person: William Oakenshaw Jr = Bill Oakenshaw; William Oakenshaw; Wm. William Oakenshaw ! Walter Oakenshaw; William Oakley
Person: Elizabeth Farnsworthy = Liz Farnsworthy; Elisabeth Farnsworthy; FARNSWORTHY, Elizabeth ! Edith Farnsworthy; Elizabeth Farnham
Person: John Smith = SMITH, John; Mr John Smith; JOHN SMITH ! Joan Smith; John Smythson; James Smith; John Schmidt; Johnny Smithers
Person: Maria Garcia = GARCIA, Maria; María García ! Mario Garcia; Maria Gonzalez; Marta Garcia; Maria Garza
Person: Michael Brown = BROWN, Michael; Mike Brown ! Michael Braun Keller; Michelle Brown; Mitchell Brown; Michael Green
Person: Ali Hassan = HASSAN, Ali; علي حسن ! Ali Hussein; Alia Hassan; Ali Hamdan; Walid Hassan
Person: Ivan Petrov = PETROV, Ivan; Иван Петров ! Ivan Petrenko; Igor Petrov; Ilya Petrov; Ivan Pavlov
Person: Wang Wei = 王伟; WANG, Wei ! Wang Fei; Huang Wei; Wang Lei; Yang Wei
Person: A. B. Montrosier = Montrosier, A. B. ! B. C. Montrosier; A. B. Montagne
Person: Peter J. Halloran = Peter Halloran; Peter James Halloran; HALLORAN, Peter J. ! Peter K. Halversen; Paul J. Halloran
Person: Ahmed Saeed Al-Marzouki = Ahmad Said al-Marzuqi; أحمد سعيد المرزوقي; Ahmed Saeed Almarzouki ! Ahmed Saeed Al-Mansouri; Saeed Ahmed Al-Ketbi
Person: Umar Farooq Chaudhry = Omar Faruq Chaudhri; Umer Farooq Choudhry ! Umar Farooq Qureshi; Usman Chaudhry
Person: Ekaterina Morozhenkova = Екатерина Мороженкова; Yekaterina Morozhenkova; MOROZHENKOVA, Ekaterina ! Elena Morozhenkova; Ekaterina Morozova
Company: Trelvik Instruments Company Limited = Trelvik Instruments Co., Ltd.; Trelvik Instruments; TRELVIK INSTRUMENTS LTD; Trelvik Instrument Co Ltd ! Corvane Instruments Company Limited; Trelvik Foods; Travlek Logistics Company Limited
Company: Ostermark Optics GmbH = Ostermark Optics; OSTERMARK OPTICS G.m.b.H.; Ostermark Optics Gesellschaft mit beschränkter Haftung; Ostermarck Optics GmbH ! Ostermann Pharma GmbH; Nordmark Optics GmbH; Ostermark Reederei GmbH
Company: OOO Vostokpribor = ООО Востокприбор; Vostokpribor LLC; Obshchestvo s ogranichennoy otvetstvennostyu Vostokpribor; LIMITED LIABILITY COMPANY VOSTOKPRIBOR; Vostok-Pribor ! OOO Vostokgaz; OOO Zapadpribor; Vostochny Bank
Company: AO Zarnitsa Plant No. 7 = Zarnitsa Plant 7; Zarnitsa Plant No 7 JSC; АО Zarnitsa Plant № 7 ! AO Zarnitsa Plant No. 8; AO Zarya Plant No. 7; Zarnitsa Bank
Company: Quennick Forwarding LLC = Quennick Forwarding; QUENNICK FORWARDING L.L.C.; Quenick Forwarding LLC; Quennick-Forwarding Limited Liability Company ! Quentin Forwarding LLC; Quennick Dental LLC; Kendrick Trading LLC
Company: Northern Unified Research Directorate = N.U.R.D. Northern Unified Research Directorate; Northern Unified Research Direktorate; NORTHERN UNIFIED RESEARCH DIRECTORATE ! Southern Unified Research Directorate; Northern Transport Directorate
Company: Huaxing Weitong Technology Co Ltd = Huaxing Weitong Technologies Company Limited; 华兴威通科技有限公司; HUAXING WEITONG TECH CO., LTD ! Huaxing Longda Technology Co Ltd; Weitong Shipping Co Ltd
Company: Shenzhen Hanlongda Electronics = 深圳汉龙达电子; Shenzhen Hanlongda Electronic Co., Ltd ! Shenzhen Huiyuda Electronics; Beijing Electronics
Company: Sociedad Minera Caltorres S.A. de C.V. = Sociedad Minera Caltorres; SOCIEDAD MINERA CALTORRES SA DE CV; Soc. Minera Caltorres ! Sociedad Minera Altoverde S.A. de C.V.; Caltorres Seguros
Company: Brolva Freight International = Brolva Freight Intl; BROLVA FREIGHT INTERNATIONAL INC.; Brolva Freight Internationl ! Bolivar Freight International; Brolva Bakery
Company: Banque Maritime de Vostrana = Maritime Bank of Vostrana; BANQUE MARITIME DE VOSTRANA SA; Bank Maritime Vostrana ! Banque Agricole de Vostrana; Maritime Bank of Zelmar
Company: Al-Fajrain General Trading = Al Fajrain General Trading L.L.C; Alfajrain General Trading; AL FAJRAIN GEN TRADING ! Al Fardan General Trading; Al-Najm General Trading
Company: Kestrelbay Shipping = Kestrel Bay Shipping; KESTRELBAY SHIPPING S.A.; Kestrelbay Shiping ! Kestrelton Shipping; Eaglebay Mining
Company: Pelorhat Group = PELORHAT GROUP LTD; Pelorhat; The Pelorhat Group ! Perlhart Foods Group; Star Group
Company: Zelmar State Unitary Enterprise Fregat = FGUP Fregat Zelmar; Fregat Zelmar State Enterprise ! Zelmar State Unitary Enterprise Briz; Korvet State Enterprise
Company: Star Shipping Company = STAR SHIPPING CO ! Sun Shipping Company; Star Catering Company; Stark Shipbuilding Company
Company: International Trading Corporation = INTERNATIONAL TRADING CORP; Intl Trading Corp. ! International Leasing Corporation; National Trading Union
Company: China National Aviation Holding = China National Aviation Holding Company ! China National Tobacco; China National Chemical Holding; Taiwan National Aviation
Company: First Merchant Bank of Corvane = 1st Merchant Bank of Corvane; FIRST MERCHANT BANK OF CORVANE PLC ! Second Merchant Bank of Corvane; First Merchant Bank of Zelmar
Company: Rosvennikel = PJSC Rosvennikel; ПАО Росвенникель; Ros Vennikel ! Rosvenkol; Norvennikel Trading Union
Company: Tekhnomash Consortium = Технoмаш Consortium; Technomash Consortium; TEKHNOMASH CONSORTIUM ! Teplomash Consortium; Tekhnobank
Company: Meridian 21 Holdings = Meridian 21 Holding Ltd; MERIDIAN 21 HOLDINGS ! Meridian 12 Holdings; Meridian Foods; Median 21 Bakery
Company: O'Hanrahan & Sons = OHanrahan and Sons; O Hanrahan & Sons Ltd ! O'Hara & Sons; Hanrahan Motors
Vessel: Pelagia Star = PELAGIA STAR; M/V Pelagia Star; Pelagiya Star ! Pelagia Moon; Polar Star
Vessel: Ocean Gift 3 = OCEAN GIFT 3; Ocean Gift III ! Ocean Gift 4; Ocean Grace 3
Organization: Liberation Council of Eastern Vostrana = LIBERATION COUNCIL OF EASTERN VOSTRANA; Eastern Vostrana Liberation Council ! Liberation Council of Western Zelmar; Council of Eastern Churches
Organization: Harakat al-Fajr al-Jadid = Harakat Al Fajr Al Jadeed; حركة الفجر الجديد; Harakat-ul-Fajr al-Jadid ! Harakat al-Nur; Jund al-Fajr
`;

export interface NamePair {
  readonly schema: string;
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
}

export const NAME_PAIRS: readonly NamePair[] = LINES.trim()
  .split('\n')
  .flatMap((line) => {
    const [schema = '', rest = ''] = line.split(': ', 2);
    const [left = '', others = ''] = rest.split(' = ', 2);
    const [same = '', other = ''] = others.split(' ! ', 2);
    const pairs = (texts: string, isSame: boolean): NamePair[] =>
      texts.split('; ').map((right) => ({ schema, left, right, isSame }));
    return [...pairs(same, true), ...pairs(other, false)];
  });
