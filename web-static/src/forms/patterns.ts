import { foldCode } from './folding';
import { foldCapitals, isDigits } from './text';

/** The numbers with a fixed form that a text field can ask for; sources in the Java twin. */
export const PATTERNS = [
  'corporateNumber', 'invoiceNumber', 'careInsuredNumber', 'insurerNumber', 'residenceCardNumber',
];

/** Full-width characters folded, letters as capitals, without hyphens and spaces. */
export function foldPattern(text: string): string {
  return foldCapitals(foldCode(text));
}

/** Whether a folded text is such a number. */
export function fitsPattern(pattern: string, text: string): boolean {
  switch (pattern) {
    case 'corporateNumber': return digits(text, 13) && corporateCheck(text);
    case 'invoiceNumber': return text.charAt(0) === 'T' && digits(text.slice(1), 13);
    case 'careInsuredNumber': return digits(text, 10);
    case 'insurerNumber': return (digits(text, 6) || digits(text, 8)) && weighted(text) % 10 === 0;
    default: return /^[A-Z]{2}[0-9]{8}[A-Z]{2}$/.test(text) && text.length === 12;
  }
}

function digits(text: string, count: number): boolean {
  return text.length === count && isDigits(text);
}

function corporateCheck(text: string): boolean {
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(text.charAt(13 - n)) * (n % 2 === 1 ? 1 : 2);
  return Number(text.charAt(0)) === 9 - (sum % 9);
}

function weighted(text: string): number {
  let sum = 0;
  for (let n = 0; n < text.length; n++) {
    const digit = Number(text.charAt(text.length - 1 - n));
    const weight = n % 2 === 0 ? digit : 2 * digit;
    sum += weight > 9 ? weight - 9 : weight;
  }
  return sum;
}
