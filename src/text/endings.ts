/** Letters that must be left of a word when an ending is taken off. */
const LEAST = 3;
/** A noun may carry its number and, after it, whose it is: `محادثاتهما`. */
const MOST_ENDINGS = 2;

/** Endings, folded, the longest first: pronouns, number, gender, nisba, the past tense, the accusative. */
const ENDINGS = [
  'هما',
  'كما',
  'تين',
  'تان',
  'يين',
  'يون',
  'يات',
  'ها',
  'هم',
  'هن',
  'كم',
  'نا',
  'ات',
  'ان',
  'ون',
  'ين',
  'وا',
  'يه',
  'ه',
  'ي',
  'ت',
  'ا',
];

/** Words, folded, whose last letters look like an ending and are none: `عدوان` is not `عدو`, `خمسين` not `خمسة`. */
const KEPT = new Set(
  [
    'احسان اعلان انسان اولان اوربان ايران ايمان باكستان افغانستان اذربيجان برلمان بركان برهان بستان بنيان بيان تايوان ثعبان',
    'جبران حزيران حيوان خراسان ديوان رمضان رضوان سرطان سلطان سلمان سليمان سودان شعبان شيطان طهران طيران عدنان عدوان عثمان',
    'عمران عنوان غفران فقدان فيضان قبطان كردستان لبنان مروان ميدان مهرجان نيسان يابان يونان اركان بلقان بهتان جثمان لقمان',
    'ارجنتين بحرين برلين بكين بوتين تامين تحسين تدشين تكوين تمكين تعيين حسنين فلسطين ستالين لينين ليموزين عشرين ثلاثين اربعين',
    'خمسين ستين سبعين ثمانين تسعين عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون',
    'تعاون تلفزيون زيتون قانون كانون مليون مضمون هارون واشنطن مكنون',
    'روسيا كوريا اوكرانيا سوريا ليبيا اسيا منغوليا سيبيريا بريطانيا المانيا ايطاليا اسبانيا تركيا بلغاريا صربيا كرواتيا كينيا',
    'بولندا كندا فرنسا كوبا امريكا اميركا اوروبا افريقيا فنلندا هولندا بلجيكا رومانيا البانيا ماليزيا استراليا نيجيريا اثيوبيا',
    'ايدان بالون بيروت كويت انترنت ثابت سبات مباحث زيلينسكي ترامب بيسكوف سيمونيتي',
    'اتجاه تجاه عليا دنيا هنا هذا لماذا ماذا بينما عندما ايضا هكذا كلما ربما اذا',
    'تفاهم تراكم محاكم ملايين اتهام ساهم مساهم',
  ]
    .join(' ')
    .split(' '),
);

const TANWIN_ON_ALEF = /\u064B\u0640?\u0627$|[\u0627\u0649]\u0640?\u064B$/;
const ALEF_MAQSURA = /\u0649\p{M}*$/u;
const ARABIC_LETTERS = /^\p{Script=Arabic}+$/u;

function stripEnding(word: string, mayBeNisba: boolean): string {
  if (KEPT.has(word)) return word;
  const ending = ENDINGS.find((one) => {
    const left = word.length - one.length;
    if (left < LEAST || !word.endsWith(one)) return false;
    // The ya of `ولاية` is the word's own, and so is the alef of `أجرى`.
    if (one.startsWith('ي') && word.charAt(left - 1) === 'ا') return false;
    return one !== 'ي' || mayBeNisba;
  });
  return ending === undefined ? word : word.slice(0, -ending.length);
}

function stripEndings(word: string, mayBeNisba: boolean): string {
  let stem = word;
  for (let round = 0; round < MOST_ENDINGS; round += 1) {
    const shorter = stripEnding(stem, round > 0 || mayBeNisba);
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem;
}

/**
 * What the forms of a word share: the bare word (see `particles.ts`) without up to two endings. Two where a
 * last `نا` may be a pronoun or an accusative. Words of other scripts and with digits are answered as they are.
 *
 * Not joined, because no ending tells: broken plurals (`صاروخ`, `صواريخ`), the prefixes of verbs (`وقع`,
 * `يوقع`), what a root makes (`اتفق`, `اتفاق`), short words that change (`سنة`, `سنوات`; `قوة`, `قوات`).
 * @param published the whole word as published: it shows an accusative (`عاماً`) and an alef maqsura
 * @param bare the folded word without particles
 */
export function computeWordStems(published: string, bare: string): string[] {
  if (!ARABIC_LETTERS.test(bare)) return [bare];
  if (TANWIN_ON_ALEF.test(published) && bare.length > LEAST && bare.endsWith('ا')) {
    return [stripEndings(bare.slice(0, -1), true)];
  }
  const mayBeNisba = !ALEF_MAQSURA.test(published);
  const stem = stripEndings(bare, mayBeNisba);
  if (!bare.endsWith('نا') || bare.length <= LEAST || KEPT.has(bare)) return [stem];
  return Array.from(new Set([stem, stripEndings(bare.slice(0, -1), true)]));
}
