package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the packages of the system that it runs on. */
public final class Packaging {

    private Packaging() {}

    /**
     * Packs the image, and says of each package how large it is to download.
     *
     * @param arguments the image, the folder for the packages, the version, when the sources were last changed, in seconds, and
     *     which kinds are wanted: {@code all}, or their names with commas between
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var product = new Product(
                Path.of(arguments[0]).toAbsolutePath(),
                arguments[2],
                Instant.ofEpochSecond(Long.parseLong(arguments[3])));
        List<Kind> wanted = Kind.wanted(arguments[4], System.getProperty("os.name"));
        Optional<String> lacking = Kind.lacking(wanted);
        if (lacking.isPresent()) {
            System.err.println(lacking.get());
            System.exit(1);
        }
        Path folder = Tree.at(Path.of(arguments[1]).toAbsolutePath()).root();
        for (Kind kind : wanted) {
            Path file = kind.make(product, folder);
            System.out.println(file.getFileName() + ": " + Math.round(Files.size(file) / 1e6) + " MB");
        }
    }
}
