import type { Talk } from './hears.ts';

const DETAIL =
  'telefono|movil|numero|correo|correo electronico|e-?mail|mail|presupuesto|empresa|direccion|nombre';

export const talk: Talk = {
  clauses: [
    [
      'greeting',
      /^(?:hola+|holi|ola|hola a todos|buenas|wenas|q tal|buenos dias|buenas (?:tardes|noches)|que tal|saludos|hey|hola (?:buenas|buenos dias|buenas tardes))$/,
    ],
    [
      'thanks',
      /^(?:(?:ok|vale|perfecto|genial) )?(?:gracias|muchas gracias|mil gracias|muy amable|se lo agradezco)(?: (?:por .{1,60}|de antemano|igualmente))?$/,
    ],
    [
      'bye',
      /^(?:adios|hasta (?:luego|pronto|manana|la vista)|chao|ciao|nos vemos|buen dia|que tenga un buen dia|(?:no )?(?:eso|esto) es todo.{0,20}|nada mas|ya esta)$/,
    ],
    [
      'yes',
      /^(?:s|si|claro(?: que si)?|por supuesto|vale|de acuerdo|ok|okey|bueno|bien|muy bien|correcto|exacto|perfecto|eso es|asi es|(?:si )?es correcto|desde luego|me parece bien|genial|entendido|si por favor|adelante|como no|venga)$/,
    ],
    ['no', /^(?:n|no|no gracias|que va|para nada|de ninguna manera|nunca|la verdad es que no)$/],
    [
      'refuse',
      /^(?:por favor )?(?:(?:podemos )?(?:omitir(?:lo)?|saltar(?:lo)?|pasar)|omitelo|omitalo|saltelo|paso|siguiente(?: pregunta)?|ninguno|ninguna|nada|ahora no|de momento no|por ahora no|(?:quizas? |mejor )?(?:mas tarde|luego|despues|mas adelante)|prefiero no|mejor no|sin comentarios)$/,
    ],
    [
      'refuse',
      /^(?:yo )?prefiero no (?:dar|decir|compartir|responder|contestar).{0,60}$|^prefiero no .{0,30}$|^no (?:quiero|deseo|puedo|voy a|le voy a|pienso) (?:dar|decir|compartir|responder|contestar|facilitar|dejar).{0,60}$|^no (?:se )?(?:lo|la) (?:doy|digo|voy a dar|quiero (?:dar|decir))$/,
    ],
    [
      'refuse',
      new RegExp(
        `^(?:no tengo|sin)(?: (?:ningun|ninguna|un|una|aun|todavia))?(?: (?:${DETAIL}))?$|^no (?:lo|la) tengo$|^ningun (?:${DETAIL})$`,
      ),
    ],
    [
      'refuse',
      /^(?:(?:eso )?es (?:muy |algo )?)?(?:privado|personal|confidencial|secreto)$|^(?:eso )?no (?:es|le importa|es asunto suyo).{0,20}asunto suyo$|^no le importa$/,
    ],
    [
      'refuseAll',
      /^(?:por favor )?(?:basta|pare|para|deje de preguntar.{0,20}|dejeme en paz|dejame en paz|no mas preguntas|demasiadas preguntas|no (?:quiero|voy a) (?:dar|dejar) (?:mis|ningun) (?:datos|dato).{0,30})$/,
    ],
    [
      'unsure',
      /^(?:(?:aun |todavia )?no (?:lo )?se(?: aun| todavia| bien| seguro| exactamente)?|ni idea|no tengo (?:ni )?idea|depende|no estoy segur[oa]|quizas?|tal vez|dificil de decir|(?:aun|todavia) no|ya vere(?:mos)?|tengo que pensarlo|por decidir)$/,
    ],
    [
      'browsing',
      /^(?:no )?(?:solo|solamente) (?:estoy )?(?:mirando|curioseando|echando un vistazo)$|^estoy (?:solo )?mirando$|^solo miro$/,
    ],
    [
      'preferPhone',
      /^(?:prefiero|mejor)(?: que me llamen| por| el)? ?(?:telefono|llamada|whatsapp)?$|^(?:por favor )?llam(?:e|en)me(?: mejor| por favor)?$|^(?:solo )?por telefono(?: por favor)?$/,
    ],
    [
      'preferEmail',
      /^(?:prefiero|mejor|solo)(?: por| el)? (?:correo(?: electronico)?|e-?mail|mail)(?: por favor)?$|^por (?:correo|e-?mail)(?: por favor)?$/,
    ],
    ['yes', /^(?:no hay|sin|ningun) problema$/],
    [
      'refuse',
      /^(?:no (?:importa|hace falta|es (?:necesario|importante)|(?:lo )?(?:quiero|puedo|necesito|uso))|da igual|deje?lo|olvide?lo)$/,
    ],
    ['refuseAll', /^no (?:me|nos) interesa$|^no (?:estoy|estamos) interesad[oa]s?$/],
    ['refuse', /^anonim[oa]$/],
  ],
  sentences: [
    [
      'who',
      /\b(?:es|eres|hablo con|estoy hablando con)\b.{0,25}\b(?:bot|chatbot|robot|humano|humana|persona|real|ia|maquina|ordenador|chatgpt)\b/,
    ],
    [
      'who',
      /^(?:y )?quien (?:es|eres)(?: usted| tu)?$|^como se llama usted$|^con quien (?:hablo|estoy hablando)$/,
    ],
    [
      'person',
      /\b(?:hablar|chatear|comunicar(?:me)?|contactar|pas(?:ar|e)me)\b.{0,15}\bcon (?:una|un|alguien|algun|el)\b.{0,25}$/,
    ],
    [
      'person',
      /\b(?:pueden?|podrian?) (?:ustedes )?(?:llamarme|contactarme)\b|\bme (?:pueden?|podrian?) llamar\b|^(?:por favor )?(?:(?:que )?me llam(?:e|en)(?: alguien)?|llam(?:e|en)me)(?: por favor)?$/,
    ],
    [
      'person',
      /^(?:quiero |necesito )?(?:una? )?(?:persona|humano|agente|asesor|asesora|operador)(?: real| de verdad)?(?: por favor)?$/,
    ],
    ['why', /^(?:pero |y )?(?:por que|para que|por que eso)$/],
    [
      'why',
      /\b(?:por que|para que) (?:lo |la |me )?(?:necesita|quiere|pregunta|pide)(?:n|s|is)?\b.{0,60}$|\bpor que (?:tengo que|debo|deberia)\b.{0,60}$|^(?:es|hace falta) (?:realmente )?(?:necesario|obligatorio)$/,
    ],
    [
      'privacy',
      /\bque (?:pasa|hacen|hace|haran) con mis\b|\b(?:privacidad|rgpd|proteccion de datos|mis datos|datos personales|spam|confidencial|es seguro)\b/,
    ],
    [
      'how',
      /^(?:hola )?(?:como (?:esta|estas|le va)|que tal (?:esta|estas)).{0,12}$|^(?:hola )?(?:hay alguien(?: ahi| aqui)?|(?:sigue|esta) ahi)$/,
    ],
    ['hostile', /\b(?:mierda|idiotas?|imbecil|gilipollas|cabron|joder|callate|vete a la mierda|fuck)\b/],
  ],
  whole: [
    [
      'nothing',
      /^(?:(?:espere|espera)(?: un momento)?|un (?:momento|segundo|minuto)(?: por favor)?|dejeme (?:pensar|ver)|ya (?:se )?(?:lo|la) (?:dije|he dicho|di|escribi)|que|como|perdon|perdone|disculpe|(?:perdon )?no (?:lo )?(?:entiendo|comprendo)(?: (?:eso|la pregunta))?|(?:a )?que (?:quiere decir|se refiere|significa)(?: (?:eso|con eso))?)$/,
    ],
    [
      'later',
      /^(?:(?:ok|vale|no|gracias|no gracias|bueno) )?(?:(?:quizas? |tal vez )?(?:mas tarde|luego|despues|otro dia|en otro momento)|ahora no|(?:ya )?volvere(?: mas tarde| luego)?)$/,
    ],
  ],
  correction:
    /^(?:no|perdon|perdone|disculpe|espera|correccion|quise decir|queria decir|quiero decir|mejor dicho|ups)\b|\b(?:quise decir|queria decir|quiero decir|mejor dicho|en realidad|correccion|en vez de|esta mal|es incorrecto|no es correcto|me equivoque|cambie (?:mi|el|la)|no .{1,60} sino)\b|^\*/,
  politeBefore:
    /^(?:no gracias|gracias pero|lo siento pero|lo siento|perdon|bueno|pues|hm+|pero|y|la verdad|ok|vale|por favor|no|de momento) (?=\S)/,
  politeAfter:
    / (?:por favor|gracias|muchas gracias|lo siento|la verdad|si es posible|por ahora|de momento)$/,
  asking:
    /^(?:(?:y|pero|entonces|ok|vale|hola|buenas|buenos dias|perdon|disculpe|por favor|gracias|tambien),? ){0,3}(?:cuanto (?:cuesta|cuestan|vale|valen|tarda|tardan|tiempo|es|sale|seria)|cuantos|cuantas|que (?:precio|incluye|servicios|horario|hacen|hace|ofrecen|es|son|tipo|pasa|necesito)|donde (?:estan|esta|se|puedo|queda)|cuando (?:abren|cierran|puedo|pueden|es|estan)|como (?:puedo|funciona|es|son|se|llego|hago)|quien (?:es|hace)|cual(?:es)? (?:es|son)|por que\b|tienen|tiene usted|hay\b|ofrecen|hacen|venden|reparan|pueden|podrian|puede|podria|puedo|se puede|es posible|esta (?:abierto|incluido)|estan|me (?:puede|podria) decir|quisiera saber|me gustaria saber|queria (?:saber|preguntar))\b/,
};
