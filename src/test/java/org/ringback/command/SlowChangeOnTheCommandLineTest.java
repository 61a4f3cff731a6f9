package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jitter does not show: {@code ringback media} says it where it matters, and writes the numbers for programs. */
class SlowChangeOnTheCommandLineTest {

    /** Four minutes. */
    private static final int PACKETS = 12_000;

    private static final int SOUND = 160;
    private static final long BEGIN = 1_700_000_000_000_000L;

    @TempDir
    private Path folder;

    /** A stream of PCMU of which each packet comes so many microseconds late. */
    private Path stream(IntToLongFunction late) throws IOException {
        int packet = 14 + 20 + 8 + 12 + SOUND;
        var file = ByteBuffer.allocate(24 + PACKETS * (16 + packet)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        for (int number = 0; number < PACKETS; number++) {
            long time = BEGIN + number * 20_000L + late.applyAsLong(number);
            file.order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) (time / 1_000_000))
                    .putInt((int) (time % 1_000_000))
                    .putInt(packet)
                    .putInt(packet);
            file.order(ByteOrder.BIG_ENDIAN).putLong(0).putInt(0).putShort((short) 0x0800);
            file.putShort((short) 0x4500).putShort((short) (packet - 14)).putInt(number << 16);
            file.putInt(0x40110000).putInt(0xC0000201).putInt(0xC0000202);
            file.putShort((short) 4000)
                    .putShort((short) 5000)
                    .putShort((short) (packet - 34))
                    .putShort((short) 0);
            file.putShort((short) 0x8000)
                    .putShort((short) number)
                    .putInt(SOUND * number)
                    .putInt(7);
            for (int at = 0; at < SOUND; at++) {
                file.put((byte) (number + 37 * at));
            }
        }
        return Files.write(folder.resolve("slow.pcap"), file.array());
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Run.of("media --format json " + file).out())
                .at("/streams/0");
    }

    private static String text(Path file) {
        return Run.of("media " + file).out().replace('\u00a0', ' ');
    }

    @Test
    void aClockThatIsTooSlow() throws IOException {
        Path file = stream(number -> number * 60L);

        assertThat(text(file))
                .contains("What changed slowly, so that jitter does not show it:")
                .contains("Clock of the sender: 0.3 % slower than that of the capture:")
                .contains(" (192.0.2.1:4000 to 192.0.2.2:5000)");
        assertThat(json(file).at("/clockDriftPpm").intValue()).isBetween(2950, 3050);
        assertThat(json(file).at("/delayGrowthMs").isNull()).isTrue();
        assertThat(Run.of("media --format csv " + file)
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .endsWith(",clockDriftPpm,delayGrowthMs,delayGrowthLengthMs");
    }

    @Test
    void aQueueThatFillsAndEmpties() throws IOException {
        Path file = stream(number -> 100L * Math.max(0, 5000 - Math.abs(number - PACKETS / 2)));

        assertThat(text(file)).contains("Delay: up to 500 ms more than before and after, for");
        assertThat(json(file).at("/delayGrowthMs").doubleValue()).isBetween(450.0, 510.0);
        assertThat(json(file).at("/delayGrowthLengthMs").doubleValue()).isBetween(90_000.0, 130_000.0);
    }

    @Test
    void aGoodClockIsNotWorthAWord() throws IOException {
        Path file = stream(number -> number % 7 * 1000L);

        assertThat(text(file)).doesNotContain("What changed slowly");
        assertThat(json(file).at("/clockDriftPpm").intValue()).isBetween(-20, 20);
    }
}
