package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.ringback.call.Call;
import org.ringback.diagnosis.Trace;
import org.ringback.sip.Sdp;

/** Columns and rows: who sends what to whom, and how it can be arranged. */
class LadderTest {

    private static Ladder ladder(Trace trace, Arrangement arrangement) {
        return new CallFlow(trace.calls()).ladder(arrangement);
    }

    private static Ladder ladder(Trace trace) {
        return ladder(trace, Arrangement.by(Grouping.ADDRESS, false));
    }

    private static List<String> names(Ladder ladder) {
        return ladder.columns().stream().map(Column::name).toList();
    }

    /** Rows as one reads them: label, index of the sender's column, index of the receiver's. */
    private static List<String> arrows(Ladder ladder) {
        return ladder.rows().stream()
                .map(row -> row.label() + " " + row.from() + ">" + row.to())
                .toList();
    }

    private static Trace simple() {
        var trace = new Trace().host("alice", "192.0.2.1", 5060).host("bob", "192.0.2.2", 5060);
        trace.from("alice").to("bob").request("INVITE");
        trace.after(1).from("bob").to("alice").phrase("Busy Here").responds(486);
        return trace.after(0.1).from("alice").to("bob").acknowledges();
    }

    @Test
    void everyMessageIsAnArrowBetweenItsHosts() {
        Ladder ladder = ladder(simple());
        assertThat(names(ladder)).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(arrows(ladder)).containsExactly("INVITE 0>1", "486 Busy Here 1>0", "ACK 0>1");
        assertThat(ladder.legs()).isEqualTo(1);
        assertThat(ladder.leftOut()).isZero();
    }

    @Test
    void theCallerIsAtTheLeftEvenIfSomethingElseWasCapturedFirst() {
        var trace = new Trace().host("alice", "192.0.2.1", 5060).host("bob", "192.0.2.2", 5060);
        trace.from("bob").to("alice").cseq(7).byCallee().inside("INFO");
        trace.after(1).from("alice").to("bob").request("INVITE");
        assertThat(names(ladder(trace))).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    void socketsOfOneHostAreOneColumnUnlessPortsAreWanted() {
        var trace = new Trace()
                .host("alice", "192.0.2.1", 40001)
                .host("again", "192.0.2.1", 40002)
                .host("bob", "192.0.2.2", 5060);
        trace.from("alice").to("bob").request("INVITE");
        trace.from("again").to("bob").cseq(2).request("INVITE");
        assertThat(names(ladder(trace))).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(names(ladder(trace, Arrangement.by(Grouping.PORT, false))))
                .containsExactly("192.0.2.1:40001", "192.0.2.2:5060", "192.0.2.1:40002");
    }

    @Test
    void aHostThatNamesItselfAlikeUnderTwoAddressesIsOneColumnByName() {
        var trace = new Trace()
                .host("alice", "192.0.2.1", 5060)
                .host("inside", "10.0.0.1", 5060)
                .host("outside", "203.0.113.1", 5060)
                .host("bob", "203.0.113.9", 5060);
        String via = "Via: SIP/2.0/UDP sbc.example:5060;branch=z9hG4bK";
        trace.from("alice").to("inside").request("INVITE");
        trace.from("inside").to("alice").cseq(5).byCallee().header(via + "in").inside("INFO");
        trace.from("outside").to("bob").header(via + "out").request("INVITE");
        Ladder byName = ladder(trace, Arrangement.by(Grouping.NAME, false));
        assertThat(names(byName)).containsExactly("192.0.2.1", "sbc.example", "203.0.113.9");
        assertThat(byName.columns().get(1).addresses()).containsExactly("10.0.0.1", "203.0.113.1");
        assertThat(ladder(trace).columns()).hasSize(4);
    }

    @Test
    void hostsThatDoNotAlwaysSayTheSameNameStayApart() {
        var trace = new Trace()
                .host("one", "192.0.2.1", 5060)
                .host("two", "192.0.2.2", 5060)
                .host("bob", "192.0.2.9", 5060);
        trace.from("one")
                .to("bob")
                .header("Via: SIP/2.0/UDP a.example;branch=z9hG4bK1")
                .request("INVITE");
        trace.from("one")
                .to("bob")
                .cseq(2)
                .header("Via: SIP/2.0/UDP b.example;branch=z9hG4bK2")
                .request("INVITE");
        trace.from("two")
                .to("bob")
                .cseq(3)
                .header("Via: SIP/2.0/UDP b.example;branch=z9hG4bK3")
                .request("INVITE");
        assertThat(names(ladder(trace, Arrangement.by(Grouping.NAME, false))))
                .containsExactly("192.0.2.1", "192.0.2.9", "b.example");
    }

    @Test
    void whatEveryHostCallsItselfIsNoName() {
        var trace = new Trace().host("one", "192.0.2.1", 5060).host("bob", "192.0.2.9", 5060);
        trace.from("one")
                .to("bob")
                .header("Via: SIP/2.0/UDP localhost;branch=z9hG4bK1")
                .request("INVITE");
        assertThat(names(ladder(trace, Arrangement.by(Grouping.NAME, false))))
                .containsExactly("192.0.2.1", "192.0.2.9");
    }

    @Test
    void theSameRequestOnBothSidesOfANatHasOneSender() {
        var trace = new Trace()
                .host("private", "10.0.0.5", 5060)
                .host("public", "203.0.113.5", 5060)
                .host("bob", "198.51.100.9", 5060);
        String via = "Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bKnat";
        trace.from("private").to("bob").header(via).request("INVITE");
        trace.from("public").to("bob").header(via).request("INVITE");
        assertThat(names(ladder(trace, Arrangement.by(Grouping.NAME, false))))
                .containsExactly("10.0.0.5", "198.51.100.9");
        assertThat(ladder(trace).columns()).hasSize(3);
    }

    @Test
    void aHostWithoutANameIsHeadedByItsProduct() {
        var trace = new Trace().host("alice", "192.0.2.1", 5060).host("bob", "192.0.2.2", 5060);
        trace.from("alice").to("bob").header("User-Agent: Phone/1.0").request("INVITE");
        trace.from("bob").to("alice").header("Server: PBX 18").responds(200);
        Ladder byName = ladder(trace, Arrangement.by(Grouping.NAME, false));
        assertThat(names(byName)).containsExactly("Phone/1.0", "PBX 18");
        assertThat(byName.columns().getFirst().addresses()).containsExactly("192.0.2.1");
        assertThat(ladder(trace).columns()).extracting(Column::product).containsExactly("Phone/1.0", "PBX 18");
    }

    @Test
    void aProxyIsNotTakenForTheProductThatItPassesOn() {
        var trace = new Trace();
        trace.from("alice").to("proxy").header("User-Agent: Phone/1.0").request("INVITE");
        trace.from("proxy")
                .to("bob")
                .header("User-Agent: Phone/1.0")
                .header("Via: SIP/2.0/UDP 198.51.100.2;branch=z9hG4bKp, SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKa")
                .request("INVITE");
        trace.from("bob").to("proxy").header("Server: Desk").responds(200);
        trace.from("proxy").to("alice").header("Server: Desk").responds(200);
        assertThat(ladder(trace).columns()).extracting(Column::product).containsExactly("Phone/1.0", "", "Desk");
    }

    @Test
    void columnsStandInTheOrderThatIsWanted() {
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of("192.0.2.2", "192.0.2.1"), Set.of());
        Ladder ladder = ladder(simple(), wanted);
        assertThat(names(ladder)).containsExactly("192.0.2.2", "192.0.2.1");
        assertThat(arrows(ladder)).containsExactly("INVITE 1>0", "486 Busy Here 0>1", "ACK 1>0");
    }

