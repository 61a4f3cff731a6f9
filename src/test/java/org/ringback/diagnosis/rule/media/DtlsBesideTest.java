package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.ANOTHER;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.CERTIFICATE;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.aliceSends;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.answered;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.bobSends;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.found;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.print;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.secret;
import static org.ringback.diagnosis.rule.media.DtlsKeysTest.shows;
import static org.ringback.diagnosis.rule.media.Handshakes.begins;
import static org.ringback.diagnosis.rule.media.Handshakes.clientHello;
import static org.ringback.diagnosis.rule.media.Handshakes.serverHello;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.Stuns.checks;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Handshakes of DTLS that fail beside another one, before anybody had to answer, or for another call. */
class DtlsBesideTest {

    @Test
    void anAlertAfterWhichTheSamePortsBeginAgainIsSettled() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));
        bobSends(trace.after(1), clientHello());
        aliceSends(trace, serverHello());

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void anAlertThatIsOnlyToldAgainStays() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));
        bobSends(trace.after(1), clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));

        assertThat(found(bye(trace, 5))).containsExactly("dtls-alert");
    }

    private static void agree(Trace trace) {
        bobSends(trace, clientHello());
        aliceSends(trace, serverHello());
        bobSends(trace, Handshakes.secretAlert());
        aliceSends(trace, Handshakes.secretAlert());
    }

    @Test
    void anAlertInTheClearAfterBothHaveEncryptedComesFromSomebodyElse() {
        Trace trace = answered();
        agree(trace);
        aliceSends(trace, Handshakes.alert(2, 80));

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void anAlertForAnotherStreamIsNotTheSounds() {
        Trace trace = answered();
        agree(trace);
        trace.after(1).media("bob", 6002).sends("alice", 4000, clientHello());
        trace.media("alice", 4000).sends("bob", 6002, Handshakes.alert(2, 40));

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void soundThatGoesOnAfterAnAlertHasItsKeys() {
        Trace trace = answered();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.alert(2, 40));
        alice(trace).packets(200);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void whileItRingsTheServerNeedNotAnswer() {
        String offer = secret("198.51.100.1", 4000, "alic", "actpass", print("SHA-256"));
        String answer = secret("198.51.100.2", 6000, "bobb", "passive", print("SHA-256"));
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.from("bob").to("alice").sdp(answer).responds(183);
        begins(trace, "alice", 4000, "bob", 6000);
        trace.from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");

        assertThat(found(bye(trace, 0.5))).isEmpty();
    }

    @Test
    void whoBeginWithDifferentPortsDoNotMeet() {
        Trace trace = answered();
        begins(trace, "bob", 6000, "nat", 4111);
        begins(trace, "alice", 4000, "sbc", 6111);

        assertThat(found(bye(trace, 5))).containsExactly("dtls-not-answered");
    }

    @Test
    void whoBeginOneAfterTheOtherByNewRolesKeepToThem() {
        Trace trace = answered("actpass", "active");
        begins(trace, "bob", 6000, "alice", 4000);
        SoundCall.changed(
                trace,
                2,
                secret("198.51.100.1", 4000, "alic", "actpass", print("SHA-256")),
                secret("198.51.100.2", 6000, "bobb", "passive", print("SHA-256")));
        begins(trace, "alice", 4000, "bob", 6000);

        assertThat(found(bye(trace, 5))).containsExactly("dtls-not-answered");
    }

    @Test
    void overARelayKeysMayBeAgreedOnUnseen() {
        Trace trace = SoundCall.answered(
                secret("198.51.100.1", 4000, "alic", "actpass", print("SHA-256") + "a=ice-options:trickle\n"),
                secret("198.51.100.2", 6000, "bobb", "active", print("SHA-256")));
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());
        bye(trace, 5);

        assertThat(trace.the("dtls-not-begun").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aWayThatOneSideHasNotFoundIsNone() {
        Trace trace = answered();
        checks(trace, "bob", 6000, "alice", 4000, "alic:bobb", Stuns.success());
        checks(trace, "alice", 4000, "bob", 6000, "bobb:alic");

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void aFingerprintIsReadWhateverStandsBeforeIt() {
        assertThat(found(shows(print("SHA-256").replace("SHA-256 ", "SHA-256  "), Handshakes.certificate(CERTIFICATE))))
                .isEmpty();
    }

    @Test
    void whatIsNoFingerprintProvesNothing() {
        assertThat(found(shows("a=fingerprint:SHA-256 00112233\n", Handshakes.certificate(ANOTHER))))
                .isEmpty();
    }

    @Test
    void aCertificateOfWhoHadThePortBeforeIsNotTheCalls() {
        Trace trace = new Trace();
        bobSends(trace, clientHello());
        aliceSends(trace, Handshakes.certificate(ANOTHER));
        trace.after(0.5);
        trace.talks(
                secret("198.51.100.1", 4000, "alic", "actpass", print("SHA-256")),
                secret("198.51.100.2", 6000, "bobb", "active", print("SHA-256")));

        assertThat(found(bye(trace, 5))).isEmpty();
    }
}
