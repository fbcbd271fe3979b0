/** Spanish, save for what is said about the conversation itself. */
import { amountsBy } from '../numbers.ts';
import { phrases } from '../text.ts';
import { list, NOT_A_NAME, placesIn } from '../words.ts';
import { talk } from './es-talk.ts';
import { times } from './es-times.ts';
import type { Hears } from './hears.ts';

const DETAIL = 'nombre|apellido|correo(?: electronico)?|e-?mail|telefono|movil|numero|empresa|presupuesto';

export const spanish: Hears = {
  talk,
  names: {
    sure: phrases(
      'me llamo|mi nombre es|mi nombre completo es|nombre es|le escribe|les escribe|llameme|llámeme|llamame|llámame|puede llamarme|pueden llamarme',
    ),
    likely: phrases('soy|aquí|habla|es'),
    weak: /^(?:es|aqu[ií]|habla)$/i,
    between: /^(?:el|la|simplemente|también|solo)$/i,
    greetings: new Set(['hola', 'buenas', 'si', 'claro', 'ok', 'vale', 'bueno', 'pues', 'hey']),
    here: new Set(['aqui']),
    from: new Set(['de']),
    after: /^(?:de|y|con|pero|aqui|desde|gracias)$/,
    signed:
      /\b(?:[Ss]aludos|[Gg]racias|[Cc]ordialmente|[Aa]tentamente|[Uu]n saludo)[,.!]?[ \n]{1,2}(\p{Lu}[\p{L}\p{M}'-]{1,40}(?: \p{Lu}[\p{L}\p{M}'-]{1,40}){0,3})(?=\s*(?:$|[-–—,;.\n\ufffc/(]))/u,
    labelled: /(?:^|[\n,;] ?)nombre(?: completo| y apellidos)? ?[:=] ?([^\n,;:@]{1,80})/i,
    notNames: new Set([
      ...NOT_A_NAME,
      ...list(`
        a abogada abogado ahora al algo alguien aqui arquitecta arquitecto asi autonoma autonomo ayuda bien buenas bueno
        buenos busco buscando casa cliente clienta como con cosas cual cuando cuanto de del desde dia dias diseñador
        disenador disenadora dueña duena dueño dueno el ella empresa empresaria empresario en es ese eso esta estamos
        este esto estoy estudiante exacto gerente gracias ha hasta hay hola hoy importante ingeniera ingeniero interesada
        interesado la las le listo lo los luego mañana manana mas me medica medico mejor mi mis mucho muchas muy nada
        necesaria necesario necesitamos necesito ninguna ninguno no nos nosotros nueva nuevo numero o otra otro para particular paso pero
        persona pero por porque posible precio prefiero presupuesto profesor profesora propietaria propietario pues que
        queremos quien quiero quisiera responsable se segura seguro ser si sin solo somos soy su sus tal tambien tarde
        tarea telefono tengo todo tu un una uno usted ustedes vale vendedor verdad y ya yo español española espanol
        espanola mexicano mexicana argentino argentina colombiano chileno peruano correo email director directora fundador
        fundadora nuestra nuestro tienda web pagina urgente proximo proxima semana mes lunes martes miercoles jueves viernes
        sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
      `),
    ]),
    notEndings: /(?:ando|iendo|cion|mente|able|ible|ado|ido|dora|ista)$/,
    nouns: /(?!)/,
    lead: /^(?:(?:si|claro|ok|vale|bueno|pues|hola|buenas|soy|me llamo|mi nombre es|es|simplemente|nombre:?|un saludo|saludos|llam[ae]me)[,.!]? ){1,3}/i,
    tail: /,? (?:por favor|gracias|aquí|est[aá] bien|vale|basta)[.!]?$/i,
    joint: / (?:y|&|\+) /,
  },
  companies: {
    sure: phrases(
      'trabajo para|trabajo en|trabajamos para|en nombre de|de parte de|represento a|nuestra empresa es|mi empresa es|nuestra empresa se llama|mi empresa se llama|la empresa es|la empresa se llama|empresa es|de la empresa',
    ),
    likely: phrases(
      'soy de|somos de|dueño de|dueno de|duena de|director de|directora de|gerente de|fundador de|fundadora de',
    ),
    joint: /^(?:de|desde|con)$/i,
    labelled: /(?:^|[\n,;] ?)(?:empresa|compañia|compania) ?[:=] ?([^\n,;:@]{1,80})/i,
    article: /^(?:el|la|los|las|empresa)$/i,
    stop: list(
      'un una mi mis su nuestra nuestro este esta eso ello casa aqui ahora hoy momento acuerdo parte que nuevo todo lo el la los las verdad',
    ),
    joints: list(
      'y pero o que en con para por como porque mi nuestra es son necesito necesitamos busco buscamos quiero ahora aqui',
    ),
    inside: /^(?:y|de|del|la|el)$/,
    ownSentence: /^(?:Yo|Necesito|Necesitamos|Busco|Quiero|Mi|Nuestra)$/,
    lead: /^(?:es|somos|soy de|trabajo (?:en|para)|de|en|para|la empresa (?:es|se llama)|se llama) /i,
  },
  corrections: {
    forget: new RegExp(
      `\\b(?:borr(?:ar|e|en|a)|elimin(?:ar|e|en|a)|olvid(?:ar|e|en)|quit(?:ar|e|en))\\b.{0,30}\\b(?:mi|el) (${DETAIL})\\b`,
    ),
    wrong: new RegExp(
      `^(?:(?:no|perdon|ups)[, ]+)?(?:(?:eso|esto|mi (${DETAIL})) )?(?:(?:es|esta) )?(?:mal|incorrecto|incorrecta|equivocado|no es correcto|mal escrito)$`,
    ),
    roles: [
      [/correo|mail/, 'email'],
      [/telefono|movil|numero/, 'phone'],
      [/empresa/, 'company'],
      [/presupuesto/, 'budget'],
      [/nombre|apellido/, 'name'],
    ],
    cue: /^(?:\*|(?:no|perdon|perdone|disculpe|espere|correccion|quise decir|queria decir|quiero decir|mejor dicho|ups)(?:[,:.! ]|$))|\b(?:quise decir|queria decir|quiero decir|mejor dicho)\b/i,
    leading:
      /^(?:\*|no|perdon|perdone|disculpe|espere|correccion|quise decir|queria decir|quiero decir|mejor dicho|ups|es|son|me llamo|mi nombre es|soy)(?:[,:.! ]+|$)/i,
    bareNo: /^no\b/i,
    surely: /\b(?:es|soy|me llamo|quise decir|quiero decir)\b/i,
    spelling: / con (?:una|dos|un|[a-z]{1,2}\b) ?.{0,12}$/i,
    own: new RegExp(`\\b(?:mi|nuestro|nuestra) (?:\\S+ )?(?:${DETAIL}|direccion)\\b`, 'i'),
    notMeant: /(?:\bno|\ben vez de|\ben lugar de) ?$/i,
    insists: /\b(?:es correcto|esta bien|asi es|es asi)\b/,
  },
  wishes: {
    cue: /\b(?:necesit(?:o|amos)|busc(?:o|amos)|quier(?:o|emos)|queremos|quisiera(?:mos)?|me gustaria|nos gustaria|estoy buscando|estamos buscando|me interesa|interesad[oa]s? en|presupuesto para|ayuda con|ando buscando)\b/i,
    notWish:
      /\b(?:quiero|necesito|queremos|quisiera|me gustaria) (?:pensar(?:lo)?|tiempo|saber|omitir|saltar|parar|que me llamen|cambiar mi|corregir|(?:hablar|chatear)\b(?!.{0,60} sobre ))|\bno (?:necesito|quiero)\b/,
    about: / (?:sobre|acerca de) /,
    instead: /\b(?:en realidad|en vez de|en lugar de|mejor|(?:quise|queria|quiero) decir|sino)\b/i,
    request:
      /\b(?:puede|pueden|podrian?)\b(?! (?:decirme|explicarme|llamarme|repetir))|\b(?:hacen|venden|ofrecen|reparan|instalan|fabrican|tienen|trabajan)\b|\bes posible\b/i,
    leadIn: /^(?:(?:hola|buenas|buenos dias|buenas tardes|y|pero|entonces|tambien)[,.! ]+){1,4}/i,
    introduction:
      /^(?:(?:hola|buenas(?: tardes| noches)?|buenos dias),? )?(?:(?:soy|me llamo|mi nombre es|aqui) )?\ufffc+(?: aqui)?(?: (?:de|desde)(?: (?:la|el|empresa)){0,2} \ufffc+)?(?:,? y|,| -)? ?/i,
    fromPlace: /^(?:de|desde|en) /,
    places: placesIn('es'),
    joined: /^(?:(?:y|pues|pero|entonces|porque|ok|vale|bueno|si|claro|hola)[ ,]+){1,3}(?=\S)/i,
    filler: list(`
      hola buenas buenos dias tardes noches soy me llamo mi mis nombre es correo electronico email e-mail mail telefono movil
      numero whatsapp tel al el la los las de del desde en y o por para con un una unos aproximadamente mas menos unos sobre
      alrededor presupuesto favor gracias muchas nuestro nuestra tengo tenemos puede pueden llamarme contactarme escribirme
      llamar ok vale bueno bien si no claro empresa trabajo maximo hasta saludos atentamente mejor quizas posible director
      directora dueño dueno gerente euro euros eur usd dolares pesos a como que su
    `),
    vague: list(`
      necesito necesitamos quiero queremos quisiera ayuda pregunta preguntas duda dudas informacion info asesoramiento algo
      gustaria saber mas presupuesto consulta consultar busco hacer tengo alguien una unas hacerles puede pueden podria
      podrian ayudar ayudarme ayudarnos me
    `),
    asksYesOrNo:
      /^¿?(?:tiene|tienen|quiere|desea|necesita|es|son|esta|hay|puede|le gustaria|ha|va a|prefiere)\b/i,
  },
  money: {
    cue: /\b(?:presupuesto|gastar|pagar|invertir|costar|cuesta|precio)/i,
    after:
      /^\s*(?:$|[,.;!?)\ufffc]|(?:o|y|para|por|en|max|maximo|total|como|al|pero|mas|de presupuesto|creo|si|aproximadamente|mas o menos|con|sin)\b)/i,
    period:
      /^(?:(?: ?\/ ?| por (?!favor))\p{L}+| (?:al|a la|cada) (?:mes|ano|semana|dia|hora|persona|unidad|proyecto))/iu,
    currency: /[$€£¥₹]|euro|eur|dolar|usd|peso|libra|gbp|chf/i,
    amounts: amountsBy({
      below: 'menos de|hasta|como maximo|maximo|por debajo de|no mas de',
      above: 'mas de|al menos|como minimo|minimo|a partir de|desde',
      between: 'entre|de',
      to: 'a|o|hasta',
      and: 'y',
      scales: 'k|mil|millones|millon|m',
      currencies: 'euros?|eur|dolares|dolar|usd|pesos?|mxn|libras?|chf|pavos',
    }),
    words: {
      units: new Map(
        Object.entries({
          dos: 2,
          tres: 3,
          cuatro: 4,
          cinco: 5,
          seis: 6,
          siete: 7,
          ocho: 8,
          nueve: 9,
          diez: 10,
          once: 11,
          doce: 12,
          trece: 13,
          catorce: 14,
          quince: 15,
          dieciseis: 16,
          diecisiete: 17,
          dieciocho: 18,
          diecinueve: 19,
          veinte: 20,
          veinticinco: 25,
          doscientos: 200,
          trescientos: 300,
          cuatrocientos: 400,
          quinientos: 500,
          seiscientos: 600,
          setecientos: 700,
          ochocientos: 800,
          novecientos: 900,
        }),
      ),
      tens: new Map(
        'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
          .split(' ')
          .map((word, i) => [word, (i + 3) * 10]),
      ),
      scales: new Map([
        ['cien', 100],
        ['ciento', 100],
        ['mil', 1000],
        ['millon', 1_000_000],
        ['millones', 1_000_000],
      ]),
      and: 'y',
      article: ['un'],
      areScalesAlone: true,
      prepare: (text) => text.replace(/\bmedio mill[oó]n(?: de)?(?!\p{L})/giu, '500000'),
    },
  },
  times,
  choices: {
    ordinals: 'primer segund tercer cuart quint sext septim octav noven decim'.split(' '),
    last: 'ultim',
    place: /^(?:(?:numero|opcion|la|el|n) ?)?(\d{1,2})$/,
    ordinal: /^(?:la |el )?(\w{4,7}?)[oa]?(?: opcion| respuesta)?$/,
    yes: 'si',
    no: 'no',
  },
  topics: {
    same: [
      ['precio', 'cuesta', 'costo', 'coste', 'tarifa', 'vale', 'caro', 'barato', 'cobran'],
      ['pago', 'pagar', 'tarjeta', 'efectivo', 'factura', 'paypal', 'transferencia', 'plazos'],
      ['horario', 'abren', 'abierto', 'cierran', 'cerrado', 'abrir', 'cerrar'],
      ['ubicacion', 'donde', 'direccion', 'oficina', 'encuentran', 'ubicados'],
      ['duracion', 'tarda', 'tardan', 'plazo', 'rapido', 'demora'],
      ['envio', 'entrega', 'enviar', 'entregan', 'envian'],
      ['devolucion', 'cancelar', 'cancelacion', 'reembolso'],
      ['garantia'],
    ],
    askedBy: [
      [
        /\bcuanto (?:cuesta|cuestan|vale|valen|es|sale|seria|cobran|tengo que pagar|hay que pagar)\b/,
        'precio',
      ],
      [/\bcuanto (?:tiempo|tarda|tardan)\b/, 'duracion'],
      [/\bdonde\b/, 'ubicacion'],
    ],
    stopwords: list(`
      a al algo como con cual cuales cuando cuanto cuantos de del desde donde el ella en entre es esa ese eso esta este esto
      estan estoy hacen hacer hay hola la las le les lo los mas me mi mis muy no nos nuestra nuestro o ofrecen para pero por
      porque puede pueden puedo que quien se si sin sobre son su sus tambien tiene tienen tengo tu un una unas uno unos usted
      ustedes venden y ya yo gracias favor buenas buenos dias quisiera saber gustaria podria
    `),
    stem: (word) => (word.length < 5 ? word : word.replace(/(?:iones|es|s|ion|o|a|e)$/, '')),
  },
};
