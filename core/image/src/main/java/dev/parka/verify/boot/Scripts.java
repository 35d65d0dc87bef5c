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
   * Removes the directory {@code $1} when the JVM dies, and does nothing if it is told that all is
   * over. Those who write there are being killed meanwhile. It heeds nothing that a terminal sends
   * to all processes of a job.
   */
  static final String SWEEP =
      """
      trap '' TERM INT HUP
      read -r line && exit 0
      for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        chmod -R u+rwX "$1"
        rm -rf "$1" && exit 0
        sleep 0.25
      done
      """;

  /**
   * Runs as the first process of an outer process namespace. When the JVM dies all processes of the
   * namespace are killed. {@code --kill-child} alone does not reach the application, whose change
   * of user resets the parent-death signal.
   *
   * <p>{@code $1} is the temporary directory, {@code $2} a directory to mount on. If there is one,
   * the network is the namespace's own: its loopback interface is brought up by the kernel's file
   * for that, as no program may be there that does, and {@code $3}, a Java launcher if anything,
   * runs the relay. The rest is a command.
   *
   * <p>All that can be made before the image is there is made at once. Then more arguments of the
   * command are read from the pipe: {@code =} and the first line of each, {@code +} and each other
   * line of it, and a line with {@code .} alone.
   */
  static final String GUARD =
      """
      directory=$1
      mount=$2
      java=$3
      shift 3
      exec 3<&0 </dev/null
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
            3<&- >/dev/null 2>&1 &
        fi
      fi
      mount -t tmpfs -o mode=755 tmpfs "$directory/dev" || exit 1
      for node in null zero full random urandom tty; do
        : > "$directory/dev/$node"
        mount --bind "/dev/$node" "$directory/dev/$node" || exit 1
      done
      ln -s /proc/self/fd "$directory/dev/fd"
      isOpen=
      while IFS= read -r line <&3; do
        if [ "${line#+}" != "$line" ]; then
          argument="$argument
      ${line#+}"
          continue
        fi
        [ -z "$isOpen" ] || set -- "$@" "$argument"
        isOpen=yes
        argument=${line#=}
        [ "$line" != . ] || break
      done
      [ "$line" = . ] || exit 1
      { read -r line <&3 || kill -KILL -1; } >/dev/null 2>&1 &
      exec 3<&-
      "$@"
      exit $?
      """;

  /**
   * Runs as the first process of the inner process namespace and becomes the application, which so
   * is process 1, as in a container. {@code $1} is a directory with the devices, {@code $2} the
   * root file system, {@code $3} is {@code ro} where it is not to be written to but in the
   * directories that follow up to {@code --}, the rest a command.
   */
  static final String MOUNT =
      """
      set -e
      devices=$1
      root=$2
      access=$3
      shift 3
      if [ "$access" = ro ]; then
        mount --bind "$root" "$root"
      fi
      mount -t proc proc "$root/proc"
      mount --rbind "$devices" "$root/dev"
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
      exec 3<&0 </dev/null
      { read -r line <&3 || kill -KILL $$; } >/dev/null 2>&1 &
      exec 3<&-
      cd "$1"
      shift
      exec "$@"
      """;

  /**
   * Runs a container of the engine {@code $1} with the name {@code $2}; the rest is the engine's
   * command. A child removes container and image {@code $3} when the JVM dies.
   */
  static final String ENGINE =
      """
      engine=$1
      container=$2
      image=$3
      shift 3
      exec 3<&0 </dev/null
      {
        if ! read -r line <&3; then
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
