import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { computeWordStems } from './endings.ts';
import { findBareForms } from './particles.ts';
import { readSpelling } from './readings.ts';

const read = (word: string) => readSpelling(word, fold(word).text, () => false);
const share = (one: readonly string[], other: readonly string[]) => one.some((form) => other.includes(form));
const bareForms = (word: string) => findBareForms(word, fold(word).text).toSorted();

describe('findBareForms', () => {
  it.each([
    ['المعاهدة', ['معاهده']],
    ['للمعاهدة', ['معاهده']],
    ['بالمعاهدة', ['معاهده']],
    ['والمعاهدة', ['معاهده']],
    ['وبالمعاهدة', ['معاهده']],
    ['وللمكان', ['مكان']],
    ['بمعاهدة', ['معاهده']],
    ['وبحسب', ['بحسب', 'حسب']],
    ['للغة', ['لغه']],
    ['الفن', ['فن']],
    ['والتقى', ['التقي']],
    ['بالتزاماتها', ['التزاماتها']],
    ['وأحد', ['احد']],
    ['لأجل', ['اجل']],
    ['بأنه', ['انه']],
    ['واتفاق', ['اتفاق']],
    ['سيكون', ['يكون']],
    ['سأقول', ['اقول']],
    ['وقد', ['قد']],
    ['بكل', ['كل']],
    ['و124', ['124']],
    ['الـ24', ['24']],
    ['ٱلسلام', ['سلام']],
    ['وَالْمُعَاهَدَة', ['معاهده']],
  ])('takes the particles off %s', (word, forms) => {
    expect(bareForms(word)).toEqual(forms);
  });

  it.each(
    (
      'بوتين كيم واحد واحدة كامل باتت فاخرة ولد وفد فكرة لجنة بنية كان كانت واشنطن فيتنام لبنان لندن ' +
      'أمن ألمانيا إلكتروني آلاف الله الآن التي إلى التزام سيدة سنوات فلسطين كوريا وثيقة فرانس ABC 24 في'
    ).split(' '),
  )('takes nothing off %s', (word) => {
    expect(bareForms(word)).toEqual([]);
  });

  it('takes nothing off a word that is known with the article', () => {
    expect(findBareForms('بلوط', 'بلوط', () => false)).toEqual(['لوط']);
    expect(findBareForms('بلوط', 'بلوط', (word) => word === 'بلوط')).toEqual([]);
  });

  it('keeps hamza apart in every spelling of it', () => {
    for (const word of ['وأحد', 'و\u0627\u0654حد', 'وَأَحد', 'وـأحد', 'و\uFE83حد']) {
      expect(bareForms(word), word).toEqual(['احد']);
    }
  });
});

describe('computeWordStems', () => {
  it.each([
    ['معاهدة', 'معاهدات', 'معاهدتها', 'المعاهدات', 'بمعاهدته', 'معاهدتين'],
    ['محادثات', 'محادثاتهما', 'المحادثات'],
    ['علاقة', 'علاقات', 'علاقاتنا', 'لعلاقاتنا', 'والعلاقات'],
    ['زيارة', 'زيارته', 'لزيارتكم', 'الزيارة', 'زيارات'],
    ['عام', 'عاماً', 'عامًا', 'عاما', 'العام'],
    ['اتفاق', 'اتفاقاً', 'اتفاقا', 'اتفاقهما', 'الاتفاق', 'اتفاقية'],
    ['زعيم', 'الزعيمان', 'الزعيمين', 'زعيمي'],
    ['سياسة', 'سياسات', 'السياسية', 'سياسيون'],
    ['ولاية', 'ولايات', 'الولايات'],
    ['قال', 'وقالت', 'قالوا'],
    ['وقع', 'وقّعا', 'وقعت'],
    ['مسؤول', 'المسؤولين', 'مسؤولون'],
    ['فيتنام', 'الفيتناميون', 'الفيتناميين'],
    ['التزام', 'بالتزاماتها', 'للالتزامات', 'الالتزام'],
    ['بلد', 'البلدان', 'البلدين', 'بلدينا', 'للبلدين'],
    ['تعاون', 'تعاونا', 'تعاونهما', 'بالتعاون'],
    ['بيان', 'بيانا', 'بيانه', 'البيانات'],
  ])('brings the forms of %s together', (word, ...forms) => {
    const apart = forms.filter((form) => !share(read(word).stems, read(form).stems));
    expect(apart).toEqual([]);
  });

  it.each([
    ['عام', 'العامل'],
    ['عام', 'عالم'],
    ['كيم', 'حكيم'],
    ['عدو', 'العدوان'],
    ['أعلى', 'إعلان'],
    ['سلم', 'سلمان'],
    ['خمسة', 'خمسين'],
    ['عشر', 'عشرين'],
    ['ثلاثة', 'ثلاثون'],
    ['كان', 'كانون'],
    ['بحر', 'البحرين'],
    ['سلطة', 'السلطان'],
    ['أول', 'أولان'],
    ['أجر', 'أجرى'],
    ['بدأ', 'بداية'],
    ['ولا', 'ولاية'],
    ['على', 'العليا'],
    ['روسيا', 'روسية'],
    ['بيرو', 'بيروت'],
    ['كرة', 'فكرة'],
    ['كرة', 'الفكرة'],
    ['جنة', 'لجنة'],
    ['نية', 'بنية'],
    ['أمل', 'كامل'],
    ['أمل', 'الكاملين'],
    ['أحد', 'واحد'],
    ['أتت', 'باتت'],
    ['آخرة', 'فاخرة'],
    ['أن', 'كان'],
    ['أنت', 'كانت'],
    ['له', 'الله'],
    ['آن', 'الآن'],
    ['سائل', 'وسائل'],
    ['ألف', 'الفتيات'],
    ['لبؤات', 'لبوتين'],
    ['حدة', 'وحدة'],
    ['زير', 'وزير'],
    ['بير', 'كبير'],
    ['لها', 'كلها'],
    ['قتل', 'وقت'],
    ['هود', 'وجهود'],
    ['تين', 'ستين'],
    ['ألمانيا', 'ألم'],
  ])('keeps %s and %s apart', (one, other) => {
    const [first, second] = [read(one), read(other)];
    expect(share(first.bare, second.bare) || share(first.stems, second.stems)).toBe(false);
  });

  it.each([
    ['صاروخ', 'صواريخ', 'a broken plural'],
    ['وقع', 'يوقع', 'the prefix of a verb'],
    ['سنة', 'سنوات', 'a short word that changes'],
    ['اتفق', 'اتفاق', 'what a root makes'],
    ['أحمد', 'واحمد', 'a particle before an alef without its hamza'],
  ])('does not know %s and %s as one: %s', (one, other) => {
    expect(share(read(one).stems, read(other).stems)).toBe(false);
  });

  it.each(['ABC', '24', 'عربي21'])('leaves %s alone', (word) => {
    const folded = fold(word).text;
    expect(computeWordStems(word, folded)).toEqual([folded]);
  });
});
