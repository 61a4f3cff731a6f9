package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of messages that a terminal broke at its edge and a mail program at its blanks. */
class WrappedLinesTest {

    private static final String LONG_URI =
            "sip:+4989123456;ext=77;phone-context=+49@a-long-name-of-a-trunk.interconnect.example.com:5060;user=phone";

    private static final String ALLOW =
            "INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY, REFER, UPDATE, PRACK, INFO, MESSAGE";

    private static final String VIA = "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + "0123456789".repeat(6) + "-1";

    private static final String INVITE = Samples.INVITE
            .replace("sip:bob@example.com SIP/2.0", LONG_URI + " SIP/2.0")
            .replace("SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1", VIA)
            .replace("Content-Type", "Allow: " + ALLOW + "\nContent-Type");

    private static String atEdge(String text, int width) {
        return text.lines().flatMap(line -> pieces(line, width).stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> pieces(String line, int width) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at == 0 || at < line.length(); at += width) {
            pieces.add(line.substring(at, Math.min(line.length(), at + width)));
        }
        return pieces;
    }

    private static String atBlanks(String text, int width, String before, String beforeRest) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.lines().toList()) {
            StringBuilder one = new StringBuilder(before);
            for (String word : line.split(" ", -1)) {
                if (one.length() > before.length() && one.length() + word.length() > width) {
                    lines.append(one.toString().stripTrailing()).append('\n');
                    one = new StringBuilder(beforeRest);
                }
                one.append(word).append(' ');
            }
            lines.append(one.toString().stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    private static void isWhole(Collected found) {
        assertThat(found.startLines()).containsExactly("INVITE " + LONG_URI + " SIP/2.0");
        assertThat(Collected.header(found.only(), "Via")).isEqualTo(VIA);
        assertThat(Collected.header(found.only(), "Allow")).isEqualTo(ALLOW);
        assertThat(found.unusable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 72, 80})
    void whatATerminalBrokeIsOneLineAgain(int width) {
        isWhole(Collected.of(atEdge(INVITE, width)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "> "})
    void whatAMailProgramBrokeIsOneLineAgain(String beforeRest) {
        isWhole(Collected.of(atBlanks(INVITE, 72, "> ", beforeRest)));
    }

    @Test
    void aLineOfTheLogBetweenTheHeadersIsNoRestOfOne() {
        String allow = "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY, REFER,";
        String log = Samples.INVITE.replace(
                "Content-Type", allow + "\nrtp engine: no candidates for stream 1\nContent-Type");

        assertThat(Collected.header(Collected.of(log).only(), "Allow")).isEqualTo(allow.substring(7));
    }

    @Test
    void linesThatWereCutAtOneWidthHaveNoRest() {
        String text = INVITE.replace(LONG_URI, "sip:bob@example.com")
                .replace("Content-Type", "Unknown-Name: 1\nContent-Type");
        String cut = text.lines()
                .map(line -> line.substring(0, Math.min(line.length(), 70)))
                .collect(Collectors.joining("\n", "", "\n"));

        var message = Collected.of(cut).only();

        assertThat(Collected.header(message, "Allow")).isEqualTo(ALLOW.substring(0, 63));
        assertThat(Collected.header(message, "Unknown-Name")).isEqualTo("1");
    }

    @Test
    void aMessageBehindOneThatWasCutIsNoRestOfIt() {
        String cut = Samples.INVITE.lines().limit(4).collect(Collectors.joining("\n", "", "\n"));
        String line = "10:00:01.250 " + ".".repeat(60) + " from UDP 192.0.2.2:5060:\n";

        assertThat(Collected.of(cut + line + Samples.TRYING + line + Samples.BUSY)
                        .startLines())
                .containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying", "SIP/2.0 486 Busy Here");
    }

    @Test
    void aHeaderIsNotJoinedWithoutEnd() {
        allocated(2000);
        long once = allocated(2000);

        assertThat(allocated(8000)).isLessThan(6 * once);
    }

    private static long allocated(int lines) {
        String text = Samples.INVITE.replace("Content-Type", ("x".repeat(80) + "\n").repeat(lines) + "Content-Type");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Collected.of(text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
