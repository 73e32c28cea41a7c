/** "Adres: Brink 12", "Waar is het? Keuken". */
export const inOneLine = ({ label, value }: { label: string; value: string }): string =>
  `${label}${/[?:.!]$/.test(label) ? '' : ':'} ${value}`;
