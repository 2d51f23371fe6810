package jp.ishikari.link.testauthority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** The extensions of a card's certificate, with at most one flaw. */
final class CardExtensions {
  private static final String BASIC_DATA = "1.2.392.200149.8.5.5.";

  private CardExtensions() {}

  static void add(X509v3CertificateBuilder to, Person person, Flaw flaw, TestAuthority authority)
      throws IOException, GeneralSecurityException {
    to.addExtension(Extension.certificatePolicies, true, policies(flaw));
    if (flaw != Flaw.NO_KEY_USAGE) {
      int usage =
          flaw == Flaw.KEY_USAGE_WITHOUT_NON_REPUDIATION
              ? KeyUsage.digitalSignature
              : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
      to.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }
    if (flaw == Flaw.AUTHORITY) {
      to.addExtension(Extension.basicConstraints, false, new BasicConstraints(true));
    }
    if (flaw == Flaw.UNKNOWN_CRITICAL_EXTENSION) {
      to.addExtension(new ASN1ObjectIdentifier("2.999.1"), true, DERNull.INSTANCE);
    }
    if (flaw != Flaw.NO_BASIC_DATA) {
      to.addExtension(Extension.subjectAlternativeName, false, basicData(person, flaw));
    }
    to.addExtension(
        Extension.issuerAlternativeName,
        false,
        new GeneralNames(new GeneralName(new X500Name("O=公的個人認証サービス,C=JP"))));
    if (flaw != Flaw.NO_POINTERS) {
      DistributionPointName list =
          new DistributionPointName(
              new GeneralNames(new GeneralName(TestAuthority.DISTRIBUTION_POINT)));
      to.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(list, null, null)}));
      to.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.keys().getPublic()));
    }
  }

  private static CertificatePolicies policies(Flaw flaw) {
    String policy =
        switch (flaw) {
          case OTHER_POLICY -> "2.999.2";
          case POLICY_OF_AUTHENTICATION -> TestAuthority.AUTHENTICATION_POLICY;
          default -> TestAuthority.SIGNATURE_POLICY;
        };
    return new CertificatePolicies(
        new PolicyInformation(
            new ASN1ObjectIdentifier(policy),
            new DERSequence(new PolicyQualifierInfo("http://cps.example/cps.html"))));
  }

  private static GeneralNames basicData(Person person, Flaw flaw) {
    boolean swapped = flaw == Flaw.SWAPPED_ADDRESS_FIELDS;
    List<GeneralName> names = new ArrayList<>();
    names.add(name(1, person.name()));
    names.add(name(4, person.birth()));
    names.add(name(3, person.sex()));
    names.add(name(swapped ? 6 : 5, person.address()));
    names.add(name(2, person.nameFlags()));
    names.add(name(swapped ? 5 : 6, person.addressFlags()));
    if (flaw == Flaw.NAME_TWICE) {
      names.add(name(1, "別人　太郎"));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static GeneralName name(int field, String value) {
    return new GeneralName(
        GeneralName.otherName,
        new OtherName(new ASN1ObjectIdentifier(BASIC_DATA + field), new DERUTF8String(value)));
  }
}
