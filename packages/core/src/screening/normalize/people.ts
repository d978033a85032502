// long lines: tables of names

/**
 * Groups of given names that are one name: short forms and translations. Only forms that a person
 * is seen to change between in documents; two names that merely sound alike are not here.
 */
const NICKNAMES =
  'aleksander aleksandr oleksandr alejandro alessandro alex sasha iskander alec;alexei aleksei oleksiy oleksii alyosha aleksey;' +
  'anatoly anatoliy tolya;andrew andrey andrei andriy andreas andre andy drew;anthony antonio anton tony antoine;' +
  'arkady arkadiy;benjamin ben benny binyamin;boris borya;charles charlie chuck carlos karl carl;' +
  'christopher chris kristof;daniel dan danny daniil danylo;david dave davyd;dmitry dmytro dima dimitri;' +
  'edward ed eddie ted eduard eduardo;elizabeth liz beth betty eliza lisa elisabeth yelizaveta;evgeny yevhen eugene gene zhenya;' +
  'francis francisco frank franz francois pancho paco;frederick fred freddy friedrich;george georgy georgiy heorhiy jorge georges giorgi yuri;' +
  'gregory greg grigory hryhoriy gregorio;henry harry hank heinrich enrique henri;igor ihor;ilya illia elijah ilia;' +
  'ivan john juan jean giovanni johann hans jack johnny jan;jacob jake yakov jacques;james jim jimmy jaime;' +
  'jeffrey jeff geoffrey;jennifer jen jenny;joseph joe joey jose giuseppe iosif yosef joao josip;katherine kate katie kathy cathy catherine ekaterina kateryna katya;' +
  'kenneth ken kenny;konstantin kostya kostyantyn constantine;lawrence larry laurence;leonard len leonid lenny;margaret maggie meg peggy margarita rita;' +
  'matthew matt matvey mateo;maxim max maksym;michael mike mikhail mykhailo miguel michel misha mick mickey mikael;natalia natalya natasha nataliya nathalie;' +
  'nicholas nick nikolai mykola nicolas nikolay kolya;olga olha;paul pavel pavlo pablo paolo pasha;peter petr pyotr petro pedro pierre pete;' +
  'philip phil filipp felipe;raymond ray;rebecca becky;richard rick dick rich ricardo;robert bob bobby rob roberto bert;ronald ron ronnie;' +
  'samuel sam sammy;sergei serhiy sergio serge;stephen steve steven stepan esteban stefan etienne;svetlana svitlana;thomas tom tommy tomas;' +
  'timothy tim timofey;tatiana tetiana tanya;victor viktor vitya;vladimir volodymyr vova volodya uladzimir;vladislav vladyslav vlad;vyacheslav viacheslav slava;' +
  'walter walt;william bill billy will willie guillermo wilhelm guillaume liam;zachary zach zack;' +
  'muhammad mohd md mohamad muhamad mohammad mohammed mohamed mehmet mahomed magomed mohamud;ahmad ahmed ahmet akhmed akhmad;' +
  'husayn hussein husein hossein huseyin hussain khusein;yusuf yousef youssef iosif yussuf;ibrahim abraham ibragim ebrahim;' +
  'ismail ismael esmail ismoil;musa moses moussa moisei;sulaiman suleiman solomon suleyman soleiman;uthman osman othman usman;' +
  'umar omar oumar;khalid khaled halid;jamal gamal djamal cemal;yahya jahja yehia;isa issa eisa essa;dawud daoud david dawood daud;' +
  'zayd zaid zeid;abd abdul abdel abdal;mustafa mostafa moustapha;usama osama;muammar moammar;qasim kassem ghassem qassem;' +
  'tayyip taib;recep rajab;sayf saif seif;fadl fazl fazal fadel;rida reza ridha riza;murtada mortaza morteza;dhulfiqar zulfiqar zolfaghar;nur noor nour;' +
  'ignat hnat gnat ihnat ignatius;nadezhda nadiya nadia nadya;anna hanna ganna ann anne;gleb hlib;nikita mykyta;daria dariya darya;' +
  'maria mariya mary marie;vitaly vitaliy;gennady hennadiy gennadi;elena olena yelena helen;irina iryna irene;lyudmila lyudmyla ludmila;' +
  'marina maryna;fedor fedir fyodor theodore;kirill kyrylo cyril;lev leo;semen semyon simon;vasily vasyl vasiliy basil;bogdan bohdan;denis denys dennis;' +
  'gavriil havrylo gabriel;zahar zakhar;efim yukhym;ilia illya;iosif yosyp joseph;roman romano;valery valeriy;artem artyom;nazar nazarii;tikhon tykhon';

