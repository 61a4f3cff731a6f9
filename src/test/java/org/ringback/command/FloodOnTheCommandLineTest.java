package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Limits;

/** What a flood made the program pass over is told in one sentence: what, how many, and why. */
class FloodOnTheCommandLineTest {

    private static final String TOLD = "were not counted: 7";
    private static final int IP = 20 + 8 + 1;
    private static final int RAW = 101;

    @TempDir
    private Path folder;

    /** One datagram each between so many pairs of ports. */
    private String scanned(int pairs) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(24 + pairs * (16 + IP + 8)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(RAW);
        for (int i = 0; i < pairs; i++) {
            file.putInt(1_700_000_000).putInt(i).putInt(IP + 8).putInt(IP + 8).order(ByteOrder.BIG_ENDIAN);
            file.putShort((short) 0x4500).putShort((short) (IP + 8)).putInt(i << 16);
            file.putShort((short) 0x4011).putShort((short) 0).putInt(0xC0000201).putInt(0xC0000202);
            file.putShort((short) 40_000)
                    .putShort((short) (2000 + i))
                    .putShort((short) 17)
                    .putShort((short) 0);
            file.putLong(0x0501020304050607L).put((byte) 8).order(ByteOrder.LITTLE_ENDIAN);
        }
        return Files.write(folder.resolve("scan" + pairs + ".pcap"), file.array())
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"media", "media --format csv"})
    void itIsToldBesideATableOfStreams(String command) throws IOException {
        Run run = Run.of(command + " " + scanned(Limits.FLOWS + 7));

        assertThat(run.err()).containsOnlyOnce(TOLD);
    }

    @Test
    void itIsToldInTheFindings() throws IOException {
        String files = "src/test/resources/captures/gen-call-udp.pcap " + scanned(Limits.FLOWS + 7);

        assertThat(Run.of("diagnose " + files).out().replaceAll("\\s+", " ")).containsOnlyOnce(TOLD);
        assertThat(Run.of("diagnose --format json " + files).out())
                .contains("\"reason\":\"flood\",\"detail\":\"flows 32768 7\"");
    }

    @Test
    void asManyAsAreCountedAreNotWorthAWord() throws IOException {
        String scan = scanned(Limits.FLOWS);

        assertThat(Run.of("media " + scan).err()).doesNotContain("not counted");
        assertThat(Run.of("media --format json " + scan).out()).contains("\"complete\" : true");
    }
}
