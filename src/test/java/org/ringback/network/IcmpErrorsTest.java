package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.network.IcmpError.Cause;

/** Errors of ICMP and what they quote. */
class IcmpErrorsTest {

    @Test
    void aClosedPortIsToldWithTheRequestThatCameToIt() {
        IcmpError error =
                Seen.all(Seen.in("icmp-closed-port.pcap"), IcmpError.class).getFirst();

        assertThat(error.cause()).isEqualTo(Cause.PORT_UNREACHABLE);
        assertThat(error.from()).isEqualTo(new Endpoint("127.0.0.1", 5062));
        assertThat(error.to()).isEqualTo(new Endpoint("127.0.0.1", 5070));
        assertThat(error.quote().udp()).isTrue();
        assertThat(error.quote().text()).startsWith("INVITE sip:bob@127.0.0.1 SIP/2.0\r\nVia: ");
        assertThat(error.seen().frame()).isEqualTo(2);
        assertThat(error.seen().source().port()).isZero();
    }

    @Test
    void itIsTheSameInIpv6() {
        IcmpError error =
                Seen.all(Seen.in("icmp-closed-port.pcap"), IcmpError.class).getLast();

        assertThat(error.cause()).isEqualTo(Cause.PORT_UNREACHABLE);
        assertThat(error.to()).isEqualTo(new Endpoint("::1", 5070));
        assertThat(error.quote().text()).startsWith("INVITE sip:bob@[::1] SIP/2.0\r\n");
    }

    @Test
    void aRouterSaysWhyItPassesNothingOn() {
        assertThat(Seen.all(Seen.in("icmp-routers.pcap"), IcmpError.class))
                .extracting(error -> error.to().host() + " " + error.cause())
                .containsExactly(
                        "198.51.100.1 PROHIBITED",
                        "198.51.100.1 PROHIBITED",
                        "198.51.100.66 HOST_UNREACHABLE",
                        "198.51.100.66 HOST_UNREACHABLE",
                        "203.0.113.9 TIME_EXCEEDED",
                        "203.0.113.9 TIME_EXCEEDED",
                        "203.0.113.9 TOO_BIG",
                        "203.0.113.9 TOO_BIG",
                        "203.0.113.1 HOST_UNREACHABLE",
                        "203.0.113.1 HOST_UNREACHABLE");
    }

    @Test
    void whatIsTooBigTellsWhatPasses() {
        IcmpError error =
                Seen.all(Seen.in("icmp-routers.pcap"), IcmpError.class).get(6);

        assertThat(error.mtu()).isEqualTo(1000);
        assertThat(error.quote().length()).isEqualTo(1194);
    }

    @Test
    void aClockThatWasWrongIsSetRight() {
        long time = Seen.in("icmp-closed-port.pcap").all().getFirst().seen().time();

        assertThat(Seen.in("icmp-closed-port.pcap", Duration.ofHours(1))
                        .all()
                        .getFirst()
                        .seen()
                        .time())
                .isEqualTo(time + 3_600_000_000L);
    }

    @Test
    void anOldRouterQuotesThePortsAlone() {
        byte[] quoted = Wire.quoted(5060, 5070, 400, "");
        IcmpError error = Seen.the(new Wire().icmp(3, 3, quoted).events(), IcmpError.class);

        assertThat(error.to()).isEqualTo(new Endpoint("192.0.2.2", 5070));
        assertThat(error.quote().text()).isEmpty();
        assertThat(error.quote().length()).isEqualTo(400);
    }

    @Test
    void whatFollowsAShortQuoteIsNoText() {
        byte[] padded = Wire.join(Wire.quoted(5060, 5070, 400, "OPTIONS sip:x"), new byte[100]);
        IcmpError error = Seen.the(new Wire().icmp(3, 3, padded).events(), IcmpError.class);

        assertThat(error.quote().text()).isEqualTo("OPTIONS sip:x");
    }

    @Test
    void aLaterFragmentHasNoPorts() {
        byte[] quoted = Wire.quoted(5060, 5070, 400, "");
        quoted[7] = 1;
        IcmpError error = Seen.the(new Wire().icmp(11, 1, quoted).events(), IcmpError.class);

        assertThat(error.cause()).isEqualTo(Cause.FRAGMENTS_MISSING);
        assertThat(error.to()).isEqualTo(new Endpoint("192.0.2.2", 0));
    }

    @Test
    void anEchoIsNoError() {
        assertThat(new Wire()
                        .icmp(8, 0, Wire.quoted(5060, 5070, 400, ""))
                        .events()
                        .all())
                .isEmpty();
    }

    @Test
    void anErrorAboutAnEchoSaysNothingAboutCalls() {
        byte[] quoted = Wire.quoted(5060, 5070, 400, "");
        quoted[9] = 1;

        assertThat(new Wire().icmp(3, 1, quoted).events().all()).isEmpty();
    }

    @Test
    void theyAreFoundByBothEnds() {
        NetworkEvents events =
                new Wire().icmp(3, 3, Wire.quoted(5060, 5070, 400, "")).events();
        var one = new Endpoint("192.0.2.1", 5060);
        var other = new Endpoint("192.0.2.2", 5070);

        assertThat(events.between(one, other, 0, Long.MAX_VALUE)).hasSize(1);
        assertThat(events.between(other, one, 0, Long.MAX_VALUE)).hasSize(1);
        assertThat(events.between(one, other, 0, 1_000)).isEmpty();
        assertThat(events.between(one, new Endpoint("192.0.2.2", 5060), 0, Long.MAX_VALUE))
                .isEmpty();
        assertThat(events.betweenHosts("192.0.2.2", "192.0.2.1", 0, Long.MAX_VALUE))
                .hasSize(1);
    }

    @Test
    void moreThanTheLimitIsCounted() {
        var wire = new Wire();
        for (int i = 0; i < 10_005; i++) {
            wire.icmp(3, 3, Wire.quoted(40_000, 40_002, 172, ""));
        }
        wire.icmp(3, 3, Wire.quoted(5060, 5060, 172, ""));

        NetworkEvents events = wire.events();
        assertThat(events.omitted()).isEqualTo(5);
        assertThat(events.all()).hasSize(10_001);
        assertThat(List.of(events.all().getLast().to().port())).containsExactly(5060);
    }
}
