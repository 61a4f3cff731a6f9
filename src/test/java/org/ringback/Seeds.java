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

    private Seeds() {}

    public static Stream<byte[]> captures() {
        return files(name -> name.endsWith(".pcap") || name.endsWith(".pcapng"));
    }

    /** The beginnings of logs. */
    public static Stream<byte[]> logs() {
        return files(name -> name.endsWith(".log") || name.endsWith(".txt") || name.endsWith(".xml"));
    }

    private static Stream<byte[]> files(Predicate<String> wanted) {
        try {
            Path folder = Path.of(Seeds.class.getResource("/captures").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> wanted.test(file.getFileName().toString()))
                        .sorted()
                        .map(Seeds::begin)
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] begin(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
