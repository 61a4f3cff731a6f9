package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of real programs: as many messages of each kind as one regular expression counts in them. */
class CorpusLogsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen-asterisk-full.log",
                "gen-baresip.log",
                "gen-cancelled.tcpdump.txt",
                "gen-kamailio.log",
                "gen-pjsua.log",
                "gen-pjsua-callee.log",
                "gen-refused.ngrep.txt",
                "gen-sipp-messages.log",
                "gen-sofia-tport.log"
            })
    void givesTheMessagesOfTheTruth(String name) throws IOException {
        Collected collected = Collected.of(resource(name));

        Map<String, Integer> truth = new TreeMap<>();
        long callIds = 0;
        for (String row : new String(resource(name + ".tsv"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            int last = row.lastIndexOf('\t');
            if (row.startsWith("request\t") || row.startsWith("response\t")) {
                truth.put(row.substring(0, last), Integer.valueOf(row.substring(last + 1)));
            } else if (row.startsWith("call_ids\t")) {
                callIds = Long.parseLong(row.substring(last + 1));
            }
        }
        assertThat(collected.counts()).isEqualTo(truth);
        assertThat(collected.callIds()).isEqualTo(callIds);
        assertThat(collected.unusable).isEmpty();
        assertThat(collected.messages).allSatisfy(message -> {
            String text = Collected.text(message);
            int body = Math.max(text.indexOf("\r\n\r\n") + 4, text.indexOf("\n\n") + 2);
            String wire = text.substring(body).replace("\r\n", "\n").replace("\n", "\r\n");
            String length = Collected.header(message, "Content-Length");
            assertThat(wire.length()).isBetween(Integer.parseInt(length) - 2, Integer.parseInt(length));
        });
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CorpusLogsTest.class.getResourceAsStream("/captures/" + name)) {
            return in.readAllBytes();
        }
    }
}
