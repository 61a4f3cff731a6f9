package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Expiry;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
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
import org.ringback.sip.NameAddr;

/**
 * A subscription that was accepted and of which nothing came (RFC 6665, 4.1.2.4), or that the notifier ended (4.1.3): busy
 * lamps, presence and the voicemail lamp then stand still, and no request is refused.
 */
final class EndedSubscription implements Rule {

    private static final Kind SILENT = Kind.of(
            "subscription-without-notify",
            Weight.FAILURE,
            6665,
            "4.1.2.4",
            "subscriber",
            "notifier",
            "event",
            "watched");
    private static final Kind REJECTED = ended("subscription-rejected", Weight.FAILURE);
    private static final Kind NO_RESOURCE = ended("subscription-without-resource", Weight.FAILURE);
    private static final Kind RAN_OUT = ended("subscription-ran-out", Weight.TROUBLE);
    private static final Kind ENDED = Kind.of(
            "subscription-ended", Weight.TROUBLE, 6665, "4.1.3", "subscriber", "notifier", "event", "watched", "state");

    private static final int WITHOUT_NOTIFY = 204;

    /**
     * What is sent until the registration, the wait for a free line, the profile or the seizing of a shared line is done; not
     * even then if it is rejected.
     */
    private static final Set<String> UNTIL_DONE = Set.of("reg", "call-completion", "ua-profile", "line-seize");

