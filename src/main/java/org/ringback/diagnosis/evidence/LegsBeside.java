package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;

/** What a B2BUA tried on other legs for the same call: who refuses one leg of several need not be why the call failed, or that it did. */
public final class LegsBeside {

    /** Packets may be captured in the wrong order. Microseconds. */
    private static final long JITTER = 2_000;

    /** No person hears of a failure and dials again so soon. Microseconds. */
    private static final long AT_ONCE = 1_000_000;

    private LegsBeside() {}

    /**
     * The answer on another leg that the same B2BUA made for the same call, and that it passed on to the caller, if there is
     * any.
     */
    public static Optional<Message> answered(Case examined) {
        Call own = examined.call();
        List<Call> legs = examined.circumstances().legsOf(own).stream()
                .filter(link ->
                        link.confidence() != LegLink.Confidence.LOW || link.reason() != LegLink.Reason.SAME_TIMES)
                .map(link -> link.otherThan(own))
                .toList();
        String host = client(own);
        Optional<Message> passedOn = legs.stream()
                .filter(leg -> leg.start() != Captured.NO_TIME
                        && leg.start() <= own.start() + JITTER
                        && leg.opening().captured().destination().host().equals(host))
                .flatMap(leg -> answer(leg).stream())
                .findFirst();
        return passedOn.flatMap(told -> legs.stream()
                .filter(leg -> client(leg).equals(host))
                .flatMap(leg -> answer(leg).stream())
                .filter(answer -> answer.time() <= told.time() + JITTER)
                .findFirst());
    }

    /**
     * The answer that the B2BUA gave the caller itself after the refusal of a leg of its own: as voicemail or an announcement
     * does.
     *
     * @param refused in microseconds since 1970
     */
    public static Optional<Message> answeredItself(Case examined, long refused) {
        Call own = examined.call();
        String host = client(own);
        return examined.circumstances().legsOf(own).stream()
                .filter(link ->
                        link.confidence() != LegLink.Confidence.LOW || link.reason() != LegLink.Reason.SAME_TIMES)
                .map(link -> link.otherThan(own))
                .filter(leg -> leg.start() != Captured.NO_TIME
                        && leg.start() <= own.start() + JITTER
                        && leg.opening().captured().destination().host().equals(host))
                .flatMap(leg -> answer(leg).stream())
                .filter(answer -> answer.captured().source().host().equals(host) && answer.time() >= refused - JITTER)
                .findFirst();
    }

    /**
     * The answer of another host to which the same number was dialed at once from the same one after a refusal, where the call
     * that brought both about was not captured: the next way of a trunk group.
     *
     * @param refused in microseconds since 1970
     */
    public static Optional<Message> answeredNext(Case examined, long refused) {
        Call own = examined.call();
        String host = client(own);
        boolean broughtAbout = examined.circumstances().legsOf(own).stream()
                .map(link -> link.otherThan(own))
                .anyMatch(leg -> leg.opening().captured().destination().host().equals(host));
        if (broughtAbout || refused == Captured.NO_TIME || own.to().user().isEmpty()) {
            return Optional.empty();
        }
        return examined.circumstances().others().openedBy(host, refused).stream()
                .takeWhile(call -> call.start() - refused < AT_ONCE)
                .filter(call -> call.kind() == CallKind.CALL
                        && call.to().user().equals(own.to().user())
                        && call.from().user().equals(own.from().user())
                        && !call.opening()
                                .captured()
                                .destination()
                                .host()
                                .equals(own.opening().captured().destination().host()))
                .flatMap(call -> answer(call).stream())
                .findFirst();
    }

    /** The challenge that ended the only leg which a refused one brought about: whoever made that leg sent no login. */
    public static Optional<Message> challenged(Refusal refusal, Case examined) {
        return only(examined)
                .flatMap(leg -> Attempt.toSetUp(leg.transactions()).stream().reduce((_, last) -> last))
                .flatMap(Attempt::finalResponse)
                .filter(told -> told.challenge()
                        && told.time() <= refusal.told().time()
                        && refusal.told().time() - told.time() < AT_ONCE);
    }

    /** The leg that another one brought about, if there is one only and that is not just guessed. */
    public static Optional<Call> only(Case examined) {
        List<Call> below = examined.legsBelow().stream()
                .filter(link -> link.confidence() != LegLink.Confidence.LOW)
                .map(LegLink::other)
                .toList();
        return below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty();
    }

    private static String client(Call leg) {
        return leg.opening().captured().source().host();
    }

    private static Optional<Message> answer(Call leg) {
        return Attempt.toSetUp(leg.transactions()).stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .filter(Message::success)
                .findFirst();
    }

    /**
     * The INVITE on a leg that a refused one brought about, if it got no response although it was repeated, and no other such
     * leg got one either.
     */
    public static Optional<Transaction> silent(Refusal refusal, Case examined) {
        String host = refusal.told().captured().source().host();
        List<Transaction> below = examined.legsBelow().stream()
                .filter(link -> client(link.other()).equals(host) || link.reason() == LegLink.Reason.SAME_NUMBERS)
                .map(LegLink::other)
                .flatMap(leg -> leg.transactions().stream())
                .filter(transaction -> transaction.method().equals("INVITE"))
                .toList();
        return below.stream().anyMatch(Transaction::responded)
                ? Optional.empty()
                : below.stream()
                        .filter(hop -> hop.request().isPresent()
                                && hop.repeatedRequests() >= 2
                                && hop.first().time() < refusal.told().time())
                        .findFirst();
    }
}
