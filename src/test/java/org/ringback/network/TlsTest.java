package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.network.Wire.ACK;
import static org.ringback.network.Wire.hex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.CertificateFault.Verdict;
import org.ringback.network.TlsUnanswered.Ending;

/** How TLS begins, or does not. */
class TlsTest {

    private static final byte UNKNOWN_CA = 48;

    /** A ClientHello without extensions. */
    private static final byte[] HELLO = hex("160301002f 0100002b 0303" + "00".repeat(32) + "00 0002c02f 0100 0000");

    @ParameterizedTest
    @ValueSource(strings = {"tls12-good.pcap", "tls13-good.pcap"})
    void allIsWell(String file) {
        assertThat(Seen.in(file).all()).hasOnlyElementsOfType(ConnectionClosed.class);
    }

    @Test
    void anAlertTellsWhatWasBegun() {
        TlsAlert alert = Seen.the(Seen.in("tls-protocol-version.pcap"), TlsAlert.class);

        assertThat(alert.name()).isEqualTo("protocol_version");
        assertThat(alert.fatal()).isTrue();
        assertThat(alert.from().port()).isEqualTo(5061);
        assertThat(alert.hello().orElseThrow().serverName()).isEqualTo("sip.example.com");
        assertThat(alert.hello().orElseThrow().versions()).containsExactly(0x0303);
    }

