package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * A host of the call talks TLS with somebody else in the same file: what it passed on to there, and what came back, is in no
 * message that can be read (RFC 3261, 26.2.1). Told only where the rest of the call leaves a question.
 */
final class EncryptedLeg implements Rule {

    private static final Kind REFUSED = Kind.of(
                    "refusal-behind-encrypted-leg", Weight.BLIND, 3261, "26.2.1", "host", "peers", "code")
            .unless(ConnectionBehind.ids());
    private static final Kind UNCLEAR =
            Kind.of("call-behind-encrypted-leg", Weight.BLIND, 3261, "26.2.1", "host", "peers");

    /** A server may have thousands. */
    private static final int NAMED = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, UNCLEAR);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (!examined.circumstances().anyEncrypted()) {
            return;
        }
        var outcome = examined.call().outcome();
        boolean unclear = outcome.unclear() != Unclear.NONE && outcome.unclear() != Unclear.NEVER_ACKNOWLEDGED;
        (unclear ? unclear(examined) : examined.refusal().flatMap(refusal -> refused(refusal, examined)))
                .ifPresent(findings);
    }

    private static Optional<Finding> unclear(Case examined) {
        for (Message message : examined.messages()) {
            String host = message.captured().destination().host();
            Set<String> peers = peers(message.captured(), host, examined);
            if (!peers.isEmpty()) {
                return Optional.of(Finding.about(UNCLEAR, Certainty.POSSIBLE)
                        .proof(message)
                        .with("host", host)
                        .with("peers", some(peers))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** Whoever refuses before it took the request to work on says so itself; and so does who asks for a login. */
    private static Optional<Finding> refused(Refusal refusal, Case examined) {
        Message told = refusal.response();
        boolean endsHere = refusal.origin().basis() != Origin.Basis.CAPTURED;
        if (!endsHere
                || told.challenge()
                || refusal.attempt().progress().or(refusal::trying).isEmpty()) {
            return Optional.empty();
        }
        String host = refusal.origin().firstSaidBy().host();
        Set<String> peers = peers(told.captured(), host, examined);
        return peers.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.about(REFUSED, Certainty.POSSIBLE)
                        .proof(told)
                        .saidBy(refusal.origin())
                        .with("host", host)
                        .with("peers", some(peers))
                        .with("code", examined.code(told))
                        .found());
    }

    /** To whom a host of the call speaks TLS and no plain SIP of this call. */
    private static Set<String> peers(Captured seen, String host, Case examined) {
        Set<String> peers = new TreeSet<>(examined.circumstances().encryptedPeers(seen.file(), host));
        if (!peers.isEmpty()) {
            examined.messages().forEach(message -> {
                peers.remove(message.captured().source().host());
                peers.remove(message.captured().destination().host());
            });
        }
        return peers;
    }

    private static Value some(Set<String> peers) {
        return Value.of(peers.stream().limit(NAMED).toList());
    }
}
