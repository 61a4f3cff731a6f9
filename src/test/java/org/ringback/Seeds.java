package org.ringback;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Real files from which fuzzing starts; without it they are ordinary inputs. */
public final class Seeds {

    private static final int LARGEST = 24_000;
    private static final int LOG = 6_000;

    private Seeds() {}

    public static Stream<byte[]> captures() {
        return files(name -> name.endsWith(".pcap") || name.endsWith(".pcapng"), LARGEST);
    }

    /** The beginnings of logs. */
    public static Stream<byte[]> logs() {
        return files(name -> name.endsWith(".log") || name.endsWith(".txt") || name.endsWith(".xml"), LOG);
    }

    private static Stream<byte[]> files(Predicate<String> wanted, int longest) {
        try {
            Path folder = Path.of(Seeds.class.getResource("/captures").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .filter(file -> wanted.test(file.getFileName().toString()))
                        .sorted()
                        .map(file -> begin(file, longest))
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] begin(Path file, int longest) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > longest ? Arrays.copyOf(bytes, longest) : bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
