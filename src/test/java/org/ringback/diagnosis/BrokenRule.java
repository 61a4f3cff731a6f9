package org.ringback.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.rule.Rule;

/** A rule with a mistake in it: it finds nothing, and breaks off when it looks at certain calls. */
public final class BrokenRule implements Rule {

    private final String callId;
    private final Throwable mistake;

    /**
     * Breaks off with an unchecked error.
     *
     * @param callId how the Call-IDs of these calls begin
     */
    BrokenRule(String callId, Throwable mistake) {
        this.callId = callId;
        this.mistake = mistake;
    }

    /** All rules that there are, and before them one that breaks off when it looks at calls whose Call-ID begins so. */
    public static Diagnosis amongAll(String callId) {
        return amongAll(callId, new IllegalStateException("a mistake"));
    }

    static Diagnosis amongAll(String callId, Throwable mistake) {
        List<Rule> rules = new ArrayList<>(Rules.ALL);
        rules.addFirst(new BrokenRule(callId, mistake));
        return new Diagnosis(rules);
    }

    @Override
    public List<Kind> kinds() {
        return List.of();
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().callId().startsWith(callId)) {
            switch (mistake) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new AssertionError("checked", mistake);
            }
        }
    }
}