    @Test
    void aCertificateThatHasRunOutIsRefused() {
        NetworkEvents events = Seen.in("tls12-expired-refused.pcap");
        CertificateFault fault = Seen.the(events, CertificateFault.class);

        assertThat(fault.flaws()).containsExactly(Flaw.EXPIRED);
        assertThat(fault.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(fault.certificate().names()).containsExactly("sip.example.com", "sip:sip.example.com");
        assertThat(fault.certificate().notAfter()).isEqualTo(1_704_067_200_000_000L);
        assertThat(fault.seen().source().port()).isEqualTo(5061);
        assertThat(Seen.the(events, TlsAlert.class).name()).isEqualTo("certificate_expired");
    }

    @Test
    void whoDoesNotCheckTakesItAllTheSame() {
        assertThat(Seen.the(Seen.in("tls12-expired-taken.pcap"), CertificateFault.class)
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void tls13HidesTheCertificateButNotTheAlert() {
        NetworkEvents events = Seen.in("tls13-expired-refused.pcap");

        assertThat(Seen.all(events, CertificateFault.class)).isEmpty();
        assertThat(Seen.the(events, TlsAlert.class).name()).isEqualTo("certificate_expired");
    }

    @Test
    void aCertificateMayBeginLater() {
        CertificateFault fault = Seen.the(Seen.in("tls12-not-yet-valid.pcap"), CertificateFault.class);

        assertThat(fault.flaws()).containsExactly(Flaw.NOT_YET_VALID);
        assertThat(fault.verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aCertificateMayBeForOthers() {
        CertificateFault fault = Seen.the(Seen.in("tls12-other-name.pcap"), CertificateFault.class);

        assertThat(fault.flaws()).containsExactly(Flaw.OTHER_NAME);
        assertThat(fault.hello().serverName()).isEqualTo("pbx.example.org");
        assertThat(fault.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(Seen.the(Seen.in("tls12-other-name-refused.pcap"), CertificateFault.class)
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void theServerMissesTheClientsCertificate() {
        TlsAlert alert = Seen.the(Seen.in("tls12-client-certificate.pcap"), TlsAlert.class);

        assertThat(alert.name()).isEqualTo("handshake_failure");
        assertThat(alert.from().port()).isEqualTo(5061);
    }

    @Test
    void aServerMaySayNothing() {
        TlsUnanswered unanswered = Seen.the(Seen.in("tls-unanswered.pcap"), TlsUnanswered.class);

        assertThat(unanswered.ending()).isEqualTo(Ending.SILENCE);
        assertThat(unanswered.hello().serverName()).isEqualTo("sip.example.com");
        assertThat(unanswered.hello().versions()).contains(0x0304);
    }

    /** What else is captured shows that the capture went on, messages of SIP too. */
    @ParameterizedTest
    @CsvSource({"6, 1", "4, 0"})
    void whoeverBeginsJustBeforeTheEndMayBeAnsweredLater(int seconds, int told) {
        String hello = "16 0301 002d 01 000029 0303" + "5a".repeat(32) + "00 0002 1301 01 00";

        assertThat(new Wire()
                        .client(ACK, 100, 400, hex(hello))
                        .later(seconds)
                        .events()
                        .all())
                .hasSize(told)
                .allMatch(event -> event instanceof TlsUnanswered);
    }

    @Test
    void aPortWithoutTlsAnswersSomethingElse() {
        TlsUnanswered unanswered = Seen.the(Seen.in("tls-to-plain.pcap"), TlsUnanswered.class);

        assertThat(unanswered.ending()).isEqualTo(Ending.NO_TLS);
        assertThat(unanswered.seen().frame()).isEqualTo(6);
        assertThat(unanswered.to().port()).isEqualTo(5060);
    }

    @Test
    void anAlertWithoutTlsBeforeItAnswersSomethingElse() {
        NetworkEvents events =
                new Wire().server(ACK, 100, 400, hex("15 0301 0002 02 46")).events();

        assertThat(Seen.the(events, TlsAlert.class).hello()).isEmpty();
    }

    @Test
    void anAlertThatIsEncryptedIsNotRead() {
        assertThat(new Wire()
                        .server(ACK, 100, 400, hex("15 0303 001a" + "ab".repeat(26)))
                        .events()
                        .all())
                .isEmpty();
    }

    @Test
    void piecesAreReadInTheirOrder() {
        byte[] first = Arrays.copyOfRange(HELLO, 0, 20);
        byte[] second = Arrays.copyOfRange(HELLO, 20, 30);
        byte[] third = Arrays.copyOfRange(HELLO, 30, HELLO.length);
        NetworkEvents events = new Wire()
                .client(ACK, 10, 100, first)
                .client(ACK, 40, 100, third)
                .client(ACK, 30, 100, second)
                .server(ACK, 100, 10 + HELLO.length, hex("15 0301 0002 02 28"))
                .events();

        TlsAlert alert = Seen.the(events, TlsAlert.class);
        assertThat(alert.name()).isEqualTo("handshake_failure");
        assertThat(alert.hello().orElseThrow().seen().frame()).isEqualTo(3);
        assertThat(alert.hello().orElseThrow().versions()).containsExactly(0x0303);
    }

    @Test
    void anAnswerThatWasNotCapturedIsOne() {
        NetworkEvents events = new Wire()
                .client(ACK, 10, 100, HELLO)
                .client(ACK, 10 + HELLO.length, 700)
                .events();

        assertThat(events.all()).isEmpty();
    }

    @Test
    void aResetInsteadOfAnAnswerIsToldAsBoth() {
        NetworkEvents events = new Wire()
                .client(ACK, 10, 100, HELLO)
                .server(Wire.RST | ACK, 100, 10 + HELLO.length)
                .events();

        assertThat(Seen.the(events, TlsUnanswered.class).ending()).isEqualTo(Ending.RESET);
        assertThat(Seen.all(events, ConnectionReset.class)).hasSize(1);
    }

    private static Wire again(Wire wire, int times) {
        for (int i = 0; i < times; i++) {
            wire.later(2).client(ACK, 10, 100, HELLO);
        }
        return wire;
    }

    @Test
    void whatIsNotEvenAcknowledgedGetsLost() {
        assertThat(Seen.the(again(new Wire(), 4).events(), TlsUnanswered.class).ending())
                .isEqualTo(Ending.NOT_ACKNOWLEDGED);
    }

    @Test
    void aServerThatAcknowledgesHasGotIt() {
        NetworkEvents events = again(new Wire(), 4)
                .server(ACK, 100, 10 + HELLO.length)
                .later(6)
                .client(ACK, 10 + HELLO.length, 100)
                .events();

        assertThat(Seen.the(events, TlsUnanswered.class).ending()).isEqualTo(Ending.SILENCE);
    }

    @Test
    void onceMoreIsNothingToJudgeBy() {
        assertThat(Seen.the(again(new Wire(), 2).later(6).client(ACK, 10, 100).events(), TlsUnanswered.class)
                        .ending())
                .isEqualTo(Ending.SILENCE);
    }

    @Test
    void datagramsShowThatTheCaptureGoesOn() {
        NetworkEvents events = new Wire()
                .client(ACK, 10, 100, HELLO)
                .later(6)
                .udp(true, 40_000, 40_002, new byte[] {1, 2, 3})
                .events();

        assertThat(Seen.the(events, TlsUnanswered.class).ending()).isEqualTo(Ending.SILENCE);
    }

    @Test
    void whoBeginsJustBeforeTheEndMayBeAnsweredLater() {
        assertThat(new Wire().client(ACK, 10, 100, HELLO).events().all()).isEmpty();
        assertThat(Seen.the(
                                new Wire()
                                        .client(ACK, 10, 100, HELLO)
                                        .later(6)
                                        .client(ACK, 10, 100)
                                        .events(),
                                TlsUnanswered.class)
                        .ending())
                .isEqualTo(Ending.SILENCE);
    }

    @Test
    void manyHandshakesAtOnceForgetTheOldest() {
        var wire = new Wire();
        for (int i = 0; i < 300; i++) {
            wire.tcp(1, 30_000 + i, 2, 5061, ACK, 10, 100, HELLO);
        }
        wire.later(10).tcp(1, 50_000, 2, 80, ACK, 1, 1);
        List<TlsUnanswered> told = Seen.all(wire.events(), TlsUnanswered.class);

        assertThat(told).hasSize(256);
        assertThat(told.getFirst().from().port()).isEqualTo(30_044);
    }

    @Test
    void aHelloThatIsCapturedSeveralTimesIsSentOnce() {
        Wire wire = new Wire();
        for (int copy = 0; copy < 4; copy++) {
            wire.atOnce().client(ACK, 10, 100, HELLO);
        }

        assertThat(Seen.the(wire.later(6).client(ACK, 10, 100).events(), TlsUnanswered.class)
                        .ending())
                .isEqualTo(Ending.SILENCE);
    }

    @Test
    void whoDoesNotKnowTheAuthorityDoesNotSpeakOfTheName(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/network/tls12-other-name-refused.pcap"));
        bytes[numberOfAlert(bytes)] = UNKNOWN_CA;
        Path changed = Files.write(folder.resolve("unknown-ca.pcap"), bytes).toAbsolutePath();

        NetworkEvents events = Seen.in(changed.toString());

        assertThat(Seen.the(events, TlsAlert.class).name()).isEqualTo("unknown_ca");
        assertThat(Seen.the(events, CertificateFault.class).verdict()).isEqualTo(Verdict.REFUSED_OTHERWISE);
    }

    /** Where the fatal bad_certificate of that capture has its number. */
    private static int numberOfAlert(byte[] bytes) {
        byte[] alert = hex("15 0303 0002 02 2a");
        for (int at = 0; at + alert.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + alert.length, alert, 0, alert.length)) {
                return at + alert.length - 1;
            }
        }
        throw new AssertionError("no alert");
    }
}
