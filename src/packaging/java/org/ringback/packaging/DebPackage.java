package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ringback.words.ProgramText;

/** A package for Debian, Ubuntu and their kin (Debian Policy 4.6, chapters 3, 5 and 7). */
final class DebPackage {

    /** What the native libraries ask for by themselves, by its names before and after the change to 64-bit times. */
    private static final String NEEDED = String.join(
            ", ",
            "libc6 (>= 2.17)",
            "libasound2t64 | libasound2",
            "libatk1.0-0t64 | libatk1.0-0",
            "libcairo2",
            "libcairo-gobject2",
            "libfontconfig1",
            "libfreetype6",
            "libgdk-pixbuf-2.0-0 | libgdk-pixbuf2.0-0",
            "libgl1",
            "libglib2.0-0t64 | libglib2.0-0",
            "libgtk-3-0t64 | libgtk-3-0",
            "libpango-1.0-0",
            "libpangocairo-1.0-0",
            "libpangoft2-1.0-0",
            "libx11-6",
            "libxext6",
            "libxi6",
            "libxrender1",
            "libxtst6",
            "libxxf86vm1");

    private DebPackage() {}

    static Path make(Product product, Path folder) throws IOException, InterruptedException {
        Tree tree = InstalledTree.write(product, folder.resolve("deb"));
        tree.write("usr/share/lintian/overrides/ringback", Files.readString(Path.of("src/packaging/linux/overrides")));
        tree.write("DEBIAN/control", control(product, tree.kibibytes()));
        tree.write("DEBIAN/md5sums", sums(tree));
        tree.settle(FileTime.from(product.changed()));
        Path file = folder.resolve("ringback_%s-1_%s.deb".formatted(product.packageVersion(), architecture()));
        new Tools(product)
                .run(
                        folder,
                        List.of(
                                "dpkg-deb",
                                "--root-owner-group",
                                "-Zxz",
                                "-z9",
                                "--build",
                                tree.root().toString(),
                                file.toString()));
        return file;
    }

    private static String control(Product product, long kibibytes) throws IOException {
        return """
            Package: ringback
            Version: %s-1
            Section: net
            Priority: optional
            Architecture: %s
            Maintainer: %s
            Installed-Size: %s
            Depends: %s
            Recommends: fonts-noto-core, fonts-noto-cjk, libcups2t64 | libcups2, xdg-utils
            Suggests: wireshark
            Homepage: %s
            Description: %s
            %s\
            """.formatted(
                        product.packageVersion(),
                        architecture(),
                        Product.MAINTAINER,
                        Long.toString(kibibytes),
                        NEEDED,
                        ProgramText.HOME,
                        "tells why a SIP call failed and what to do about it",
                        Description.of(FirstPage.of(Words.all().getFirst()), " ", " .\n"));
    }

    /** Debian's names of processors. */
    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }

    private static String sums(Tree tree) throws IOException {
        var lines = new StringBuilder();
        for (Path file : tree.everything()) {
            Path name = tree.root().relativize(file);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !name.startsWith("DEBIAN")) {
                lines.append(sum(file)).append("  ").append(name).append('\n');
            }
        }
        return lines.toString();
    }

    private static String sum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
