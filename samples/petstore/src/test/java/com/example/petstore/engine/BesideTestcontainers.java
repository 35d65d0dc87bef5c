package com.example.petstore.engine;

import com.example.petstore.PetClient;
import com.example.petstore.PetStoreImage;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerEngine;
import dev.parka.image.ContainerImages;
import dev.parka.oci.LayerCompression;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * What README says of Testcontainers, in a JVM of its own: which daemon it is for both libraries is
 * a variable of the environment.
 */
final class BesideTestcontainers {

  private BesideTestcontainers() {}

  /** Prints the image's name and what a container of it answers. */
  public static void main(String[] args) throws IOException {
    try (BuiltImage image =
            ContainerImages.of(new PetStoreImage())
                .classPath(ClassPath.parse("target/petstore.jar:target/lib/*"))
                .compression(LayerCompression.parse("gzip:1"))
                .build();
        GenericContainer<?> store =
            new GenericContainer<>(
                DockerImageName.parse(image.loadInto(ContainerEngine.DOCKER).toString()))) {
      store.withExposedPorts(8080).waitingFor(Wait.forHttp("/health")).start();
      System.out.println(store.getDockerImageName());
      System.out.println(new PetClient(store.getMappedPort(8080)).get("/pets").body());
    }
  }
}
