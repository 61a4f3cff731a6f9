package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.ladder.Ladders.arrows;
import static org.ringback.ladder.Ladders.ladder;
import static org.ringback.ladder.Ladders.names;
import static org.ringback.ladder.Ladders.simple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.diagnosis.Trace;
import org.ringback.sip.Sdp;

/** Rows: who sends what to whom, what repeats it and what it offers. */
class LadderTest {

    @Test
    void everyMessageIsAnArrowBetweenItsHosts() {
        Ladder ladder = ladder(simple());
        assertThat(names(ladder)).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(arrows(ladder)).containsExactly("INVITE 0>1", "486 Busy Here 1>0", "ACK 0>1");
        assertThat(ladder.legs()).isEqualTo(1);
        assertThat(ladder.leftOut()).isZero();
    }

    @Test
    void arrowsOfAHiddenHostAreLeftOutAndCounted() {
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of(), Set.of("203.0.113.30"), true);
        Ladder all = ladder(Calls.forked());
        Ladder ladder = ladder(Calls.forked(), wanted);
        assertThat(names(ladder)).doesNotContain("203.0.113.30");
        assertThat(ladder.hidden()).extracting(Column::name).containsExactly("203.0.113.30");
        assertThat(ladder.leftOut()).isEqualTo(6);
        assertThat(ladder.rows()).hasSize(all.rows().size() - 6);
    }

    @Test
    void retransmissionsAreFoldedIntoWhatTheyRepeat() {
        var flow = new CallFlow(Calls.silence().calls());
        Ladder unfolded = flow.ladder(Arrangement.by(Grouping.ADDRESS, false));
        Ladder folded = flow.ladder(Arrangement.by(Grouping.ADDRESS, true));
        assertThat(unfolded.rows()).hasSize(7);
        assertThat(unfolded.rows().stream().filter(Row::retransmission)).hasSize(6);
        assertThat(folded.rows()).hasSize(1);
        Row row = folded.rows().getFirst();
        assertThat(row.repeats()).hasSize(6);
        assertThat(row.shows(unfolded.rows().getLast().message())).isTrue();
        assertThat(folded.lineOf(unfolded.rows().getLast().message())).isZero();
    }

    @Test
    void whatAHostSendsToItselfStaysInItsColumn() {
        var trace = new Trace()
                .host("one", "127.0.0.1", 5060)
                .host("two", "127.0.0.1", 5070)
                .host("far", "192.0.2.9", 5060);
        trace.from("one").to("two").request("OPTIONS");
        trace.after(1).from("two").to("far").inside("OPTIONS");
        Ladder ladder = ladder(trace);
        assertThat(ladder.columns()).hasSize(2);
        assertThat(ladder.rows().getFirst().toItself()).isTrue();
    }

    @Test
    void twoLegsStandInOneTimeline() {
        var trace = new Trace();
        trace.call("a", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.after(1).call("b", "alice", "bob").from("pbx").to("bob").request("INVITE");
        trace.after(1).from("bob").to("pbx").responds(486);
        trace.after(1).call("a", "alice", "bob").from("pbx").to("alice").responds(486);
        Ladder ladder = ladder(trace);
        assertThat(ladder.legs()).isEqualTo(2);
        assertThat(arrows(ladder)).containsExactly("INVITE 0>1", "INVITE 1>2", "486 Not Now 2>1", "486 Not Now 1>0");
        assertThat(ladder.rows()).extracting(Row::leg).containsExactly(0, 1, 1, 0);
    }

    @Test
    void offersAndAnswersAreToldApart() {
        Ladder ladder = ladder(Calls.forked());
        List<String> media = ladder.rows().stream()
                .filter(row -> row.media().isPresent() && !row.retransmission())
                .map(row -> row.label() + " " + row.media().get().role() + " "
                        + row.media().get().streams().getFirst().direction())
                .toList();
        assertThat(media)
                .containsExactly(
                        "INVITE OFFER SENDRECV",
                        "INVITE OFFER SENDRECV",
                        "INVITE OFFER SENDRECV",
                        "200 OK ANSWER SENDRECV",
                        "200 OK ANSWER SENDRECV",
                        "INVITE OFFER SENDONLY",
                        "INVITE OFFER SENDONLY",
                        "200 OK ANSWER RECVONLY",
                        "200 OK ANSWER RECVONLY");
    }

    @Test
    void anOfferMayComeLateAndAnAnswerEarly() {
        var late = new Trace();
        late.from("alice").to("bob").request("INVITE");
        late.from("bob").to("alice").sdp(Calls.audio("sendrecv")).responds(200);
        late.from("alice").to("bob").sdp(Calls.audio("sendrecv")).inside("ACK");
        assertThat(roles(late)).containsExactly(Media.Role.OFFER, Media.Role.ANSWER);

        var early = new Trace();
        early.from("alice").to("bob").sdp(Calls.audio("sendrecv")).request("INVITE");
        early.from("bob").to("alice").sdp(Calls.audio("sendrecv")).responds(183);
        early.from("bob").to("alice").sdp(Calls.audio("sendrecv")).responds(200);
        assertThat(roles(early)).containsExactly(Media.Role.OFFER, Media.Role.EARLY_ANSWER, Media.Role.ANSWER);
    }

    @Test
    void aRefusedStreamIsOff() {
        var trace = new Trace();
        trace.from("alice")
                .to("bob")
                .sdp("v=0\nm=audio 4000 RTP/AVP 0\nm=video 0 RTP/AVP 31")
                .request("INVITE");
        assertThat(ladder(trace).rows().getFirst().media().orElseThrow().streams())
                .containsExactly(
                        new Media.Stream("audio", Sdp.Direction.SENDRECV, false),
                        new Media.Stream("video", Sdp.Direction.SENDRECV, true));
    }

    private static List<Media.Role> roles(Trace trace) {
        return ladder(trace).rows().stream()
                .map(Row::media)
                .flatMap(Optional::stream)
                .map(Media::role)
                .toList();
    }

    @Test
    void aLabelOfAStrangerCannotHideOrTurnWhatStandsBesideIt() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").phrase("Bu\u202Esy\u0007").responds(486);
        assertThat(ladder(trace).rows().getLast().label()).isEqualTo("486 Bu\ufffdsy\ufffd");
    }

    @Test
    void aLongCallHasARowForEachMessage() {
        List<Call> calls = Calls.longOne(1_000).calls();
        assertThat(new CallFlow(calls)
                        .ladder(Arrangement.by(Grouping.ADDRESS, false))
                        .rows())
                .hasSameSizeAs(calls.getFirst().messages());
    }
}
