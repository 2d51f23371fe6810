package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.domain.identity.EnrolmentCode;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;

/** The keys of staff in KMS. */
public final class KmsStaffKeys implements StaffKeys {
  private final KmsMac identities;
  private final KmsMac enrolments;

  public KmsStaffKeys(Cloud cloud) {
    this.identities = new KmsMac(cloud, Key.STAFF_IDENTITIES);
    this.enrolments = new KmsMac(cloud, Key.ENROLMENT_CODES);
  }

  @Override
  public String identityOf(String account) {
    return identities.hash(StaffMember.PROVIDER, account);
  }

  @Override
  public String enrolmentCode(String staffId, int issue) {
    return EnrolmentCode.of(enrolments.hash("issue " + issue, staffId));
  }
}
