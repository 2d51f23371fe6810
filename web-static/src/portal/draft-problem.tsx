import type { Problem } from '../app/api.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { SignInWays } from '../ui/sign-in-ways.tsx';

/** Why what was begun can't be gone on with; where it needs the card, the way to show it. */
export function DraftProblem(props: { problem: Problem; path: string }) {
  const { problem, path } = props;
  return problem.code === 'proof-required' ? (
    <Notice kind="warning" title={problem.title} focus>
      <ProofOfDraft path={path} />
    </Notice>
  ) : (
    <ProblemBox problem={problem} focus />
  );
}

/** The ways that verify who somebody is, for a draft that opens to nobody else. */
export function ProofOfDraft(props: { path: string }) {
  return (
    <>
      <p>書きかけの内容を開いたり消したりするには、本人確認が必要です。いまのログインのままでは開けません。</p>
      <SignInWays path={props.path} purpose="本人確認をして続ける" verifying />
    </>
  );
}
