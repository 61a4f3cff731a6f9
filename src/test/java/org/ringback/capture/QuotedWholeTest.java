package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.text.QuotedWhole;

/** Dumps and trees of packets with a mark before each line. */
class QuotedWholeTest {

    private static final String DUMP = """
        0000  02 00 00 00 00 01 02 00 00 00 00 02 08 00 45 00   ..............E.
        0010  00 30 00 01 40 00 40 11 e9 b7 0a 09 08 07 cb 00   .0..@.@.........
        0020  71 42 13 c4 13 d8 00 1c 00 00 49 4e 56 49 54 45   qB........INVITE
        """;
    private static final String TREE = """
        Frame 1: 580 bytes on wire
        Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2
        Session Initiation Protocol (INVITE)
            Request-Line: INVITE sip:bob@example.com SIP/2.0
        """;

    private static String without(String text) {
        return QuotedWhole.of(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)))
                .map(bytes ->
                        new String(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String marked(String text, String mark) {
        return text.lines().reduce("", (all, line) -> all + mark + line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", ">> ", "> > ", "| ", "    ", "\t"})
    void theMarkIsTakenOff(String mark) {
        assertThat(without(marked(TREE, mark))).isEqualTo(TREE);
    }

    @Test
    void numbersOfLinesAreTakenOffADump() {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String line : DUMP.lines().toList()) {
            numbered.append(++number).append('\t').append(line).append('\n');
        }
        assertThat(without(numbered.toString())).isEqualTo(DUMP);
        assertThat(without(marked(DUMP, "> "))).isEqualTo(DUMP);
    }

    @Test
    void whatHasNoMarkOrIsNoDumpStaysAsItIs() {
        assertThat(without(DUMP)).isEmpty();
        assertThat(without(TREE)).isEmpty();
        assertThat(without("> INVITE sip:bob@example.com SIP/2.0\n> Via: SIP/2.0/UDP 192.0.2.1\n> To: <sip:bob@x>\n"))
                .isEmpty();
    }
}
