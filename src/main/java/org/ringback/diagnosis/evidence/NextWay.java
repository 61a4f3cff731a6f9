package org.ringback.diagnosis.evidence;

import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.CallNumber;
import org.ringback.call.Identity;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/**
 * The way that a sender took for the same call when the first one stayed silent, and on which the call was answered: the
 * next trunk or server.
 *
 * @param opening the INVITE with which it was tried
 * @param answer the 2xx to it
 */
public record NextWay(Message opening, Message answer) {

    /** Clocks and programs are a little late. Microseconds. */
    private static final long SLACK = 1_000_000;

    /** T1, after which an INVITE is repeated for the first time (RFC 3261, 17.1.1.2). Microseconds. */
    private static final long FIRST_REPEAT = 500_000;

    private static final long TIMEOUT = Elapsed.TRANSACTION_TIMEOUT.toNanos() / 1_000;

    /** Who dials again after a failure does not do so sooner than this. Microseconds. */
    private static final long DIALED_AGAIN = 15_000_000;

    /** The way that followed a hop from which nothing came back. */
    public static Optional<NextWay> after(Transaction silent, Case examined) {
        return inSameCall(silent, examined).or(() -> inNextCall(silent, examined));
    }

    /** Another server asked under the same Call-ID, as a phone with several servers does. */
    private static Optional<NextWay> inSameCall(Transaction silent, Case examined) {
        return examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.accepted()
                        && attempt.request()
                                .filter(invite -> !invite.insideDialog()
                                        && invite.head().cseq()
                                                > silent.first().head().cseq()
                                        && elsewhere(invite, silent))
                                .isPresent())
                .findFirst()
                .flatMap(NextWay::of);
    }

    private static Optional<NextWay> of(Attempt attempt) {
        return attempt.request().flatMap(invite -> attempt.finalResponse().map(told -> new NextWay(invite, told)));
    }

    /** Two signs are asked for: the same number, and that the sender turned to it when the first way was due again. */
    private static Optional<NextWay> inNextCall(Transaction silent, Case examined) {
        Call own = examined.call();
        long given = givenUp(silent);
        String host = silent.client().host();
        if (given == Captured.NO_TIME || host.isEmpty() || examined.call().opening() != silent.first()) {
            return Optional.empty();
        }
        Predicate<Call> next = call -> call.kind() == CallKind.CALL
                && call.start() >= own.start() + FIRST_REPEAT
                && call.start() <= given
                && elsewhere(call.opening(), silent)
                && CallNumber.same(
                        CallNumber.plain(own.to().user()),
                        CallNumber.plain(call.to().user()))
                && sameCaller(own.from(), call.from())
                && !dialedAgain(call, own, examined);
        return examined.circumstances().others().openedBy(host, own.start()).stream()
                .filter(next)
                .flatMap(call -> call.answer().map(told -> new NextWay(call.opening(), told)).stream())
                .findFirst();
    }

    /** Until when a sender that goes on to the next way does so: when the INVITE was due again, or at its end. */
    private static long givenUp(Transaction silent) {
        long first = silent.first().time();
        long last = silent.last().time();
        if (first == Captured.NO_TIME || last == Captured.NO_TIME) {
            return Captured.NO_TIME;
        }
        if (silent.repeatedRequests() == 0) {
            return first + DIALED_AGAIN;
        }
        // Each interval is twice as long as the one before it.
        return Math.min(first + TIMEOUT, Math.max(last, first + FIRST_REPEAT) + last - first + FIRST_REPEAT) + SLACK;
    }

    private static boolean elsewhere(Message invite, Transaction silent) {
        Endpoint to = invite.captured().destination();
        return !to.host().isEmpty()
                && !to.host().equals(silent.server().host())
                && invite.captured().source().host().equals(silent.client().host());
    }

    /** Each trunk may want another form of the caller's number, and may hide it. */
    private static boolean sameCaller(Identity one, Identity other) {
        String plain = CallNumber.plain(one.user());
        String next = CallNumber.plain(other.user());
        return CallNumber.nobody(one)
                || CallNumber.nobody(other)
                || CallNumber.same(plain, next)
                || CallNumber.wholeEnd(plain, next);
    }

    /** Whether the caller's own leg shows that it is another call: it began after the first one. */
    private static boolean dialedAgain(Call next, Call own, Case examined) {
        return examined.circumstances().legsOf(next).stream()
                .filter(link -> link.confidence() != LegLink.Confidence.LOW)
                .map(link -> link.otherThan(next))
                .anyMatch(leg -> leg != own
                        && leg.start() > own.start()
                        && leg.start() <= next.start()
                        && leg.opening()
                                .captured()
                                .destination()
                                .host()
                                .equals(next.opening().captured().source().host()));
    }
}
