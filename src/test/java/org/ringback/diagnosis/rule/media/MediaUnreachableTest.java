package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.IcmpError;
import org.ringback.network.IcmpError.Cause;
import org.ringback.network.Quote;

/** Sound that is sent to a port on which nobody listens. */
class MediaUnreachableTest {

    private static final int UDP = 17;

    private static Trace talking() {
        Trace trace = answered();
        alice(trace).packets(600);
        bob(trace).packets(600);
        return trace;
    }

    /** The host of bob says that it is not delivered. */
    private static void refused(Trace trace, Cause cause, int port) {
        refused(trace, cause, port, trace.address("bob").host());
    }

    private static void refused(Trace trace, Cause cause, int port, String teller) {
        var from = new Endpoint(trace.address("alice").host(), 4000);
        var to = new Endpoint(trace.address("bob").host(), port);
        Sighting seen = trace.packet(new Endpoint(teller, 0), new Endpoint(from.host(), 0), Sighting.Kind.ICMP);
        trace.seen(new IcmpError(seen, cause, 3, 3, 0, new Quote(UDP, from, to, 172, "")));
    }

    @Test
    void aPortThatStaysClosedIsTold() {
        Trace trace = talking();
        for (int i = 0; i < 5; i++) {
            trace.after(1);
            refused(trace, Cause.PORT_UNREACHABLE, 6000);
        }
        bye(trace, 5);

        var finding = trace.the("media-port-unreachable");
        assertThat(finding.values())
                .containsEntry("count", Value.of(5))
                .containsEntry("span", Trace.seconds(4))
                .containsEntry(
                        "heard", Value.of(new Endpoint(trace.address("bob").host(), 6000)));
        assertThat(finding.sightings()).extracting(Sighting::kind).containsOnly(Sighting.Kind.ICMP);
    }

    @Test
    void anErrorOrTwoWhileAPortIsOpenedIsUsual() {
        Trace trace = talking();
        refused(trace, Cause.PORT_UNREACHABLE, 6000);
        refused(trace, Cause.PORT_UNREACHABLE, 6000);

        assertThat(bye(trace, 10).found()).doesNotContain("media-port-unreachable");
    }

    @Test
    void errorsThatComeAllAtOnceAreOfAPortThatIsJustClosed() {
        Trace trace = talking();
        trace.after(9);
        for (int i = 0; i < 8; i++) {
            trace.after(0.02);
            refused(trace, Cause.PORT_UNREACHABLE, 6000);
        }

        assertThat(bye(trace, 1).found()).doesNotContain("media-port-unreachable");
    }

    /** Some senders stop when they are told that nobody listens: then it does not last long. */
    @Test
    void aSenderThatIsRefusedFromTheStartAndStopsIsTold() {
        Trace trace = answered();
        alice(trace).packets(25);
        bob(trace).packets(600);
        for (int i = 0; i < 24; i++) {
            trace.after(0.02);
            refused(trace, Cause.PORT_UNREACHABLE, 6000);
        }
        bye(trace, 10);

        assertThat(trace.the("media-port-unreachable").values()).containsEntry("count", Value.of(24));
    }

    @Test
    void aSenderThatStopsBecauseTheCallEndsIsNotRefused() {
        Trace trace = answered();
        alice(trace).packets(25);
        bob(trace).packets(25);
        for (int i = 0; i < 24; i++) {
            trace.after(0.02);
            refused(trace, Cause.PORT_UNREACHABLE, 6000);
        }

        assertThat(bye(trace, 0.2).found()).doesNotContain("media-port-unreachable");
    }

    @Test
    void errorsAboutAnotherPortAreNotAboutTheSound() {
        Trace trace = talking();
        for (int i = 0; i < 5; i++) {
            trace.after(1);
            refused(trace, Cause.PORT_UNREACHABLE, 6001);
        }

        assertThat(bye(trace, 5).found()).doesNotContain("media-port-unreachable");
    }

    private static Trace refusedForSeconds(Trace trace, Cause cause, String teller) {
        for (int i = 0; i < 5; i++) {
            trace.after(1);
            refused(trace, cause, 6000, teller);
        }
        return bye(trace, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "PROHIBITED, media-filtered",
        "HOST_UNREACHABLE, media-host-unreachable",
        "NETWORK_UNREACHABLE, media-host-unreachable",
        "PROTOCOL_UNREACHABLE, media-host-unreachable",
        "TIME_EXCEEDED, media-ttl-exceeded",
        "PORT_UNREACHABLE, media-filtered"
    })
    void aRouterSaysWhyItDoesNotPassSoundOn(Cause cause, String kind) {
        Trace trace = refusedForSeconds(talking(), cause, "203.0.113.1");

        assertThat(trace.found()).doesNotContain("media-port-unreachable");
        assertThat(trace.the(kind).values())
                .containsEntry("teller", Value.of("203.0.113.1"))
                .containsEntry("count", Value.of(5));
        assertThat(trace.the(kind).certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void largePacketsAreNotThoseOfSound() {
        assertThat(refusedForSeconds(talking(), Cause.TOO_BIG, "203.0.113.1").found())
                .noneMatch(found -> found.startsWith("media-"));
    }

    @Test
    void whoSendsFromAnotherPortThanTheClosedOneIsBehindNat() {
        Trace trace = answered();
        alice(trace).packets(600);
        trace.media("bob", 61_002).to("alice", 4000).packets(600);
        refusedForSeconds(trace, Cause.PORT_UNREACHABLE, trace.address("bob").host());

        assertThat(trace.found()).doesNotContain("media-port-unreachable");
        assertThat(trace.the("media-sent-past-nat").values())
                .containsEntry(
                        "source", Value.of(new Endpoint(trace.address("bob").host(), 61_002)));
    }

    @Test
    void whoTurnsToTheRightPortIsHeard() {
        Trace trace = answered();
        trace.media("bob", 61_002).to("alice", 4000).packets(900);
        alice(trace).packets(150);
        for (int i = 0; i < 3; i++) {
            trace.after(0.9);
            refused(trace, Cause.PORT_UNREACHABLE, 6000);
        }
        trace.after(0.3);
        trace.media("alice", 4000).to("bob", 61_002).packets(750);

        assertThat(bye(trace, 15).found()).noneMatch(found -> found.startsWith("media-"));
    }
}
