import { usePlace } from '../app/router.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { SignInWays } from '../ui/sign-in-ways.tsx';

/** A path of ours and nothing else; the server looks again. */
export const LOCAL = /^\/(?!\/)[A-Za-z0-9/_\-?=&%.]*$/;

/** Chooses how to sign in, where a page has no room for the choice. */
export function SignIn() {
  const { query } = usePlace();
  const to = query.get('to') ?? '/';
  return (
    <>
      <Heading title={screens.SIGN_IN.title} />
      <SignInWays path={LOCAL.test(to) ? to : '/'} purpose="ログインする" />
    </>
  );
}
