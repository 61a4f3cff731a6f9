package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;

/**
 * Whether a call stood although its 2xx had been repeated. Whoever answers repeats the 2xx for 64 times T1 while no ACK comes,
 * and then hangs up (RFC 3261, 13.3.1.4): who stops long before and goes on with the call has got an ACK that the capture
 * lacks.
 *
 * @param until when it stood at the latest that is known, in microseconds since 1970
 * @param request what shows it, unless sound does
 */
record StandingCall(long until, Optional<Message> request) {

    /** 64 times T1, less T2: who has repeated it so long has repeated it to the end. */
    private static final Duration TO_THE_END = Duration.ofSeconds(28);

    /** Some stop after fewer copies, and hang up when the next ones would have been due: twice T2. */
    private static final Duration NEXT_DUE = Duration.ofSeconds(8);

    /** So long after the last copy nobody hangs up because of it. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(32);

    /**
     * As a request inside the dialog that was accepted long after the last copy shows it, or sound both ways.
     *
     * @param copies of the 2xx, the first one too, in order of time
     */
    static Optional<StandingCall> after(List<Message> copies, Dialog dialog, Case examined) {
        Message last = copies.getLast();
        boolean stopped = Elapsed.between(copies.getFirst(), last)
                .filter(time -> time.compareTo(TO_THE_END) < 0)
                .isPresent();
        return stopped ? requested(last, dialog).or(() -> heard(last, dialog, examined)) : Optional.empty();
    }

    private static Optional<StandingCall> requested(Message last, Dialog dialog) {
        return dialog.transactions().stream()
                .filter(transaction -> accepted(transaction) && proves(transaction, last))
                .flatMap(transaction -> transaction.request().stream())
                .findFirst()
                .map(request -> new StandingCall(request.time(), Optional.of(request)));
    }

    /** Nobody talks for long in a call that the other side takes for unanswered. */
    private static Optional<StandingCall> heard(Message last, Dialog dialog, Case examined) {
        long enough = last.time() + NEXT_DUE.toNanos() / 1000;
        return examined.talk()
                .filter(talk -> talk.exchange().dialog() == dialog)
                .map(talk -> Math.min(until(talk, last, Side.CALLER), until(talk, last, Side.CALLEE)))
                .filter(until -> until >= enough)
                .map(until -> new StandingCall(until, Optional.empty()));
    }

    private static long until(Talk talk, Message last, Side side) {
        return talk.heardBy(side).stream()
                .map(CallStream::stream)
                .filter(stream -> Talk.sameClock(last, stream))
                .mapToLong(stream -> stream.last().time())
                .max()
                .orElse(Captured.NO_TIME);
    }

    private static boolean accepted(Transaction transaction) {
        return transaction.accepted();
    }

    private static boolean proves(Transaction transaction, Message last) {
        return transaction
                .request()
                .filter(request -> request.insideDialog() && !request.request("ACK"))
                .flatMap(request -> Elapsed.between(last, request)
                        .filter(time -> time.compareTo(ends(request, last) ? FORGOTTEN : NEXT_DUE) >= 0))
                .isPresent();
    }

    /** Whoever repeated the 2xx may hang up because of it. */
    private static boolean ends(Message request, Message answer) {
        return request.request("BYE")
                && request.head().fromTag().equals(answer.head().toTag());
    }
}
