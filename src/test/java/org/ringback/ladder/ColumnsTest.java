package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.ladder.Ladders.arrows;
import static org.ringback.ladder.Ladders.ladder;
import static org.ringback.ladder.Ladders.names;
import static org.ringback.ladder.Ladders.simple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** Which host has a column, what it is called and where it stands. */
class ColumnsTest {

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
    void theOnlyHostIsAColumnForEachOfItsPortsByItself() {
        var trace = new Trace().host("phone", "127.0.0.1", 5061).host("proxy", "127.0.0.1", 5060);
        trace.from("phone").to("proxy").request("INVITE");
        trace.after(1).from("proxy").to("phone").responds(486);
        assertThat(names(ladder(trace))).containsExactly("127.0.0.1:5061", "127.0.0.1:5060");
        assertThat(arrows(ladder(trace))).allSatisfy(arrow -> assertThat(arrow).doesNotContain("0>0", "1>1"));
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
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of("192.0.2.2", "192.0.2.1"), Set.of(), true);
        Ladder ladder = ladder(simple(), wanted);
        assertThat(names(ladder)).containsExactly("192.0.2.2", "192.0.2.1");
        assertThat(arrows(ladder)).containsExactly("INVITE 1>0", "486 Busy Here 0>1", "ACK 1>0");
    }

    @Test
    void columnsThatAreNotNamedInTheOrderFollowAsTheyAppear() {
        var wanted = new Arrangement(Grouping.ADDRESS, false, List.of("203.0.113.30"), Set.of(), true);
        assertThat(names(ladder(Calls.forked(), wanted)))
                .containsExactly("203.0.113.30", "192.0.2.10", "192.0.2.1", "198.51.100.20");
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
}
