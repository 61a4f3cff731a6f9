package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.function.Consumer;
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
import org.ringback.sip.Sdp;

/** A change to T.38 that is accepted by its code and declined by its description: all streams are off (RFC 3264, 6). */
final class FaxAnswer implements Rule {

    private static final Kind OFF = Kind.of("t38-answered-off", Weight.FAILURE, 3264, "6", "asker", "answerer");

    @Override
    public List<Kind> kinds() {
        return List.of(OFF);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            List<Exchange.Round> agreed = exchange.agreed();
            if (agreed.isEmpty()) {
                continue;
            }
            // Where a later round brings sound or fax back, nothing is lost.
            Exchange.Round last = agreed.getLast();
            if (fax(last.offer())
                    && last.answer().orElseThrow().media().stream().allMatch(Sdp.Media::off)) {
                findings.accept(Finding.about(OFF, Certainty.LIKELY)
                        .proof(last.answered().orElseThrow(), last.offered())
                        .with("asker", Value.of(last.offered().captured().source()))
                        .with(
                                "answerer",
                                Value.of(
                                        last.answered().orElseThrow().captured().source()))
                        .found());
            }
        }
    }

    private static boolean fax(Sdp sdp) {
        return sdp.media().stream().anyMatch(media -> media.kind().equalsIgnoreCase("image") && !media.off());
    }
}
