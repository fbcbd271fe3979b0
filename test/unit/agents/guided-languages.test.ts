/**
 * Conversations with the guided agent in the languages it speaks besides English: what is said, line by line, what the
 * team must then know, and what the agent must have answered.
 */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { SAYS } from '../../../backend/agents/guided/languages.ts';
import type { Language } from '../../../backend/agents/language.ts';
import { buildSite, converse, transcript } from './converse.ts';

type Talk = [lines: string[], lead: Record<string, string>, says?: (string | RegExp)[]];

const talks: Partial<Record<Language, Talk[]>> = {
  de: [
    [
      [
        'Guten Tag',
        'Ich brauche eine neue Website für meine Bäckerei',
        'Mein Name ist Jörg Weiß',
        'joerg@weiss.de',
        'nein danke',
        '1.500 €',
        'nächste Woche',
      ],
      {
        need: 'Ich brauche eine neue Website für meine Bäckerei',
        name: 'Jörg Weiß',
        email: 'joerg@weiss.de',
        budget: '1.500 €',
        timeline: 'Innerhalb eines Monats',
      },
      [
        'Guten Tag.',
        'Wie heißen Sie?',
        'Freut mich, Jörg.',
        'das können wir überspringen',
        /^Vielen Dank, Jörg\./,
      ],
    ],
    [
      [
        'Ich heiße Ana von der Firma Acme GmbH, ana@acme.de, etwa fünftausend Euro',
        'Ein neues Logo',
        'lieber nicht',
        'so bald wie möglich',
      ],
      {
        need: 'Ein neues Logo',
        name: 'Ana',
        company: 'Acme GmbH',
        email: 'ana@acme.de',
        budget: '5000 Euro',
        timeline: 'So bald wie möglich',
      },
      [/Firma: Acme GmbH/],
    ],
    [
      [
        'Sind Sie ein Roboter?',
        'Ich suche einen Maler',
        'Kann ich mit einem Menschen sprechen?',
        '0151 23456789',
        'weiß nicht',
        'Ich bin Zahnärztin',
        'Peter',
        'zwischen 5.000 und 10.000 Euro',
        'im März',
      ],
      {
        need: 'Ich suche einen Maler',
        name: 'Peter',
        phone: '+4915123456789',
        budget: '5.000 bis 10.000 Euro',
        timeline: 'In 1 bis 3 Monaten',
      },
      ['automatischer Assistent', 'Wie kann man Sie erreichen?', 'Freut mich, Peter.'],
    ],
    [
      [
        'Ich bin Ana und suche einen Fotografen für unsere Hochzeit',
        'möchte ich nicht sagen',
        'nein',
        'Danke',
        'tschüss',
      ],
      { need: 'suche einen Fotografen für unsere Hochzeit', name: 'Ana' },
      [
        'Wäre Ihnen eine Telefonnummer lieber?',
        'Noch kann es Sie nicht erreichen',
        'Gern geschehen.',
        'schönen Tag',
      ],
    ],
    [
      ['I need a logo for my shop', "I'm Bob, bob@x.org", 'no', 'no', 'asap'],
      { need: 'I need a logo for my shop', name: 'Bob', email: 'bob@x.org', timeline: 'So bald wie möglich' },
      ['Freut mich, Bob.'],
    ],
  ],
  es: [
    [
      [
        'Hola',
        'Necesito una página web para mi panadería',
        'Me llamo María García',
        'maria@acme.es',
        'prefiero no darlo',
        '1.500 €',
        'la semana que viene',
      ],
      {
        need: 'Necesito una página web para mi panadería',
        name: 'María García',
        email: 'maria@acme.es',
        budget: '1.500 €',
        timeline: 'En el plazo de un mes',
      },
      ['Hola.', '¿Cómo se llama?', 'Mucho gusto, María.', 'podemos omitirlo', /^Gracias, María\./],
    ],
    [
      ['Soy Ana de Acme, ana@acme.es, unos cinco mil euros', 'Un logotipo nuevo', 'no', 'lo antes posible'],
      {
        need: 'Un logotipo nuevo',
        name: 'Ana',
        company: 'Acme',
        email: 'ana@acme.es',
        budget: '5000 euros',
        timeline: 'Lo antes posible',
      },
      [/Empresa: Acme/],
    ],
    [
      [
        '¿Es usted un robot?',
        '¿Cuánto cuesta un sitio web?',
        'quiero hablar con una persona',
        '+34 612 345 678',
        'no lo sé',
        'Pedro',
        'entre 5.000 y 10.000 euros',
        'en marzo',
      ],
      {
        need: '¿Cuánto cuesta un sitio web?',
        name: 'Pedro',
        phone: '+34612345678',
        budget: '5.000 a 10.000 euros',
        timeline: 'En 1 a 3 meses',
      },
      ['asistente automático', '¿Cómo pueden contactar con usted?', 'Mucho gusto, Pedro.'],
    ],
    [
      ['Soy Ana y busco un fotógrafo para nuestra boda', 'prefiero no', 'no', 'Gracias', 'adiós'],
      { need: 'busco un fotógrafo para nuestra boda', name: 'Ana' },
      ['¿Prefiere dar un teléfono?', 'Todavía no tienen cómo contactarle', 'De nada.', 'buen día'],
    ],
  ],
  fr: [
    [
      [
        'Bonjour',
        'Je cherche un nouveau site web pour ma boulangerie',
        'Je m’appelle Zoé Lefèvre',
        'zoe@acme.fr',
        'je préfère ne pas le donner',
        '1 500 €',
        'le mois prochain',
      ],
      {
        need: 'Je cherche un nouveau site web pour ma boulangerie',
        name: 'Zoé Lefèvre',
        email: 'zoe@acme.fr',
        budget: '1 500 €',
        timeline: 'D’ici un mois',
      },
      [
        'Bonjour.',
        'Comment vous appelez-vous ?',
        'Enchanté, Zoé.',
        'Pas de problème, passons.',
        /^Merci, Zoé\./,
      ],
    ],
    [
      [
        'Je suis Ana de chez Acme, ana@acme.fr, environ cinq mille euros',
        'Un nouveau logo',
        'non',
        'Dès que possible',
      ],
      {
        need: 'Un nouveau logo',
        name: 'Ana',
        company: 'Acme',
        email: 'ana@acme.fr',
        budget: '5000 euros',
        timeline: 'Dès que possible',
      },
      [/Société: Acme/],
    ],
    [
      [
        'Êtes-vous un robot ?',
        'Combien coûte un site web ?',
        "je voudrais parler à quelqu'un",
        '01 42 68 53 00',
        'je ne sais pas',
        'Pierre',
        'entre 5 000 et 10 000 euros',
        'en mars',
      ],
      {
        need: 'Combien coûte un site web ?',
        name: 'Pierre',
        phone: '+33142685300',
        budget: '5 000 à 10 000 euros',
        timeline: 'Dans 1 à 3 mois',
      },
      ['assistant automatique', 'Comment peut-on vous joindre ?', 'Enchanté, Pierre.'],
    ],
    [
      [
        'Je suis Ana et je cherche un photographe pour notre mariage',
        'je préfère ne pas',
        'non',
        'Merci',
        'au revoir',
      ],
      { need: 'je cherche un photographe pour notre mariage', name: 'Ana' },
      [
        'Préférez-vous donner un numéro de téléphone ?',
        'pas encore de moyen de vous joindre',
        'Je vous en prie.',
        'Bonne journée.',
      ],
    ],
  ],
  ar: [
    [
      [
        'السلام عليكم',
        'أحتاج موقعًا إلكترونيًا لمخبزي',
        'اسمي سارة الأحمد',
        'sara@acme.com',
        'أفضل عدم ذكره',
        '٥٠٠٠ ريال',
        'الأسبوع القادم',
      ],
      {
        need: 'أحتاج موقعًا إلكترونيًا لمخبزي',
        name: 'سارة الأحمد',
        email: 'sara@acme.com',
        budget: '5000 ريال',
        timeline: 'خلال شهر',
      },
      ['أهلًا بك.', 'ما اسمك؟', 'تشرفنا يا سارة', 'يمكننا تخطي ذلك', /^شكرًا لك يا سارة/],
    ],
    [
      ['أنا سارة من شركة النور، sara@acme.com، حوالي خمسة آلاف ريال', 'شعار جديد', 'لا', 'في أقرب وقت ممكن'],
      {
        need: 'شعار جديد',
        name: 'سارة',
        company: 'النور',
        email: 'sara@acme.com',
        budget: '5000 ريال',
        timeline: 'في أقرب وقت ممكن',
      },
      [/الشركة: النور/],
    ],
    [
      [
        'هل أنت روبوت؟',
        'كم سعر الموقع؟',
        'أريد التحدث مع شخص',
        '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
        'لا أعرف',
        'محمد',
        'بين ٥٠٠٠ و١٠٠٠٠ ريال',
        'في مارس',
      ],
      {
        need: 'كم سعر الموقع؟',
        name: 'محمد',
        phone: '+966501234567',
        budget: '5000 إلى 10000 ريال',
        timeline: 'خلال 1 إلى 3 أشهر',
      },
      ['مساعد آلي', 'كيف يمكنهم التواصل معك؟', 'تشرفنا يا محمد.'],
    ],
    [
      ['أنا سارة وأبحث عن مصور لحفل زفافنا', 'أفضل عدم ذلك', 'لا', 'شكرًا', 'مع السلامة'],
      { need: 'أبحث عن مصور لحفل زفافنا', name: 'سارة' },
      ['هل تفضل إعطاء رقم هاتف؟', 'لا يملك الفريق بعد وسيلة', 'على الرحب', 'يومك سعيد'],
    ],
    [
      [
        'مرحبًا، هل لديكم توصيل؟ اسمي علي',
        'أبحث عن كعكة',
        'ali@acme.com',
        'رقم جوالي هو ٠٠٩٦٦٥٠١٢٣٤٥٦٧',
        'لا، اسمي عليّ حسن',
        'لا ميزانية محددة',
        'غير مستعجل',
      ],
      {
        need: 'هل لديكم توصيل؟ أبحث عن كعكة',
        name: 'عليّ حسن',
        email: 'ali@acme.com',
        phone: '+966501234567',
        budget: 'لا ميزانية محددة',
        timeline: 'لاحقًا',
      },
      ['سأنقل', 'صحّحت الاسم'],
    ],
  ],
};

