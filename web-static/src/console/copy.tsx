import { useState } from 'preact/hooks';

/** What has to be carried off without a slip of the pen, with a button that copies it. */
export function Copied(props: { text: string; about: string }) {
  const [told, setTold] = useState('');
  const copy = () =>
    copied(props.text).then(
      () => setTold(props.about + 'をコピーしました。'),
      () => setTold('コピーできませんでした。選んで写してください。'),
    );
  return (
    <>
      <p>
        <code class="saving-address">{props.text}</code>
      </p>
      <p>
        <button type="button" class="button" onClick={() => void copy()}>
          {props.about}をコピーする
        </button>{' '}
        <span role="status">{told}</span>
      </p>
    </>
  );
}

/** A browser that has no clipboard for pages, or refuses it, rejects. */
async function copied(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
