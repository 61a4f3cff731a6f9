package org.ringback.call;

import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Captured;

/** Finds out how requests that are no call ended: the last one of the kind counts, for it says what is so now. */
final class RequestStory {

    private final CallKind kind;
    private final List<Transaction> transactions;
    private final List<Attempt> attempts;
    private final long captureEnd;

    /** @param captureEnd microseconds since 1970, or {@link Captured#NO_TIME} */
    RequestStory(CallKind kind, String method, List<Transaction> transactions, long captureEnd) {
        this.kind = kind;
        this.transactions = transactions;
        this.captureEnd = captureEnd;
        this.attempts =
                Attempt.of(transactions, transaction -> transaction.method().equals(method));
    }

    Optional<Message> opening() {
        return attempts.isEmpty() ? Optional.empty() : attempts.getFirst().request();
    }

    Outcome outcome() {
        if (AnswerAlone.mayGoOn(attempts)) {
            return Outcome.of(Ending.BEGAN_BEFORE_CAPTURE);
        }
        Attempt last = attempts.getLast();
        Optional<Message> told = last.finalResponse();
        if (told.isPresent()) {
            int code = told.get().head().status();
            return Outcome.of(told.get().success() ? accepted(last) : Ending.REFUSED, code, last);
        }
        return last.responded()
                ? Outcome.of(Ending.STILL_RUNNING)
                : Unanswered.outcome(last, captureEnd, Timers.REQUEST_REPEATS);
    }

    /** For how many seconds the registrar or notifier granted it, if it says so. */
    Optional<Long> expiry() {
        return attempts.reversed().stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .filter(Message::success)
                .findFirst()
                .flatMap(Expiry::of);
    }

    private Ending accepted(Attempt attempt) {
        return switch (kind) {
            case REGISTRATION -> registered(attempt);
            case SUBSCRIPTION -> subscribed(attempt);
            case CALL, OTHER -> Ending.ACCEPTED;
        };
    }

    private static Ending registered(Attempt attempt) {
        Optional<Message> request = attempt.request();
        if (request.isPresent() && request.get().header("Contact", "m").isEmpty()) {
            // Only asks what is registered (RFC 3261, 10.2.3).
            return Ending.ACCEPTED;
        }
        return request.flatMap(Expiry::of).filter(seconds -> seconds == 0).isPresent()
                ? Ending.UNREGISTERED
                : Ending.REGISTERED;
    }

    private Ending subscribed(Attempt attempt) {
        boolean fetched = attempt.request()
                .flatMap(Expiry::of)
                .filter(seconds -> seconds == 0)
                .isPresent();
        return fetched || terminated() ? Ending.UNSUBSCRIBED : Ending.SUBSCRIBED;
    }

    private boolean terminated() {
        return transactions.reversed().stream()
                .filter(transaction -> transaction.method().equals("NOTIFY"))
                .flatMap(transaction -> transaction.request().stream())
                .findFirst()
                .flatMap(notify -> notify.header("Subscription-State", ""))
                .filter(state -> state.regionMatches(true, 0, "terminated", 0, "terminated".length()))
                .isPresent();
    }
}
