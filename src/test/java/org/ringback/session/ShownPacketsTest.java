package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.CallNetwork;
import org.ringback.ladder.Happened;
import org.ringback.network.NetworkEvent;

/** A packet that proves something leads to where the ladder shows it. */
class ShownPacketsTest {

    private static OpenCall open(Trace trace) {
        return new OpenCall(
                trace.calls().getFirst(), trace.calls(), Optional.empty(), List.of(), Happened.network(trace));
    }

    private static List<NetworkEvent> events(Trace trace) {
        return Happened.network(trace).stream()
                .map(CallNetwork::happenings)
                .flatMap(List::stream)
                .flatMap(happening ->
                        happening.again().isEmpty() ? List.of(happening.event()).stream() : happening.again().stream())
                .toList();
    }

    @Test
    void everyPacketOfAnEventLeadsToItsLine() {
        Trace trace = new Happened().refused().ended();
        OpenCall call = open(trace);
        NetworkEvent refusal = events(trace).getFirst();

        assertThat(refusal.packets()).hasSize(2);
        assertThat(refusal.packets())
                .allSatisfy(packet -> assertThat(call.shownBy(packet)).contains(refusal));
    }

    @Test
    void whatSaysTheSameAgainLeadsToTheFirstOne() {
        Trace trace = new Happened().unreachable(Happened.ROUTER, 3).ended();
        OpenCall call = open(trace);
        NetworkEvent again = events(trace).getLast();

        assertThat(call.shownBy(again.seen())).isPresent().get().isNotEqualTo(again);
        assertThat(call.again(call.shownBy(again.seen()).orElseThrow())).contains(again);
    }

    @Test
    void aPacketOfSomethingElseLeadsNowhere() {
        OpenCall call = open(new Happened().refused().ended());
        var other =
                new Sighting(0, 1, 0, new Endpoint("192.0.2.77", 1), new Endpoint("192.0.2.78", 2), Sighting.Kind.TCP);

        assertThat(call.shownBy(other)).isEmpty();
        assertThat(call.ofStream(other)).isFalse();
    }
}
