package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Expiry;
import org.ringback.call.Identity;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.EventPackage;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.refusal.KeepAlive;

/** A NOTIFY or the refresh of a subscription that is answered 481: one side forgot what the other still knows. */
final class UnknownSubscription implements Rule {

    private static final Kind NOTIFY =
            Kind.of("notify-unknown-subscription", Weight.TROUBLE, 6665, "4.1.3", "refuser", "sender");
    private static final Kind OLD =
            Kind.of("notify-old-subscription", Weight.NORMAL, 6665, "4.1.3", "refuser", "sender");
    private static final Kind SUBSCRIPTION =
            Kind.of("subscription-lost", Weight.TROUBLE, 6665, "4.1.2.2", "refuser", "sender");

    private static final Kind MADE_ANEW = Kind.of(
                    "subscription-made-anew", Weight.NORMAL, 6665, "4.1.2.2", "refuser", "sender")
            .settling();

    /** A phone that lost its subscription need not be in a hurry. Microseconds. */
    private static final long SOON = 60_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(NOTIFY, OLD, SUBSCRIPTION, MADE_ANEW);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        UnknownCall.unknown("NOTIFY", examined).stream()
                .filter(attempt -> !unneeded(attempt, examined))
                .forEach(attempt -> findings.accept(notification(attempt, examined)));
        UnknownCall.unknown("SUBSCRIBE", examined).stream()
                .filter(attempt ->
                        attempt.request().filter(Message::insideDialog).isPresent())
                .filter(attempt -> !endedBefore(attempt, examined))
                .forEach(attempt -> findings.accept(subscription(attempt, examined)));
    }

    /** A phone that was started anew subscribes anew; what is told under its old subscription is refused once, as it should. */
    private static Finding notification(Attempt attempt, Case examined) {
        Optional<Message> anew = newer(attempt, examined);
        // Without the request nobody knows whether it was a keep-alive, which is refused as well and does its work.
        Certainty unknown = attempt.request().isPresent() ? Certainty.CERTAIN : Certainty.POSSIBLE;
        return UnknownCall.about(
                        anew.isPresent() ? OLD : NOTIFY,
                        anew.isPresent() ? Certainty.LIKELY : unknown,
                        attempt,
                        anew.stream().toList(),
                        examined)
                .with("sender", Value.of(attempt.root().client()))
                .found();
    }

    /** The SUBSCRIBE of the same device for the same, accepted under another Call-ID since then or soon after the refusal. */
    private static Optional<Message> newer(Attempt notify, Case examined) {
        Call own = examined.call();
        boolean byNotifier = own.opening().request("NOTIFY");
        Identity subscriber = byNotifier ? own.to() : own.from();
        Identity watched = byNotifier ? own.from() : own.to();
        long told = notify.finalResponse().orElseThrow().time();
        String event = EventPackage.of(notify.root().first());
        return examined
                .circumstances()
                .others()
                .between(notify.root().server().host(), notify.root().client().host(), told)
                .stream()
                .filter(call -> call != own
                        && call.kind() == CallKind.SUBSCRIPTION
                        && call.opening().request("SUBSCRIBE")
                        && call.from().equals(subscriber)
                        && call.to().equals(watched)
                        && (byNotifier || call.start() > own.start())
                        && call.start() <= told + SOON
                        && EventPackage.of(call.opening()).equals(event)
                        && accepted(call)
                        && stands(call, told)
                        && call.opening()
                                .captured()
                                .source()
                                .equals(notify.root().server()))
                .map(Call::opening)
                .findFirst();
    }

    /** Whether it was made to last, and neither side ended or forgot it by then. */
    private static boolean stands(Call subscription, long told) {
        boolean fetched = Expiry.of(subscription.opening())
                .filter(seconds -> seconds == 0)
                .isPresent();
        boolean ended = subscription.messages().stream()
                .filter(message -> message.time() <= told)
                .anyMatch(message -> terminated(message)
                        || (message.request("SUBSCRIBE")
                                && Expiry.of(message)
                                        .filter(seconds -> seconds == 0)
                                        .isPresent()));
        return !fetched
                && !ended
                && subscription.transactions().stream()
                        .flatMap(transaction -> transaction.finalResponse().stream())
                        .noneMatch(answer -> answer.head().status() == 481);
    }

    private static boolean terminated(Message message) {
        return message.request("NOTIFY")
                && message.header("Subscription-State", "")
                        .filter(state -> state.strip().toLowerCase(Locale.ROOT).startsWith("terminated"))
                        .isPresent();
    }

    /** Whose subscription is unknown has to make a new one, with a new Call-ID (RFC 6665, 4.1.2.2). */
    private static Finding subscription(Attempt attempt, Case examined) {
        Call own = examined.call();
        Optional<Call> anew = examined
                .circumstances()
                .begunAfter(attempt.finalResponse().orElseThrow(), SOON)
                .stream()
                .filter(call -> call != own
                        && call.kind() == CallKind.SUBSCRIPTION
                        && call.to().equals(own.to())
                        && call.from().equals(own.from())
                        && accepted(call)
                        && EventPackage.of(call.opening()).equals(EventPackage.of(own.opening()))
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
        return UnknownCall.about(
                        anew.isPresent() ? MADE_ANEW : SUBSCRIPTION,
                        anew.isEmpty() || same ? Certainty.CERTAIN : Certainty.LIKELY,
                        attempt,
                        List.of(),
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

    /** Whoever hung up after a transfer (RFC 3515, 2.4.4), or has unsubscribed, needs no last word. */
    private static boolean unneeded(Attempt notify, Case examined) {
        boolean transfer = notify.request().filter(EventPackage::isOfTransfer).isPresent();
        return notify.request().filter(KeepAlive::is).isPresent()
                || (transfer && UnknownCall.overBefore(notify, examined))
                || UnknownCall.before(notify, examined)
                        .anyMatch(message -> message.request("SUBSCRIBE")
                                && Expiry.of(message)
                                        .filter(seconds -> seconds == 0)
                                        .isPresent());
    }

    /** Whether the other side had said that it is over, and why is told of that. */
    private static boolean endedBefore(Attempt subscribe, Case examined) {
        return UnknownCall.before(subscribe, examined).anyMatch(UnknownSubscription::terminated);
    }
}
