package org.ringback.diagnosis.rule.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/** Provisional responses that want an acknowledgement of their own, the PRACK (RFC 3262). */
final class ReliableProvisional implements Rule {

    private static final Kind MISSING =
            Kind.of("prack-missing", Weight.TROUBLE, 3262, "3", "code", "times", "server", "client");
    private static final Kind GIVEN_UP =
            Kind.of("prack-missing-refused", Weight.FAILURE, 3262, "3", "code", "times", "server", "client", "end");
    private static final Kind REFUSED = Kind.of("prack-refused", Weight.TROUBLE, 3262, "3", "server", "rack")
            .unless("prack-names-another", "prack-for-nothing");
    private static final Kind NOT_HEEDED =
            Kind.of("prack-not-heeded", Weight.TROUBLE, 3262, "3", "server", "code", "times");

    private static final Kind LOST = Kind.of(
            "prack-not-arriving", Weight.FAILURE, 3262, "3", "code", "times", "server", "client", "target", "end");

    /** Fewer repetitions may be a PRACK that is late or was lost once. */
    private static final int REPEATED = 3;

    /** Somebody is busy, hangs up or declines, PRACK or not. */
    private static final Set<Integer> BY_PEOPLE = Set.of(486, 487, 600, 603);

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, GIVEN_UP, REFUSED, NOT_HEEDED, LOST);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.REPEATED, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.requests("PRACK").isEmpty()) {
            examined.attempts("INVITE").forEach(attempt -> missing(attempt.root(), examined, findings));
        } else {
            examined.attempts("INVITE")
                    .forEach(attempt -> notHeeded(attempt.root(), examined)
                            .or(() -> lost(attempt.root(), examined))
                            .ifPresent(findings));
            examined.attempts("PRACK")
                    .forEach(attempt -> attempt.finalResponse()
                            .filter(told -> told.head().status() == 481 && !over(told, examined))
                            .ifPresent(told -> findings.accept(Finding.about(REFUSED, Certainty.CERTAIN)
                                    .proof(attempt.request()
                                            .map(prack -> List.of(told, prack))
                                            .orElse(List.of(told)))
                                    .saidBy(Origins.of(told, examined))
                                    .with(
                                            "server",
                                            Value.of(Origins.of(told, examined).firstSaidBy()))
                                    .with(
                                            "rack",
                                            attempt.request()
                                                    .flatMap(prack ->
                                                            examined.read(prack).header("RAck"))
                                                    .map(rack -> rack.value())
                                                    .orElse("-"))
                                    .found())));
        }
    }

    /** Whether the INVITE had its final response before: then nothing waits for a PRACK any more, and the two crossed. */
    private static boolean over(Message told, Case examined) {
        return examined.attempts("INVITE").stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .anyMatch(end -> end.time() != Captured.NO_TIME && end.time() <= told.time());
    }

    /** A provisional response that goes on being repeated although its PRACK was accepted. */
    private static Optional<Finding> notHeeded(Transaction invite, Case examined) {
        for (Attempt prack : examined.attempts("PRACK")) {
            Optional<Message> accepted = prack.finalResponse().filter(Message::success);
            Optional<Message> sent = prack.request();
            if (accepted.isEmpty() || sent.isEmpty()) {
                continue;
            }
            List<Message> copies = invite.messages().stream()
                    .dropWhile(message -> message.time() <= accepted.get().time())
                    .filter(message -> message.provisional() && message.retransmission())
                    .filter(message -> RAck.of(sent.get(), examined)
                            .filter(rack -> rack.names(message, examined))
                            .isPresent())
                    .toList();
            if (copies.size() >= REPEATED) {
                Message copy = copies.getFirst();
                return Optional.of(Finding.about(NOT_HEEDED, Certainty.CERTAIN)
                        .proof(copy, sent.get(), accepted.get())
                        .with("server", Value.of(copy.captured().source()))
                        .with("code", examined.code(copy))
                        .with("times", Value.of(copies.size()))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** The PRACK goes off and gets no response, its provisional response goes on being repeated, and the call is given up. */
    private static Optional<Finding> lost(Transaction invite, Case examined) {
        Optional<Message> end =
                invite.finalResponse().filter(told -> told.head().status() >= 400);
        List<Attempt> pracks = examined.attempts("PRACK");
        if (end.filter(told -> !BY_PEOPLE.contains(told.head().status())).isEmpty()
                || pracks.stream().anyMatch(Attempt::responded)) {
            return Optional.empty();
        }
        for (Attempt prack : pracks) {
            Optional<Message> sent = prack.request();
            List<Message> copies = invite.messages().stream()
                    .filter(message -> message.provisional() && message.retransmission())
                    .filter(message -> sent.flatMap(request -> RAck.of(request, examined))
                            .filter(rack -> rack.names(message, examined))
                            .isPresent())
                    .toList();
            // A PRACK that is late may have arrived, whatever was repeated before it.
            long unheeded = copies.stream()
                    .filter(copy -> copy.time() >= sent.get().time())
                    .count();
            if (unheeded >= REPEATED) {
                Message copy = copies.getLast();
                return Optional.of(Finding.about(LOST, Certainty.LIKELY)
                        .proof(end.get(), sent.get(), copy)
                        .saidBy(Origins.of(end.get(), examined))
                        .with("code", examined.code(copy))
                        .with("times", Value.of(copies.size()))
                        .with("server", Value.of(copy.captured().source()))
                        .with("client", Value.of(sent.get().captured().source()))
                        .with("target", Value.of(sent.get().captured().destination()))
                        .with("end", examined.code(end.get()))
                        .found());
            }
        }
        return Optional.empty();
    }

    private static boolean knowsPrack(Message invite, Case examined) {
        return Stream.of("Supported", "Require")
                .flatMap(name -> examined.read(invite).values(name).stream())
                .anyMatch(tag -> tag.strip().equalsIgnoreCase("100rel"));
    }

    private static void missing(Transaction invite, Case examined, Consumer<Finding> findings) {
        List<Message> repeated = new ArrayList<>();
        Message last = null;
        for (Message message : invite.messages()) {
            if (message.provisional() && message.retransmission()) {
                repeated.add(message);
                last = message;
            }
        }
        // Without the INVITE itself this side of the wire may just not be there, and its PRACK neither.
        if (repeated.size() < REPEATED
                || invite.request()
                        .filter(request -> knowsPrack(request, examined))
                        .isEmpty()) {
            return;
        }
        Message asked = last;
        long times = repeated.stream()
                .filter(message -> message.head().status() == asked.head().status()
                        && message.head().toTag().equals(asked.head().toTag()))
                .count();
        if (times < REPEATED || examined.read(asked).header("RSeq").isEmpty()) {
            return;
        }
        Optional<Message> end =
                invite.finalResponse().filter(told -> told.head().status() >= 400);
        List<Message> proof = new ArrayList<>(List.of(repeated.getFirst(), asked));
        end.ifPresent(proof::add);
        var finding = Finding.about(end.isPresent() ? GIVEN_UP : MISSING, Certainty.LIKELY)
                .proof(proof)
                .saidBy(Origins.of(end.orElse(asked), examined))
                .with("code", examined.code(asked))
                .with("times", Value.of(times))
                .with("server", Value.of(asked.captured().source()))
                .with("client", Value.of(asked.captured().destination()));
        end.ifPresent(told -> finding.with("end", examined.code(told)));
        findings.accept(finding.found());
    }
}
