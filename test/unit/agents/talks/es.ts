import type { Talk } from './talk.ts';

export const spanish: readonly Talk[] = [
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
];
