import { describe, expect, it } from 'vitest';
import { languageOf } from '#shared/ingest/language/language-of.ts';

describe('languageOf', () => {
  it.each([
    ['English', 'The lorry left the harbour at dawn, and nobody has seen it since then.', 'en'],
    ['German', 'Der Lastwagen hat den Hafen am Morgen verlassen und wurde seither nicht mehr gesehen.', 'de'],
    ['French', "Le camion a quitté le port à l'aube et personne ne l'a revu depuis ce jour.", 'fr'],
    ['Spanish', 'El camión salió del puerto al amanecer y nadie lo ha visto desde entonces.', 'es'],
    ['Portuguese', 'O caminhão deixou o porto ao amanhecer e ninguém o viu desde então.', 'pt'],
    ['Italian', 'Il camion ha lasciato il porto all’alba e nessuno lo ha più visto da allora.', 'it'],
    ['Dutch', 'De vrachtwagen verliet de haven bij zonsopgang en niemand heeft hem sindsdien gezien.', 'nl'],
    ['Polish', 'Ciężarówka wyjechała z portu o świcie i nikt jej od tego czasu nie widział.', 'pl'],
    ['Romanian', 'Camionul a plecat din port în zori și nimeni nu l-a mai văzut de atunci.', 'ro'],
    ['Turkish', 'Kamyon şafakta limandan ayrıldı ve o zamandan beri kimse onu görmedi.', 'tr'],
    ['Vietnamese', 'Chiếc xe tải rời cảng lúc bình minh và không ai nhìn thấy nó từ đó.', 'vi'],
    ['Indonesian', 'Truk itu meninggalkan pelabuhan saat fajar dan tidak ada orang yang melihatnya lagi.', 'id'],
    ['Swahili', 'Lori hilo liliondoka bandarini alfajiri na hakuna mtu aliyeliona tangu wakati huo.', 'sw'],
    ['Somali', 'Gaariga xamuulka ah ayaa ka baxay dekedda waaberigii, cidna ma arag tan iyo markaas.', 'so'],
    ['Hausa', 'Babbar motar ta bar tashar jiragen ruwa da asuba kuma ba wanda ya sake ganinta.', 'ha'],
    ['Kurmanji', 'Barhilgir serê sibê ji benderê derket û ji wê demê ve kesî ew nedît.', 'ku'],
    ['Arabic', 'غادرت الشاحنة الميناء عند الفجر ولم يرها أحد منذ ذلك الحين في المدينة.', 'ar'],
    ['Persian', 'کامیون سحرگاه بندر را ترک کرد و از آن زمان هیچ کس آن را ندیده است.', 'fa'],
    ['Urdu', 'ٹرک صبح سویرے بندرگاہ سے نکلا اور اس کے بعد کسی نے اسے نہیں دیکھا۔', 'ur'],
    ['Pashto', 'لارۍ سهار وختي له بندر څخه ووتله او له هغې وروسته چا ونه ليده.', 'ps'],
    ['Sorani', 'بارهەڵگرەکە لە بەرەبەیاندا بەندەرەکەی بەجێهێشت و لەو کاتەوە کەس نەیبینیوە.', 'ckb'],
    ['Russian', 'Грузовик выехал из порта на рассвете, и с тех пор его никто не видел.', 'ru'],
    ['Ukrainian', 'Вантажівка виїхала з порту на світанку, і відтоді її ніхто не бачив.', 'uk'],
    ['Bulgarian', 'Камионът напусна пристанището на разсъмване и оттогава никой не го е виждал.', 'bg'],
    ['Serbian in Cyrillic', 'Камион је напустио луку у зору и од тада га нико није видео.', 'sr-Cyrl'],
    ['Hindi', 'ट्रक भोर में बंदरगाह से निकला और तब से किसी ने उसे नहीं देखा।', 'hi'],
    ['Hebrew', 'המשאית עזבה את הנמל עם שחר ואיש לא ראה אותה מאז.', 'he'],
    ['Yiddish', 'דער טראָק האָט פֿאַרלאָזט דעם פּאָרט און קיינער האָט אים נישט געזען.', 'yi'],
    ['Amharic', 'የጭነት መኪናው ጎህ ሲቀድ ወደቡን ለቆ ሄደ ግን ማንም አላየውም።', 'am'],
    ['Tamil', 'லாரி விடியற்காலையில் துறைமுகத்தை விட்டு வெளியேறியது.', 'ta'],
    ['Thai', 'รถบรรทุกออกจากท่าเรือตอนรุ่งสาง', 'th'],
    ['Korean', '트럭은 새벽에 항구를 떠났고 그 후로 아무도 보지 못했다.', 'ko'],
    ['Japanese', 'トラックは夜明けに港を出発し、それ以来誰も見ていない。', 'ja'],
    ['simplified Chinese', '卡车黎明时离开港口,从那时起没有人见过它们。', 'zh-Hans'],
    ['traditional Chinese', '卡車黎明時離開港口,從那時起沒有人見過它們。', 'zh-Hant'],
  ])('INGEST-18: tells %s by its words, letters or script', (_, text, wanted) => {
    expect(languageOf(text)?.language).toBe(wanted);
  });

  it.each([
    ['a number', '1 234 567'],
    ['nothing', ''],
    ['words of no language it knows', 'Xyzzy plugh qwrtp'],
  ])('tells nothing of %s', (_, text) => {
    expect(languageOf(text)).toBeNull();
  });

  it('takes a text in Chinese characters whose signs tell no side for Chinese alone', () => {
    expect(languageOf('人人生而自由')?.language).toBe('zh');
  });

  it('INGEST-18 is sure of a paragraph, not of a few words', () => {
    const sentence = 'The lorry left the harbour at dawn, and nobody has seen it since. ';

    expect(languageOf('The harbour')).toEqual({ language: 'en', isSure: false });
    expect(languageOf(sentence.repeat(2))).toEqual({ language: 'en', isSure: true });
  });

  it('is not misled by foreign names', () => {
    expect(languageOf('Şükrü Öğüt and İbrahim Çağlar met Mr Łukasiewicz at the gate of the old mill.')?.language).toBe(
      'en',
    );
  });

  it('looks at a text of megabytes for no longer than at its beginning', () => {
    const begun = performance.now();

    expect(languageOf('Der Hafen war leer und die Stadt still. '.repeat(100_000))?.language).toBe('de');
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