    private static Kind ended(String id, Weight weight) {
        return Kind.of(id, weight, 6665, "4.1.3", "subscriber", "notifier", "event", "watched");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(SILENT, REJECTED, NO_RESOURCE, RAN_OUT, ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.SUBSCRIPTION);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.SUBSCRIPTION) {
            return;
        }
        List<Attempt> asked = examined.attempts("SUBSCRIBE");
        asked.stream()
                .flatMap(attempt -> silent(attempt, examined).stream())
                .findFirst()
                .ifPresent(findings);
        examined.requests("NOTIFY").stream()
                .flatMap(notify -> ended(notify, asked, examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    private static Optional<Finding> silent(Attempt attempt, Case examined) {
        Optional<Message> request = attempt.request().filter(asked -> !asked.insideDialog() && wants(asked));
        Optional<Message> accepted = attempt.finalResponse()
                .filter(told -> told.success() && told.head().status() != WITHOUT_NOTIFY && wants(told));
        if (request.isEmpty() || accepted.isEmpty()) {
            return Optional.empty();
        }
        boolean told = examined.requests("NOTIFY").stream()
                .anyMatch(notify ->
                        notify.head().toTag().equals(request.get().head().fromTag()));
        return Optional.of(accepted.get())
                .filter(answer -> !told && Elapsed.goesOn(examined, answer, Elapsed.TRANSACTION_TIMEOUT))
                .map(answer -> about(SILENT, atSubscriber(request.get()), request.get(), examined)
                        .proof(answer, request.get())
                        .with("notifier", Value.of(answer.captured().source()))
                        .found());
    }

    private static boolean wants(Message message) {
        return Expiry.of(message).filter(seconds -> seconds == 0).isEmpty();
    }

    /** Where the subscriber itself sent it from, its NOTIFY must come to as well. */
    private static Certainty atSubscriber(Message request) {
        String sender = request.captured().source().host();
        boolean own = request.header("Contact", "m").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .anyMatch(contact -> contact.uri().host().equals(sender));
        return own ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Message subscribe, Case examined) {
        return Finding.about(kind, certainty)
                .with("subscriber", Value.of(subscribe.captured().source()))
                .with("event", said(event(subscribe)))
                .with("watched", said(examined.call().to().name()));
    }

    private static String event(Message message) {
        return message.header("Event", "o").orElse("").strip();
    }

    private static Value said(String text) {
        return text.isEmpty() ? new Value.Unknown() : Value.of(text);
    }

    private static Optional<Finding> ended(Message notify, List<Attempt> asked, Case examined) {
        String state =
                notify.header("Subscription-State", "").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!state.startsWith("terminated")
                || ofItsNature(notify, state)
                || unsubscribed(asked, notify)
                || renewed(notify, examined)) {
            return Optional.empty();
        }
        Optional<Attempt> last = asked.stream()
                .filter(attempt ->
                        attempt.request().isPresent() && before(attempt.root().first(), notify))
                .reduce((_, next) -> next);
        return last.filter(_ -> !state.contains("invariant")).map(attempt -> finding(notify, state, attempt, examined));
    }

    /** A transfer, a conference and the watch on one single dialog are over when what they are about is. */
    private static boolean ofItsNature(Message notify, String state) {
        String event = event(notify).toLowerCase(Locale.ROOT);
        int end = event.indexOf(';');
        String name = (end < 0 ? event : event.substring(0, end)).strip();
        return (UNTIL_DONE.contains(name) && !state.contains("rejected"))
                || event.startsWith("refer")
                || event.startsWith("conference")
                || (event.startsWith("dialog") && event.contains(";"));
    }

    private static boolean unsubscribed(List<Attempt> asked, Message notify) {
        return asked.stream()
                .flatMap(attempt -> attempt.request().stream())
                .anyMatch(request -> !wants(request) && before(request, notify));
    }

    /** Whether the same subscriber soon has a new subscription to the same address. */
    private static boolean renewed(Message notify, Case examined) {
        Call own = examined.call();
        return examined.circumstances().others().subscriptionsOf(own.from().user(), notify.time()).stream()
                .filter(call -> call != own && call.to().equals(own.to()) && samePlaces(call, own))
                .anyMatch(
                        call -> before(notify, call.opening()) && call.outcome().ending() == Ending.SUBSCRIBED);
    }

    /** In logs that name no addresses only the names tell who it is. */
    private static boolean samePlaces(Call one, Call other) {
        Captured first = one.opening().captured();
        Captured second = other.opening().captured();
        return samePlace(first.source(), second.source()) && samePlace(first.destination(), second.destination());
    }

    private static boolean samePlace(Endpoint one, Endpoint other) {
        return one.host().isEmpty() || other.host().isEmpty() || one.host().equals(other.host());
    }

    /** By time; in a log without times by the order of its lines. */
    private static boolean before(Message first, Message next) {
        if (first.time() != Captured.NO_TIME && next.time() != Captured.NO_TIME) {
            return first.time() <= next.time();
        }
        return first.captured().file() == next.captured().file()
                && first.captured().frame() < next.captured().frame();
    }

    private static Finding finding(Message notify, String state, Attempt last, Case examined) {
        Message subscribe = last.request().orElseThrow();
        Kind kind = kind(state, last, notify);
        Finding.Builder found = about(kind, certainty(kind, notify, examined), subscribe, examined)
                .proof(notify, subscribe)
                .with("notifier", Value.of(notify.captured().source()));
        if (kind.equals(ENDED)) {
            found.with("state", state);
        }
        return found.found();
    }

    /** A phone subscribes anew at once, or later, or by a way that is not seen; where the capture ends, it still may. */
    private static Certainty certainty(Kind kind, Message notify, Case examined) {
        if (!kind.equals(ENDED) && !kind.equals(RAN_OUT)) {
            return Certainty.CERTAIN;
        }
        return Elapsed.goesOn(examined, notify, Elapsed.TRANSACTION_TIMEOUT) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    private static Kind kind(String state, Attempt last, Message notify) {
        if (state.contains("rejected")) {
            return REJECTED;
        }
        if (state.contains("noresource")) {
            return NO_RESOURCE;
        }
        return state.contains("timeout") && due(last, notify) ? RAN_OUT : ENDED;
    }

    /** Whether the time that was granted last is over. */
    private static boolean due(Attempt last, Message notify) {
        Optional<Message> granted = last.finalResponse().filter(Message::success);
        Optional<Duration> passed = granted.flatMap(told -> Elapsed.between(told, notify));
        return granted.flatMap(Expiry::of)
                .filter(seconds ->
                        passed.filter(time -> time.toSeconds() + 2 >= seconds).isPresent())
                .isPresent();
    }
}
