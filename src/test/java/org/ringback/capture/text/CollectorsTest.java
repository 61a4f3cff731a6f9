package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;

/** What collectors of logs and of SIP export: each message once, with the time and the addresses that its record has. */
class CollectorsTest {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint DESTINATION = new Endpoint("192.0.2.2", 5061);

    /** 2024-05-06T10:15:00.123456Z. */
    private static final long TIME = 1_714_990_500_123_456L;

    private static String escaped(String message) {
        return Samples.wire(message).replace("\"", "\\\"").replace("\r\n", "\\r\\n");
    }

    private static String record(String shape, String message) {
        return shape.replace("MESSAGE", escaped(message));
    }

    private static void givesBoth(String shape) {
        String text = record(shape, Samples.INVITE) + "\n" + record(shape, Samples.BUSY) + "\n";
        Collected found = Collected.of(text);

        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.messages).allMatch(message -> message.time() / 1000 == TIME / 1000);
        assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(found.messages).allMatch(message -> message.destination().equals(DESTINATION));
        assertThat(found.unusable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"create_date\":\"2024-05-06T10:15:09Z\",\"protocol_header\":\"{\\\"srcIp\\\":\\\"192.0.2.1\\\","
                        + "\\\"srcPort\\\":5060,\\\"dstIp\\\":\\\"192.0.2.2\\\",\\\"dstPort\\\":5061,"
                        + "\\\"timeSeconds\\\":1714990500,\\\"timeUseconds\\\":123456}\",\"raw\":\"MESSAGE\"}",
                "{\"time_sec\":1714990500,\"time_usec\":123456,\"src\":\"192.0.2.1:5060\",\"dst\":\"192.0.2.2:5061\","
                        + "\"payload\":\"MESSAGE\"}",
                "{\"timestamp\":\"1714990500.123456\",\"saddr\":\"192.0.2.1\",\"sport\":\"5060\","
                        + "\"daddr\":\"192.0.2.2\",\"dport\":\"5061\",\"data\":\"MESSAGE\"}",
                "{\"ts\":{\"$date\":\"2024-05-06T10:15:00.123Z\"},\"src\":{\"ip\":\"192.0.2.1\",\"port\":5060},"
                        + "\"dst\":{\"ip\":\"192.0.2.2\",\"port\":5061},\"sip\":\"MESSAGE\"}",
                "{\"attributes\":{\"timestamp\":\"2024-05-06T10:15:00.123Z\",\"message\":\"MESSAGE\",\"attributes\":"
                        + "{\"network\":{\"client\":{\"ip\":\"192.0.2.1\",\"port\":\"5060\"},"
                        + "\"destination\":{\"ip\":\"192.0.2.2\",\"port\":\"5061\"}}}}}",
                "2024-05-06T10:15:00.123Z\tDEBUG\tsip/transport.go:77\tsent\t"
                        + "{\"src\":\"192.0.2.1:5060\",\"dst\":\"192.0.2.2:5061\",\"msg\":\"MESSAGE\"}",
                "{\"rows\":[[\"2024-05-06T10:15:00.123Z\",\"192.0.2.1:5060\",\"192.0.2.2:5061\",\"MESSAGE\"]]}",
                "{\"Date\":\"2024-05-06\",\"Time\":\"10:15:00.123\",\"src\":\"192.0.2.1:5060\","
                        + "\"dst\":\"192.0.2.2:5061\",\"text\":\"MESSAGE\"}",
                "{\"seen_by_probe\":\"2024-05-06 10:15:00.123\",\"src\":\"192.0.2.1:5060\","
                        + "\"dst\":\"192.0.2.2:5061\",\"full_message\":\"MESSAGE\",\"message\":\"MESSAGE\"}",
                "{\n"
                        + " \"fields\": {\n"
                        + "  \"@timestamp\": [\n"
                        + "   \"2024-05-06T10:15:00.123Z\"\n"
                        + "  ],\n"
                        + "  \"event.original\": [\n"
                        + "   \"MESSAGE\"\n"
                        + "  ],\n"
                        + "  \"source.ip\": [\n"
                        + "   \"192.0.2.1\"\n"
                        + "  ],\n"
                        + "  \"source.port\": [\n"
                        + "   5060\n"
                        + "  ],\n"
                        + "  \"destination.ip\": [\n"
                        + "   \"192.0.2.2\"\n"
                        + "  ],\n"
                        + "  \"destination.port\": [\n"
                        + "   5061\n"
                        + "  ]\n"
                        + " }\n"
                        + "}",
                "{\n"
                        + " \"timestamp\": \"2024-05-06T10:15:00.123Z\",\n"
                        + " \"jsonPayload\": {\n"
                        + "  \"message\": \"MESSAGE\"\n"
                        + " },\n"
                        + " \"src\": \"192.0.2.1:5060\",\n"
                        + " \"dst\": \"192.0.2.2:5061\"\n"
                        + "}"
            })
    void aRecordSaysWhenAndWhere(String shape) {
        givesBoth(shape);
    }

    @Test
    void journaldWritesBytesAsNumbers() {
        String invite = Samples.wire(Samples.INVITE);
        String numbers = invite.getBytes(StandardCharsets.ISO_8859_1).length
                + invite.chars().mapToObj(Integer::toString).collect(Collectors.joining(",", ":[", "]"));
        String line = "{\"__REALTIME_TIMESTAMP\":\"1714990500123456\",\"MESSAGE\""
                + numbers.substring(numbers.indexOf(':')) + "}\n";

        Collected found = Collected.of(line);
        assertThat(Collected.text(found.only())).isEqualTo(invite);
        assertThat(found.only().time()).isEqualTo(TIME);
    }

    @Test
    void severalMessagesOfOneRecordAreAllThere() {
        Collected found = Collected.of("{\"sent\":\"" + escaped(Samples.INVITE) + "\",\"received\":\""
                + escaped(Samples.TRYING) + "\",\"later\":[\"" + escaped(Samples.BUSY) + "\",\""
                + escaped(Samples.BUSY.replace("486 Busy Here", "487 Request Terminated"))
                + "\"],\"seen\":[{\"by\":\"probe-1\"},{\"by\":\"probe-2\"}]}\n");

        assertThat(found.startLines())
                .containsExactly(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "SIP/2.0 100 Trying",
                        "SIP/2.0 486 Busy Here",
                        "SIP/2.0 487 Request Terminated");
    }

    @Test
    void aStartLineBesideWholeMessagesIsASummary() {
        Collected found = Collected.of("{\"messages\":[{\"timeSeconds\":1714990500,\"raw\":\"" + escaped(Samples.INVITE)
                + "\"}],\"calldata\":[{\"id\":1,\"method_text\":\"INVITE sip:bob@example.com SIP/2.0\"}]}\n");

        assertThat(found.messages).hasSize(1);
    }
}
