package dev.parka.dockerfile;

import java.util.List;

/**
 * Commands that write down which packages the copied files belong to, the same bytes as {@code
 * dev.parka.runtime.rootfs} writes: for dpkg a file for each package and its copyright, for apk the
 * paragraphs of its one file. The program {@code jlink} stands for the JDK.
 */
final class PackageCommands {

  /** Few fields, in one order; both of a source are there for every package. */
  private static final String FORMAT =
      "Package: ${Package}\\nSource: ${source:Package} (${source:Version})\\nVersion: ${Version}"
          + "\\nArchitecture: ${Architecture}\\nMaintainer: ${Maintainer}\\n";

  private static final String RELEASES =
      """
      for file in /etc/alpine-release /etc/debian_version /etc/lsb-release /etc/os-release; do \\
              [ ! -f $file ] || cp -L $file %1$s$file || exit 1; \\
            done""";

  private static final String DPKG =
      """
      if [ -d /var/lib/dpkg/info ]; then \\
              cd %1$s && export LC_ALL=C status=var/lib/dpkg/status.d || exit 1; \\
              { find . -type f ! -path './etc/*' | sed 's|^[.]/||' | sort; command -v jlink; } \\
                | while read -r file; do \\
                  real=$(readlink -f "/$file") && lists=$(grep -lxF -e "$real" -e "/usr$real" \\
                    -e "${real#/usr}" /var/lib/dpkg/info/*.list) || continue; \\
                  set -- $lists && name=${1##*/} && name=${name%%.list} && package=${name%%:*} \\
                    && mkdir -p $status && dpkg-query --show \\
                    --showformat='%2$s' \\
                    "$name" > $status/$package || exit 1; \\
                  case $file in /*) continue;; esac; \\
                  md5sum "$file" >> $status/$package.md5sums || exit 1; \\
                  text=/usr/share/doc/$package/copyright && real=$(readlink -f $text) \\
                    && [ -f "$real" ] || continue; \\
                  mkdir -p %1$s${real%%/*} %1$s${text%%/*} && cp "$real" "%1$s$real" || exit 1; \\
                  [ "$real" = $text ] || ln -sf "$real" %1$s$text || exit 1; \\
                done; \\
            fi""";

  private static final String APK =
      """
      if [ -f /lib/apk/db/installed ]; then \\
              cd %1$s && mkdir -p lib/apk/db && { find . -type f ! -path './etc/*'; \\
                command -v jlink; } | sed 's|^[.]||' \\
                | while read -r file; do readlink -f "$file"; done > /tmp/copied \\
                && awk 'NR == FNR { want[$0]; next } \\
                  { for (i = 1; i <= NF; i++) { \\
                      if ($i ~ /^F:/) directory = substr($i, 3); \\
                      if ($i ~ /^R:/ && ("/" directory "/" substr($i, 3)) in want) { \\
                        print $0 "\\n"; next } } }' \\
                  /tmp/copied RS= FS='\\n' /lib/apk/db/installed > lib/apk/db/installed; \\
            fi""";

  private PackageCommands() {}

  static List<String> of(String root) {
    return List.of(RELEASES.formatted(root), DPKG.formatted(root, FORMAT), APK.formatted(root));
  }
}
