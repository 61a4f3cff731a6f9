package org.ringback.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/** Whoever refuses may say why in words: a Warning (RFC 3261, 20.43) or the text of a Reason (RFC 3326). */
final class ExplainedRefusal implements Rule {

    private static final Kind EXPLAINED =
            Kind.of("refusal-explained", Weight.TROUBLE, 3261, "20.43", "refuser", "code", "words");

    /** What SER and Kamailio tell about their own processing in every response. */
    private static final int FEEDBACK = 392;

    @Override
    public List<Kind> kinds() {
        return List.of(EXPLAINED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal().ifPresent(refusal -> {
            List<String> words = words(examined.read(refusal.response()));
            if (!words.isEmpty()) {
                findings.accept(Finding.about(EXPLAINED, Certainty.CERTAIN)
                        .proof(refusal.response())
                        .saidBy(refusal.origin())
                        .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                        .with("code", examined.code(refusal.response()))
                        .with("words", new Value.Several(words))
                        .found());
            }
        });
    }

    private static List<String> words(SipMessage response) {
        List<String> words = new ArrayList<>();
        boolean warning = response.warnings().stream().anyMatch(given -> given.code() != FEEDBACK);
        if (warning) {
            response.headers("Warning").stream().map(ExplainedRefusal::line).forEach(words::add);
        }
        boolean text = response.reasons().stream().anyMatch(reason -> !reason.text().isBlank());
        if (text) {
            response.headers("Reason").stream().map(ExplainedRefusal::line).forEach(words::add);
        }
        return words;
    }

    private static String line(Header header) {
        return header.name() + ": " + header.value();
    }
}
