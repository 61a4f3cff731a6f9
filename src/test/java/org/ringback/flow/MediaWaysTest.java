package org.ringback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.media.MediaSeen;

/** Which ways media of a call were captured. */
class MediaWaysTest {

    private final SpokenCall call = new SpokenCall();

    private Optional<MediaWays> ways() {
        return MediaWays.of(call.legs().getFirst(), call.media());
    }

    @Test
    void bothAreHeard() {
        call.caller().lasts(50);
        call.callee().lasts(50);

        assertThat(ways()).contains(MediaWays.BOTH_WAYS);
    }

    @Test
    void onlyOneSideIsHeard() {
        call.caller().lasts(50);
        assertThat(ways()).contains(MediaWays.TOWARD_CALLEE);

        var other = new SpokenCall();
        other.callee().lasts(50);
        assertThat(MediaWays.of(other.legs().getFirst(), other.media())).contains(MediaWays.TOWARD_CALLER);
    }

    @Test
    void mediaOfOthersAtItsHostsShowThatItsOwnWouldHaveBeenSeen() {
        call.caller().from("192.0.2.1", 6000).to("203.0.113.7", 6002).lasts(50);

        assertThat(ways()).contains(MediaWays.NONE);
    }

    @Test
    void whereNothingOfItsHostsWasCapturedNobodyKnows() {
        assertThat(ways()).contains(MediaWays.NOT_CAPTURED);

        call.caller().from("203.0.113.6", 6000).to("203.0.113.7", 6002).lasts(50);
        assertThat(ways()).contains(MediaWays.NOT_CAPTURED);
    }

    @Test
    void aCallThatWasNotAnsweredMissesNothing() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        var refused = trace.calls().getFirst();

        assertThat(MediaWays.of(refused, new MediaIndex(MediaSeen.NOTHING).of(refused)))
                .isEmpty();
    }

    @Test
    void aRegistrationHasNone() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("REGISTER");
        trace.from("bob").to("alice").responds(200, "REGISTER");
        var registration = trace.calls().getFirst();

        assertThat(MediaWays.of(registration, new MediaIndex(MediaSeen.NOTHING).of(registration)))
                .isEmpty();
    }
}
