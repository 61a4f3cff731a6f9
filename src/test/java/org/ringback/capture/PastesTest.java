package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable.Reason;

/** What people paste and tools print: all messages, as many times, as many with both addresses known. */
class PastesTest {

    @ParameterizedTest
    @CsvSource({
        "R01-double-spaced.txt, 3, 3, 3",
        "R02a-one-message-per-line.txt, 3, 3, 3",
        "R02b-all-in-one-line.txt, 3, 3, 3",
        "R03a-ansi-start-word.txt, 3, 3, 3",
        "R03b-ansi-header-names.txt, 3, 3, 3",
        "R03c-ansi-each-line.txt, 3, 3, 3",
        "R04-ngrep-quoted.txt, 3, 3, 3",
        "R05a-sngrep-quoted.txt, 3, 3, 3",
        "R05b-sngrep-docker.txt, 3, 3, 3",
        "R05c-sngrep-html-escaped.txt, 3, 3, 3",
        "R05d-hash-before-arrow.txt, 3, 0, 3",
        "R06a-bellesip.txt, 3, 3, 0",
        "R06b-jain-xml.txt, 3, 3, 3",
        "R06c-drachtio.txt, 3, 3, 1",
        "R06d-ipoffice.txt, 3, 3, 3",
        "R06e-tracesm.txt, 3, 3, 3",
        "R06f-sipsorcery.txt, 3, 0, 3",
        "R06g-oracle-local.txt, 3, 3, 3",
        "R06h-json-src-dst.txt, 3, 3, 3",
        "R07a-sent-received-cube.txt, 3, 3, 0",
        "R07b-sent-received-jssip.txt, 3, 0, 0",
        "R09-remark-behind-caret-M.txt, 3, 3, 0",
        "R10-email-protected.txt, 3, 3, 3",
        "R11a-html-escaped-from.txt, 3, 0, 0",
        "R11b-html-br.txt, 3, 3, 3",
        "R12-docker-json-file.txt, 3, 3, 3",
        "R13-bold-start-line.txt, 3, 0, 0",
        "R15a-nbsp.txt, 3, 0, 0",
        "R15b-zero-width.txt, 3, 0, 0",
        "R16a-line-numbers-pipe.txt, 3, 3, 3",
        "R16b-grep-n-context.txt, 3, 3, 3",
        "R17-tshark-ek.txt, 8, 8, 8",
        "R18-cr-only.txt, 3, 3, 3",
        "field-03-oneline-blog.txt, 6, 6, 0",
        "field-04-sonus-dbg.log, 4, 4, 0",
        "field-07-sipjs-doublespaced.txt, 5, 5, 0",
        "field-08-bellesip-indented.txt, 4, 4, 0",
        "field-25-restcomm-docker.log, 4, 4, 4",
        "field-29-chrome-ws-table.txt, 4, 2, 0",
        "field-33-ngrep-quoted.txt, 4, 0, 4",
        "field-36-sngrep-screen.txt, 1, 0, 0",
        "field-50-jssip-glued.txt, 7, 0, 0",
        "field-63-jabber-doublespaced.txt, 3, 3, 0",
        "field-64-jabber-flattened.txt, 2, 2, 0",
        "field-69-ipo-sysmon.log, 4, 4, 4",
        "field-72-avaya-incoming.log, 3, 3, 0",
        "tool-copy-c-array.txt, 1, 0, 0",
        "tool-copy-escaped-string.txt, 1, 0, 0",
        "tool-copy-hex-stream.txt, 1, 0, 0",
        "tool-copy-printable.txt, 8, 0, 0",
        "tool-tshark-follow-ascii.txt, 8, 0, 8",
        "tool-tshark-follow-raw.txt, 8, 0, 8",
        "tool-tshark-follow-yaml.txt, 8, 8, 8",
        "tool-xxd-of-pcap.txt, 8, 8, 8",
        "tool-od-of-pcap.txt, 8, 8, 8",
        "nul300.log, 27, 27, 0",
        "lostbefore-gen-unanswered-icmp.ngrep.txt, 28, 0, 28"
    })
    void givesAllMessagesWithWhatIsSaidOfThem(String name, int messages, int timed, int placed) throws IOException {
        Recorder read = Recorder.read(paste(name));

        assertThat(read.texts).hasSize(messages);
        assertThat(read.messages.stream().filter(message -> message.time() != Captured.NO_TIME))
                .hasSize(timed);
        assertThat(read.messages.stream().filter(PastesTest::placed)).hasSize(placed);
        assertThat(read.texts.stream().filter(text -> text.matches("(?is).*\\n(Call-ID|i) ?:.*")))
                .hasSizeGreaterThan(messages - 2);
    }

    private static boolean placed(Captured message) {
        return !message.source().host().isEmpty()
                && !message.destination().host().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "R08c-us-date.txt, 2024-05-26T10:15:00.100",
        "R08d-two-clocks.txt, 2024-05-06T10:15:00.123",
        "R08e-gmt-offset.txt, 2024-05-06T04:45:00Z",
        "R08f-pm.txt, 2024-05-06T22:15:00",
        "R08g-epoch.txt, 2024-05-06T10:15:00.123456Z"
    })
    void aTimeIsReadAsItIsMeant(String name, String first) throws IOException {
        Instant meant = first.endsWith("Z")
                ? Instant.parse(first)
                : LocalDateTime.parse(first).atZone(ZoneId.systemDefault()).toInstant();
        assertThat(Recorder.read(paste(name)).messages.getFirst().time())
                .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, meant));
    }

    @ParameterizedTest
    @CsvSource({"R08a-no-date.txt", "R08b-no-year.txt"})
    void aDateThatIsNotSaidStaysUnknown(String name) throws IOException {
        assertThat(Recorder.read(paste(name)).messages)
                .hasSize(3)
                .noneMatch(message -> message.time() == Captured.NO_TIME || Captured.dated(message.time()));
    }

    @ParameterizedTest
    @CsvSource({
        "field-53-sngrep-ladder-only.txt, sngrep",
        "field-75-asterisk-notices-only.log, asterisk",
        "field-77-oneline-summaries.log, unknown"
    })
    void aLogWithoutMessagesIsKnownByItsProduct(String name, String product) throws IOException {
        assertThat(Recorder.read(paste(name)).unusable)
                .singleElement()
                .satisfies(part -> assertThat(part.reason()).isEqualTo(Reason.SILENT_LOG))
                .satisfies(part -> assertThat(part.detail()).isEqualTo(product));
    }

    @Test
    void whoWroteTheLogSentWhatItSaysWasSent() throws IOException {
        var messages = Recorder.read(paste("R07a-sent-received-cube.txt")).messages;
        assertThat(messages.get(0).destination()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(messages.get(1).source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(messages.get(1).destination()).isEqualTo(Endpoint.UNKNOWN);
    }

    private static byte[] paste(String name) throws IOException {
        try (InputStream resource = PastesTest.class.getResourceAsStream("/pastes/" + name)) {
            return resource.readAllBytes();
        }
    }
}
