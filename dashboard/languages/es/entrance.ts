import type { entranceTexts as English } from '../en/entrance.ts';

export const entranceTexts: typeof English = {
  signIn: {
    welcome: 'Hola de nuevo',
    lead: 'Inicie sesión para ver quién conversa con su sitio.',
    email: 'Correo',
    password: 'Contraseña',
    button: 'Iniciar sesión',
    forgot: '¿Olvidó la contraseña?',
    wrong: 'El correo y la contraseña no coinciden. Revise ambos e inténtelo de nuevo.',
    missing: 'Escriba su correo y su contraseña.',
    signedOutMeanwhile: 'La sesión se cerró. Inicie sesión para seguir donde estaba.',
  },

  forgot: {
    title: '¿Olvidó la contraseña?',
    lead: 'Escriba el correo con el que inicia sesión. Con un enlace de un solo uso podrá elegir otra contraseña.',
    button: 'Pedir un enlace',
    missing: 'Escriba su correo.',
    askedTitle: 'Queda anotado',
    askedText: 'Si este correo pertenece a alguien de aquí, podrá recibir un enlace para otra contraseña.',
    askedAdmin:
      'Si Parlour envía correos, mire en su buzón. Si no, pida ayuda a un admin de su equipo: verá la solicitud y podrá darle un enlace.',
    back: 'Volver al inicio de sesión',
  },

  setPassword: {
    setupTitle: 'Configurar Parlour',
    setupLead: 'Aquí no hay nadie todavía. Cree la cuenta que se ocupará de todo.',
    inviteTitle: 'Le damos la bienvenida a Parlour',
    inviteLead: 'Solo falta elegir una contraseña.',
    resetTitle: 'Elegir otra contraseña',
    resetLead: 'Después, la sesión quedará abierta aquí y cerrada en todos los demás lugares.',
    name: 'Su nombre',
    email: 'Su correo',
    password: 'Contraseña',
    advice:
      'Al menos 12 caracteres. Tres o cuatro palabras al azar son difíciles de adivinar y fáciles de recordar.',
    tooShort: (missing) => (missing === 1 ? 'Falta un carácter.' : `Faltan ${missing} caracteres.`),
    longEnough: 'Longitud correcta.',
    button: 'Guardar e iniciar sesión',
    missingName: 'Escriba su nombre. Los visitantes lo ven cuando les responde.',
    missingEmail: 'Escriba un correo para iniciar sesión.',
    noToken: 'Este enlace no está completo. Ábralo de nuevo desde donde lo recibió.',
    spent: 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.',
    toSignIn: 'Ir al inicio de sesión',
  },
};
