# Written by Parka: edit @ContainerImage on the main class and compile again, not this file.

# makes everything that the image has
FROM eclipse-temurin:17-jdk
RUN jlink \
      -J-XX:TieredStopAtLevel=1 \
      --add-modules=java.base \
      --strip-java-debug-attributes \
      --output=/linked \
 && rm -rf \
      /linked/man \
      /linked/include \
      /linked/lib/jrt-fs.jar \
      /linked/lib/classlist \
      /linked/lib/jexec \
 && find /linked -type f -name '*.debuginfo' -exec rm '{}' + \
 && find /linked/bin -type f ! -name java -exec rm '{}' + \
 && for notice in /linked/legal/*/*; do \
        [ ! -L "$notice" ] || { printf '%s %s\n' "${notice#/linked/legal/}" "$(readlink "$notice" \
            | sed 's|^[.][.]/||')" >> /linked/legal/index && rm "$notice"; } || exit 1; \
      done \
 && { rmdir /linked/legal/* 2>/dev/null || :; }
RUN mkdir -p /rootfs/ /rootfs/etc \
 && printf '%s\n' root:x:0: app:x:65532: > /rootfs/etc/group \
 && printf '%s\n' 'group: files' 'hosts: files dns' 'passwd: files' > /rootfs/etc/nsswitch.conf \
 && printf '%s\n' root:x:0:0:root:/root:/sbin/nologin app:x:65532:65532::/home/app:/sbin/nologin > /rootfs/etc/passwd \
 && mkdir -m 1777 /rootfs/tmp \
 && for locale in /usr/lib/locale/C.UTF-8 /usr/lib/locale/C.utf8; do \
        [ ! -d $locale ] || { mkdir -p /rootfs$locale && cp -RL $locale/. /rootfs$locale; } || exit 1; \
      done \
 && find /linked -type f '(' -name '*.so' -o -path '/linked/bin/*' ')' -exec ldd '{}' ';' 2>/dev/null \
    | sed -n 's|^[^/]*\(/[^ ]*\) (0x[0-9a-f]*)$|\1|p' \
    | grep -v '^/linked/' | sort -u \
    | while read -r library; do \
        mode=644; case $library in */ld-*) mode=755;; esac; \
        mkdir -p "/rootfs${library%/*}" && cp -L "$library" "/rootfs$library" \
          && chmod $mode "/rootfs$library" || exit 1; \
      done \
 && for loader in /rootfs/lib*/ld-*; do \
        [ -e "$loader" ] || { echo 'no shared libraries: does ldd work in this image?' >&2; exit 1; }; \
      done \
 && for file in /etc/alpine-release /etc/debian_version /etc/lsb-release /etc/os-release; do \
        [ ! -f $file ] || cp -L $file /rootfs$file || exit 1; \
      done \
 && if [ -d /var/lib/dpkg/info ]; then \
        cd /rootfs && export LC_ALL=C status=var/lib/dpkg/status.d || exit 1; \
        { find . -type f ! -path './etc/*' | sed 's|^[.]/||' | sort; command -v jlink; } \
          | while read -r file; do \
            real=$(readlink -f "/$file") && lists=$(grep -lxF -e "$real" -e "/usr$real" \
              -e "${real#/usr}" /var/lib/dpkg/info/*.list) || continue; \
            set -- $lists && name=${1##*/} && name=${name%.list} && package=${name%:*} \
              && mkdir -p $status && dpkg-query --show \
              --showformat='Package: ${Package}\nSource: ${source:Package} (${source:Version})\nVersion: ${Version}\nArchitecture: ${Architecture}\nMaintainer: ${Maintainer}\n' \
              "$name" > $status/$package || exit 1; \
            case $file in /*) continue;; esac; \
            md5sum "$file" >> $status/$package.md5sums || exit 1; \
            text=/usr/share/doc/$package/copyright && real=$(readlink -f $text) \
              && [ -f "$real" ] || continue; \
            mkdir -p /rootfs${real%/*} /rootfs${text%/*} && cp "$real" "/rootfs$real" || exit 1; \
            [ "$real" = $text ] || ln -sf "$real" /rootfs$text || exit 1; \
          done; \
      fi \
 && if [ -f /lib/apk/db/installed ]; then \
        cd /rootfs && mkdir -p lib/apk/db && { find . -type f ! -path './etc/*'; \
          command -v jlink; } | sed 's|^[.]||' \
          | while read -r file; do readlink -f "$file"; done > /tmp/copied \
          && awk 'NR == FNR { want[$0]; next } \
            { for (i = 1; i <= NF; i++) { \
                if ($i ~ /^F:/) directory = substr($i, 3); \
                if ($i ~ /^R:/ && ("/" directory "/" substr($i, 3)) in want) { \
                  print $0 "\n"; next } } }' \
            /tmp/copied RS= FS='\n' /lib/apk/db/installed > lib/apk/db/installed; \
      fi
COPY ["./target/shop.jar", "/app/shop.jar"]
RUN chmod -R u=rwX,go=rX /app \
 && export LC_ALL=C path=/app/shop.jar \
 && printf '%s\n"%s"\n' -cp "$path" > /app/class-path \
 && mkdir /empty