    @Test
    void columnsThatAreNotNamedInTheOrderFollowAsTheyAppear() {
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of("203.0.113.30"), Set.of());
        assertThat(names(ladder(Calls.forked(), wanted)))
                .containsExactly("203.0.113.30", "192.0.2.10", "192.0.2.1", "198.51.100.20");
    }

    @Test
    void arrowsOfAHiddenHostAreLeftOutAndCounted() {
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of(), Set.of("203.0.113.30"));
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
        assertThat(folded.rowOf(unfolded.rows().getLast().message())).isZero();
    }

    @Test
    void whatAHostSendsToItselfStaysInItsColumn() {
        var trace = new Trace().host("one", "127.0.0.1", 5060).host("two", "127.0.0.1", 5070);
        trace.from("one").to("two").request("OPTIONS");
        Ladder ladder = ladder(trace);
        assertThat(ladder.columns()).hasSize(1);
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
    void aLogWithoutAddressesIsNamedByItsViasAndTheRestStaysUnknown() {
        var trace = new Trace().host("alice", "", 0).host("bob", "", 0);
        String via = "Via: SIP/2.0/UDP alice.example:5062;branch=z9hG4bK1";
        trace.from("alice").to("bob").header(via).request("INVITE");
        trace.from("bob").to("alice").responds(180);
        Ladder ladder = ladder(trace);
        assertThat(names(ladder)).containsExactly("alice.example", "");
        assertThat(ladder.columns().getLast().known()).isFalse();
        assertThat(arrows(ladder)).containsExactly("INVITE 0>1", "180 Not Now 1>0");
        assertThat(names(ladder(trace, Arrangement.by(Grouping.PORT, false))))
                .containsExactly("alice.example:5062", "");
    }

    @Test
    void whoWroteALogIsTheSideThatItNeverNames() {
        var trace = new Trace().host("me", "", 0).host("bob", "192.0.2.2", 5060);
        trace.from("me")
                .to("bob")
                .header("Via: SIP/2.0/UDP me.example;branch=z9hG4bK1")
                .request("INVITE");
        trace.from("bob").to("me").responds(200);
        trace.from("bob")
                .to("me")
                .byCallee()
                .cseq(2)
                .header("Via: SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK2")
                .inside("BYE");
        trace.from("me").to("bob").cseq(2).responds(200, "BYE");
        assertThat(names(ladder(trace))).containsExactly("me.example", "192.0.2.2");
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

    /** Who looked at all messages for each message would not come to an end: that is all that the time is for. */
    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void aLongCallIsLaidOutWithoutLookingAtAllMessagesForEach() {
        List<Call> calls = Calls.longOne(100_000).calls();
        assertThat(new CallFlow(calls)
                        .ladder(Arrangement.by(Grouping.ADDRESS, false))
                        .rows())
                .hasSameSizeAs(calls.getFirst().messages());
    }
}
