// Written by Parka from @ContainerImage; edit that, not this.
import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code PetStore}, as its annotation describes it.
 */
public final class PetStoreImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public PetStoreImage() {
  }

  @Override
  public String mainClass() {
    return "PetStore";
  }

  @Override
  public int javaVersion() {
    return 25;
  }
}
