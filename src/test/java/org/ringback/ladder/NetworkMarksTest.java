package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.CallNetwork;

/** What the network did among the messages of a ladder. */
class NetworkMarksTest {

    private static List<String> lines(Ladder ladder) {
        return ladder.lines().stream()
                .map(line -> line.label() + " " + line.from() + ">" + line.to())
                .toList();
    }

    @Test
    void itStandsAtItsTimeBetweenTheHostsOfItsPacket() {
        Ladder ladder = Happened.ladder(new Happened().refused().ended());

        assertThat(Ladders.names(ladder)).containsExactly("192.0.2.1", "192.0.2.9", "203.0.113.5");
        assertThat(lines(ladder))
                .containsExactly("INVITE 0>1", "TCP RST 2>1", "503 Service Unavailable 1>0", "ACK 0>1");
        assertThat(ladder.rows()).hasSize(3);
        assertThat(new TimeColumn(TimeMode.SINCE_START, Optional.empty(), ZoneOffset.UTC).text(ladder, 1))
                .isEqualTo("1.010");
    }

    @Test
    void aRouterThatSaysSoHasAColumnOfItsOwn() {
        Ladder ladder =
                Happened.ladder(new Happened().unreachable(Happened.ROUTER, 1).ended());

        assertThat(Ladders.names(ladder)).containsExactly("192.0.2.1", "192.0.2.9", "192.0.2.254");
        assertThat(lines(ladder)).contains("ICMP host unreachable 2>1");
    }

    @Test
    void whatIsSaidAgainIsFoldedAsRetransmissionsAre() {
        Trace trace = new Happened().unreachable(Happened.ROUTER, 5).ended();

        Ladder folded = Happened.ladder(trace);
        assertThat(folded.marks()).hasSize(1);
        assertThat(folded.marks().getFirst().again()).hasSize(4);
        assertThat(folded.lineOf(folded.marks().getFirst().again().getLast())).isEqualTo(1);
        assertThat(Happened.ladder(trace, Arrangement.by(Grouping.ADDRESS, false))
                        .marks())
                .hasSize(5);
    }

    @Test
    void whereSocketsAreColumnsItBelongsToTheFirstOfItsHost() {
        Ladder ladder = Happened.ladder(new Happened().refused().ended(), Arrangement.by(Grouping.PORT, true));

        assertThat(Ladders.names(ladder)).containsExactly("192.0.2.1:5060", "192.0.2.9:5060", "203.0.113.5");
        assertThat(lines(ladder)).contains("TCP RST 2>1");
    }

    @Test
    void whoHidesAHostHidesWhatItDid() {
        var hiding = new Arrangement(Grouping.ADDRESS, true, List.of(), Set.of("203.0.113.5"), true);

        assertThat(Happened.ladder(new Happened().refused().ended(), hiding).marks())
                .isEmpty();
    }

    @Test
    void theLastOfVeryManySaysHowManyAreLeftOut() {
        List<NetworkMark> marks =
                Happened.ladder(new Happened().namesNotFound(60).ended()).marks();

        assertThat(marks).hasSize(24);
        assertThat(marks).extracting(NetworkMark::omitted).endsWith(36L).startsWith(0L, 0L);
        assertThat(marks.subList(0, 23)).allMatch(mark -> mark.omitted() == 0);
    }

    @Test
    void spansAndStreamsPassOverIt() {
        Trace trace = new Trace().host("alice", "192.0.2.1", 5060).host("proxy", "192.0.2.9", 5060);
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase("Ringing").responds(180);
        trace.after(5);
        trace.seen(Happened.refusal(trace, "alice", "proxy"));
        trace.after(5).from("proxy").to("alice").phrase("OK").responds(200);

        Ladder ladder = Happened.ladder(trace);
        assertThat(lines(ladder)).containsExactly("INVITE 0>1", "180 Ringing 1>0", "TCP RST 1>0", "200 OK 1>0");
        assertThat(ladder.spans())
                .filteredOn(span -> span.kind() == SpanKind.RINGING)
                .singleElement()
                .satisfies(ringing ->
                        assertThat(List.of(ringing.from(), ringing.to())).containsExactly(1, 3));
    }

    @Test
    void withoutTimesNobodyKnowsWhereItStands() {
        List<CallNetwork> network = Happened.network(new Happened().refused().ended());
        var log = new Trace().untimed();
        log.from("alice").to("proxy").request("INVITE");

        assertThat(new CallFlow(log.calls(), List.of(), network)
                        .ladder(Arrangement.by(Grouping.ADDRESS, true))
                        .marks())
                .isEmpty();
    }

    @Test
    void twoLegsThatKnowTheSameShowItOnce() {
        Trace trace = new Happened().refused().ended();
        var twice = List.of(
                Happened.network(trace).getFirst(), Happened.network(trace).getFirst());
        var calls = List.of(trace.calls().getFirst(), trace.calls().getFirst());

        assertThat(new CallFlow(calls, List.of(), twice)
                        .ladder(Arrangement.by(Grouping.ADDRESS, true))
                        .marks())
                .hasSize(1);
    }
}
