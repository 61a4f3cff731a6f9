package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.HeldCapture;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/** All rules together on real captures and on damaged ones: none throws, and what they find can be said. */
@BesideOthers
class EveryRuleTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());
    private static final List<FindingTexts> WORDS = LANGUAGES.all().stream()
            .map(language -> FindingTexts.load(LANGUAGES, language))
            .toList();
    private static final int ROUNDS = 20;
    private static final String[] SPLICES = {
        "\r\n",
        "\r\n\r\n",
        "\"",
        "<",
        ">",
        ",",
        ";",
        "=",
        ":",
        "@",
        "\0",
        "\u00ff",
        "CSeq: 1 INVITE\r\n",
        "INVITE ",
        "SIP/2.0 481 X\r\n",
        "SIP/2.0 600 X\r\n",
        "Retry-After: 99999999999\r\n",
        "Contact: <>\r\n",
        "Reason: Q.850;text=\"\r\n",
        "Warning: 3\r\n",
        ";tag=",
        "Content-Length: 7\r\n"
    };

    private final Random random = new Random(3261);

    static List<Path> files() {
        return HeldCapture.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCaptureCanBeExamined(Path file) {
        HeldCapture.read(file).findings().values().forEach(EveryRuleTest::check);
    }

    /** Which is read with less work by most rules. */
    @ParameterizedTest
    @MethodSource("files")
    void aDescriptionIsTheSameAsInTheMessageReadInFull(Path file) {
        assertThat(HeldCapture.read(file).messages())
                .allSatisfy(message -> assertThat(Sdp.in(message.bytes()))
                        .isEqualTo(SipMessage.parse(message.bytes()).sdp()));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damagedMessagesCanBeExamined(String name) {
        var original = HeldCapture.read(name);
        for (int i = 0; i < ROUNDS; i++) {
            original.damaged(this::damaged).findings().values().forEach(EveryRuleTest::check);
        }
    }

    static List<String> damaged() {
        return List.of(
                "gen-proxy.pcap",
                "gen-lossy.pcap",
                "gen-challenges.pcap",
                "gen-asterisk.pcap",
                "gen-hold-tcp.pcap",
                "gen-no-ack.pcap",
                "gen-pjsua.log");
    }

    @Test
    void aHealthyCallHasNothingToSay() {
        assertThat(HeldCapture.read("gen-call-udp.pcap").findings().values())
                .isNotEmpty()
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    private static void check(List<Finding> findings) {
        for (Finding finding : findings) {
            assertThat(finding.evidence()).as(finding.kind().id()).isNotEmpty();
            for (FindingTexts words : WORDS) {
                FindingText text = words.of(finding);
                assertThat(text.title()).isNotBlank();
                assertThat(text.what()).isNotBlank();
            }
        }
    }

    private byte[] damaged(byte[] original) {
        byte[] message = original;
        for (int changes = random.nextInt(4); changes > 0 && message.length > 0; changes--) {
            int at = random.nextInt(message.length);
            int length = Math.min(random.nextInt(12), message.length - at);
            message = switch (random.nextInt(4)) {
                case 0 -> spliced(message, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> spliced(message, at, length, new byte[0]);
                case 2 -> Arrays.copyOf(message, at);
                default ->
                    spliced(
                            message,
                            at,
                            0,
                            SPLICES[random.nextInt(SPLICES.length)].getBytes(StandardCharsets.ISO_8859_1));
            };
        }
        return message;
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] put) {
        byte[] result = new byte[bytes.length - cut + put.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(put, 0, result, at, put.length);
        System.arraycopy(bytes, at + cut, result, at + put.length, bytes.length - at - cut);
        return result;
    }
}
