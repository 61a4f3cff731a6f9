package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.Announced;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;
import org.ringback.sip.OfferAnswer;

/**
 * The time between answer and end of a call, with what was to be heard and what flowed. Times are those of messages, in
 * microseconds.
 */
public final class Talk {

    private final Exchange exchange;
    private final Message answer;
    private final Optional<Message> bye;
    private final long until;
    private final CallMedia media;
    private final List<Period> periods = new ArrayList<>(1);

    /** From one agreement to the next: who was to hear something. */
    private record Period(long from, long to, boolean toCaller, boolean toCallee) {

        private long length(Side side) {
            return (side == Side.CALLER ? toCaller : toCallee) ? Math.max(0, to - from) : 0;
        }
    }

    private Talk(Exchange exchange, Message answer, long until, CallMedia media) {
        this.exchange = exchange;
        this.answer = answer;
        this.until = until;
        this.media = media;
        bye = exchange.dialog().bye();
        List<Exchange.Round> agreed = exchange.agreed();
        for (int i = 0; i < agreed.size(); i++) {
            Exchange.Round round = agreed.get(i);
            AgreedWay way = AgreedWay.of(round);
            boolean callerOffers = round.offerer() == OfferAnswer.Side.CALLER;
            boolean toOfferer = way == AgreedWay.BOTH || way == AgreedWay.TO_OFFERER;
            boolean toAnswerer = way == AgreedWay.BOTH || way == AgreedWay.TO_ANSWERER;
            periods.add(new Period(
                    Math.max(answer.time(), round.answered().orElseThrow().time()),
                    i + 1 < agreed.size() ? agreed.get(i + 1).offered().time() : until,
                    callerOffers ? toOfferer : toAnswerer,
                    callerOffers ? toAnswerer : toOfferer));
        }
    }

    /**
     * The talk of a call that was answered once, with its media; empty where times are not known, what was agreed was not
     * captured whole, or no media of any call were captured.
     */
    static Optional<Talk> of(Case examined) {
        CallMedia media = examined.media();
        if (media.captured() == CallMedia.Captured.NOTHING) {
            return Optional.empty();
        }
        List<Exchange> answered = examined.exchanges().stream()
                .filter(exchange -> exchange.dialog().answer().isPresent())
                .toList();
        if (answered.size() != 1 || answered.getFirst().agreed().isEmpty()) {
            return Optional.empty();
        }
        Exchange exchange = answered.getFirst();
        Message answer = exchange.dialog().answer().orElseThrow();
        long until = exchange.dialog()
                .bye()
                .map(Message::time)
                .orElse(examined.circumstances().captureEnd());
        boolean timed = answer.time() != Captured.NO_TIME
                && until != Captured.NO_TIME
                && exchange.agreed().stream()
                        .allMatch(round -> round.offered().time() != Captured.NO_TIME
                                && round.answered().orElseThrow().time() != Captured.NO_TIME)
                && media.streams().stream()
                        .map(CallStream::stream)
                        .noneMatch(stream -> stream.first().time() == Captured.NO_TIME
                                || stream.last().time() == Captured.NO_TIME);
        return timed ? Optional.of(new Talk(exchange, answer, until, media)) : Optional.empty();
    }

    public Exchange exchange() {
        return exchange;
    }

    public CallMedia media() {
        return media;
    }

    /** The 2xx with which it begins. */
    public Message answer() {
        return answer;
    }

    /** When both sides knew where to send: with the answer, or with the ACK that completes what it offers. */
    public long agreed() {
        return periods.getFirst().from;
    }

    /** The first BYE, with which it ends. */
    public Optional<Message> bye() {
        return bye;
    }

    /** When it ends: the BYE, else the end of the capture. */
    public long until() {
        return until;
    }

    /** For how long a side was to hear the other one. */
    public long toHear(Side side) {
        return periods.stream().mapToLong(period -> period.length(side)).sum();
    }

    /** For how long at its end, without a break, a side was to hear the other one. */
    public long toHearAtEnd(Side side) {
        long length = 0;
        for (Period period : periods.reversed()) {
            if (period.length(side) == 0 && period.to > period.from) {
                break;
            }
            length += period.length(side);
        }
        return length;
    }

    /** Whether sound was agreed both ways, and nothing else, all the time. */
    public boolean alwaysBothWays() {
        return !periods.isEmpty()
                && periods.stream()
                        .allMatch(period -> (period.toCaller && period.toCallee) || period.to <= period.from);
    }

    /** The streams that a side was to hear and of which packets came while the two talked, or a second after. */
    public List<CallStream> heardBy(Side side) {
        return media.toward(side).stream()
                .filter(stream -> stream.stream().last().time() >= answer.time()
                        && stream.stream().first().time() <= until)
                .toList();
    }

    /** Whether a side asked for sound at another host than the one that was agreed on first. */
    public boolean movedSinceAgreed() {
        Exchange.Round first = exchange.agreed().getFirst();
        Message answered = first.answered().orElseThrow();
        for (Side side : Side.values()) {
            List<Announced> asked = media.soundOf(side);
            long before = asked.stream()
                    .takeWhile(each -> each.message() != first.offered() && each.message() != answered)
                    .count();
            if (severalHosts(asked.stream().skip(before == asked.size() ? 0 : before))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a side asked for sound at another host than at first: two who know each other's addresses now may talk past the
     * point of capture.
     */
    public boolean moved() {
        for (Side side : Side.values()) {
            if (severalHosts(media.soundOf(side).stream())) {
                return true;
            }
        }
        return false;
    }

    private static boolean severalHosts(Stream<Announced> asked) {
        return asked.map(each -> each.port().host()).distinct().count() > 1;
    }

    /** Whether a message and a stream were captured by one clock, so that the time between them means something. */
    public static boolean sameClock(Message message, MediaStream stream) {
        return message.captured().file() == stream.file();
    }

    /** How many packets of these there were. */
    public long packetsTo(Side side) {
        return heardBy(side).stream()
                .map(CallStream::stream)
                .mapToLong(MediaStream::packets)
                .sum();
    }

    /** When the last packet for a side came, or {@link Captured#NO_TIME}. */
    public long lastTo(Side side) {
        return heardBy(side).stream()
                .mapToLong(stream -> stream.stream().last().time())
                .max()
                .orElse(Captured.NO_TIME);
    }

    /** When the first packet for a side came, or {@link Captured#NO_TIME}. */
    public long firstTo(Side side) {
        return heardBy(side).stream()
                .mapToLong(stream -> stream.stream().first().time())
                .min()
                .orElse(Captured.NO_TIME);
    }
}
