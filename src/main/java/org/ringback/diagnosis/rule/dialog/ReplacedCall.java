package org.ringback.diagnosis.rule.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.Dialog;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.NameAddr;
import org.ringback.sip.Parameters;

/**
 * An INVITE that was to take the place of another call and was not let: an attended transfer or a call pickup that fails
 * (RFC 3891, 3).
 */
final class ReplacedCall implements RefusalRule {

    private static final Kind UNKNOWN = kind("replaces-unknown-call");
    private static final Kind OVER = kind("replaces-ended-call", "span");
    private static final Kind OTHER_TAGS = kind("replaces-other-tags", "tags");
    private static final Kind ANSWERED = kind("replaces-answered-call");
    private static final Kind DECLINED = kind("replaces-declined");

    /** No match, early only though it was answered, and a call that has ended. */
    private static final Set<Integer> ABOUT_IT = Set.of(481, 486, 603);

    private static Kind kind(String id, String... more) {
        List<String> places = new ArrayList<>(List.of("refuser", "code", "call"));
        places.addAll(List.of(more));
        return Kind.of(id, Weight.FAILURE, 3891, "3", places.toArray(String[]::new));
    }

    @Override
    public List<Kind> kinds() {
        return List.of(UNKNOWN, OVER, OTHER_TAGS, ANSWERED, DECLINED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return ABOUT_IT.contains(refusal.status())
                ? refusal.attempt()
                        .request()
                        .flatMap(invite -> invite.header("Replaces", "")
                                .flatMap(value -> judge(refusal, invite, Named.of(value, refusal.origin()), examined)))
                : Optional.empty();
    }

    /**
     * The dialog that a Replaces header names.
     *
     * @param toTag that of the side that is to give its call up
     * @param host of that side
     */
    private record Named(String callId, String toTag, String fromTag, boolean earlyOnly, String host) {

        /** A Call-ID may hold anything, so only what follows it is read as parameters. */
        static Named of(String value, Origin refuser) {
            int end = value.indexOf(';');
            String callId = (end < 0 ? value : value.substring(0, end)).strip();
            Parameters parameters = NameAddr.of("<sip:x>" + (end < 0 ? "" : value.substring(end)))
                    .parameters();
            return new Named(
                    callId,
                    parameters.value("to-tag").orElse(""),
                    parameters.value("from-tag").orElse(""),
                    parameters.has("early-only"),
                    refuser.firstSaidBy().host());
        }

        /** Whether a message is inside it; either side may have sent it. */
        boolean has(Message message) {
            String from = message.head().fromTag();
            String to = message.head().toTag();
            return (from.equals(fromTag) && to.equals(toTag)) || (from.equals(toTag) && to.equals(fromTag));
        }

        /** The to-tag is that of the receiver itself (RFC 3891, 3); who is neither side may know the call in either order. */
        boolean fits(Dialog dialog) {
            boolean toCallee =
                    dialog.callerTag().equals(fromTag) && dialog.calleeTag().equals(toTag);
            boolean toCaller =
                    dialog.callerTag().equals(toTag) && dialog.calleeTag().equals(fromTag);
            boolean caller = livesHere(dialog, dialog.callerTag());
            boolean callee = livesHere(dialog, dialog.calleeTag());
            return (toCallee && (callee || !caller)) || (toCaller && (caller || !callee));
        }

        /** Whether the side with this tag named the refuser as its own address: a proxy is no side, nor is the NAT before one. */
        private boolean livesHere(Dialog dialog, String tag) {
            return dialog.transactions().stream()
                    .flatMap(transaction -> transaction.messages().stream())
                    .filter(message -> (message.head().request()
                                    ? message.head().fromTag()
                                    : message.head().toTag())
                            .equals(tag))
                    .flatMap(message -> message.header("Contact", "m").stream())
                    .flatMap(value -> NameAddr.all(value).stream())
                    .anyMatch(contact -> contact.uri().host().equals(host));
        }
    }

    private static Optional<Finding> judge(Refusal refusal, Message invite, Named named, Case examined) {
        Optional<Call> call = examined.circumstances().others().withId(named.callId());
        Optional<Message> end = call.flatMap(other -> end(other, named))
                .filter(last -> Elapsed.between(last, invite).isPresent());
        if (end.isPresent()) {
            return Optional.of(about(OVER, ofEnd(refusal, named), refusal, invite, named, examined)
                    .proof(refusal.response(), invite, end.get())
                    .with("span", Elapsed.value(end.get(), invite))
                    .found());
        }
        return switch (refusal.status()) {
            case 481 -> Optional.of(notFound(call, refusal, invite, named, examined));
            case 486 ->
                Optional.of(answered(call, refusal, invite, named, examined)).filter(_ -> named.earlyOnly());
            default ->
                Optional.of(about(DECLINED, Certainty.LIKELY, refusal, invite, named, examined)
                        .proof(refusal.response(), invite)
                        .found());
        };
    }

    /** Only 481 says that the call is not there: a user may decline, and a phone may be busy. */
    private static Certainty ofEnd(Refusal refusal, Named named) {
        return switch (refusal.status()) {
            case 481 -> Certainty.CERTAIN;
            case 486 -> named.earlyOnly() ? Certainty.LIKELY : Certainty.POSSIBLE;
            default -> Certainty.LIKELY;
        };
    }

    private static Finding notFound(Optional<Call> call, Refusal refusal, Message invite, Named named, Case examined) {
        List<Dialog> dialogs = call.map(Call::dialogs).orElse(List.of());
        if (dialogs.isEmpty() || dialogs.stream().anyMatch(named::fits)) {
            // Who has the named call itself answers like this only while it rings.
            return about(
                            UNKNOWN,
                            call.isEmpty() ? Certainty.CERTAIN : Certainty.LIKELY,
                            refusal,
                            invite,
                            named,
                            examined)
                    .proof(refusal.response(), invite)
                    .found();
        }
        return about(OTHER_TAGS, Certainty.LIKELY, refusal, invite, named, examined)
                .proof(refusal.response(), invite, call.orElseThrow().opening())
                .with(
                        "tags",
                        Value.of(dialogs.stream()
                                .map(dialog -> dialog.callerTag() + " / " + dialog.calleeTag())
                                .toList()))
                .found();
    }

    /** Only the answer in the capture shows that somebody had answered: a phone that is busy says 486 as well. */
    private static Finding answered(Optional<Call> call, Refusal refusal, Message invite, Named named, Case examined) {
        List<Message> proof = new ArrayList<>(List.of(refusal.response(), invite));
        call.stream()
                .flatMap(other -> other.messages().stream())
                .filter(message -> message.success()
                        && message.head().method().equals("INVITE")
                        && named.has(message)
                        && Elapsed.between(message, invite).isPresent())
                .findFirst()
                .ifPresent(proof::add);
        Certainty certainty = proof.size() > 2 ? Certainty.CERTAIN : Certainty.LIKELY;
        return about(ANSWERED, certainty, refusal, invite, named, examined)
                .proof(proof)
                .found();
    }

    /** The BYE or the refusal with which the named dialog was over; other forks may end while it goes on. */
    private static Optional<Message> end(Call call, Named named) {
        Optional<Message> own = call.messages().stream()
                .filter(message -> named.has(message) && (message.request("BYE") || refusesCall(message, call)))
                .findFirst();
        return own.or(() -> call.messages().stream()
                .filter(message -> refusesCall(message, call))
                .reduce((_, last) -> last));
    }

    /** Inside a call that was answered, a refusal ends nothing. */
    private static boolean refusesCall(Message message, Call call) {
        return (call.outcome().failed() || call.outcome().ending() == Ending.CANCELED)
                && message.head().status() >= 300
                && message.head().method().equals("INVITE")
                && !message.challenge();
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Refusal refusal, Message invite, Named named, Case examined) {
        return RefusalFinding.about(kind, certainty, refusal, examined)
                .with("call", invite.header("Replaces", "").orElse(named.callId()));
    }
}
