package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.flow.SpokenCall;

/** Streams among the rows: from when to when, between whom, and where packets are lost. */
class BandsTest {

    /** The row of the ACK; the BYE comes ten seconds after it. */
    private static final int ACK = 3;

    private final SpokenCall call = new SpokenCall();

    private Ladder ladder(Arrangement wanted) {
        return new CallFlow(call.legs(), List.of(call.media()), List.of()).ladder(wanted);
    }

    private Ladder ladder() {
        return ladder(Arrangement.by(Grouping.ADDRESS, true));
    }

    private Band only() {
        assertThat(ladder().bands()).hasSize(1);
        return ladder().bands().getFirst();
    }

    @Test
    void aStreamBeginsAndEndsBetweenTheMessagesOfItsTime() {
        call.caller().at(SpokenCall.ANSWERED + 1_000_000).lasts(400);

        assertThat(only().row()).isEqualTo(ACK);
        assertThat(only().begin()).isCloseTo(ACK + 0.1, within(0.01));
        assertThat(only().end()).isCloseTo(ACK + 0.9, within(0.01));
        assertThat(List.of(only().from(), only().to())).containsExactly(0, 1);
        assertThat(ladder().bandsFrom(ACK)).hasSize(1);
        assertThat(ladder().bandsFrom(ACK - 1)).isEmpty();
    }

    @Test
    void packetsThatAreLostAreAHoleWhereTheyShouldHaveBeen() {
        call.caller().arriving(number -> number < 250 || number >= 260).lasts(480);

        assertThat(only().holes()).hasSize(1);
        Band.Hole hole = only().holes().getFirst();
        assertThat(hole.lost()).isEqualTo(10);
        assertThat(hole.begin()).isBetween(ACK + 0.4, ACK + 0.55);
        assertThat(hole.end()).isBetween(ACK + 0.5, ACK + 0.65);
    }

    /** One of fifty in a second must not look like a second without sound. */
    @Test
    void aShortHoleIsNoLargerThanItsShare() {
        call.caller().arriving(number -> number != 270).lasts(480);

        assertThat(only().holes()).hasSize(1);
        Band.Hole hole = only().holes().getFirst();
        assertThat(hole.lost()).isOne();
        assertThat(hole.begin()).isBetween(ACK + 0.5, ACK + 0.6);
        assertThat(hole.end() - hole.begin()).isCloseTo(0.002, within(0.001));
    }

    @Test
    void aLongHoleIsWhereItsPacketsAreMissing() {
        call.caller().arriving(number -> number < 120 || number >= 330).lasts(480);

        assertThat(only().holes()).hasSize(1);
        Band.Hole hole = only().holes().getFirst();
        assertThat(hole.lost()).isEqualTo(210);
        assertThat(hole.begin()).isCloseTo(ACK + 0.238, within(0.005));
        assertThat(hole.end()).isCloseTo(ACK + 0.66, within(0.005));
    }

    @Test
    void oppositeDirectionsStandBesideEachOther() {
        call.caller().lasts(480);
        call.callee().lasts(480);

        assertThat(ladder().bands()).extracting(Band::side).containsExactlyInAnyOrder(-1, 1);
        assertThat(ladder().bands()).extracting(Band::lane).containsOnly(0);
    }

    @Test
    void streamsThatGoTheSameWayAtTheSameTimeHaveLanesOfTheirOwn() {
        call.caller().lasts(480);
        call.caller().lasts(480);

        assertThat(ladder().bands()).extracting(Band::lane).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void whatFlowsAfterTheLastMessageEndsBelowIt() {
        call.caller().at(SpokenCall.ANSWERED + 9_000_000).lasts(100);

        assertThat(only().end()).isBetween(5.0, 6.0);
    }

    @Test
    void aHostThatOnlyHasMediaGetsAColumnOfItsOwn() {
        call.callee().from("192.0.2.9", 7000).lasts(100);

        assertThat(ladder().columns()).extracting(Column::name).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.9");
        assertThat(List.of(only().from(), only().to())).containsExactly(2, 0);
    }

    @Test
    void aRelayStandsBetweenThoseWhoSpeakOverIt() {
        call.callee().from("192.0.2.9", 7000).lasts(100);
        call.caller().to("192.0.2.9", 7000).lasts(100);
        call.callee().to("192.0.2.9", 7000).lasts(100);

        assertThat(ladder().columns()).extracting(Column::name).containsExactly("192.0.2.1", "192.0.2.9", "192.0.2.2");
    }

    @Test
    void portsOfMediaBelongToTheSocketThatAnnouncedThem() {
        call.caller().lasts(100);
        Ladder ladder = ladder(Arrangement.by(Grouping.PORT, true));

        assertThat(ladder.columns()).extracting(Column::name).containsExactly("192.0.2.1:5060", "192.0.2.2:5060");
        assertThat(ladder.bands()).hasSize(1);
    }

    @Test
    void whoHidesAHostHidesItsStreams() {
        call.callee().from("192.0.2.9", 7000).lasts(100);
        var hiding = new Arrangement(Grouping.ADDRESS, true, List.of(), Set.of("192.0.2.9"), true);

        assertThat(ladder(hiding).bands()).isEmpty();
        assertThat(ladder(hiding).hidden()).extracting(Column::name).containsExactly("192.0.2.9");
    }

    @Test
    void whoWantsNoStreamsSeesTheLadderAsItWouldBeWithoutThem() {
        call.callee().from("192.0.2.9", 7000).lasts(100);
        var without = new Arrangement(Grouping.ADDRESS, true, List.of(), Set.of(), false);

        assertThat(ladder(without)).isEqualTo(new CallFlow(call.legs()).ladder(Arrangement.by(Grouping.ADDRESS, true)));
    }

    @Test
    void rowsBelowWhichStreamsBeginAreHigher() {
        call.caller().at(SpokenCall.ANSWERED + 5_000_000).lasts(100);
        call.callee().at(SpokenCall.ANSWERED + 5_000_000).lasts(100);
        var places = new RowPlaces(ladder(), 40, 22, 26);

        assertThat(places.height(ACK - 1)).isEqualTo(40);
        assertThat(places.height(ACK)).isEqualTo(105);
        assertThat(places.line(ACK + 1)).isEqualTo(ACK * 40 + 105 + 22);
        assertThat(places.said(ACK, 1)).isEqualTo(ACK * 40 + 40 + 39);
        assertThat(places.place(ACK + 0.5)).isEqualTo(ACK * 40 + (92 + 105 + 22) / 2.0);
        assertThat(places.place(1.5)).isEqualTo(40 + 22 + 20);
    }
}
