import { fold } from './fold.ts';

/** Letters that must be left of a word when a particle of one letter is taken off: `وفد` is not `و` and `فد`. */
const LEAST = 3;
/** Letters that must be left after the article: `الفن`. */
const LEAST_AFTER_ARTICLE = 2;
/** How a verb begins after the `س` of the future, and how long it then is at least: `سيكون`, not `سيدة`. */
const FUTURE = /^[يتن].{3}/;

const ARABIC = /^\p{Script=Arabic}/u;
const DIGIT = /^[0-9]/;

/** Short words, folded, that `و` and `ف` are written on to all the same. */
const SHORT_WORDS = new Set(
  'ان في من عن مع هو هي هم قد لا ما لم لن له لها به بها او اذ اي كل بل هل هذا ذلك تلك'.split(' '),
);
/** The few of them that `ب` and `ل` are written on to. */
const SHORT_WORDS_AFTER_PREPOSITION = new Set(['ان', 'كل']);
const NONE: ReadonlySet<string> = new Set();
/** What is left of a word after `ال` and is another word: of `الله`, `الآن`, `التي`, `الذي`, `إلى`. */
const NOT_AFTER_ARTICLE = new Set(['له', 'ان', 'تي', 'ذي', 'لا', 'ما', 'يه']);

/**
 * Words in a bare alef that a particle is often written on to where hamza is left out, and `اسم`, `ابن`.
 * Other rests of less than five letters that begin with a bare alef are not rests: `واحد`, `كامل`, `باتت`.
 */
const SHORT_IN_ALEF =
  /^(?:اسم|ابن|انه|انها|انهم|اكد|اعلن|اشار|اضاف|اعرب|افاد|اوضح|امس|اول|اكثر|اجل)(?:ه|ها|ت)?$/;
const LEAST_IN_ALEF = 5;
/** Words whose own letters are `ال` where hamza or a doubled letter does not show it: `التزام`, `التقى`. */
const NO_ARTICLE = /^الت(?:زام|زم|قي|قاء|قت|قوا|حق|حاق|ماس|مس|هاب|هام|هم|فات|فت|فاف|باس)/;

/**
 * Beginnings of words of the news, folded, whose first letter looks like a particle and is none, without
 * ending: `فكرة` is not `ف` and `كرة`. Only those matter whose rest has three letters or more.
 */
const WHOLE = [
  'واجه واشنطن ودي وزع وفد وافق وباء وثايق وثيق وجبه وجه وجود وجوه وجيه وحد وحشي وحيد وداع وديع وراث ورد ورش ورق وريث وزار وزراء وزير',
  'وسايل وسيط وسيل وصاي وصف وصل وصول وضع وضوح وطن وظايف وظيف وعود وفاه وفقا وفود وفيات وقاي وقايع وقت وقع وقف وقود',
  'وقوع وكال وكلاء وكيل ولاء ولاد ولاي وليد وهمي',
  'فاتور فاخر فارق فاضل فتر فتوي فجر فحص فحم فحوي فخر فخم فداء فراغ فرار فرح فرد فرص فرض فرع فرق فرنس فروع فريد فريق',
  'فبراير فرانس فرنك فساد فستان فشل فصايل فصل فصول فصيل فضاء فضايي فضل فضيح فعال فعل فقدان فقد فقر فقير فكر فلاح فلاديمير فلسطين فلفل فلك',
  'فنان فندق فنون فني فهم فواتير فوايد فوز فوستوتشني فوستر فوضي فوق فولوديمير في فيتنام فيديو فيروس فيصل فيضان فيكتور فيلق فيلم',
  'باحث بارد بارز باريس باقي باكستان بالغ بالون باهظ بايدن بحار بحث بحر بحرين بحوث بداي بدء بدا بدل بدن بديل بديهي بذور',
  'براء برازيل برامج برتغال برج برد برق بركان برلمان برلين برنامج بروز بري بريد بريطان بريطاني بسال بستان بسيط بشر بشار',
  'بصر بطرسبرغ بضاع بضايع بطاق بطال بطل بطول بطيء بعثه بعد بعض بعيد بغداد بقاء بقر بقي بكاء بكين بلاد بلاغ بلجيك بلد بلغار',
  'بلوغ بليغ بلينكن بناء بنات بند بناي بنت بنسعيد بنغلاديش بنك بنود بنوك بني بواب بوتين بوتن بور بورص بوسن بولند بوليس',
  'بيان بيت بيروت بيسكوف بيضاء بيع بيكر بيكيه بين بينما بيوت بيونج بيونجيانج بيونغ بيونغيانغ بييي بيي',
  'كابول كاتب كل كلا كادر كارتر كارث كافه كامل كاميرا كان كانون كبار كبد كبري كبير كتاب كتايب كتب كتل كثاف كثر كثير كرام كردستان',
  'كرسي كرملين كرواتي كره كريم كسب كسر كشف كشمير كفاح كفاء كفال كلاب كلام كلم كلي كلف كمال كمبودي كمبيوتر كمي كمين كندا',
  'كنايس كنز كنيس كهرباء كهربايي كوابح كوادر كوارث كواكب كوبا كوري كوسوفو كوكب كومسوسان كويت كيان كيزيل كيفي كيلو كيلومتر',
  'كيماوي كيمياء كيميايي كينيا كييف',
  'لاتين لاجي لاحق لاعب لافروف لامين لاهاي لاوس لايح لباس لبن لبنان لبوات لجان لجن لجوء لحظ لحم لحن لحوم لدي لسان لصوص',
  'لطيف لعب لعن لغات لغو لغ لفت لفظ لقاء لقاي لقب لقط لكن لمح لمس لمعان لندن لهج لواء لوبي لوح لورا لوكسمبورغ لون لون',
  'لياق ليال ليبرال ليبي ليتواني ليدز ليس ليفربول ليل ليموزين ليون',
  'سنغافور ستار ستالين ستراسبورغ ستوكهولم سناتور سنوات سنوي سيار سياس سيبيري سيدان سيرغي سيطر سيمونيتي سيناريو سينما',
]
  .join(' ')
  .replaceAll(' ', '|');
