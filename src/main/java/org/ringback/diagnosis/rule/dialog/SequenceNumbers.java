package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** CSeq numbers that do not rise, and responses with one that nobody sent (RFC 3261, 8.2.6.2, 12.2.1.1 and 22.2). */
final class SequenceNumbers implements Rule {

    private static final Kind NOT_HIGHER = Kind.of(
            "cseq-not-increased", Weight.TROUBLE, 3261, "12.2.1.1", "sender", "method", "number", "before", "other");
    private static final Kind KEPT =
            Kind.of("cseq-kept-with-credentials", Weight.FAILURE, 3261, "22.2", "sender", "method", "number");
    private static final Kind NOBODY_ASKED =
            Kind.of("response-cseq-differs", Weight.TROUBLE, 3261, "8.2.6.2", "server", "asked", "told");

    private static final Kind OTHER_METHOD =
            Kind.of("cseq-method-differs", Weight.FAILURE, 3261, "8.1.1.5", "sender", "method", "cseq");

    /** Datagrams that follow each other closer may have changed places on the way. */
    private static final Duration REORDERED = Duration.ofMillis(200);

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_HIGHER, KEPT, NOBODY_ASKED, OTHER_METHOD);
    }

    /** Without it nothing is {@linkplain #kept kept}. */
    private static final Needs FOR_KEPT = Needs.all(Sign.CHALLENGED);

    /** Without one of them everybody could read everything. */
    private static final Needs FOR_UNREADABLE = Needs.any(Sign.REFUSED, Sign.REPEATED);

    private record Sender(String from, String to, String client, String server, int file) {
        static Sender of(Transaction transaction, String to) {
            return new Sender(
                    transaction.first().head().fromTag(),
                    to,
                    transaction.client().host(),
                    transaction.server().host(),
                    transaction.first().captured().file());
        }
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (!rise(examined.transactions())) {
            notHigher(examined).ifPresent(findings);
        }
        if (FOR_KEPT.metBy(examined)) {
            examined.attempts().stream()
                    .flatMap(attempt -> kept(attempt, examined).stream())
                    .findFirst()
                    .ifPresent(findings);
        }
        nobodyAsked(examined).ifPresent(findings);
        if (FOR_UNREADABLE.metBy(examined)) {
            examined.transactions().stream()
                    .filter(SequenceNumbers::unreadable)
                    .flatMap(transaction -> otherMethod(transaction).stream())
                    .findFirst()
                    .ifPresent(findings);
        }
    }

    /** Whether each number is higher than all before it, whoever sent them, as in most calls. */
    private static boolean rise(List<Transaction> transactions) {
        long highest = -1;
        for (Transaction transaction : transactions) {
            Optional<Message> request = transaction.request().filter(SequenceNumbers::counts);
            if (request.isPresent()) {
                long number = request.get().head().cseq();
                if (number <= highest) {
                    return false;
                }
                highest = number;
            }
        }
        return true;
    }

    private static Optional<Finding> notHigher(Case examined) {
        Map<Sender, Message> highest = new HashMap<>();
        for (Transaction transaction : examined.transactions()) {
            Optional<Message> request = transaction.request().filter(SequenceNumbers::counts);
            if (request.isEmpty()) {
                continue;
            }
            Message now = request.get();
            Sender sender = Sender.of(transaction, now.head().toTag());
            Message before = highest.get(sender);
            if (before == null && now.insideDialog()) {
                before = highest.get(Sender.of(transaction, ""));
            }
            if (before != null && now.insideDialog() && tooLow(before, now)) {
                Message earlier = before;
                return Optional.of(Finding.about(NOT_HIGHER, Certainty.LIKELY)
                        .proof(earlier, now)
                        .with("sender", Value.of(now.captured().source()))
                        .with("method", now.head().method())
                        .with("number", Value.of(now.head().cseq()))
                        .with("before", Value.of(earlier.head().cseq()))
                        .with("other", earlier.head().method())
                        .found());
            }
            if (before == null || now.head().cseq() > before.head().cseq()) {
                highest.put(sender, now);
            }
        }
        return Optional.empty();
    }

    /** An ACK and a CANCEL have the number of their INVITE. */
    private static boolean counts(Message request) {
        return !request.request("ACK")
                && !request.request("CANCEL")
                && request.head().cseq() >= 0
                && !request.head().fromTag().isEmpty();
    }

    /**
     * The same method with the same number is the same request, on another hop or sent again; but not the INVITE that made
     * the dialog and one inside it.
     */
    private static boolean tooLow(Message before, Message now) {
        long number = now.head().cseq();
        boolean sameRequest = number == before.head().cseq()
                && now.head().method().equals(before.head().method())
                && now.insideDialog() == before.insideDialog();
        boolean inDoubt = Elapsed.between(before.time(), now.time())
                .filter(time -> time.compareTo(REORDERED) < 0)
                .isPresent();
        return number <= before.head().cseq() && !sameRequest && !inDoubt;
    }

    /** A challenged request that comes again with credentials but under its old number: a copy to some servers. */
    private static Optional<Finding> kept(Attempt attempt, Case examined) {
        Optional<Message> told = attempt.finalResponse();
        if (attempt.hops().size() < 2 || told.filter(Message::success).isPresent()) {
            return Optional.empty();
        }
        Transaction first = attempt.root();
        if (first.finalResponse().filter(Message::challenge).isEmpty()) {
            return Optional.empty();
        }
        return attempt.hops().stream()
                .filter(hop -> hop != first
                        && hop.client().equals(first.client())
                        && hop.server().equals(first.server()))
                .flatMap(hop -> hop.request().stream())
                .filter(request -> !examined.read(request).credentials().isEmpty())
                .findFirst()
                .map(again -> Finding.about(KEPT, Certainty.LIKELY)
                        .proof(first.finalResponse().orElseThrow(), again)
                        .with("sender", Value.of(again.captured().source()))
                        .with("method", again.head().method())
                        .with("number", Value.of(again.head().cseq()))
                        .found());
    }

    /** A response to a branch that was captured, with another CSeq; some clients use a branch again for what was not captured. */
    private static Optional<Finding> nobodyAsked(Case examined) {
        if (examined.transactions().stream()
                .allMatch(transaction -> transaction.first().head().request())) {
            return Optional.empty();
        }
        Map<String, List<Message>> byBranch = new HashMap<>();
        for (Transaction transaction : examined.transactions()) {
            transaction
                    .request()
                    .ifPresent(
                            request -> byBranch.computeIfAbsent(request.head().branch(), _ -> new ArrayList<>(2))
                                    .add(request));
        }
        for (Transaction lonely : examined.transactions()) {
            Message response = lonely.first();
            if (response.head().request()
                    || response.head().branch().isEmpty()
                    || response.head().cseq() < 0) {
                continue;
            }
            List<Message> asked = byBranch.getOrDefault(response.head().branch(), List.of()).stream()
                    .filter(request ->
                            request.head().sentBy().equals(response.head().sentBy())
                                    && sameHost(request.captured().source(), lonely.client())
                                    && sameHost(request.captured().destination(), lonely.server()))
                    .toList();
            boolean mistaken = !asked.isEmpty() && asked.stream().noneMatch(request -> fits(request, response));
            if (mistaken) {
                Message request = asked.getFirst();
                return Optional.of(Finding.about(NOBODY_ASKED, Certainty.LIKELY)
                        .proof(request, response)
                        .with("server", Value.of(response.captured().source()))
                        .with("asked", written(request))
                        .with("told", written(response))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** The CANCEL of an INVITE has its branch and its number, and may not have been captured. */
    private static boolean fits(Message request, Message response) {
        return request.head().cseq() == response.head().cseq()
                && (request.head().method().equals(response.head().method())
                        || response.head().method().equals("CANCEL")
                        || request.head().method().equals("CANCEL"));
    }

    /** Called a bad request, or dropped without a word. */
    private static boolean unreadable(Transaction transaction) {
        return transaction
                .finalResponse()
                .map(told -> told.head().status() == 400)
                .orElseGet(() -> transaction.repeatedRequests() > 1);
    }

    private static Optional<Finding> otherMethod(Transaction transaction) {
        return transaction
                .request()
                .flatMap(request -> request.header("CSeq", "")
                        .filter(cseq -> !cseq.endsWith(request.head().method()))
                        .filter(cseq -> cseq.matches("\\d+\\s+[A-Za-z]+"))
                        .map(cseq -> Finding.about(OTHER_METHOD, Certainty.LIKELY)
                                .proof(Stream.concat(Stream.of(request), transaction.finalResponse().stream())
                                        .toList())
                                .with("sender", Value.of(request.captured().source()))
                                .with("method", request.head().method())
                                .with("cseq", cseq)
                                .found()));
    }

    private static boolean sameHost(Endpoint one, Endpoint other) {
        return one.host().equals(other.host());
    }

    private static String written(Message message) {
        return message.head().cseq() + " " + message.head().method();
    }
}