for (const [language, table] of Object.entries(talks)) {
  describe(`A conversation with the guided agent, locale ${language}`, () => {
    for (const [lines, lead, says = []] of table) {
      it(lines[0]!, async () => {
        const fields = leadFieldsIn(language as Language);
        const site = buildSite({ locale: language, sessionLocale: language, fields, name: 'Studio' });
        const conversation = await converse(lines, site);
        const text = transcript(conversation);
        expect(conversation.lead, text).to.deep.equal(lead);
        let from = 0;
        for (const expected of says) {
          const at = conversation.replies.findIndex(
            (reply, i) =>
              i >= from && (typeof expected === 'string' ? reply.includes(expected) : expected.test(reply)),
          );
          expect(at, `${expected} in\n${text}`).to.be.at.least(0);
          from = at;
        }
        for (const reply of conversation.replies) expect(reply.split(/[?؟]/).length, text).to.be.at.most(2);
      });
    }
  });
}

describe('The language of a conversation with the guided agent', () => {
  it('translates the questions a site has left as they came, and keeps the words of its list for the team', async () => {
    const conversation = await converse(
      ['Ein Logo', 'Ana, ana@acme.de', 'nein', 'nein', 'sofort'],
      buildSite({ locale: 'de-AT' }),
    );
    expect(conversation.lines[0]!.text).to.include('Wobei können wir Ihnen helfen?');
    expect(conversation.lead.timeline).to.equal('As soon as possible');
    expect(conversation.lastLine.text).to.include('Beginn: So bald wie möglich');
  });

  it('is the visitor’s where the site leaves it to the page, and English where it is not spoken', () => {
    const greet = (locale: string, sessionLocale: string | null) => {
      const site = buildSite({ locale, sessionLocale });
      return converse([], site).then(({ lines }) => lines[0]!.text);
    };
    return Promise.all([
      greet('und', 'de-CH'),
      greet('und', null),
      greet('pt', 'de'),
      greet('en', 'de'),
    ]).then(([open, unknown, other, english]) => {
      expect(open).to.include(SAYS.de.fields.need.question);
      for (const text of [unknown, other, english]) expect(text).to.include(SAYS.en.fields.need.question);
    });
  });
});
