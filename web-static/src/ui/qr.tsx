import { encode } from 'uqr';

/** A QR code as one path, dark on light with the quiet zone that readers need. */
export function Qr(props: { text: string; label: string }) {
  const { data, size } = encode(props.text, { border: 4 });
  let path = '';
  data.forEach((row, y) => row.forEach((dark, x) => (path += dark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg focusable="false" class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
