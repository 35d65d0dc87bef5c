package dev.parka.verify.boot;

/**
 * The shell scripts around a started image. They are constants: paths and commands of an image are
 * positional parameters, and never text of a script.
 */
final class Scripts {

  /**
   * Runs as the first process of an outer process namespace. Its standard input is a pipe that the
   * JVM holds: when the JVM dies, for whatever reason, reading fails and all processes of the
   * namespace are killed. {@code --kill-child} alone does not reach the application, whose change
   * of user resets the parent-death signal.
   */
  static final String GUARD =
      """
      exec 3<&0 </dev/null
      { read -r line <&3 || kill -KILL -1; } >/dev/null 2>&1 &
      exec 3<&-
      "$@"
      exit $?
      """;

  /**
   * Runs as the first process of the inner process namespace and becomes the application, which so
   * is process 1, as in a container. {@code $1} is the root file system, the rest a command for
   * {@code env}: the image's environment must not reach a program of this machine before.
   */
  static final String MOUNT =
      """
      set -e
      root=$1
      shift
      mount -t proc proc "$root/proc"
      mount -t tmpfs -o mode=755 tmpfs "$root/dev"
      for node in null zero full random urandom tty; do
        : > "$root/dev/$node"
        mount --bind "/dev/$node" "$root/dev/$node"
      done
      ln -s /proc/self/fd "$root/dev/fd"
      exec env -i "$@"
      """;

  /** Becomes the application; a child kills it when the JVM dies. */
  static final String DIRECT =
      """
      exec 3<&0 </dev/null
      { read -r line <&3 || kill -KILL $$; } >/dev/null 2>&1 &
      exec 3<&-
      cd "$1"
      shift
      exec env -i "$@"
      """;

  private Scripts() {}
}
