import type { messengerTexts as English } from '../en/messenger.ts';

/** What the settings of Facebook Messenger say. They load with the page of a site. */
export const messengerTexts: typeof English = {
  stepsTitle: 'Cómo conectar una página',
  steps: [
    'En developers.facebook.com, abra o cree una app y añádale Messenger. Hay que ser admin de la página.',
    'En Messenger, «API settings», conecte la página y genere su token. Copie el token y el ID de la página en los campos de abajo.',
    'En «App settings», «Basic», copie el secreto de la app en su campo. Cree aquí un token de verificación y guarde esta página.',
    'De vuelta en Messenger, «Configure webhooks», pegue la URL de retorno y el token de verificación, y deje que Facebook los compruebe.',
    'Suscriba la página a messages, messaging_postbacks, messaging_referrals y message_echoes. Después, pruébelo abajo.',
  ],
  pageId: 'ID de la página',
  pageIdHint: 'Un número largo. También está en la página, en «Información», «Transparencia de la página».',
  pageToken: 'Token de la página',
  pageTokenHint: 'Permite a Parlour responder en nombre de la página.',
  appSecret: 'Secreto de la app',
  appSecretHint: 'Demuestra que un mensaje viene de Facebook. Sin él no se cree ninguno.',
  verifyToken: 'Token de verificación',
  verifyTokenHint: 'Una contraseña que Facebook muestra una vez, al configurar el webhook.',
  make: 'Crear uno',
  makeNew: 'Crear uno nuevo',
  made: 'Cópielo ahora, no se vuelve a mostrar. Se usará al guardar.',
  verifySet: (hint) => (hint.length > 3 ? `Definido, termina en ${hint}` : 'Definido'),
  callback: 'URL de retorno',
  callbackHint: 'Facebook debe poder llegar a ella: una dirección https abierta a internet.',
  stateFailed: 'La URL de retorno no se cargó.',
  graphUrl: 'Dirección de Facebook',
  graphUrlHint: 'Solo para pasar por un proxy propio. Vacío: el propio Facebook.',
  more: 'Más',
  testText:
    'Pregunta a Facebook por la página con los ajustes tal como están aquí, guardados o no. Nadie recibe un mensaje.',
  test: 'Probar',
  lastEvent: 'Último aviso de Facebook',
  never: 'Facebook aún no ha avisado de nada. Escriba a su página para probarlo.',
};
