package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;

/** A refusal that says that the number moved to another network (number portability), so that it has to be routed there. */
final class PortedNumber implements RefusalRule {

    static final String ID = "number-ported";

    private static final Kind PORTED =
            Kind.of(ID, Weight.FAILURE, 3398, "7.2.4.1", "refuser", "code", "target", "words");

    /** Q.850: query on release, ported number. */
    private static final int QUERY_ON_RELEASE = 14;

    private static final Pattern WORDS = Pattern.compile("(?i)\\bported\\b|\\bport[ -]?out\\b");

    /** Ports of a gateway or of RTP are out of service or of range; what came in, or did not move, is still served here. */
    private static final Pattern OTHERWISE = Pattern.compile("(?i)\\bport[ -]?out of\\b|\\bported[ -]?in\\b"
            + "|\\b(no|not|never|non|without|pending|invalid|failed|failure|error|unable)\\b|n't\\b");

    @Override
    public List<Kind> kinds() {
        return List.of(PORTED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        Message said = refusal.origin().answer();
        SipMessage response = examined.read(said);
        boolean cause = Causes.of(said, examined)
                .filter(number -> number == QUERY_ON_RELEASE)
                .isPresent();
        Optional<String> words = Stream.concat(
                        Stream.of(response.phrase()),
                        response.reasons().stream().map(Reason::text))
                .filter(text ->
                        WORDS.matcher(text).find() && !OTHERWISE.matcher(text).find())
                .findFirst();
        if (!cause && words.isEmpty()) {
            return Optional.empty();
        }
        String target = refusal.target(examined);
        return Optional.of(Finding.about(PORTED, Certainty.LIKELY)
                .proof(said)
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(said))
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .with("words", words.orElse("Q.850 " + QUERY_ON_RELEASE))
                .found());
    }
}
