package org.ringback.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Expiry;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A request inside a call that is answered 481: the other side does not know the call. */
final class UnknownCall implements Rule {

    private static final Kind BYE = Kind.of("bye-unknown-call", Weight.TROUBLE, 3261, "15.1.2", "refuser")
            .unless("dialog-tag-missing", "dialog-tag-differs");
    private static final Kind CROSSED = Kind.of("byes-crossed", Weight.NORMAL, 3261, "15.1.2", "refuser");
    private static final Kind NOTIFY =
            Kind.of("notify-unknown-subscription", Weight.TROUBLE, 6665, "4.1.3", "refuser", "sender");
    private static final Kind CALL = Kind.of("call-unknown", Weight.FAILURE, 3261, "12.2.1.2", "refuser", "method")
            .unless("dialog-tag-missing", "dialog-tag-differs");
    private static final Kind SUBSCRIPTION =
            Kind.of("subscription-lost", Weight.TROUBLE, 6665, "4.1.2.2", "refuser", "sender");

    private static final Kind MADE_ANEW = Kind.of(
                    "subscription-made-anew", Weight.NORMAL, 6665, "4.1.2.2", "refuser", "sender")
            .settling();

    private static final int UNKNOWN = 481;

    /** Requests that cross are on their way at the same time; repetitions are up to 4 s apart (RFC 3261, 17.1.2.2). */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    /** A phone that lost its subscription need not be in a hurry. Microseconds. */
    private static final long SOON = 60_000_000;

    /** A 481 to a PRACK means that there is nothing left to acknowledge (RFC 3262, 3), not that the call is unknown. */
    private static final Set<String> INSIDE = Set.of("INVITE", "UPDATE", "INFO", "REFER", "MESSAGE");

    @Override
    public List<Kind> kinds() {
        return List.of(BYE, CROSSED, NOTIFY, CALL, SUBSCRIPTION, MADE_ANEW);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        boolean any =
                examined.messages().stream().anyMatch(message -> message.head().status() == UNKNOWN);
        if (!any) {
            return;
        }
        unknown("BYE", examined).forEach(attempt -> findings.accept(bye(attempt, examined)));
        unknown("NOTIFY", examined).stream()
                .filter(attempt -> !unneeded(attempt, examined))
                .forEach(attempt -> findings.accept(about(NOTIFY, attempt, examined)
                        .with("sender", Value.of(attempt.root().client()))
                        .found()));
        unknown("SUBSCRIBE", examined).stream()
                .filter(attempt ->
                        attempt.request().filter(Message::insideDialog).isPresent())
                .filter(attempt -> !endedBefore(attempt, examined))
                .forEach(attempt -> findings.accept(subscription(attempt, examined)));
        for (String method : INSIDE) {
            unknown(method, examined).stream()
                    .filter(attempt ->
                            attempt.request().filter(Message::insideDialog).isPresent())
                    .filter(attempt -> !overBefore(attempt, examined) && !knownLater(attempt, examined))
                    .forEach(attempt -> findings.accept(about(CALL, attempt, examined)
                            .with("method", method)
                            .found()));
        }
    }

    /** Whose subscription is unknown has to make a new one, with a new Call-ID (RFC 6665, 4.1.2.2). */
    private static Finding subscription(Attempt attempt, Case examined) {
        Call own = examined.call();
        Optional<Call> anew =
                examined
                        .circumstances()
                        .begunAfter(attempt.finalResponse().orElseThrow().time(), SOON)
                        .stream()
                        .filter(call -> call != own
                                && call.kind() == CallKind.SUBSCRIPTION
                                && call.to().equals(own.to())
                                && call.from().equals(own.from())
                                && accepted(call)
                                && event(call).equals(event(own))
                                && call.opening()
                                        .captured()
                                        .source()
                                        .host()
                                        .equals(attempt.root().client().host()))
                        .findFirst();
        boolean same = anew.filter(call ->
                        call.opening().captured().source().equals(attempt.root().client()))
                .isPresent();
        // Behind one address there may be another phone of the same user.
        return about(
                        anew.isPresent() ? MADE_ANEW : SUBSCRIPTION,
                        anew.isEmpty() || same ? Certainty.CERTAIN : Certainty.LIKELY,
                        attempt,
                        examined)
                .with("sender", Value.of(attempt.root().client()))
                .found();
    }

    private static boolean accepted(Call subscription) {
        return subscription.transactions().stream()
                .filter(transaction -> transaction.method().equals("SUBSCRIBE"))
                .flatMap(transaction -> transaction.finalResponse().stream())
                .anyMatch(Message::success);
    }

