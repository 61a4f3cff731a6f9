package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.ringback.BesideOthers;

/** Real captures with wrong bytes in them: nothing is thrown and nothing hangs. Always the same ones. */
@BesideOthers
class SmokeFuzzTest {

    private static final int LARGEST = 120_000;
    private static final int ROUNDS = 2000;

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void damagedCapturesAreRead() throws IOException, URISyntaxException {
        List<byte[]> seeds = seeds();
        var random = new Random(3261);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = damage(seeds.get(round % seeds.size()).clone(), random);
            Recorder read = Recorder.read(file);
            assertThat(read.messages.size()).isLessThanOrEqualTo(file.length);
        }
    }

    private static List<byte[]> seeds() throws IOException, URISyntaxException {
        Path folder = Path.of(SmokeFuzzTest.class.getResource("/captures").toURI());
        var seeds = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < LARGEST) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private static byte[] damage(byte[] file, Random random) {
        if (file.length < 50) {
            return file;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
            case 1 -> {
                int from = 24 + random.nextInt(file.length - 24);
                int length = Math.min(file.length - from, random.nextInt(2000));
                System.arraycopy(file, random.nextInt(file.length - length), file, from, length);
            }
            default -> {
                int changes = 1 + random.nextInt(200);
                for (int change = 0; change < changes; change++) {
                    file[24 + random.nextInt(file.length - 24)] =
                            random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (random.nextInt(3) - 1);
                }
            }
        }
        return file;
    }
}
