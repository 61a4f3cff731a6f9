package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.words.ProgramText;

/** A package for Fedora, RHEL, openSUSE and their kin. */
final class RpmPackage {

    /** By what is in the libraries and not by package, since each distribution has other names for these. */
    private static final List<String> NEEDED = List.of(
            "libc.so.6(GLIBC_2.17)(64bit)",
            "libasound.so.2()(64bit)",
            "libatk-1.0.so.0()(64bit)",
            "libcairo.so.2()(64bit)",
            "libcairo-gobject.so.2()(64bit)",
            "libfontconfig.so.1()(64bit)",
            "libfreetype.so.6()(64bit)",
            "libgdk_pixbuf-2.0.so.0()(64bit)",
            "libGL.so.1()(64bit)",
            "libglib-2.0.so.0()(64bit)",
            "libgtk-3.so.0()(64bit)",
            "libgdk-3.so.0()(64bit)",
            "libpango-1.0.so.0()(64bit)",
            "libpangocairo-1.0.so.0()(64bit)",
            "libpangoft2-1.0.so.0()(64bit)",
            "libX11.so.6()(64bit)",
            "libXext.so.6()(64bit)",
            "libXi.so.6()(64bit)",
            "libXrender.so.1()(64bit)",
            "libXtst.so.6()(64bit)",
            "libXxf86vm.so.1()(64bit)");

    private RpmPackage() {}

    static Path make(Product product, Path folder) throws IOException, InterruptedException {
        Tree tree = InstalledTree.write(product, folder.resolve("rpm"));
        startable(tree);
        // Only Debian's zsh looks into the other folder.
        Files.move(
                tree.root().resolve("usr/share/zsh/vendor-completions"),
                tree.root().resolve("usr/share/zsh/site-functions"));
        Path spec = Files.writeString(folder.resolve("ringback.spec"), spec(product, tree));
        Path work = folder.resolve("rpmbuild");
        new Tools(product)
                .run(
                        folder,
                        List.of(
                                "rpmbuild",
                                "-bb",
                                "--quiet",
                                "--define",
                                "_topdir " + work,
                                "--define",
                                "_rpmdir " + folder,
                                "--define",
                                "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                                "--define",
                                "_dbpath " + work.resolve("db"),
                                spec.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Here libraries count as programs; Debian wants them as files. */
    private static void startable(Tree tree) throws IOException {
        for (Path path : tree.everything()) {
            if (path.toString().endsWith(".so")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static String spec(Product product, Tree tree) throws IOException {
        return """
            # Written by the build. What is packed is there already: nothing of it is changed, and the same
            # sources give the same package.
            %%global debug_package %%{nil}
            %%global __os_install_post %%{nil}
            %%global _build_id_links none
            %%global _binary_payload w9.xzdio
            %%global _buildhost localhost
            %%global use_source_date_epoch_as_buildtime 1
            %%global clamp_mtime_to_source_date_epoch 1

            Name: ringback
            Version: %s
            Release: 1
            Summary: Tells why a SIP call failed and what to do about it
            License: %s AND GPL-2.0-only WITH Classpath-exception-2.0 AND MIT AND BSD-3-Clause
            URL: %s
            Vendor: %s
            Packager: %s
            Group: Applications/Internet
            AutoReqProv: no
            %s
            Recommends: xdg-utils

            %%description
            %s
            %%prep

            %%build

            %%install
            mkdir -p %%{buildroot}
            cp -a %s/usr %%{buildroot}/

            %%files
            %s
            %%changelog
            * %s %s - %s-1
            - Built from the sources of this version
            """.formatted(
                        product.packageVersion(),
                        Product.LICENSE,
                        ProgramText.HOME,
                        Product.AUTHORS,
                        Product.MAINTAINER,
                        NEEDED.stream().map(needed -> "Requires: " + needed).collect(Collectors.joining("\n")),
                        Description.of(FirstPage.of(Words.all().getFirst()), "", "\n"),
                        tree.root(),
                        files(tree),
                        DateTimeFormatter.ofPattern("EEE MMM dd yyyy", Locale.ENGLISH)
                                .withZone(ZoneOffset.UTC)
                                .format(product.changed()),
                        Product.MAINTAINER,
                        product.packageVersion());
    }

    /** Shells that may not be there; a folder may belong to several packages, and goes with the last of them. */
    private static final List<String> SHELLS = List.of("usr/share/bash-completion", "usr/share/fish", "usr/share/zsh");

    /** Every file, but only folders of its own: the others belong to the system. */
    private static String files(Tree tree) throws IOException {
        var lines = new StringBuilder();
        for (Path path : tree.everything()) {
            Path name = tree.root().relativize(path);
            boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (folder && !own(name)) {
                continue;
            }
            if (name.startsWith(InstalledTree.DOCUMENTS) || name.startsWith("usr/share/man")) {
                lines.append("%doc ");
            }
            lines.append(folder ? "%dir " : "").append("\"/").append(name).append("\"\n");
        }
        return lines.toString();
    }

    private static boolean own(Path folder) {
        return folder.startsWith(InstalledTree.HOME)
                || folder.startsWith(InstalledTree.DOCUMENTS)
                || SHELLS.stream().anyMatch(folder::startsWith);
    }
}
