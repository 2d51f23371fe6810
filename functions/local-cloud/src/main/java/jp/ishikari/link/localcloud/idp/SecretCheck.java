package jp.ishikari.link.localcloud.idp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Checks the password, the card's digits or its signing password; the authenticated name is the
 * {@code sub}.
 */
final class SecretCheck implements AuthenticationProvider {
  private final People people;
  private final LockOut lockOut;
  private final SigningDesk desk;

  SecretCheck(People people, LockOut lockOut, SigningDesk desk) {
    this.people = people;
    this.lockOut = lockOut;
    this.desk = desk;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var name = attempt.getName();
    if (lockOut.locked(name)) {
      throw new LockedException("locked");
    }
    var person = people.bySignInName(name);
    var typed = String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8);
    // An unknown name takes the same way as a wrong secret.
    var signing = attempt.getDetails() instanceof SigningDesk.Attempt asked ? asked : null;
    var right =
        person
            .map(found -> signing == null ? found.secret() : signingPassword(found))
            .orElse("\0")
            .getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(typed, right) || person.isEmpty()) {
      lockOut.failed(name);
      throw lockOut.locked(name)
          ? new LockedException("locked")
          : new BadCredentialsException("wrong");
    }
    lockOut.succeeded(name);
    if (signing != null) {
      desk.sign(signing, person.get().sub());
    }
    // The factor carries the time of this sign-in, which becomes the auth_time of the ID token.
    var factor = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
    return UsernamePasswordAuthenticationToken.authenticated(
        person.get().sub(), null, List.of(factor));
  }

  private static String signingPassword(Person person) {
    return person instanceof Person.Resident resident && resident.signingPassword() != null
        ? resident.signingPassword()
        : "\0";
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
