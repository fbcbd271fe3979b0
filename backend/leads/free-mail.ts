/** Mail services where anybody gets an address: such an address says nothing of where somebody works. */
const SERVICES = new Set(
  `aol bluewin comcast freenet gmail gmx googlemail hey hotmail icloud laposte libero live mac mail mailbox me msn orange
   outlook pm posteo proton protonmail qq rocketmail seznam sfr t-online tuta tutanota verizon wanadoo web yahoo yandex
   ymail zoho 126 163`.split(/\s+/),
);

/** gmail.com, yahoo.co.uk, gmx.de: the service's own label stands before the ending, which may have two parts. */
export function isFreeMail(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const hasTwoPartEnding = labels.length > 2 && /^(co|com|net|org)$/.test(labels.at(-2)!);
  const [label] = hasTwoPartEnding ? labels.slice(-3) : labels.slice(-2);
  return labels.length <= (hasTwoPartEnding ? 3 : 2) && SERVICES.has(label!);
}
