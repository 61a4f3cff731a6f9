package org.ringback.capture.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.indented;
import static org.ringback.capture.text.Samples.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Unusable.Reason;

/** Text that is damaged, or made to do harm: nothing is thrown, nothing hangs. */
@BesideOthers
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final int ROUNDS = 3000;

    @Test
    void oneLineOfManyMegabytes() {
        Collected found = Collected.of("x".repeat(32 << 20) + "\n" + TRYING);

        assertThat(found.startLines()).containsExactly("SIP/2.0 100 Trying");
    }

    @Test
    void aHeaderThatNeverEnds() {
        Collected found = Collected.of(TRYING.replace("sample-1", "s".repeat(8 << 20)) + TRYING);

        assertThat(found.reasons()).contains(Reason.LIMIT);
        assertThat(found.messages.getLast().bytes().byteSize()).isEqualTo(TRYING.length());
    }

    @Test
    void aMessageThatNeverEnds() {
        Collected found = Collected.of(
                INVITE.replace("87", "999999999").replace("application/sdp", "text/plain") + "more\n".repeat(1 << 20));

        assertThat(found.only().bytes().byteSize()).isLessThanOrEqualTo(MessageCollector.LARGEST);
        assertThat(found.reasons()).containsExactly(Reason.LIMIT);
    }

    @Test
    void manyMessagesThatNeverEnd() {
        String begun = INVITE.substring(0, INVITE.indexOf("Content-Type"));

        assertThat(Collected.of(begun.repeat(20_000)).messages).hasSize(20_000);
    }

    @Test
    void manyStartLinesAndFramesAlone() {
        Collected.of("SIP/2.0 200 OK\n".repeat(20_000));
        Collected.of("a b SIP/2.0 SIP/2.0 SIP/2.0\n".repeat(30_000));
        Collected.of("recv 999999999 bytes from tcp/[192.0.2.1]:5060 at 10:00:00.000000:\n".repeat(20_000));
        Collected.of("U 192.0.2.1:5060 -> 192.0.2.2:5060\n".repeat(30_000));
        Collected.of("1:1:1:1:1:1 > > > SIP/ #012 \\n \n".repeat(30_000));
    }

    @Test
    void manySessionsThatNeverEnd() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            log.append("[S=1] [SID=a:1:")
                    .append(i)
                    .append("] ---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #0"
                            + " (a) UDP TO(#3) SocketID(7) ----\n[S=2] [SID=a:1:")
                    .append(i)
                    .append("] SIP/2.0 100 Trying\n");
        }

        Collected.of(log.toString());
    }

    @Test
    void xmlThatNeverEnds() {
        String node = "<sipTrace><branchNode><message><![CDATA[" + INVITE;
        assertThat(Collected.of(node + "more\n".repeat(1 << 20)).reasons()).contains(Reason.LIMIT);
        Collected.of("<sipTrace>" + "<branchNode><message>x".repeat(30_000));
        Collected.of("<sipTrace>" + "<message></message>".repeat(30_000));
    }

    @Test
    void manyRecordsAndQuotationsThatNeverEnd() {
        Collected.of("a x=\"SIP/2.0\n".repeat(30_000));
        Collected.of("got 'SIP/2.0 200 OK\n".repeat(30_000));
        Collected.of("\f\n\n".repeat(100_000) + "\fPage 1\n".repeat(30_000));
        Collected.of("INSERT INTO t VALUES (1,'no SIP/2.0'" + ")".repeat(1 << 20) + "\n");
        Collected.of("Start-Line: SIP/2.0 200 OK\nDirection: in\n".repeat(30_000));
        Collected.of("'SIP/2.0 200 OK\\r\\n'\n" + "'a'\n".repeat(200_000));
        Collected.of(" 53 49 50 2f\n".repeat(100_000) + "SIP/2.0 ".repeat(2));
        Collected.of("53:49:50:".repeat(200_000) + " SIP/2.0\n" + "83, 73, ".repeat(200_000) + "\n");
        Collected.of("U0lQLzIuMCAyMDAgT0sNClZpYTogU0lQLzIuMC9VRFAg\n".repeat(50_000));
    }

    @Test
    void damagedLogs() throws IOException {
        Random random = new Random(20260301);
        List<byte[]> samples = new ArrayList<>();
        for (String name : List.of(
                "asterisk-full.log",
                "kamailio.log",
                "sofia-tport.log",
                "baresip.log",
                "pjsua.log",
                "sipp-messages.log",
                "refused.ngrep.txt",
                "cancelled.tcpdump.txt")) {
            byte[] log = resource("/captures/gen-" + name);
            samples.add(java.util.Arrays.copyOf(log, Math.min(log.length, 12_000)));
        }
        samples.add(("[S=1] [SID=a:1:1] ---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #0 (a) UDP TO(#3)"
                        + " ---- #012 [Time:19-12@12:44:54.873]\n"
                        + "[S=2] [SID=a:1:1] "
                        + wire(INVITE).replace("\r\n", " #012"))
                .getBytes(ISO_8859_1));
        samples.add(("<sipTrace><branchNode><time>2026-03-01T10:00:01Z</time><message><![CDATA[" + wire(INVITE)
                        + "]]></message></branchNode></sipTrace>")
                .getBytes(ISO_8859_1));
        samples.add("""
            Frame 1: 9
            Session Initiation Protocol
              Request-Line: OPTIONS sip:a SIP/2.0
              Message Header
                Via: SIP/2.0/UDP a
              Message Body
                Session Description Protocol
                  Version (v): 0
            """.getBytes(ISO_8859_1));
        samples.add(indented(INVITE + TRYING, "Mar  1 10:00:01 h k[1]: ").getBytes(ISO_8859_1));
        samples.add(
                (wire(TRYING).replace("\r\n", "#015#012") + "\n" + wire(INVITE).replace("\r\n", "\\r\\n"))
                        .getBytes(ISO_8859_1));
        samples.add(("recv 99 bytes from tcp/192.0.2.1:5060 at 10:00:00.000000:\n"
                        + wire(INVITE).substring(0, 99)
                        + "\u000B\nrecv 99 bytes from tcp/192.0.2.1:5060 at 10:00:00.000000:\n"
                        + wire(INVITE).substring(99, 198) + "\u000B\n")
                .getBytes(ISO_8859_1));

        for (int i = 0; i < ROUNDS; i++) {
            Collected found = Collected.of(damaged(samples.get(i % samples.size()), random));
            assertThat(found.messages.size() + found.unusable.size()).isPositive();
        }
    }

    /** A few bytes changed, parts left out, doubled or moved. */
    private static byte[] damaged(byte[] sample, Random random) {
        byte[] bytes = sample.clone();
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(200));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\n\r \u000B\u001B:.<>-#\\09/[]".charAt(random.nextInt(17));
                case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                case 3 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(500)));
                default -> {
                    byte[] rest = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
                    bytes = java.util.Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(rest, 0, bytes, at + length, rest.length);
                }
            }
        }
        return bytes;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = HostileTextTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
