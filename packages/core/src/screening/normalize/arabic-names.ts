// long lines: a table of names

/**
 * Frequent names written without vowels, with the reading that lists use most. Arabic and Persian
 * letters are written as `bareLetters` of abjad.ts leaves them.
 */
export const ARABIC_NAMES: ReadonlyMap<string, string> = new Map(
  (
    'محمد muhammad محمود mahmud احمد ahmad حامد hamid حمید hamid حمد hamad علی ali عمر umar ' +
    'عثمان uthman حسن hasan حسین husayn حسنی hasani حسینی husayni ابراهیم ibrahim اسماعیل ismail ' +
    'یوسف yusuf موسی musa عیسی isa یحیی yahya خالد khalid ولید walid سعید said سعد sad سعود saud ' +
    'صالح salih صلاح salah سلیمان sulayman سلمان salman سالم salim سلیم salim کریم karim ' +
    'رحمن rahman رحمان rahman رحیم rahim عزیز aziz عبد abd عبدالله abdullah الله allah قادر qadir ' +
    'ملک malik مالک malik ناصر nasir نصر nasr حزب hizb طارق tariq فیصل faysal ' +
    'فهد fahd بندر bandar ترکی turki نایف nayif سلطان sultan ماجد majid مجید majid جمال jamal ' +
    'کمال kamal جلال jalal بلال bilal هلال hilal عادل adil عدنان adnan عماد imad فؤاد fuad ' +
    'فواد fuad مراد murad جواد javad رضا rida مصطفی mustafa مرتضی murtada مجتبی mujtaba ' +
    'طه taha یاسر yasir یاسین yasin انور anwar اکرم akram اشرف ashraf ایمن ayman اسامه usama ' +
    'بشار bashar باسم basim بسام bassam حافظ hafiz اسد asad حبیب habib حلیم halim حکیم hakim ' +
    'حکمت hikmat رامی rami رشید rashid راشد rashid زید zayd زیاد ziyad زینب zaynab زکی zaki ' +
    'سامی sami سمیر samir سیف sayf شریف sharif شهاب shihab صادق sadiq صدام saddam طلال talal ' +
    'ظافر zafir عارف arif عباس abbas عصام isam عمار ammar عمرو amr غازی ghazi غسان ghassan ' +
    'فاروق faruq فارس faris فتحی fathi فرید farid فرج faraj فضل fadl قاسم qasim لطیف latif ' +
    'ماهر mahir مبارک mubarak محسن muhsin مختار mukhtar مروان marwan مسعود masud معمر muammar ' +
    'معین muin منصور mansur منیر munir مهدی mahdi مهند muhannad ناجی naji نادر nadir نبیل nabil ' +
    'نجیب najib نزار nizar نور nur هادی hadi هاشم hashim هانی hani هشام hisham ' +
    'هیثم haytham وائل wail وسیم wasim یعقوب yaqub یونس yunus ابو abu ابی abi ابن ibn بن bin ' +
    'بنت bint ام umm دین din اغا agha خان khan شاه shah میرزا mirza فاطمه fatima ' +
    'عایشه aisha مریم maryam خدیجه khadija لیلی layla سعاد suad امینه amina نوره nura ساره sara ' +
    'قذافی qadhafi صباح sabah جابر jabir کاظم kazim جعفر jafar باقر baqir تقی taqi نقی naqi ' +
    'اکبر akbar اصغر asghar امیر amir غلام ghulam نعمت nimat ذوالفقار dhulfiqar ایوب ayyub ' +
    'داود dawud داوود dawud هارون harun ادریس idris زکریا zakariya بکر bakr قیس qays طاهر tahir ' +
    'ظاهر zahir زاهر zahir شاکر shakir صابر sabir عامر amir ماضی madi یزید yazid مولوی mawlawi ' +
    'ملا mullah حاجی haji حاج haj سید sayyid شیخ shaykh دکتر doctor دکتور doctor گل gul جان jan ' +
    'حقانی haqqani خامنه khamene سلیمانی sulaymani رفسنجانی rafsanjani موسوی musavi هاشمی hashimi ' +
    'شرکه sharika شرکت sharikat بانک bank بنک bank مصرف masraf موسسه muassasa مجموعه majmua ' +
    'تجاره tijara تجارت tijarat نفت naft غاز ghaz ایران iran عراق iraq سوریه suriya لبنان lubnan ' +
    'یمن yaman لیبیا libya مصر misr فلسطین filastin بغداد baghdad دمشق dimashq تهران tehran'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, words[at + 1] ?? '']);
      return pairs;
    }, []),
);
