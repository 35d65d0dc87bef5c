package dev.parka.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkStoreTest {

  @TempDir private Path directory;
  private Path cache;
  private JdkStore store;

  @BeforeEach
  void openStore() throws IOException {
    directory = directory.toRealPath();
    cache = directory.resolve("cache");
    store = JdkStore.in(cache);
  }

  @Test
  void unpacksATarOnce() throws IOException {
    Map<String, String> files = Packs.jdk("jdk-21/", "21.0.1", "aarch64");
    files.put("jdk-21/legal/notice", "-> ../release");
    Path tar = Packs.tarGz(directory.resolve("jdk.tar.gz"), files);

    FoundJdk found = find(tar);

    assertThat(found.jdk().featureVersion()).isEqualTo(21);
    assertThat(found.jdk().architecture()).isEqualTo(Architecture.ARM64);
    assertThat(found.jdk().home())
        .startsWith(cache)
        .isEqualTo(found.root().orElseThrow().resolve("jdk-21"));
    assertThat(found.jdk().tool("java")).isExecutable();
    assertThat(found.jdk().home().resolve("legal/notice")).isSymbolicLink();
    long time = modified(found);
    assertThat(find(tar)).isEqualTo(found);
    assertThat(modified(found)).isEqualTo(time);
  }

  @Test
  void unpacksAgainWhatWasChangedInTheCache() throws IOException { // FAULTS 73
    Path tar = Packs.tarGz(directory.resolve("jdk.tgz"), Packs.jdk("", "21.0.1", "x86_64"));
    Path modules = find(tar).jdk().home().resolve("lib/modules");
    Files.writeString(modules, "evil");

    find(tar);

    assertThat(modules).hasContent("none");
    assertThat(entries()).hasSize(1);
  }

  @Test
  void keepsModesAndLinksOfAZip() throws IOException {
    Map<String, String> files = Packs.jdk("jdk/", "25.0.1", "x86_64");
    files.put("jdk/legal/notice", "-> ../release");

    FoundJdk found = find(Packs.zip(directory.resolve("jdk.zip"), files));

    assertThat(found.jdk().featureVersion()).isEqualTo(25);
    assertThat(found.jdk().tool("java")).isExecutable();
    assertThat(found.jdk().home().resolve("release").toFile().canExecute()).isFalse();
    assertThat(found.jdk().home().resolve("legal/notice")).isSymbolicLink();
  }

  @Test
  void makesOneJdkOfTwoDebianPackages() throws IOException {
    Map<String, String> jre = Packs.jdk("./usr/lib/jvm/java-17/", "17.0.1", "aarch64");
    Map<String, String> jdk = new LinkedHashMap<>();
    jdk.put("./usr/lib/jvm/java-17/bin/jlink", jre.remove("./usr/lib/jvm/java-17/bin/jlink"));
    Path first = Packs.deb(directory.resolve("jre.deb"), jre);
    Path second = Packs.deb(directory.resolve("jdk.deb"), jdk);

    assertThat(find(first, second).jdk().tool("jlink")).exists();
    assertThatThrownBy(() -> find(first))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[NoJlink] ")
        .hasMessageEndingWith("; give a whole JDK");
  }

  @Test
  void bringsJmodsOfAnArchiveOfTheirOwnToTheirJdk() throws IOException {
    Path jdk = Packs.tarGz(directory.resolve("jdk.tgz"), Packs.jdk("jdk-25/", "25.0.1", "x86_64"));
    Path jmods =
        Packs.tarGz(directory.resolve("jmods.tgz"), Map.of("jdk-25-jmods/java.base.jmod", "JM"));

    assertThat(find(jdk, jmods).jdk().jmods()).isPresent();
    assertThat(find(jdk).jdk().jmods()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = { // FAULTS 79, 80
        "../evil; evil; '../evil' has a name that is no path below the root",
        "/evil; evil; '/evil' has a name that is no path below the root",
        "jdk/out/evil; evil; /jdk/out/evil lies behind the symbolic link /jdk/out",
        "jdk/release; evil; /jdk/release is twice in one layer, which readers disagree on"
      })
  void refusesHostileArchives(String name, String text, String fact) throws IOException {
    Map<String, String> files = Packs.jdk("jdk/", "21.0.1", "x86_64");
    files.put("jdk/out", "-> ../..");
    files.put(name.equals("jdk/release") ? "./jdk/release" : name, text);
    for (Path archive :
        List.of(
            Packs.tarGz(directory.resolve("jdk.tar.gz"), files),
            Packs.zip(directory.resolve("jdk.zip"), files),
            Packs.deb(directory.resolve("jdk.deb"), files))) {
      assertThatThrownBy(() -> find(archive))
          .isInstanceOf(ParkaException.class)
          .hasMessage(
              "[BadJdkArchive] "
                  + archive
                  + " cannot be unpacked: "
                  + fact
                  + "; fetch it again from where its maker publishes it");
    }
    assertThat(entries()).isEmpty();
    assertThat(directory.resolve("evil")).doesNotExist();
  }

  @Test
  void refusesACutArchive() throws IOException {
    Path whole = Packs.tarGz(directory.resolve("jdk.tgz"), Packs.jdk("", "21.0.1", "x86_64"));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = directory.resolve("cut.tgz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path noPackage = directory.resolve("none.deb");
    Files.write(noPackage, "!<arch>\n".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> find(cut))
        .hasMessageStartingWith("[BadJdkArchive] " + cut + " cannot be unpacked: the layer is ");
    assertThatThrownBy(() -> find(noPackage))
        .hasMessage(
            "[BadJdkArchive] %1$s cannot be unpacked: %1$s cannot be unpacked: it is no Debian package: it has no data.tar; fetch it again from where its maker publishes it"
                .formatted(noPackage));
    assertThat(entries()).isEmpty();
  }

  @Test
  void saysWhatIsInsideWhereNothingIsAsWanted() throws IOException {
    Path tar = Packs.tarGz(directory.resolve("jdk.tgz"), Packs.jdk("jdk/", "21.0.1", "x86_64"));
    JdkWish wish = new JdkWish(OptionalInt.of(25), Optional.of(new Platform(Architecture.ARM64)));

    assertThatThrownBy(() -> store.find(new JdkSource.Archives(List.of(tar)), wish))
        .hasMessage(
            "[NoJdkInside] "
                + tar
                + " holds not a JDK 25 for linux/arm64, but 21.0.1 for x86_64 in /jdk; name one"
                + " that does; of Debian's packages, both jre-headless and jdk-headless");
  }

  @Test
  void findsTheWantedJdkInARootFileSystem() throws IOException {
    Path root = directory.resolve("root");
    write(root, Packs.jdk("usr/lib/jvm/java-17-openjdk-amd64/", "17.0.1", "x86_64"));
    write(root, Packs.jdk("somewhere/else/", "25.0.1", "x86_64"));
    Files.createSymbolicLink(root.resolve("usr/lib/jvm/default"), Path.of("java-17-openjdk-amd64"));
    Files.createSymbolicLink(root.resolve("home"), Jdk.running().home());
    JdkSource source = JdkSource.parse(root.toString());

    FoundJdk found = store.find(source, new JdkWish(OptionalInt.of(25), Optional.empty()));

    assertThat(found.jdk().home()).isEqualTo(root.resolve("somewhere/else"));
    assertThat(found.root()).contains(root);
    assertThat(store.find(source, JdkWish.ANY).jdk().featureVersion()).isEqualTo(17);
    write(root, Packs.jdk("opt/java/openjdk/", "17.0.2", "x86_64"));
    assertThatThrownBy(() -> store.find(source, JdkWish.ANY))
        .hasMessage(
            "[SeveralJdks] "
                + root
                + " holds 2 JDKs: 17.0.2 for x86_64 in /opt/java/openjdk, 17.0.1 for x86_64 in"
                + " /usr/lib/jvm/java-17-openjdk-amd64; unpack it, and name the directory of the"
                + " one that is meant");
  }

  @Test
  void unpacksAnImageWhoseBlobsAreWhatTheirDigestsSay() throws IOException {
    HandMadeLayer layer = new HandMadeLayer();
    Packs.jdk("opt/java/openjdk/", "25.0.1", "x86_64").forEach(layer::file);
    SortedMap<String, byte[]> files = HandMadeImage.good().layer(layer).files();
    Path layout = HandMadeImage.write(files, directory.resolve("layout"));
    Path tar = HandMadeImage.writeTar(files, directory.resolve("layout.tar"));
    JdkWish wish = new JdkWish(OptionalInt.of(25), Optional.empty());

    FoundJdk found = store.find(JdkSource.parse(layout.toString()), wish);

    assertThat(found.jdk().home()).endsWith(Path.of("root/opt/java/openjdk"));
    assertThat(store.find(JdkSource.parse(tar.toString()), wish)).isEqualTo(found);
    String blob =
        "blobs/sha256/"
            + HandMadeImage.sha256(HandMadeLayer.gzip(layer.tar())).replace("sha256:", "");
    assertThat(files).containsKey(blob);
    files.put(blob, HandMadeLayer.gzip(new HandMadeLayer().file("other", "layer").tar()));
    Path bad = HandMadeImage.write(files, directory.resolve("bad"));
    JdkStore other = JdkStore.in(directory.resolve("other"));
    assertThatThrownBy(() -> other.find(JdkSource.parse(bad.toString()), wish))
        .hasMessageStartingWith(
            "[BadJdkArchive] " + bad + " cannot be unpacked: " + blob + " has the digest sha256:");
  }

  @Test
  void buildsAtTheSameTimeShareOneTree() throws Exception { // FAULTS 72
    Path tar = Packs.tarGz(directory.resolve("jdk.tgz"), Packs.jdk("", "21.0.1", "x86_64"));
    ExecutorService builds = Executors.newFixedThreadPool(8);
    try {
      List<Future<Jdk>> futures = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        futures.add(
            builds.submit(
                () -> JdkStore.in(cache).find(JdkSource.parse(tar.toString()), JdkWish.ANY).jdk()));
      }
      Set<Jdk> found = new HashSet<>();
      for (Future<Jdk> future : futures) {
        found.add(future.get());
      }
      assertThat(found).hasSize(1);
      assertThat(entries()).hasSize(1);
    } finally {
      builds.shutdownNow();
    }
  }

  @Test
  void withoutAWishTheRunningJdkIsChosen() {
    assertThat(JdkStore.choose(JdkWish.ANY).jdk()).isEqualTo(Jdk.running());
    assertThat(JdkStore.choose(new JdkWish(OptionalInt.of(99), Optional.empty())).jdk())
        .isEqualTo(Jdk.running());
  }

  @Test
  void saysThatThereIsNothing() {
    String fix =
        "; name a JDK's directory or archive, Debian packages with ':' between them, a root file"
            + " system, or an image layout";
    assertThatThrownBy(() -> JdkSource.parse(directory + "/none"))
        .hasMessage("[NoJdkSource] there is nothing at '" + directory + "/none'" + fix);
    assertThatThrownBy(() -> JdkSource.parse(directory + "/*"))
        .hasMessage("[NoJdkSource] " + directory + "/ has no files" + fix);
    assertThatThrownBy(() -> JdkSource.parse(directory + ":" + directory))
        .hasMessage(
            "[NoJdkSource] "
                + directory
                + " is no file, as each of several archives has to be"
                + fix);
  }

  private FoundJdk find(Path... archives) {
    return store.find(new JdkSource.Archives(List.of(archives)), JdkWish.ANY);
  }

  private List<String> entries() {
    String[] names = cache.resolve("jdks").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static long modified(FoundJdk found) throws IOException {
    return Files.getLastModifiedTime(found.jdk().home().resolve("release")).toMillis();
  }

  private static void write(Path root, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
