package org.ringback.diagnosis.rule;

import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;

/** What every finding about a refusal tells: who said it, and with what code. */
public final class RefusalFinding {

    private RefusalFinding() {}

    /**
     * Begins a finding.
     *
     * @param kind has the places "refuser" and "code", which are filled here
     */
    public static Finding.Builder about(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        return Finding.about(kind, certainty)
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(refusal.response()));
    }
}
