package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.AgreedWay;
import org.ringback.diagnosis.evidence.Answerer;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Side;
import org.ringback.sip.OfferAnswer;
import org.ringback.sip.Sdp;
import org.ringback.sip.Sdp.Direction;

/** Between whom sound may flow by what both sides agreed: streams that are off, one-way directions, and hold (RFC 3264). */
final class AudioFlow implements Rule {

    private static final Kind OFF = Kind.of("audio-off", Weight.TROUBLE, 3264, "6", "answerer", "offered", "profile");
    private static final Kind NOT_RECORDED =
            Kind.of("recorder-takes-no-stream", Weight.TROUBLE, 7866, "7.1.1", "recorder", "offerer", "offered");
    private static final Kind ONE_WAY = Kind.of(
            "audio-one-way",
            Weight.TROUBLE,
            3264,
            "6.1",
            "offerer",
            "answerer",
            "offerDirection",
            "answerDirection",
            "deaf");
    private static final Kind MEANT = Kind.of(
            "audio-one-way-meant",
            Weight.NORMAL,
            3264,
            "6.1",
            "offerer",
            "answerer",
            "offerDirection",
            "answerDirection",
            "deaf");
    private static final Kind NO_WAY = Kind.of(
            "audio-no-way", Weight.TROUBLE, 3264, "6.1", "offerer", "answerer", "offerDirection", "answerDirection");
    private static final Kind NOT_RESUMED =
            Kind.of("hold-not-resumed", Weight.TROUBLE, 3264, "8.4", "offerer", "answerer", "answerDirection");
    private static final Kind ENDED_ON_HOLD = Kind.of("ended-on-hold", Weight.NORMAL, 3264, "8.4", "holder", "span");

