import type { demoTexts as English } from '../en/demo.ts';

/** What is said about sample conversations. */
export const demoTexts: typeof English = {
  offer: 'Llenar con conversaciones de ejemplo',
  offerHint:
    'Dos semanas de ellas, para ver cada página con vida. No se envía nada a nadie y un clic las quita.',
  progress: (done, total) => `${done} de ${total} creadas…`,
  banner: (n) => `Hay ${n} conversaciones de ejemplo entre las suyas. No se envía nada por ellas.`,
  filling: (done, total) => `Creando conversaciones de ejemplo: ${done} de ${total}…`,
  removing: 'Quitando las conversaciones de ejemplo…',
  remove: 'Quitarlas',
  goOn: 'Crear el resto',
  filled: 'Las conversaciones de ejemplo ya están aquí. Eche un vistazo.',
  removed: 'Las conversaciones de ejemplo ya no están.',
  ask: {
    heading: '¿Quitar las conversaciones de ejemplo?',
    text: 'Se van con sus leads, sus métricas y su sitio. Lo de los visitantes reales se queda.',
    action: 'Quitar',
  },
};
