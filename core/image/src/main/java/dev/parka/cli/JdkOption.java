package dev.parka.cli;

import dev.parka.jdks.FoundJdk;
import dev.parka.jdks.JdkSource;
import dev.parka.jdks.JdkStore;
import dev.parka.jdks.JdkWish;
import dev.parka.spec.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which JDK is taken. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class JdkOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--jdk",
      split = JdkChoices.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "[<platform>=]<source>",
      description = {
        "The JDK to take: its directory, an archive (tar.gz, zip), Debian packages with ':' between"
            + " them ('dir/*' for all in dir), an unpacked root file system, an image layout, or the image registry:<reference>.",
        "Where an image is built for several platforms, each may have its own:"
            + " linux/amd64=<source>,linux/arm64=<source>.",
        "By default the one that runs this, or one of this machine that is as wanted: see 'jdks'."
      })
  private List<String> jdks = new ArrayList<>();

  /** For picocli. */
  JdkOption() {}

  /** What was given, if it was. */
  JdkOption(@Nullable String jdk) {
    if (jdk != null) {
      jdks.add(jdk);
    }
  }

  /** The JDKs for an image of these platforms; none, or one, where one image is wanted. */
  JdkChoices choices(List<Platform> platforms) {
    try {
      return JdkChoices.parse(jdks).require(platforms);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** Where it is, if that was said, for who needs only one. */
  Optional<JdkSource> source() {
    return choices(List.of()).usual();
  }

  /** The JDK there. */
  Optional<FoundJdk> find(JdkWish wish) {
    return choices(wish.platform().stream().toList())
        .of(wish.platform())
        .map(source -> JdkStore.ofThisUser().find(source, wish));
  }
}
