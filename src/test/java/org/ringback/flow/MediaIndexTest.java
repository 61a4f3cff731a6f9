package org.ringback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.CallStream.Basis;
import org.ringback.media.Datagrams;
import org.ringback.media.MediaSeen;
import org.ringback.media.Talker;

/** Which streams are a call's, by what tells so, and which are not. */
class MediaIndexTest {

    private final Trace trace = new Trace().host("alice", "198.51.100.1", 5060).host("bob", "198.51.100.2", 5060);

    private static String at(String host, int port) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio " + port + " RTP/AVP 0";
    }

    private void answered(String id) {
        answered(id, at("198.51.100.1", 4000), at("198.51.100.2", 6000));
    }

    private void answered(String id, String offer, String answer) {
        trace.call(id, "alice", "bob");
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(1).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void bye(double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    private CallMedia media(int call) {
        Call asked = trace.calls().get(call);
        return new MediaIndex(trace.examined().surroundings().media()).of(asked);
    }

    private List<Basis> bases() {
        return media(0).streams().stream().map(CallStream::basis).toList();
    }

    /** As on the media server of a cluster, whose clock nobody has set: packets between just these ports are the call's. */
    @ParameterizedTest
    @CsvSource({"1, 3600, 6000, true", "1, 4, 6000, false", "0, 3600, 6000, false", "1, 3600, 6002, false"})
    void streamsBetweenItsPortsInAFileOfAnotherTimeHaveAnotherClock(
            int file, int seconds, int port, boolean otherClock) {
        answered("one");
        bye(10);
        Call call = trace.calls().getFirst();
        Datagrams other = new Datagrams(file);
        new Talker(
                        other,
                        new Endpoint("198.51.100.1", 4000),
                        new Endpoint("198.51.100.2", port),
                        call.opening().time() + seconds * 1_000_000L)
                .packets(50);

        CallMedia media = new MediaIndex(other.seen()).of(call);
        assertThat(media.otherClock()).isEqualTo(otherClock);
        assertThat(media.wholeRtp()).isEqualTo(!otherClock);
    }

    @Test
    void aStreamToAnAnnouncedPortIsTheCalls() {
        answered("one");
        trace.media("alice", 4000).to("bob", 6000).packets(50);

        assertThat(media(0).streams()).singleElement().satisfies(stream -> {
            assertThat(stream.basis()).isEqualTo(Basis.ANNOUNCED);
            assertThat(stream.toward()).isEqualTo(Side.CALLEE);
            assertThat(stream.receiver().orElseThrow().side()).isEqualTo(Side.CALLEE);
            assertThat(stream.sender().orElseThrow().side()).isEqualTo(Side.CALLER);
            assertThat(stream.sound()).isTrue();
            assertThat(stream.format(0)).isPresent();
            assertThat(stream.format(8)).isEmpty();
        });
    }

    @Test
    void aFewPacketsAreBelievedWhereTheyWereAnnounced() {
        answered("one");
        trace.media("alice", 4000).to("bob", 6000).packets(1);

        assertThat(bases()).containsExactly(Basis.ANNOUNCED);
    }

    @Test
    void aCandidateIsAnAnnouncedPortToo() {
        String candidates = "\na=candidate:1 1 UDP 2130706431 203.0.113.9 41000 typ host\na=candidate:x\n"
                + "a=candidate:2 1 UDP 1 203.0.113.9 99999 typ host";
        answered("one", at("198.51.100.1", 4000), at("198.51.100.2", 6000) + candidates);
        trace.host("relay", "203.0.113.9", 3478);
        trace.media("alice", 50_000).to("relay", 41_000).packets(50);

        assertThat(bases()).containsExactly(Basis.ANNOUNCED);
        assertThat(media(0).announced().getLast().ports())
                .containsExactly(new Endpoint("198.51.100.2", 6000), new Endpoint("203.0.113.9", 41_000));
    }

    @Test
    void whoSendsFromAnAnnouncedPortIsTheCalls() {
        answered("one");
        trace.media("alice", 4000).to("nat", 7777).packets(50);

        assertThat(media(0).streams()).singleElement().satisfies(stream -> {
            assertThat(stream.basis()).isEqualTo(Basis.SENT_FROM);
            assertThat(stream.toward()).isEqualTo(Side.CALLEE);
        });
    }

    @Test
    void whatGoesBackToWhereAStreamComesFromIsTheCalls() {
        answered("one");
        trace.media("nat", 40_000).to("bob", 6000).packets(50);
        trace.media("bob", 6002).to("nat", 40_000).packets(50);

        assertThat(bases()).containsExactly(Basis.ANNOUNCED, Basis.WAY_BACK);
        assertThat(media(0).toward(Side.CALLER)).hasSize(1);
    }

    @Test
    void whatARelayPassesOnKeepsItsSource() {
        answered("one");
        trace.media("alice", 4000).to("bob", 6000).ssrc(7).packets(50);
        trace.media("bob", 9000).to("carol", 9002).ssrc(7).packets(50);
        trace.media("dave", 9000).to("carol", 9002).ssrc(7).packets(50);

        assertThat(bases()).containsExactly(Basis.ANNOUNCED, Basis.SAME_SOURCE);
    }

    @Test
    void theSamePortsInAnEarlierAndALaterCallAreNotThisCalls() {
        answered("one");
        trace.media("alice", 4000).to("bob", 6000).ssrc(1).packets(400);
        bye(10);
        trace.after(60);
        answered("two");
        trace.media("alice", 4000).to("bob", 6000).ssrc(2).packets(400);
        bye(10);
        trace.after(60);
        answered("three");
        trace.media("alice", 4000).to("bob", 6000).ssrc(3).packets(400);

        for (int call = 0; call < 3; call++) {
            assertThat(media(call).streams())
                    .singleElement()
                    .extracting(stream -> stream.stream().ssrc())
                    .isEqualTo(call + 1L);
        }
    }

    @Test
    void aStreamThatWasThereLongBeforeIsSomebodyElses() {
        trace.media("alice", 4000).to("bob", 6000).packets(4000);
        trace.after(20);
        answered("one");

        assertThat(media(0).streams()).isEmpty();
    }

    @Test
    void mediaMayComeBeforeTheMessageThatAnnouncesThem() {
        trace.from("alice").to("bob").sdp(at("198.51.100.1", 4000)).request("INVITE");
        trace.media("bob", 6000).to("alice", 4000).packets(200);
        trace.after(1.5).from("bob").to("alice").sdp(at("198.51.100.2", 6000)).responds(200);

        assertThat(bases()).containsExactly(Basis.ANNOUNCED);
    }

    @Test
    void eachLegOfAB2buaHasItsOwnStreams() {
        trace.host("server", "198.51.100.9", 5060);
        trace.call("inbound", "alice", "server")
                .from("alice")
                .to("server")
                .sdp(at("198.51.100.1", 4000))
                .request("INVITE");
        trace.call("outbound", "server", "bob")
                .from("server")
                .to("bob")
                .sdp(at("198.51.100.9", 10_002))
                .request("INVITE");
        trace.from("bob").to("server").sdp(at("198.51.100.2", 6000)).responds(200);
        trace.call("inbound", "alice", "server")
                .from("server")
                .to("alice")
                .sdp(at("198.51.100.9", 10_000))
                .responds(200);
        trace.media("alice", 4000).to("server", 10_000).ssrc(1).packets(50);
        trace.media("server", 10_002).to("bob", 6000).ssrc(2).packets(50);

        assertThat(media(0).streams())
                .singleElement()
                .extracting(each -> each.stream().ssrc())
                .isEqualTo(1L);
        assertThat(media(1).streams())
                .singleElement()
                .extracting(each -> each.stream().ssrc())
                .isEqualTo(2L);
    }

    @Test
    void whatIsNotSoundIsKnownByItsMediaLine() {
        String video = "\nm=video 6002 RTP/AVP 96";
        answered("one", at("198.51.100.1", 4000), at("198.51.100.2", 6000) + video);
        trace.media("alice", 4002).to("bob", 6002).type(96).packets(50);

        assertThat(media(0).streams())
                .singleElement()
                .extracting(CallStream::sound)
                .isEqualTo(false);
        assertThat(media(0).toward(Side.CALLEE)).isEmpty();
    }

    @Test
    void otherDatagramsOfAnAnnouncedPortAreBeside() {
        answered("one");
        trace.media("alice", 4000).sends("bob", 6000, new byte[20]);
        trace.media("alice", 4002).sends("bob", 6002, new byte[20]);

        assertThat(media(0).flows())
                .singleElement()
                .extracting(flow -> flow.destination().port())
                .isEqualTo(6000);
    }

    @Test
    void whatACaptureHoldsIsNothingElsewhereOrHere() {
        answered("one");
        assertThat(media(0).captured()).isEqualTo(CallMedia.Captured.NOTHING);

        trace.media("carol", 4000).to("dave", 6000).packets(50);
        assertThat(media(0).captured()).isEqualTo(CallMedia.Captured.ELSEWHERE);

        trace.media("bob", 1234).to("dave", 6000).packets(50);
        assertThat(media(0).captured()).isEqualTo(CallMedia.Captured.HERE);
        assertThat(media(0).watched()).isEmpty();
        assertThat(media(0).along()).containsExactlyInAnyOrder(Side.values());

        trace.media("bob", 1234).to("alice", 1234).packets(50);
        assertThat(media(0).watched()).containsExactly(Side.CALLER);
    }

    @Test
    void withinOneHostNothingTellsTheDirection() {
        answered("one", at("127.0.0.1", 4000), at("127.0.0.1", 6000));
        trace.host("alice", "127.0.0.1", 5060)
                .media("alice", 4000)
                .to("alice", 6000)
                .packets(50);

        assertThat(media(0).watched()).containsExactly(Side.CALLEE);
    }

    @Test
    void whatIsNoCallHasNoMedia() {
        trace.from("alice").to("bob").sdp(at("198.51.100.1", 4000)).request("OPTIONS");
        trace.media("bob", 6000).to("alice", 4000).packets(50);

        assertThat(media(0)).isSameAs(CallMedia.NONE);
    }

    @Test
    void withoutMediaNobodyLooksForThem() {
        answered("one");

        assertThat(new MediaIndex(MediaSeen.NOTHING).of(trace.calls().getFirst()))
                .isSameAs(CallMedia.NONE);
    }

    @Test
    void aDescriptionOfThousandsOfLinesNamesItsPortsOnce() {
        String lines = IntStream.range(0, 3000)
                .mapToObj(i -> "\nm=audio " + (6000 + i % 500) + " RTP/AVP 0" + "\na=candidate:1 1 UDP 1 198.51.100.2 "
                        + (20_000 + i) + " typ host")
                .collect(Collectors.joining());
        answered("one", at("198.51.100.1", 4000), at("198.51.100.2", 6000) + lines);
        for (int i = 0; i < 600; i++) {
            trace.media("alice", 4000).to("bob", 20_000 + i).ssrc(i).packets(3);
        }

        assertThat(media(0).streams()).hasSize(256);
    }

    @Test
    void aStreamWithoutATimeMayBeAnyCalls() {
        answered("one");
        var datagrams = new Datagrams(1);
        new Talker(datagrams, new Endpoint("198.51.100.1", 4000), new Endpoint("198.51.100.2", 6000), Captured.NO_TIME)
                .packets(50);

        assertThat(new MediaIndex(datagrams.seen()).of(trace.calls().getFirst()).streams())
                .hasSize(1);
    }
}
