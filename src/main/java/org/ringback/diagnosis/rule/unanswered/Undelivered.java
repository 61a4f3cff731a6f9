package org.ringback.diagnosis.rule.unanswered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.network.IcmpError;

/**
 * A request that a host or a router could not deliver, and said so by ICMP (RFC 3261, 18.4). What it quotes shows which request
 * that was; an error about another port, or about media, says nothing of a call.
 */
final class Undelivered implements Rule {

    private static final Kind PORT =
            Kind.of("port-unreachable", Weight.FAILURE, 3261, "18.4", "sender", "receiver", "method", "count");
    private static final Kind HOST = told("host-unreachable");
    private static final Kind PROHIBITED = told("icmp-prohibited");
    private static final Kind CIRCLE = told("ttl-exceeded");
    private static final Kind FRAGMENTS =
            Kind.of("fragments-lost", Weight.FAILURE, 3261, "18.1.1", "sender", "receiver", "method", "teller", "size");
    private static final Kind TOO_BIG = Kind.of(
            "packet-too-big", Weight.FAILURE, 3261, "18.1.1", "sender", "receiver", "method", "teller", "size", "mtu");
    private static final Kind INSIDE = Kind.of(
            "request-inside-undelivered", Weight.TROUBLE, 3261, "18.4", "sender", "receiver", "method", "teller");

    /** Beside these nobody need say that a request outside a dialog was not answered. */
    static final String[] OUTSIDE = {
        "port-unreachable", "host-unreachable", "icmp-prohibited", "ttl-exceeded", "fragments-lost", "packet-too-big"
    };

    /** More packets that say the same prove no more. */
    private static final int SHOWN = 3;

    private static Kind told(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "18.4", "sender", "receiver", "method", "teller");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(PORT, HOST, PROHIBITED, CIRCLE, FRAGMENTS, TOO_BIG, INSIDE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.NETWORK);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            if (!attempt.accepted()) {
                attempt.hops().forEach(hop -> judge(hop, attempt, examined).ifPresent(findings));
            }
        }
        for (Transaction transaction : examined.transactions()) {
            if (transaction.method().equals("ACK")) {
                acknowledgement(transaction, examined).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> judge(Transaction hop, Attempt attempt, Case examined) {
        if (hop.responded() || hop.request().isEmpty() || UnansweredInvite.passedOn(hop, attempt)) {
            return Optional.empty();
        }
        List<IcmpError> errors = examined.transmission().errorsAbout(hop);
        return errors.isEmpty() ? Optional.empty() : Optional.of(found(hop, attempt.finalResponse(), errors, examined));
    }

    /** Nothing answers an ACK, so that nothing else shows that it was lost; a later request of the other side shows it was not. */
    private static Optional<Finding> acknowledgement(Transaction hop, Case examined) {
        List<IcmpError> errors =
                hop.request().isEmpty() ? List.of() : examined.transmission().errorsAbout(hop);
        return errors.isEmpty() || heardAfter(hop, errors.getFirst(), examined)
                ? Optional.empty()
                : Optional.of(found(hop, Optional.empty(), errors, examined));
    }

    private static Finding found(Transaction hop, Optional<Message> told, List<IcmpError> errors, Case examined) {
        IcmpError first = errors.getFirst();
        Message request = hop.request().orElseThrow();
        boolean inside = request.insideDialog();
        boolean contradicted = heardAfter(hop, first, examined);
        Kind kind = inside ? INSIDE : kind(first.cause());
        List<Message> proof = new ArrayList<>(2);
        proof.add(request);
        hop.messages().stream()
                .filter(message -> message != request && message.request(hop.method()))
                .forEach(proof::add);
        told.ifPresent(proof::add);
        Finding.Builder finding = Finding.about(kind, contradicted ? Certainty.POSSIBLE : Certainty.CERTAIN)
                .proof(proof)
                .seen(errors.stream().limit(SHOWN).map(IcmpError::seen).toList())
                .with("sender", Value.of(hop.client()))
                .with("receiver", Value.of(hop.server()))
                .with("method", hop.method());
        told.ifPresent(response -> finding.saidBy(Origins.of(response, examined)));
        if (kind.equals(PORT)) {
            return finding.with("count", Value.of(errors.size())).found();
        }
        finding.with("teller", first.seen().source().host());
        if (kind.equals(FRAGMENTS) || kind.equals(TOO_BIG)) {
            finding.with("size", Value.of(request.captured().bytes().byteSize()));
        }
        return kind.equals(TOO_BIG) ? finding.with("mtu", mtu(first)).found() : finding.found();
    }

    private static Value mtu(IcmpError error) {
        return error.mtu() == 0 ? new Value.Unknown() : Value.of(error.mtu());
    }

    private static Kind kind(IcmpError.Cause cause) {
        return switch (cause) {
            case PORT_UNREACHABLE -> PORT;
            case HOST_UNREACHABLE, NETWORK_UNREACHABLE, PROTOCOL_UNREACHABLE -> HOST;
            case PROHIBITED -> PROHIBITED;
            case TOO_BIG -> TOO_BIG;
            case TIME_EXCEEDED -> CIRCLE;
            case FRAGMENTS_MISSING -> FRAGMENTS;
        };
    }

    /**
     * Whether the receiver said something to the sender later on, or the sender went on as only who got an answer does: then
     * somebody was there all the same.
     */
    private static boolean heardAfter(Transaction hop, IcmpError error, Case examined) {
        return examined.messages().stream()
                .filter(said -> said.time() != Captured.NO_TIME
                        && said.time() > error.seen().time())
                .anyMatch(said -> ConnectionLost.answers(said, hop));
    }
}
