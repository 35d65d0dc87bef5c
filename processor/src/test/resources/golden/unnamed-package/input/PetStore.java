import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 25)
class PetStore {
  public static void main(String[] arguments) {}
}
