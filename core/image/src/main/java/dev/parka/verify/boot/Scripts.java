package dev.parka.verify.boot;

/**
 * The shell scripts around a started image. They are constants: paths and commands of an image are
 * positional parameters, and never text of a script.
 *
 * <p>The standard input of each is one pipe that the JVM holds: when the JVM dies, for whatever
 * reason, reading from it fails.
 */
final class Scripts {

  /**
   * Runs a command, and removes the temporary directory {@code $1} if the JVM is no more: then what
   * is guarded has left a file there that says so.
   */
  static final String JANITOR =
      """
      directory=$1
      shift
      # What a shell says of a command that was killed meets a pipe that nobody reads, and what a
      # terminal sends to all of a job must not end the one that cleans up.
      trap : PIPE TERM INT HUP
      "$@"
      code=$?
      if [ -e "$directory/orphaned" ]; then
        chmod -R u+rwX "$directory" 2>/dev/null
        rm -rf "$directory"
      fi
      exit $code
      """;

  /**
   * Runs as the first process of an outer process namespace. When the JVM dies all processes of the
   * namespace are killed. {@code --kill-child} alone does not reach the application, whose change
   * of user resets the parent-death signal.
   *
   * <p>{@code $1} is the temporary directory, {@code $2} a directory to mount on. If there is one,
   * the network is the namespace's own: its loopback interface is brought up by the kernel's file
   * for that, as no program may be there that does, and {@code $3}, a Java launcher if anything,
   * runs the relay.
   */
  static final String GUARD =
      """
      directory=$1
      mount=$2
      java=$3
      shift 3
      exec 3<&0 </dev/null
      { read -r line <&3 || { : > "$directory/orphaned"; kill -KILL -1; }; } >/dev/null 2>&1 &
      exec 3<&-
      if [ -n "$mount" ]; then
        if mount -t sysfs sysfs "$mount" 2>/dev/null; then
          { echo 0x9 > "$mount/class/net/lo/flags"; } 2>/dev/null || ip link set lo up || exit 1
          umount "$mount"
        else
          ip link set lo up || exit 1
        fi
        { echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>/dev/null
        if [ -n "$java" ]; then
          "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx32m \\
            -cp "$directory/relay" dev.parka.verify.boot.NetworkRelay "$directory/network" \\
            >/dev/null 2>&1 &
        fi
      fi
      "$@"
      exit $?
      """;

  /**
   * Runs as the first process of the inner process namespace and becomes the application, which so
   * is process 1, as in a container. {@code $1} is the root file system, {@code $2} is {@code ro}
   * where it is not to be written to but in the directories that follow up to {@code --}, the rest
   * a command.
   */
  static final String MOUNT =
      """
      set -e
      root=$1
      access=$2
      shift 2
      if [ "$access" = ro ]; then
        mount --bind "$root" "$root"
      fi
      mount -t proc proc "$root/proc"
      mount -t tmpfs -o mode=755 tmpfs "$root/dev"
      for node in null zero full random urandom tty; do
        : > "$root/dev/$node"
        mount --bind "/dev/$node" "$root/dev/$node"
      done
      ln -s /proc/self/fd "$root/dev/fd"
      while [ "$1" != -- ]; do
        mount -t tmpfs -o mode=1777 tmpfs "$root$1"
        shift
      done
      shift
      if [ "$access" = ro ]; then
        # A user namespace may not drop what the file system below was mounted with.
        mount -o remount,bind,ro "$root" 2>/dev/null \\
          || mount -o remount,bind,ro,nosuid,nodev "$root" 2>/dev/null \\
          || mount -o remount,bind,ro,nosuid,nodev,noexec "$root"
      fi
      exec "$@"
      """;

  /** Becomes the application; a child kills it when the JVM dies. */
  static final String DIRECT =
      """
      directory=$1
      exec 3<&0 </dev/null
      {
        # Where the application has ended before, there is nothing to do.
        if ! read -r line <&3 && kill -0 $$; then
          : > "$directory/orphaned"
          kill -KILL $$
        fi
      } >/dev/null 2>&1 &
      exec 3<&-
      cd "$2"
      shift 2
      exec "$@"
      """;

  /**
   * Runs a container of the engine {@code $2} with the name {@code $3}; the rest is the engine's
   * command. A child removes container and image {@code $4} when the JVM dies.
   */
  static final String ENGINE =
      """
      directory=$1
      engine=$2
      container=$3
      image=$4
      shift 4
      exec 3<&0 </dev/null
      {
        if ! read -r line <&3; then
          : > "$directory/orphaned"
          "$engine" rm -f "$container"
          "$engine" rmi -f "$image"
        fi
      } >/dev/null 2>&1 &
      reader=$!
      exec 3<&-
      "$engine" "$@"
      code=$?
      kill -KILL $reader
      exit $code
      """;

  private Scripts() {}
}
