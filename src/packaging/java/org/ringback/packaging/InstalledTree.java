package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Everything as it lies on a Linux system where it was installed (Filesystem Hierarchy Standard 3.0). */
final class InstalledTree {

    static final String HOME = "usr/lib/ringback";
    static final String DOCUMENTS = "usr/share/doc/ringback";

    private final Product product;
    private final Tree tree;

    private InstalledTree(Product product, Path root) throws IOException {
        this.product = product;
        this.tree = Tree.at(root);
    }

    static Tree write(Product product, Path root) throws IOException, InterruptedException {
        var installed = new InstalledTree(product, root);
        installed.program();
        var extras = new Extras(product);
        extras.strip(installed.tree.root().resolve(HOME));
        extras.writeTo(installed.tree, "usr/share");
        installed.documents(extras);
        installed.tree.settle(FileTime.from(product.changed()));
        return installed.tree;
    }

    /** The licenses move to where people look for them, and what only Windows starts stays away. */
    private void program() throws IOException {
        tree.copy(product.image(), HOME);
        Path home = tree.root().resolve(HOME);
        Files.delete(home.resolve("bin/ringback.bat"));
        Files.move(home.resolve("legal"), tree.place(DOCUMENTS + "/legal"));
        Files.move(home.resolve("NOTICE.txt"), tree.place(DOCUMENTS + "/NOTICE.txt"));
        tree.link("usr/bin/ringback", "../lib/ringback/bin/ringback");
    }

    private void documents(Extras extras) throws IOException, InterruptedException {
        tree.write(DOCUMENTS + "/copyright", copyright());
        extras.packed(tree.write(DOCUMENTS + "/changelog", Files.readString(Path.of(".github", "CHANGELOG.md"))));
        extras.packed(tree.write(DOCUMENTS + "/changelog.Debian", debianChangelog()));
    }

    private static String copyright() throws IOException {
        return Files.readString(Path.of("src/packaging/linux/copyright"))
                + Files.readString(Path.of("src/main/legal/NOTICE.txt"))
                        .lines()
                        .map(line -> line.isBlank() ? " ." : " " + line)
                        .reduce("", (before, line) -> before + line + "\n");
    }

    /** Debian's own format; it has a line for the package, the rest stands in the changelog of the program. */
    private String debianChangelog() {
        return """
            ringback (%s-1) unstable; urgency=medium

              * Built from the sources of this version; what is new is in changelog.gz.

             -- %s  %s
            """.formatted(
                        product.packageVersion(),
                        Product.MAINTAINER,
                        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                                .withZone(ZoneOffset.UTC)
                                .format(product.changed()));
    }
}
