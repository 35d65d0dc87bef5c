package dev.parka.cli;

import dev.parka.jdks.FoundJdk;
import dev.parka.jdks.JdkSource;
import dev.parka.jdks.JdkStore;
import dev.parka.jdks.JdkWish;
import dev.parka.lock.ImageLock;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which JDK is taken. */
final class JdkOption {

  @Option(
      names = "--jdk",
      paramLabel = "<source>",
      description = {
        "The JDK to take: its directory, an archive (tar.gz, zip), Debian packages with ':' between"
            + " them ('dir/*' for all in dir), an unpacked root file system, an image layout, or the image registry:<reference>.",
        "By default the one that runs this, or one of this machine that is as wanted: see 'jdks'."
      })
  private @Nullable String jdk;

  /** For picocli. */
  JdkOption() {}

  /** Where it is, if that was said. */
  Optional<JdkSource> source() {
    return Optional.ofNullable(jdk).map(JdkSource::parse).map(JdkOption::pinned);
  }

  private static JdkSource pinned(JdkSource source) {
    return source instanceof JdkSource.FromRegistry remote
        ? new JdkSource.FromRegistry(
            ImageLock.read(Path.of(ImageLock.FILE_NAME)).pinned(remote.reference()),
            remote.options())
        : source;
  }

  /** The JDK there. */
  Optional<FoundJdk> find(JdkWish wish) {
    return source().map(source -> JdkStore.ofThisUser().find(source, wish));
  }
}
