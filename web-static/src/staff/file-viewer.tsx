import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../app/api.ts';
import type { CaseFile, FilePage } from '../app/types.ts';
import { ProblemBox } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';

/** How wide a page is shown, as a part of the room that there is; as classes in the style sheet. */
const ZOOMS = ['100', '150', '200', '300'];

/**
 * One file, page by page, as pictures that the city hall draws: nothing of the file itself reaches the browser. Arrow keys
 * turn pages and files.
 */
export function FileViewer(props: {
  applicationId: string;
  file: CaseFile;
  before: (() => void) | null;
  after: (() => void) | null;
  close: () => void;
}) {
  const { applicationId, file } = props;
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<FilePage | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turns, setTurns] = useState(0);
  const [zoom, setZoom] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const drawn = useRef<Record<number, Promise<Outcome<FilePage>>>>({});
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView(true);
    // The decision has its place at the end meanwhile: it would cover what is looked at.
    document.documentElement.classList.add('viewing');
    return () => document.documentElement.classList.remove('viewing');
  }, []);

  const draw = (number: number): Promise<Outcome<FilePage>> => {
    const begun = drawn.current[number];
    if (begun !== undefined) return begun;
    const asked = staff('previewCaseFile', { params: { applicationId }, body: { fileId: file.fileId, page: number } });
    drawn.current[number] = asked;
    // What failed is asked again when the page is turned to again.
    void asked.then((outcome) => outcome.ok || delete drawn.current[number]);
    return asked;
  };

  useEffect(() => {
    let here = true;
    setProblem(null);
    void draw(page).then((outcome) => {
      if (!here) return;
      if (!outcome.ok) {
        if (outcome.problem.status === 401) staffSessionEnded();
        return setProblem(outcome.problem);
      }
      setShown(outcome.value);
      // The page that is turned to next is there by then.
      if (page < outcome.value.pages) void draw(page + 1);
    });
    return () => {
      here = false;
    };
  }, [page]);

  const pages = shown?.pages ?? 1;
  const onward = page < pages ? () => setPage(page + 1) : props.after;
  const back = page > 1 ? () => setPage(page - 1) : props.before;
  const ready = shown !== null && shown.page === page;
  return (
    <section
      class="viewer no-print"
      aria-labelledby="viewer-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.close();
        const step = event.key === 'ArrowRight' ? onward : event.key === 'ArrowLeft' ? back : null;
        // Inside of an enlarged page the arrows move it.
        if (step === null || (event.target as Element).classList.contains('viewer-sheet')) return;
        event.preventDefault();
        step();
      }}
    >
      <h3 id="viewer-title" ref={title} tabIndex={-1}>
        {file.name}
      </h3>
      <p class="viewer-tools">
        <button type="button" class="button button-small" aria-disabled={back === null} onClick={() => back?.()}>
          {page > 1 || props.before === null ? '前のページ' : '前のファイル'}
        </button>
        <span role="status">
          {pages}ページ中{page}ページ目
        </span>
        <button type="button" class="button button-small" aria-disabled={onward === null} onClick={() => onward?.()}>
          {page < pages || props.after === null ? '次のページ' : '次のファイル'}
        </button>
        <button type="button" class="button button-small" onClick={() => setTurns((turns + 1) % 4)}>
          右へ回す
        </button>
        <button type="button" class="button button-small" aria-disabled={zoom === 0} onClick={() => setZoom(Math.max(0, zoom - 1))}>
          縮小
        </button>
        <button type="button" class="button button-small" aria-disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}>
          拡大
        </button>
        <button type="button" class="button button-small" onClick={props.close}>
          閉じる
        </button>
      </p>
      {problem && <ProblemBox problem={problem} focus />}
      {!ready && problem === null && <p role="status">表示の準備をしています…</p>}
      {shown !== null && problem === null && (
        <div class="viewer-sheet" tabIndex={0} role="group" aria-label="ページ">
          <Turned image={shown.image} turns={turns} zoom={ZOOMS[zoom]!} name={`${file.name}の${shown.page}ページ目`} />
        </div>
      )}
    </section>
  );
}

/** A picture, turned by quarters to the right. */
function Turned(props: { image: string; turns: number; zoom: string; name: string }) {
  const { image, turns } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const picture = new Image();
    picture.onload = () => {
      const sheet = canvas.current;
      if (sheet === null) return;
      const { width, height } = picture;
      sheet.width = turns % 2 === 0 ? width : height;
      sheet.height = turns % 2 === 0 ? height : width;
      const pen = sheet.getContext('2d')!;
      pen.translate(sheet.width / 2, sheet.height / 2);
      pen.rotate((turns * Math.PI) / 2);
      pen.drawImage(picture, -width / 2, -height / 2);
    };
    picture.src = image;
    return () => {
      picture.onload = null;
    };
  }, [image, turns]);
  return <canvas ref={canvas} class={'viewer-page viewer-zoom-' + props.zoom} role="img" aria-label={props.name} />;
}
