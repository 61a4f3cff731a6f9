package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.SoundCall.alice;
import static org.ringback.diagnosis.rule.SoundCall.answered;
import static org.ringback.diagnosis.rule.SoundCall.bob;
import static org.ringback.diagnosis.rule.SoundCall.bye;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
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

    /** The host of bob says that nobody listens where something of this size was sent. */
    private static void refused(Trace trace, Cause cause, int port) {
        var from = new Endpoint(trace.address("alice").host(), 4000);
        var to = new Endpoint(trace.address("bob").host(), port);
        Sighting seen = trace.packet(new Endpoint(to.host(), 0), new Endpoint(from.host(), 0), Sighting.Kind.ICMP);
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

    @Test
    void errorsAboutAnotherPortAreNotAboutTheSound() {
        Trace trace = talking();
        for (int i = 0; i < 5; i++) {
            trace.after(1);
            refused(trace, Cause.PORT_UNREACHABLE, 6001);
        }

        assertThat(bye(trace, 5).found()).doesNotContain("media-port-unreachable");
    }

    @Test
    void otherErrorsSayNothingOfThePort() {
        Trace trace = talking();
        for (int i = 0; i < 5; i++) {
            trace.after(1);
            refused(trace, Cause.TIME_EXCEEDED, 6000);
        }

        assertThat(bye(trace, 5).found()).doesNotContain("media-port-unreachable");
    }
}