    /** The package that is subscribed to, without what tells one subscription in a dialog from another (RFC 6665, 8.2.1). */
    private static String event(Call subscription) {
        String event = subscription.opening().header("Event", "o").orElse("");
        int parameters = event.indexOf(';');
        return (parameters < 0 ? event : event.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static List<Attempt> unknown(String method, Case examined) {
        return examined.attempts(method).stream()
                .filter(attempt -> attempt.finalResponse()
                        .filter(told -> told.head().status() == UNKNOWN)
                        .isPresent())
                .toList();
    }

    /** Whoever hung up after a transfer (RFC 3515, 2.4.4), or has unsubscribed, needs no last word. */
    private static boolean unneeded(Attempt notify, Case examined) {
        boolean transfer = notify.request()
                .flatMap(request -> request.header("Event", "o"))
                .filter(event -> event.strip().toLowerCase(Locale.ROOT).startsWith("refer"))
                .isPresent();
        return notify.request().filter(KeepAlive::is).isPresent()
                || (transfer && overBefore(notify, examined))
                || before(notify, examined)
                        .anyMatch(message -> message.request("SUBSCRIBE")
                                && Expiry.of(message)
                                        .filter(seconds -> seconds == 0)
                                        .isPresent());
    }

    /** Whether the other side had said that it is over, and why is told of that. */
    private static boolean endedBefore(Attempt subscribe, Case examined) {
        return before(subscribe, examined)
                .anyMatch(message -> message.request("NOTIFY")
                        && message.header("Subscription-State", "")
                                .filter(state ->
                                        state.strip().toLowerCase(Locale.ROOT).startsWith("terminated"))
                                .isPresent());
    }

    private static Stream<Message> before(Attempt refused, Case examined) {
        List<Message> messages = examined.messages();
        int answered = messages.indexOf(refused.finalResponse().orElseThrow());
        return messages.stream().limit(Math.max(answered, 0));
    }

    private static Finding.Builder about(Kind kind, Attempt attempt, Case examined) {
        return about(kind, Certainty.CERTAIN, attempt, examined);
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Attempt attempt, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        Origin origin = Origins.of(response, examined);
        return Finding.about(kind, certainty)
                .proof(attempt.request()
                        .map(request -> List.of(response, request))
                        .orElse(List.of(response)))
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()));
    }

    /** Both hung up at the same time, or one of them twice: the call was over before. */
    private static Finding bye(Attempt refused, Case examined) {
        boolean crossed = examined.attempts("BYE").stream()
                .anyMatch(other -> other != refused
                        && !unheard(other, refused)
                        && sameDialog(other.root().first(), refused.root().first())
                        && (Elapsed.between(
                                                other.root().first(),
                                                refused.finalResponse().orElseThrow())
                                        .isPresent()
                                || !other.finalResponse().equals(refused.finalResponse())));
        return about(crossed ? CROSSED : BYE, refused, examined).found();
    }

    /** Whether a BYE got no answer, and the other one began when its last copy was gone: then nobody heard it. */
    private static boolean unheard(Attempt other, Attempt refused) {
        return !other.responded()
                && Elapsed.between(other.root().last(), refused.root().first())
                        .filter(passed -> passed.compareTo(ON_THE_WAY) > 0)
                        .isPresent();
    }

    private static boolean sameDialog(Message one, Message other) {
        var first = one.head();
        var second = other.head();
        return (first.fromTag().equals(second.fromTag()) && first.toTag().equals(second.toTag()))
                || (first.fromTag().equals(second.toTag()) && first.toTag().equals(second.fromTag()));
    }

    /**
     * Whether who said so is seen in the same call afterwards: then it refused something else than the call, as some do with a
     * request that they cannot use.
     */
    static boolean knownLater(Attempt refused, Case examined) {
        Message told = refused.finalResponse().orElseThrow();
        if (told.head().status() != UNKNOWN || !INSIDE.contains(refused.root().method())) {
            return false;
        }
        boolean known = false;
        for (Message message : examined.messages().reversed()) {
            if (message == told) {
                return known;
            }
            known = known || knows(message, told);
        }
        return false;
    }

    /** Whether who refused one request answers another, or asks something in the same dialog. */
    private static boolean knows(Message message, Message refusal) {
        return (message.success()
                        || (message.head().request()
                                && message.head()
                                        .fromTag()
                                        .equals(refusal.head().toTag())))
                && message.captured()
                        .source()
                        .host()
                        .equals(refusal.captured().source().host())
                && sameDialog(message, refusal);
    }

    /** Whether a BYE had ended the call when the request was answered. */
    private static boolean overBefore(Attempt refused, Case examined) {
        return before(refused, examined).anyMatch(message -> message.request("BYE"));
    }
}
