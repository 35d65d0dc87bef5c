package dev.parka.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.Housekeeping.Removed;
import dev.parka.runtime.cache.UserCache;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code parka-cli cache}: what is remembered on this machine, and how to make room. */
@Command(
    name = "cache",
    description = {
      "Prints what the cache holds: kind, entries, bytes, and when one was last used, and which was"
          + " not used for the longest time.",
      "It lies where PARKA_CACHE says, by default in ~/.cache/parka. What was not used for the"
          + " longest time goes when it has more bytes than PARKA_CACHE_SIZE says, by default 2GB."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {"  parka-cli cache", "  parka-cli cache prune --max-size 500MB"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class CacheCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print it.")
  private OutputFormat format;

  /** For picocli. */
  CacheCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<UserCache> cache = UserCache.ofThisUser();
    List<CacheEntry> entries =
        cache.map(there -> new Housekeeping(there).entries()).orElse(List.of());
    if (format == OutputFormat.JSON) {
      out.println(Json.text(json(cache, entries)));
    } else {
      print(cache, entries, out);
    }
    out.flush();
    return ExitCode.GOOD;
  }

  @Command(
      name = "prune",
      description = "Removes the least recently used entries, and what killed builds have left.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  parka-cli cache prune --max-age 30d")
  Integer prune(
      @Option(
              names = "--max-size",
              paramLabel = "<size>",
              converter = SizeConverter.class,
              description = "How much may stay, such as 500MB; by default, the cache's limit.")
          @Nullable Long maxSize,
      @Option(
              names = "--max-age",
              paramLabel = "<days>d|<hours>h",
              converter = AgeConverter.class,
              description = "What was not used for so long goes as well, as in 30d.")
          @Nullable Duration maxAge) {
    Instant since = maxAge == null ? Instant.MIN : Instant.now().minus(maxAge);
    UserCache.ofThisUser()
        .ifPresent(cache -> remove(cache, maxSize == null ? cache.limit() : maxSize, since));
    return ExitCode.GOOD;
  }

  @Command(
      name = "clear",
      description = "Removes every entry.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  parka-cli cache clear")
  Integer clear() {
    UserCache.ofThisUser().ifPresent(cache -> remove(cache, 0, Instant.MIN));
    return ExitCode.GOOD;
  }

  private void remove(UserCache cache, long maxBytes, Instant since) {
    Removed removed = new Housekeeping(cache).prune(maxBytes, since);
    PrintWriter out = spec.commandLine().getOut();
    out.println("removed " + removed.entries() + " entries, " + ByteSize.show(removed.bytes()));
    out.flush();
  }

  private static void print(Optional<UserCache> cache, List<CacheEntry> entries, PrintWriter out) {
    if (cache.isEmpty()) {
      out.println("there is no cache: PARKA_CACHE is off, or there is no home directory");
      return;
    }
    out.println(cache.get().directory() + ", at most " + ByteSize.show(cache.get().limit()));
    for (CacheKind kind : CacheKind.values()) {
      List<CacheEntry> some = entries.stream().filter(entry -> entry.kind() == kind).toList();
      out.printf(
          Locale.ROOT,
          "  %-24s %6d %10s  %s%n",
          kind,
          some.size(),
          ByteSize.show(bytes(some)),
          lastUse(some).map(time -> "last used " + time).orElse(""));
    }
    out.printf(
        Locale.ROOT, "  %-24s %6d %10s%n", "all", entries.size(), ByteSize.show(bytes(entries)));
    // They are sorted: the first one is the next to go.
    entries.stream()
        .findFirst()
        .ifPresent(
            entry ->
                out.println(
                    "least recently used: of the "
                        + entry.kind()
                        + ", "
                        + entry.lastUse().truncatedTo(ChronoUnit.SECONDS)));
  }

  private static ObjectNode json(Optional<UserCache> cache, List<CacheEntry> entries) {
    ObjectNode node = Json.object();
    cache.ifPresent(
        there -> node.put("directory", there.directory().toString()).put("limit", there.limit()));
    for (CacheEntry entry : entries) {
      node.withArray("entries")
          .addObject()
          .put("kind", entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("bytes", entry.bytes())
          .put("lastUse", entry.lastUse().truncatedTo(ChronoUnit.SECONDS).toString())
          .put("file", entry.file().toString());
    }
    return node;
  }

  private static long bytes(List<CacheEntry> entries) {
    return entries.stream().mapToLong(CacheEntry::bytes).sum();
  }

  private static Optional<Instant> lastUse(List<CacheEntry> entries) {
    return entries.stream()
        .map(CacheEntry::lastUse)
        .max(Comparator.naturalOrder())
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Reads days or hours. */
  static final class AgeConverter implements ITypeConverter<Duration> {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})([dh])");

    /** For picocli. */
    AgeConverter() {}

    @Override
    public Duration convert(String text) {
      Matcher age = AGE.matcher(text);
      if (!age.matches()) {
        throw new TypeConversionException("'" + text + "' is no age such as 30d or 12h");
      }
      int count = Integer.parseInt(age.group(1));
      return age.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count);
    }
  }
}
