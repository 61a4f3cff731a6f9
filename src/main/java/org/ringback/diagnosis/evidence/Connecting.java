package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.Announced;
import org.ringback.flow.CallChecks;
import org.ringback.flow.CallHandshake;
import org.ringback.flow.CallMedia;
import org.ringback.flow.Side;
import org.ringback.media.MediaFlow;
import org.ringback.media.Moment;
import org.ringback.sip.OfferAnswer;
import org.ringback.sip.Sdp;

/**
 * How both sides of a call that was answered look for a way to each other and agree on keys, before media flow. It needs no RTP:
 * where that fails, none is sent.
 */
public final class Connecting {

    /** A second of sound: so much goes over a relay whose packets hold RTP. */
    private static final int RELAYED = 50;

    private final Exchange exchange;
    private final CallMedia media;
    private final long from;
    private final long until;

    private Connecting(Exchange exchange, CallMedia media, long from, long until) {
        this.exchange = exchange;
        this.media = media;
        this.from = from;
        this.until = until;
    }

    /** Of a call that was answered once, with times, of which what was agreed was captured whole, and all media were measured. */
    public static Optional<Connecting> of(Case examined) {
        if (!examined.media().whole()) {
            return Optional.empty();
        }
        List<Exchange> answered = examined.exchanges().stream()
                .filter(exchange -> exchange.dialog().answer().isPresent())
                .toList();
        if (answered.size() != 1 || answered.getFirst().agreed().isEmpty()) {
            return Optional.empty();
        }
        Exchange exchange = answered.getFirst();
        long answer = exchange.dialog().answer().orElseThrow().time();
        long agreed = exchange.agreed().getFirst().answered().orElseThrow().time();
        long until = exchange.dialog()
                .bye()
                .map(Message::time)
                .orElse(examined.circumstances().captureEnd());
        return answer == Captured.NO_TIME || agreed == Captured.NO_TIME || until == Captured.NO_TIME
                ? Optional.empty()
                : Optional.of(new Connecting(exchange, examined.media(), Math.max(answer, agreed), until));
    }

    public Exchange exchange() {
        return exchange;
    }

    public CallMedia media() {
        return media;
    }

    /** The time between agreement and end, in microseconds. */
    public long length() {
        return Math.max(0, until - from);
    }

    /** Whether a time lies between agreement and end, or so many microseconds before. */
    public boolean during(long time, long early) {
        return time != Captured.NO_TIME && time >= from - early && time <= until;
    }

    /** Whether it ends at most so many microseconds after a time. */
    public boolean endsWithin(long time, long micros) {
        return exchange.dialog().bye().isPresent() && until - time <= micros;
    }

    /** How long something that went on until a time did so after the agreement, in microseconds. */
    public long since(Moment first, Moment last) {
        return last.time() - Math.max(from, first.time());
    }

    /** Whether media may take a way on which no checks are seen: then that these fail is not all. */
    public boolean otherWays() {
        return media.announced().stream().anyMatch(Announced::otherWays);
    }

    /** Whether something else than STUN flows at the ports of the call, as within a relay (RFC 8656, 12). */
    public boolean relayed() {
        return media.flows().stream()
                .anyMatch(flow -> flow.kind() != MediaFlow.Kind.STUN
                        && flow.kind() != MediaFlow.Kind.DTLS
                        && flow.packets() >= RELAYED);
    }

    /** Whether any sound of the call was captured after a time. */
    public boolean soundAfter(long time) {
        return media.streams().stream()
                .anyMatch(each -> each.sound() && each.stream().last().time() > time);
    }

    /** Whether nothing of the call was captured that looks like media. */
    public boolean silent() {
        return media.streams().isEmpty() && media.takenOver().isEmpty();
    }

    /** Whether packets of sound went both ways, however that came about. */
    public boolean bothHeard() {
        return !media.toward(Side.CALLER).isEmpty()
                && !media.toward(Side.CALLEE).isEmpty();
    }

    /** The checks that ask a side, with a packet of which the time is known. */
    public List<CallChecks> asking(Side side) {
        return media.checks().stream()
                .filter(each -> each.toward() == side && each.checks().first().time() != Captured.NO_TIME)
                .toList();
    }

    /** Whether any check was answered with success. */
    public static boolean succeeded(List<CallChecks> checks) {
        return checks.stream().anyMatch(each -> each.checks().successes() > 0);
    }

    /** The handshakes that a side began. */
    public List<CallHandshake> begunBy(Side client) {
        return media.handshakes().stream()
                .filter(each ->
                        each.client() == client && each.handshake().first().time() != Captured.NO_TIME)
                .toList();
    }

    /** The descriptions that a side has sent of its media. */
    public List<Announced> announced(Side side) {
        return media.announced().stream().filter(each -> each.side() == side).toList();
    }

    /** Every fingerprint that a side has announced in the call, in small letters. */
    public Set<String> fingerprints(Side side, Case examined) {
        return announced(side).stream()
                .map(Announced::message)
                .distinct()
                .flatMap(message -> examined.sdp(message).stream())
                .flatMap(sdp -> SecureMedia.fingerprints(sdp).stream())
                .collect(Collectors.toSet());
    }

    /** The last round, with its first stream of sound that is on. */
    public Exchange.Round last() {
        return exchange.agreed().getLast();
    }

    /** The messages with the last offer and its answer. */
    public List<Message> descriptions() {
        return List.of(last().offered(), last().answered().orElseThrow());
    }

    /** What a side says in the last round of a stream of sound: {@code a=setup} for instance. */
    public Optional<String> attribute(Side side, String name) {
        boolean offers = (last().offerer() == OfferAnswer.Side.CALLER) == (side == Side.CALLER);
        Sdp sdp = offers ? last().offer() : last().answer().orElseThrow();
        return last().firstOn()
                .flatMap(pair -> SecureMedia.attribute(sdp, offers ? pair.offer() : pair.answer(), name));
    }
}
