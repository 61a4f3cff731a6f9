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
    static final long JITTER = 2_000;

    /** No person hears of a failure and dials again so soon. Microseconds. */
    private static final long AT_ONCE = 1_000_000;

    private static final int CANCELED = 487;

    private LegsBeside() {}

    /**
     * The answer on another leg that the same B2BUA made for the same call, and that it passed on to the caller, if there is
     * any.
     */
    public static Optional<Message> answered(Case examined) {
        Call own = examined.call();
        if (LegsAbove.unanswered(examined)) {
            return Optional.empty();
        }
        List<Call> legs = LegsAbove.linked(examined);
        Optional<Message> passedOn = LegsAbove.surely(examined).stream()
                .flatMap(leg -> leg.answer().stream())
                .findFirst();
        return passedOn.flatMap(told -> legs.stream()
                        .filter(leg -> sameClient(leg, own))
                        .flatMap(leg -> leg.answer().stream())
                        .filter(answer -> answer.time() <= told.time() + JITTER)
                        .findFirst())
                .or(() -> answeredInQueue(own, examined));
    }

    /** Whether this host made another leg for the call, so that what happened there may be why it refused this one. */
    public static boolean madeBy(String host, Case examined) {
        return LegsAbove.linked(examined).stream()
                .anyMatch(leg -> leg.opening().captured().source().host().equals(host));
    }

    /** The next one who took a caller that the B2BUA had answered before it looked for somebody, as a queue does. */
    private static Optional<Message> answeredInQueue(Call own, Case examined) {
        OtherCalls others = examined.circumstances().others();
        return own.start() == Captured.NO_TIME
                ? Optional.empty()
                : others.ofCaller(own.from().user(), own.start()).stream()
                        .filter(caller -> waits(caller, own))
                        .flatMap(caller -> others.openedBy(client(own), own.start()).stream()
                                .filter(leg -> leg != own
                                        && leg.start() <= caller.end()
                                        && leg.from().user().equals(own.from().user()))
                                .flatMap(leg -> leg.answer().stream())
                                .filter(answer -> answer.time() <= caller.end()))
                        .findFirst();
    }

    /** Whether a caller was connected to the B2BUA already, and stayed so while a leg was tried. */
    private static boolean waits(Call caller, Call leg) {
        return caller.opening().captured().destination().host().equals(client(leg))
                && caller.end() >= leg.end()
                && caller.answer()
                        .filter(told -> told.time() <= leg.start() + JITTER)
                        .isPresent();
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
        return LegsAbove.linked(examined).stream()
                .filter(leg -> LegsAbove.bringsAbout(leg, own))
                .flatMap(leg -> leg.answer().stream())
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
        return answeredNext(examined, refused, false);
    }

    /**
     * The same, also over another connection of the same host.
     *
     * @param sameHost whether the next way may go through the host that refused
     */
    public static Optional<Message> answeredNext(Case examined, long refused, boolean sameHost) {
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
                        && (sameHost
                                || !call.opening()
                                        .captured()
                                        .destination()
                                        .host()
                                        .equals(own.opening()
                                                .captured()
                                                .destination()
                                                .host())))
                .flatMap(call -> call.answer().stream())
                .findFirst();
    }

    /** The challenge that ended the only leg which a refused one brought about: whoever made that leg sent no login. */
    public static Optional<Message> challenged(Refusal refusal, Case examined) {
        return only(examined)
                .flatMap(Call::lastFinalResponse)
                .filter(told -> told.challenge()
                        && told.time() <= refusal.told().time()
                        && refusal.told().time() - told.time() < AT_ONCE)
                .filter(_ -> only(examined).filter(LegsBeside::loggedIn).isEmpty());
    }

    /** Whether a login was sent, so that a challenge after it says that it was not taken. */
    private static boolean loggedIn(Call leg) {
        return leg.messages().stream().anyMatch(message -> message.request("INVITE") && message.loggedIn());
    }

    /** The leg that another one brought about, if there is one only and that is not just guessed. */
    public static Optional<Call> only(Case examined) {
        List<Call> below = examined.legsBelow().stream()
                .filter(link -> link.confidence() != LegLink.Confidence.LOW)
                .map(LegLink::other)
                .toList();
        return below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty();
    }

    private static boolean sameClient(Call one, Call other) {
        return LegsAbove.samePlace(
                one.opening().captured().source(), other.opening().captured().source());
    }

    private static String client(Call leg) {
        return leg.opening().captured().source().host();
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

    /**
     * The INVITE on a leg that a refused one brought about and that its B2BUA canceled before it refused, though the other side
     * had only said that it tries; if no other such leg rang or was decided.
     */
    public static Optional<Transaction> givenUp(Refusal refusal, Case examined) {
        List<Attempt> below = below(refusal, examined);
        boolean allGivenUp = below.stream()
                .allMatch(attempt ->
                        attempt.responded() && attempt.progress().isEmpty() && canceledBefore(attempt, refusal));
        return allGivenUp && !wentOn(below, refusal, examined)
                ? below.stream().map(Attempt::root).findFirst()
                : Optional.empty();
    }

    /**
     * The leg that a refused one brought about and on which it rang until its B2BUA canceled; if no other such leg was decided
     * in another way.
     */
    public static Optional<Attempt> rang(Refusal refusal, Case examined) {
        List<Attempt> below = below(refusal, examined);
        boolean allRang =
                below.stream().allMatch(attempt -> attempt.ringing().isPresent() && canceledBefore(attempt, refusal));
        return allRang && !wentOn(below, refusal, examined) ? below.stream().findFirst() : Optional.empty();
    }

    /** Whether the caller hung up, or the B2BUA tried somebody else for the same caller after that: then more was decided. */
    private static boolean wentOn(List<Attempt> below, Refusal refusal, Case examined) {
        if (refusal.attempt().cancel().isPresent()) {
            return true;
        }
        Call own = examined.call();
        String host = refusal.told().captured().source().host();
        long first = below.stream()
                .flatMap(attempt -> attempt.cancel().stream())
                .mapToLong(Message::time)
                .min()
                .orElse(Captured.NO_TIME);
        return first != Captured.NO_TIME
                && examined.circumstances().others().openedBy(host, first).stream()
                        .anyMatch(call -> call != own
                                && call.start() <= refusal.told().time()
                                && call.from().user().equals(own.from().user()));
    }

    private static List<Attempt> below(Refusal refusal, Case examined) {
        String host = refusal.told().captured().source().host();
        return examined.legsBelow().stream()
                .map(LegLink::other)
                .filter(leg -> client(leg).equals(host))
                .flatMap(leg -> leg.setup().stream())
                .toList();
    }

    private static boolean canceledBefore(Attempt attempt, Refusal refusal) {
        return attempt.cancel()
                        .filter(cancel -> cancel.time() <= refusal.told().time() + JITTER)
                        .isPresent()
                && attempt.finalResponse()
                        .filter(told -> told.head().status() != CANCELED)
                        .isEmpty();
    }
}
