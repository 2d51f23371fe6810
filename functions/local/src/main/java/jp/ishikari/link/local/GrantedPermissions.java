package jp.ishikari.link.local;

import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.AbortMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CompleteMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CreateMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.DeleteObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedAbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedDeleteObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.UploadPartPresignRequest;

/**
 * Signs only what the entry's role may do itself: in the cloud a permission that somebody signs is
 * worth as much as their role.
 *
 * @param allowed throws for a request that the role does not allow
 */
record GrantedPermissions(S3Presigner signer, Consumer<SdkRequest> allowed) implements S3Presigner {

  @Override
  public PresignedGetObjectRequest presignGetObject(GetObjectPresignRequest asked) {
    allowed.accept(asked.getObjectRequest());
    return signer.presignGetObject(asked);
  }

  @Override
  public PresignedPutObjectRequest presignPutObject(PutObjectPresignRequest asked) {
    allowed.accept(asked.putObjectRequest());
    return signer.presignPutObject(asked);
  }

  @Override
  public PresignedDeleteObjectRequest presignDeleteObject(DeleteObjectPresignRequest asked) {
    allowed.accept(asked.deleteObjectRequest());
    return signer.presignDeleteObject(asked);
  }

  @Override
  public PresignedCreateMultipartUploadRequest presignCreateMultipartUpload(
      CreateMultipartUploadPresignRequest asked) {
    allowed.accept(asked.createMultipartUploadRequest());
    return signer.presignCreateMultipartUpload(asked);
  }

  @Override
  public PresignedUploadPartRequest presignUploadPart(UploadPartPresignRequest asked) {
    allowed.accept(asked.uploadPartRequest());
    return signer.presignUploadPart(asked);
  }

  @Override
  public PresignedCompleteMultipartUploadRequest presignCompleteMultipartUpload(
      CompleteMultipartUploadPresignRequest asked) {
    allowed.accept(asked.completeMultipartUploadRequest());
    return signer.presignCompleteMultipartUpload(asked);
  }

  @Override
  public PresignedAbortMultipartUploadRequest presignAbortMultipartUpload(
      AbortMultipartUploadPresignRequest asked) {
    allowed.accept(asked.abortMultipartUploadRequest());
    return signer.presignAbortMultipartUpload(asked);
  }

  @Override
  public void close() {
    signer.close();
  }
}
