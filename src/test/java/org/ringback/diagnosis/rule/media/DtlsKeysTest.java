package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.Handshakes.begins;
import static org.ringback.diagnosis.rule.media.Handshakes.clientHello;
import static org.ringback.diagnosis.rule.media.Handshakes.fingerprint;
import static org.ringback.diagnosis.rule.media.Handshakes.serverHello;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.Stuns.checks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Keys for media that two sides agree on by DTLS, or not. */
class DtlsKeysTest {

    static final byte[] CERTIFICATE = {0x30, 3, 1, 2, 3};
    static final byte[] ANOTHER = {0x30, 3, 4, 5, 6};

    static String secret(String host, int port, String fragment, String setup, String fingerprints) {
        return description(
                        host,
                        port,
                        "0 8 101",
                        "a=ice-ufrag:" + fragment + "\na=ice-pwd:0123456789012345678901\na=setup:" + setup + "\n"
                                + fingerprints)
                .replace("RTP/AVP", "UDP/TLS/RTP/SAVPF");
    }

    static String print(String function) {
        return "a=fingerprint:" + fingerprint(function, CERTIFICATE) + "\n";
    }

    static Trace answered(String offered, String chosen) {
        return SoundCall.answered(
                secret("198.51.100.1", 4000, "alic", offered, print("SHA-256")),
                secret("198.51.100.2", 6000, "bobb", chosen, print("SHA-256")));
    }

    static Trace answered() {
        return answered("actpass", "active");
    }

    static List<String> found(Trace trace) {
        return trace.found().stream().filter(id -> id.startsWith("dtls-")).toList();
    }

    static void bobSends(Trace trace, byte[] bytes) {
        trace.media("bob", 6000).sends("alice", 4000, bytes);
    }

    static void aliceSends(Trace trace, byte[] bytes) {
        trace.media("alice", 4000).sends("bob", 6000, bytes);
    }

    @Test
    void anAlertThatEndsTheHandshakeIsTold() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, serverHello());
        bobSends(trace, Handshakes.alert(2, 42));
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("dtls-alert");
        var finding = trace.the("dtls-alert");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.sightings()).hasSize(2);
        assertThat(finding.values()).containsEntry("alert", Value.of("bad_certificate"));
    }

    @Test
    void anAlertBeforeAnotherHandshakeIsSettled() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));
        trace.after(1).media("bob", 6002).sends("alice", 4000, clientHello());
        trace.media("alice", 4000).sends("bob", 6002, serverHello());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void aWarningAndASecretAlertEndNothing() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, serverHello());
        bobSends(trace, Handshakes.alert(1, 0));
        bobSends(trace, Handshakes.secretAlert());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void whoIsHeardHasKeysWhateverAnAlertSays() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));
        alice(trace).packets(200);
        bob(trace).packets(200);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void aHandshakeWithoutAnAnswerIsTold() {
        Trace trace = answered();
        begins(trace, "bob", 6000, "alice", 4000);
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("dtls-not-answered");
        assertThat(trace.the("dtls-not-answered").certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(trace.the("dtls-not-answered").values())
                .containsEntry("tries", Value.of(5))
                .containsEntry("span", Trace.seconds(4));
    }

    @Test
    void itIsCertainWhereAnswersToChecksPass() {
        Trace trace = answered();
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());
        begins(trace, "bob", 6000, "alice", 4000);
        bye(trace, 5);

        assertThat(trace.the("dtls-not-answered").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aHandshakeThatIsAnsweredLateIsWell() {
        Trace trace = answered();
        begins(trace, "bob", 6000, "alice", 4000);
        aliceSends(trace, serverHello());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void aCallThatEndsAtOnceLeavesNoTimeToAnswer() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        bobSends(trace.after(1), clientHello());

        assertThat(found(bye(trace, 0.1))).isEmpty();
    }

    @Test
    void bothSidesBegin() {
        Trace trace = answered("active", "active");
        begins(trace, "bob", 6000, "alice", 4000);
        begins(trace, "alice", 4000, "bob", 6000);
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("dtls-both-begin");
        assertThat(trace.the("dtls-both-begin").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"passive, passive, dtls-both-wait", "actpass, active, dtls-not-begun", "passive, active, dtls-not-begun"
    })
    void nobodyBeginsThoughAWayIsFound(String offered, String chosen, String id) {
        Trace trace = answered(offered, chosen);
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());
        bye(trace, 5);

        assertThat(found(trace)).containsExactly(id);
        assertThat(trace.the(id).certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void withoutAWayNobodyCanBegin() {
        Trace trace = answered();
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb");

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void keysInTheDescriptionsNeedNoHandshake() {
        String keys = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
        Trace trace = SoundCall.answered(
                secret("198.51.100.1", 4000, "alic", "actpass", print("SHA-256") + keys),
                secret("198.51.100.2", 6000, "bobb", "active", print("SHA-256") + keys));
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    static Trace shows(String announced, byte[]... certificates) {
        Trace trace = SoundCall.answered(
                secret("198.51.100.1", 4000, "alic", "actpass", announced),
                secret("198.51.100.2", 6000, "bobb", "active", print("SHA-256")));
        bobSends(trace, clientHello());
        aliceSends(trace, serverHello());
        for (byte[] bytes : certificates) {
            aliceSends(trace, bytes);
        }
        return bye(trace, 5);
    }

    @Test
    void anotherCertificateThanTheOneAnnouncedIsTold() {
        Trace trace = shows(print("SHA-256"), Handshakes.certificate(ANOTHER));

        assertThat(found(trace)).containsExactly("dtls-fingerprint-differs");
        var finding = trace.the("dtls-fingerprint-differs");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("owner", Value.of(new Endpoint("198.51.100.1", 4000)));
    }

    @Test
    void itsFragmentsArePutTogether() {
        assertThat(found(shows(print("SHA-256"), Handshakes.fragments(ANOTHER))))
                .containsExactly("dtls-fingerprint-differs");
        assertThat(found(shows(print("SHA-256"), Handshakes.fragments(CERTIFICATE))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void theCertificateThatWasAnnouncedIsWell(String function) {
        assertThat(found(shows(print(function), Handshakes.certificate(CERTIFICATE))))
                .isEmpty();
    }

    @Test
    void oneOfSeveralFingerprintsIsEnough() {
        String another = "a=fingerprint:" + fingerprint("SHA-256", ANOTHER) + "\n";

        assertThat(found(shows(another + print("SHA-256"), Handshakes.certificate(CERTIFICATE))))
                .isEmpty();
    }

    @Test
    void aFunctionThatIsNotKnownHereProvesNothing() {
        assertThat(found(shows("a=fingerprint:md5 00:11:22\n", Handshakes.certificate(ANOTHER))))
                .isEmpty();
    }

    @Test
    void whoAnswersAtAPortThatNobodyAnnouncedMayBeAnother() {
        Trace trace = answered();
        trace.media("alice", 4999).sends("bob", 6000, clientHello());
        trace.media("alice", 4999).sends("bob", 6000, Handshakes.certificate(ANOTHER));

        assertThat(found(bye(trace, 5))).isEmpty();
    }
}