/** Endings that a word in {@link WHOLE} may have and still be it. */
const ENDING =
  'ا|ه|ت|ي|يا|يه|يات|ات|ان|ين|ون|يين|يون|وا|تا|انا|تين|تان|(?:ت|ات|ي|يت|ين|ان)?(?:ه|ها|هم|هما|هن|كم|نا|ك)';
const WHOLE_WORD = new RegExp(`^(?:${WHOLE})(?:${ENDING})?$`);

/** A word being taken apart. */
interface Cutting {
  readonly published: string;
  readonly folded: string;
  readonly isNoun: (word: string) => boolean;
  readonly found: Set<string>;
}

/** Whether the letter at `index` of the folded word is published as an alef without hamza or madda. */
function isBareAlef({ published, folded }: Cutting, index: number): boolean {
  if (folded.charAt(index) !== 'ا') return false;
  const { text, starts } = fold(published);
  if (text !== folded) return true;
  const from = starts[index] ?? 0;
  return !/^(?:[أإآ]|ا[\u0653-\u0655])/.test(published.slice(from, from + 2).normalize('NFKC'));
}

/** Whether the first letter of what is left at `at` belongs to the word itself. */
function isWhole({ folded, isNoun }: Cutting, at: number): boolean {
  const word = folded.slice(at);
  return WHOLE_WORD.test(word) || isNoun(word);
}

/** Whether what stands from `at` on can be a word that a particle of one letter was written on to. */
function canFollow(cutting: Cutting, at: number, short: ReadonlySet<string>): boolean {
  const rest = cutting.folded.slice(at);
  if (DIGIT.test(rest) || short.has(rest)) return true;
  if (rest.length < LEAST) return false;
  const isShort = rest.length < LEAST_IN_ALEF && !SHORT_IN_ALEF.test(rest);
  return !(isShort && isBareAlef(cutting, at));
}

/** Takes the article off at `at`, its alef swallowed by a preposition where `article` says so. */
function cutArticle(cutting: Cutting, at: number, article: 'ال' | 'ل'): boolean {
  const { folded, found } = cutting;
  if (!folded.startsWith(article, at)) return false;
  if (article === 'ال' && (!isBareAlef(cutting, at) || NO_ARTICLE.test(folded.slice(at)))) return false;
  const rest = folded.slice(at + article.length);
  const isLongEnough = rest.length >= LEAST_AFTER_ARTICLE && !NOT_AFTER_ARTICLE.has(rest);
  if (!DIGIT.test(rest) && !isLongEnough) return false;
  found.add(rest);
  return true;
}

/** Takes a preposition off at `at`, and the article after it: `للغة` is `لغة`, `للدفاع` is `دفاع`. */
function cutPreposition(cutting: Cutting, at: number): boolean {
  const { folded, found } = cutting;
  const letter = folded.charAt(at);
  const mayHideArticle = letter === 'ل' && !WHOLE_WORD.test(folded.slice(at + 1));
  if (cutArticle(cutting, at + 1, mayHideArticle ? 'ل' : 'ال')) return true;
  const short = letter === 'ك' ? NONE : SHORT_WORDS_AFTER_PREPOSITION;
  if (canFollow(cutting, at + 1, short)) found.add(folded.slice(at + 1));
  return false;
}

/** Takes the `س` of the future off at `at`. */
function cutFuture(cutting: Cutting, at: number): void {
  const rest = cutting.folded.slice(at + 1);
  const isFirstPerson = /^ا.../.test(rest) && !isBareAlef(cutting, at + 1);
  if (FUTURE.test(rest) || isFirstPerson) cutting.found.add(rest);
}

/** Takes off at `at` what may follow a conjunction. Answers whether the article was there. */
function cutInner(cutting: Cutting, at: number): boolean {
  if (cutArticle(cutting, at, 'ال')) return true;
  if (isWhole(cutting, at)) return false;
  const first = cutting.folded.charAt(at);
  if (first === 'س') cutFuture(cutting, at);
  return /[بكل]/.test(first) && cutPreposition(cutting, at);
}

/**
 * What a word may be without the particles written on to it (`و ف`, then `ب ك ل س`, then `ال`), folded;
 * the word itself is not among them. Empty for a word without particle and for other scripts than Arabic.
 * Several where it can be read in several ways (`وبحسب`: `بحسب`, `حسب`), none that keeps an article; readings that tear a known word apart are left out. The
 * published spelling tells: only a bare alef begins the article, and hamza after a first letter (`وأحد`)
 * shows what the bare alef of `واحد` denies.
 * @param isNoun whether a folded word is known with the article, so that it begins with no particle:
 *   nothing is written on after `ال`
 */
export function findBareForms(
  published: string,
  folded: string,
  isNoun: (word: string) => boolean = () => false,
): string[] {
  if (!ARABIC.test(folded)) return [];
  const cutting: Cutting = { published, folded, isNoun, found: new Set() };
  cutInner(cutting, 0);
  if (/^[وف]/.test(folded) && !isWhole(cutting, 0)) {
    const hasArticle = cutInner(cutting, 1);
    if (!hasArticle && canFollow(cutting, 1, SHORT_WORDS)) cutting.found.add(folded.slice(1));
  }
  return Array.from(cutting.found);
}
