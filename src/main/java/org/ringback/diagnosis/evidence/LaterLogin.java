package org.ringback.diagnosis.evidence;

import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** A client that answers a challenge under another Call-ID: against the rules, but some start anew with the login. */
public final class LaterLogin {

    /** What a client needs to come back, in microseconds. */
    private static final long SOON = 5_000_000;

    private LaterLogin() {}

    /**
     * The request with credentials that the challenged host sent to the same server for the same callee soon after.
     *
     * @param told the challenge
     */
    public static Optional<Message> of(Message told, Case examined) {
        Captured captured = told.captured();
        if (told.time() == Captured.NO_TIME || captured.destination().host().isEmpty()) {
            return Optional.empty();
        }
        Call own = examined.call();
        return examined
                .circumstances()
                .openedBetween(captured.destination().host(), captured.source().host(), told.time())
                .stream()
                .takeWhile(call -> call.start() - told.time() < SOON)
                .filter(call ->
                        call != own && call.kind() == own.kind() && call.to().equals(own.to()))
                .flatMap(call ->
                        Attempt.of(
                                call.transactions(),
                                transaction ->
                                        transaction.method().equals(told.head().method()))
                                .stream())
                .flatMap(attempt -> attempt.request().stream())
                .filter(Message::loggedIn)
                .findFirst();
    }
}
