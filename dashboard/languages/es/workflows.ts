import type { workflowTexts as English } from '../en/workflows.ts';

const importIt = 'En n8n, cree un flujo nuevo y elija «Import from file» en su menú.';
const useAddress = 'Publíquelo, abra su primer nodo y copie la Chat URL en la dirección de arriba.';

export const workflowTexts: typeof English = {
  'chat-without-model': {
    title: 'Chat sin modelo',
    text: 'Pide una dirección de correo con reglas sencillas. Funciona al momento y sin cuenta: ideal para una primera prueba.',
    steps: [importIt, useAddress, 'Pulse «Probar el asistente».'],
  },
  'chat-agent': {
    title: 'Chat con modelo',
    text: 'Conversa con libertad, conoce las conversaciones anteriores del visitante, guarda los datos y termina la conversación por sí mismo.',
    steps: [
      importIt,
      'Elija una cuenta en «Chat Model». En las tres herramientas, añada una credencial Header Auth: nombre Authorization, valor «Bearer » y una clave de API de Parlour con sessions:read, sessions:write y leads:write.',
      useAddress,
    ],
  },
  'completed-lead': {
    title: 'Lead completo',
    text: 'Desmenuza el webhook de un lead completo, listo para sus propios pasos: un CRM, una tabla, un mensaje al equipo.',
    steps: [
      importIt,
      'Ponga sus pasos entre «Lead» y «Respond».',
      'Publíquelo e introduzca la URL de producción de su primer nodo como webhook de este sitio, en Integraciones.',
      'Para que no entre nadie más, elija Header Auth en su primer nodo, con la cabecera y el valor que introduzca allí.',
    ],
  },
  'error-reporter': {
    title: 'Aviso de errores',
    text: 'Avisa a Parlour cuando falla uno de sus flujos, para que conste junto a la conversación afectada.',
    steps: [
      importIt,
      'En «Report to Parlour», añada una credencial Header Auth: nombre Authorization, valor «Bearer » y una clave de API de Parlour con errors:write. Después publíquelo.',
      'En los ajustes de sus demás flujos, elíjalo como flujo de errores.',
    ],
  },
};
