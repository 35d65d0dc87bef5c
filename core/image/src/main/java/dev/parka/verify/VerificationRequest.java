package dev.parka.verify;

import dev.parka.plan.ImagePlan;
import dev.parka.spec.Platform;
import dev.parka.verify.boot.BootPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to verify, and against what.
 *
 * @param image an OCI image layout, as a directory or as a tar file
 * @param platform which of its images; the first one when empty
 * @param plan what the configuration must say; not compared when empty
 * @param rootIsMeant whether it may run as root
 * @param boot how to start it; not started when empty
 * @param expectations what is asked of this image beside what is asked of all
 * @param notes what the report is to say beside what it finds
 */
public record VerificationRequest(
    Path image,
    Optional<Platform> platform,
    Optional<ImagePlan> plan,
    boolean rootIsMeant,
    Optional<BootPlan> boot,
    Expectations expectations,
    List<String> notes) {

  /** Copies the list. */
  public VerificationRequest {
    notes = List.copyOf(notes);
  }

  /** Everything that the image itself tells; it is not started. */
  public static VerificationRequest of(Path image) {
    return new VerificationRequest(
        image,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Expectations.NONE,
        List.of());
  }

  /** The same for the image of a platform. */
  public VerificationRequest withPlatform(Platform wanted) {
    return new VerificationRequest(
        image, Optional.of(wanted), plan, rootIsMeant, boot, expectations, notes);
  }

  /** The same against a plan. */
  public VerificationRequest withPlan(ImagePlan wanted) {
    return new VerificationRequest(
        image, platform, Optional.of(wanted), rootIsMeant, boot, expectations, notes);
  }

  /** The same for an image that is meant to run as root. */
  public VerificationRequest allowingRoot() {
    return new VerificationRequest(image, platform, plan, true, boot, expectations, notes);
  }

  /** The same, and the image is started when nothing else is wrong with it. */
  public VerificationRequest withBoot(BootPlan how) {
    return new VerificationRequest(
        image, platform, plan, rootIsMeant, Optional.of(how), expectations, notes);
  }

  /** The same with expectations. */
  public VerificationRequest expecting(Expectations wanted) {
    return new VerificationRequest(image, platform, plan, rootIsMeant, boot, wanted, notes);
  }

  /** The same, and the report says this, too. */
  public VerificationRequest withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new VerificationRequest(image, platform, plan, rootIsMeant, boot, expectations, more);
  }
}