/** Spellings of one Chinese, Korean or Vietnamese surname in different romanizations. */
const SURNAME_SPELLINGS =
  'zhang chang cheung teoh;wang wong ong;li lee lei ri yi rhee;chen chan tan chin;liu lau liew;huang wong hwang ng;lin lam lim;' +
  'wu ng goh;zhou chow chou chau;xu hsu hui tsui;zheng cheng tay;xie hsieh tse;guo kuo kwok;he ho;gao kao ko;luo lo law;' +
  'liang leung neo;song sung soong;tang teng;cao tsao cho;deng teng tang;xiao hsiao siu;zeng tseng tsang;cai tsai choi chua;' +
  'jiang chiang keung;yu yue yee;ye yeh yip;yuan yuen;zhu chu choo;zhao chao chiu;feng fung;hu wu woo;sun suen;ma mah;' +
  'qian chien chin;qiu chiu yau;xiong hsiung;kim gim;park pak bak;choi choe;jung chung jeong jong;cho jo;yun yoon;shin sin;' +
  'kang gang;lim rim im;yoo yu ryu;nguyen nguyan nguien;pham fam;tran chan';

export const NAME_GROUPS: readonly (readonly string[])[] = `${NICKNAMES};${SURNAME_SPELLINGS}`
  .split(';')
  .map((group) => group.split(' '));

/** Given names and surnames that so many bear that they tell nobody apart. */
export const FREQUENT: ReadonlySet<string> = new Set(
  (
    'james john robert michael william david richard joseph thomas charles christopher daniel ' +
    'matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald ' +
    'timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon ' +
    'benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam ' +
    'henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah ' +
    'gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert ' +
    'willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby ' +
    'philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy ' +
    'lisa betty margaret sandra ashley kimberly emily donna michelle dorothy carol amanda melissa ' +
    'deborah stephanie rebecca sharon laura cynthia kathleen amy shirley angela helen anna brenda ' +
    'pamela nicole emma samantha katherine christine debra rachel catherine carolyn janet ruth maria ' +
    'heather diane virginia julie joyce victoria olivia kelly christina lauren joan evelyn judith ' +
    'megan cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn sara janice jean ' +
    'alice madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa ' +
    'sophia marie diana brittany natalie isabella charlotte rose alexis kayla carlos luis jorge ' +
    'antonio francisco pedro manuel miguel angel ana carmen rosa hans peter klaus wolfgang jean ' +
    'pierre michel marco andrea luca mario giovanni ivan sergei aleksandr andrei aleksei dmitry ' +
    'vladimir mikhail nikolai igor oleg viktor yury pavel anatoly boris evgeny elena olga natalia ' +
    'tatiana irina svetlana anna ekaterina muhammad ahmad ali hasan husayn mahmud ibrahim umar khalid ' +
    'yusuf abdullah ismail mustafa said hamid abbas salim salih karim rashid fatima aisha wei fang ' +
    'min jing lei jun yang yong jie ming ping hui tao ' +
    'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez ' +
    'gonzalez wilson anderson taylor moore jackson martin lee perez thompson white harris sanchez ' +
    'clark ramirez lewis robinson walker young allen king wright torres nguyen hill flores green ' +
    'adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner ' +
    'diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ' +
    'ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson ' +
    'brooks chavez wood bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers ' +
    'long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson ' +
    'barnes gonzales fisher vasquez simmons romero jordan patterson hamilton graham reynolds ' +
    'griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina stevens murray ' +
    'ford castro marshall owens harrison fernandez woods washington kennedy wells vargas henry chen ' +
    'freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw ' +
    'snyder mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd stone salazar fox ' +
    'warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner ' +
    'payne grant dunn kelley spencer hawkins arnold pierce hansen peters santos hart bradley knight ' +
    'elliott cunningham duncan armstrong hudson carroll lane riley andrews ray berry perkins ' +
    'hoffman johnston matthews pena richards contreras willis carpenter muller schneider fischer ' +
    'weber becker schulz koch bauer richter klein wolf rossi russo ferrari dubois durand ivanov ' +
    'ivanova smirnov kuznetsov popov petrov sokolov lebedev kozlov novikov morozov volkov wang li ' +
    'zhang liu yang huang zhao wu zhou xu sun ma zhu hu guo lin he gao luo zheng khan singh kumar ' +
    'sharma gupta das shah hussain ahmed malik'
  ).split(' '),
);