    /** Shorter than this someone is only about to change the media again, as servers do that call both sides. */
    private static final long AT_ONCE = 3_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(OFF, NOT_RECORDED, ONE_WAY, MEANT, NO_WAY, NOT_RESUMED, ENDED_ON_HOLD);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            List<Exchange.Round> rounds = exchange.agreed();
            if (exchange.talked() && !rounds.isEmpty()) {
                boolean everBothWays = rounds.stream().anyMatch(round -> AgreedWay.of(round) == AgreedWay.BOTH);
                Exchange.Round last = rounds.getLast();
                if (everBothWays && held(last)) {
                    onHold(exchange, rounds, examined, findings);
                } else if (!everBothWays && lasted(exchange, last, examined)) {
                    boolean unseen = exchange.changedUnseen(last);
                    boolean settled = exchange.rounds().getLast() == last && !unseen;
                    never(last, settled, unseen, examined, findings);
                }
            }
        }
    }

    /** A round with a stream of sound that is on, but not both ways: a change to fax or to video alone is no hold. */
    private static boolean held(Exchange.Round round) {
        return AgreedWay.of(round) != AgreedWay.BOTH && round.sound().stream().anyMatch(Audio.Pair::on);
    }

    /** Whether the last offer takes back a hold of its own side, and the other side never asked for one. */
    private static boolean held(List<Exchange.Round> rounds, Exchange.Round last) {
        List<Exchange.Round> holding =
                rounds.stream().filter(round -> holds(round.offer())).toList();
        return !holding.isEmpty() && holding.stream().allMatch(round -> round.offerer() == last.offerer());
    }

    /** Whether a side itself asks for silence or for one way. */
    private static boolean holds(Sdp sdp) {
        return Audio.streams(sdp).stream()
                .filter(media -> !media.off())
                .anyMatch(media -> media.direction() == Direction.SENDONLY
                        || media.direction() == Direction.INACTIVE
                        || AgreedWay.nowhere(sdp, media));
    }

    private static boolean lasted(Exchange exchange, Exchange.Round last, Case examined) {
        long from = last.answered().orElseThrow().time();
        long to = exchange.dialog()
                .bye()
                .map(Message::time)
                .orElse(examined.circumstances().captureEnd());
        return from == Captured.NO_TIME || to == Captured.NO_TIME || to - from >= AT_ONCE || givenUp(exchange, last);
    }

    /** Whoever is told that all streams are off hangs up at once for that. */
    private static boolean givenUp(Exchange exchange, Exchange.Round last) {
        String offerer = last.offered().head().request()
                ? last.offered().head().fromTag()
                : last.offered().head().toTag();
        return last.answer().orElseThrow().media().stream().allMatch(Sdp.Media::off)
                && exchange.dialog()
                        .bye()
                        .filter(bye -> bye.head().fromTag().equals(offerer))
                        .isPresent();
    }

    private static void onHold(
            Exchange exchange, List<Exchange.Round> rounds, Case examined, Consumer<Finding> findings) {
        Exchange.Round last = rounds.getLast();
        Message answered = last.answered().orElseThrow();
        if (!holds(last.offer())) {
            boolean resumes = last.offered().head().request() && held(rounds, last);
            last.sound().stream()
                    .filter(Audio.Pair::on)
                    .map(Audio.Pair::answer)
                    .filter(answer ->
                            answer.direction() == Direction.RECVONLY || answer.direction() == Direction.INACTIVE)
                    .findFirst()
                    .filter(_ -> resumes && lasted(exchange, last, examined))
                    .ifPresent(answer -> findings.accept(Finding.about(NOT_RESUMED, Certainty.LIKELY)
                            .proof(last.offered(), answered)
                            .with("offerer", Value.of(last.offered().captured().source()))
                            .with("answerer", Value.of(answered.captured().source()))
                            .with("answerDirection", Audio.direction(answer))
                            .found()));
            return;
        }
        Optional<Message> bye = exchange.dialog().bye();
        boolean transferred = !examined.requests("REFER").isEmpty();
        long from = last.offered().time();
        // Who tried to take it off, and was not answered, did not leave it there.
        boolean left = exchange.rounds().getLast() == last && !exchange.changedUnseen(last);
        if (bye.isPresent()
                && !transferred
                && left
                && from != Captured.NO_TIME
                && bye.get().time() - from >= AT_ONCE) {
            findings.accept(Finding.about(ENDED_ON_HOLD, Certainty.CERTAIN)
                    .proof(last.offered(), answered, bye.get())
                    .with("holder", Value.of(last.offered().captured().source()))
                    .with("span", Value.of(Duration.ofMillis((bye.get().time() - from) / 1000)))
                    .found());
        }
    }

    /** Whether the first BYE comes from where the answer came. */
    private static boolean ends(Message answered, Case examined) {
        return examined.requests("BYE").stream()
                .limit(1)
                .anyMatch(bye ->
                        bye.captured().source().equals(answered.captured().source()));
    }

    /** Whether packets show that who answered sent sound. */
    private static boolean speaks(Exchange.Round round, Case examined) {
        Side hearer = round.offerer() == OfferAnswer.Side.CALLER ? Side.CALLER : Side.CALLEE;
        return !examined.media().toward(hearer).isEmpty();
    }

    /**
     * @param settled whether no later offer was seen, of which nobody knows how it was answered
     * @param unseen whether a later change was made whose request was not captured
     */
    private static void never(
            Exchange.Round round, boolean settled, boolean unseen, Case examined, Consumer<Finding> findings) {
        List<Audio.Pair> wanted =
                round.sound().stream().filter(pair -> !pair.offer().off()).toList();
        Message answered = round.answered().orElseThrow();
        if (wanted.isEmpty()) {
            return;
        }
        List<Audio.Pair> on = wanted.stream().filter(Audio.Pair::on).toList();
        if (recording(round, examined)) {
            recorded(round, on, settled && !paused(wanted), findings);
            return;
        }
        if (on.isEmpty()) {
            boolean other = round.answer().orElseThrow().media().stream().anyMatch(media -> !media.off());
            if (!other && examined.whole(round.offered()) && examined.whole(answered)) {
                findings.accept(Finding.about(OFF, settled ? Certainty.CERTAIN : Certainty.LIKELY)
                        .proof(answered, round.offered())
                        .with("answerer", Value.of(answered.captured().source()))
                        .with("offered", Value.of(Audio.codecs(round.offer())))
                        .with("profile", Value.of(Audio.profiles(round.offer())))
                        .found());
            }
            return;
        }
        if (unseen || (round.answered().orElseThrow().request("ACK") && dialsByRefer(examined))) {
            return;
        }
        AgreedWay flow = AgreedWay.of(round);
        Endpoint offerer = round.offered().captured().source();
        Endpoint answerer = answered.captured().source();
        // Who offers less than both ways means it: an announcement, paging, a call that a server sets up.
        boolean meant = on.stream().noneMatch(pair -> pair.offer().direction() == Direction.SENDRECV);
        // A machine that answers and only speaks is an announcement, and so is who speaks, is heard, and ends the call.
        boolean announces = flow == AgreedWay.TO_OFFERER
                && (Answerer.machine(examined) || (ends(answered, examined) && speaks(round, examined)));
        Certainty certainty = meant || announces || holds(round.offer()) ? Certainty.POSSIBLE : Certainty.LIKELY;
        Kind oneWay = meant ? MEANT : ONE_WAY;
        var finding = Finding.about(flow == AgreedWay.NONE ? NO_WAY : oneWay, certainty)
                .proof(answered, round.offered())
                .with("offerer", Value.of(offerer))
                .with("answerer", Value.of(answerer))
                .with("offerDirection", said(round.offer(), on.getFirst().offer()))
                .with(
                        "answerDirection",
                        said(round.answer().orElseThrow(), on.getFirst().answer()));
        if (flow != AgreedWay.NONE) {
            finding.with("deaf", Value.of(flow == AgreedWay.TO_OFFERER ? answerer : offerer));
        }
        findings.accept(finding.found());
    }

    /** As it stands in the description, with the old sign of hold if it is there. */
    private static String said(Sdp sdp, Sdp.Media media) {
        String direction = "a=" + Audio.direction(media);
        return AgreedWay.nowhere(sdp, media)
                ? direction + ", c=" + media.address().orElseThrow().host()
                : direction;
    }

    /** A recording that begins paused has nothing to be taken (RFC 7866, 7.1.1.1). */
    private static boolean paused(List<Audio.Pair> wanted) {
        return wanted.stream().allMatch(pair -> pair.offer().direction() == Sdp.Direction.INACTIVE);
    }

    /** Whoever records may take one direction of the talk only, but not nothing. */
    private static void recorded(
            Exchange.Round round, List<Audio.Pair> on, boolean settled, Consumer<Finding> findings) {
        Message answered = round.answered().orElseThrow();
        if (on.isEmpty() && settled) {
            findings.accept(Finding.about(NOT_RECORDED, Certainty.LIKELY)
                    .proof(answered, round.offered())
                    .with("recorder", Value.of(answered.captured().source()))
                    .with("offerer", Value.of(round.offered().captured().source()))
                    .with("offered", Value.of(Audio.codecs(round.offer())))
                    .found());
        }
    }

    /** Click to dial: a server calls the phone without sound and lets it make the call (RFC 5589). */
    private static boolean dialsByRefer(Case examined) {
        return examined.attempts("REFER").stream().anyMatch(Attempt::accepted);
    }

    /** A recorder is only ever sent to (RFC 7866, 7.1.1). */
    private static boolean recording(Exchange.Round round, Case examined) {
        var offered = examined.read(round.offered());
        return offered.values("Require").stream().anyMatch(tag -> tag.strip().equalsIgnoreCase("siprec"))
                || offered.header("Contact")
                        .filter(contact -> contact.value().contains("+sip.src"))
                        .isPresent();
    }
}
