package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
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

/** An answer that names no codec of the offer (RFC 3264, 6.1), be it in a 2xx, in an ACK, or before the answer in a 183. */
final class ForeignCodec implements Rule {

    private static final Kind NO_OFFERED_CODEC =
            Kind.of("answer-without-offered-codec", Weight.TROUBLE, 3264, "6.1", "offered", "answered", "answerer");

    @Override
    public List<Kind> kinds() {
        return List.of(NO_OFFERED_CODEC);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            first(exchange).flatMap(round -> look(round, examined)).ifPresent(findings);
        }
    }

    /** What stands in a 183 is what the answer would have been (RFC 3261, 13.2.1). */
    private static Optional<Exchange.Round> first(Exchange exchange) {
        List<Exchange.Round> rounds = exchange.talked() ? exchange.agreed() : exchange.rounds();
        for (Exchange.Round round : rounds) {
            if (round.answered().isPresent()) {
                return Optional.of(round);
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> look(Exchange.Round round, Case examined) {
        Message answered = round.answered().orElseThrow();
        List<Audio.Pair> pairs = round.soundOn();
        return !pairs.isEmpty() && noneFits(pairs) && examined.whole(round.offered()) && examined.whole(answered)
                ? Optional.of(Finding.about(NO_OFFERED_CODEC, Certainty.CERTAIN)
                        .proof(answered, round.offered())
                        .with("offered", Value.of(Audio.codecs(round.offer())))
                        .with("answered", Value.of(Audio.codecs(round.answer().orElseThrow())))
                        .with("answerer", Value.of(answered.captured().source()))
                        .found())
                : Optional.empty();
    }

    /** Whether sides speak in every stream, and in none of them the same. */
    private static boolean noneFits(List<Audio.Pair> pairs) {
        for (Audio.Pair each : pairs) {
            if (!Audio.speaks(each.offer())
                    || !Audio.speaks(each.answer())
                    || Audio.fits(each.offer(), each.answer())) {
                return false;
            }
        }
        return true;
    }
}
