package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;

/** Answers of searches, whose hits stand in one line of JSON, with some among them that are about something else. */
class JsonAnswersTest {

    private static final int HITS = 300;

    private static String hit(String message) {
        return """
            {"micro_ts": 1772359201250000, "date": "2026-03-01", "srcIp": "192.0.2.1", "srcPort": 5060, \
            "dstIp": "192.0.2.2", "dstPort": 5060, "data": "%s"}\
            """.formatted(Samples.wire(message).replace("\r\n", "\\r" + "\\n"));
    }

    private static String answer(int hits) {
        return IntStream.range(0, hits)
                .mapToObj(number -> number % 3 == 2
                        ? "{\"level\": \"info\", \"uptime\": " + number + "}"
                        : hit(Samples.INVITE.replace("sample-1", "sample-" + number)))
                .collect(Collectors.joining(",", "{\"hits\": [", "]}\n"));
    }

    @Test
    void aHitThatSaysNothingDoesNotBringBackTheOthers() {
        Collected found = Collected.of(answer(HITS));

        assertThat(found.messages).hasSize(HITS / 3 * 2);
        assertThat(found.callIds()).isEqualTo(HITS / 3 * 2);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void twiceAsManyHitsAreTwiceTheWork() {
        allocated(HITS);
        long once = allocated(HITS);

        assertThat(allocated(2 * HITS)).isLessThan(3 * once);
    }

    private static long allocated(int hits) {
        String answer = answer(hits);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Collected.of(answer);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aSlashMayBeEscaped() {
        String oneLine = "[" + hit(Samples.INVITE).replace("/", "\\/") + ", "
                + hit(Samples.BUSY).replace("/", "\\/") + "]\n";
        String indented = oneLine.replace("[", "[\n")
                .replace("{", "{\n")
                .replace(", ", ",\n")
                .replace("}", "\n}")
                .replace("]", "\n]");

        for (String json : new String[] {oneLine, indented}) {
            Collected found = Collected.of(json);
            assertThat(found.startLines())
                    .containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
            assertThat(found.messages).allMatch(message -> message.source().equals(new Endpoint("192.0.2.1", 5060)));
        }
    }

    @Test
    void microsecondsSayMoreThanADate() {
        assertThat(Collected.of("[" + hit(Samples.INVITE) + "]\n").only().time())
                .isEqualTo(1_772_359_201_250_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"source\": \"sbc1\"', ''",
        "'\"from\": \"sbc1.example.com\"', ''",
        "'\"source\": \"192.0.2.1\"', 192.0.2.1",
        "'\"source\": \"sbc1:5060\"', sbc1",
        "'\"source\": \"2001:db8::1\"', 2001:db8::1",
        "'\"source\": \"sbc1.example.com\", \"destination\": \"192.0.2.2:5060\"', sbc1.example.com",
        "'\"src\": \"sbc1\"', sbc1",
        "'\"from\": \"alice\", \"fromip\": \"192.0.2.1\"', 192.0.2.1"
    })
    void theMachineThatWroteALineIsNotWhoSentTheMessage(String fields, String host) {
        String hit = "{\"time\": 1772359201250000, " + fields + ", \"message\": \""
                + Samples.wire(Samples.INVITE).replace("\r\n", "\\r\\n") + "\"}\n";

        assertThat(Collected.of(hit).only().source().host()).isEqualTo(host);
    }
}
