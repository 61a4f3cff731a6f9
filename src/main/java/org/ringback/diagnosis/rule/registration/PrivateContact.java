package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Registered;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.unanswered.AnswerNotPassedOn;
import org.ringback.diagnosis.rule.unanswered.LostResponses;
import org.ringback.sip.NameAddr;
import org.ringback.sip.Via;

/**
 * A Contact that holds only inside the sender's own network, given to someone outside: what the other side sends there
 * never arrives (RFC 3261, 12.2.1.1). Both in the same network is no fault, nor is a server that answers to where
 * packets came from; so a call must show the damage.
 */
final class PrivateContact implements Rule {

    private static final Kind TARGET =
            Kind.of("private-target", Weight.FAILURE, 3261, "12.2.1.1", "method", "target", "real", "sender");
    private static final Kind NO_ACK = Kind.of(
                    "private-contact-no-ack", Weight.FAILURE, 3261, "13.3.1.4", "contact", "sender", "peer")
            .unless(LostResponses.ID, AnswerNotPassedOn.ID);
    private static final Kind ACK_ASTRAY =
            Kind.of("ack-to-private-contact", Weight.FAILURE, 3261, "13.3.1.4", "contact", "sender", "peer", "repeats");
    private static final Kind REGISTERED =
            Kind.of("nat-registration", Weight.NORMAL, 3581, "4", "contact", "registrar", "seen");

    private static final Kind ACK_TO_ROUTE =
            Kind.of("ack-to-private-route", Weight.FAILURE, 3261, "16.6", "route", "recorder", "peer", "repeats");

    /** Requests with the Contact to which the other side sends what follows (RFC 3261, 12.1.1; RFC 6665, 4.1.2.1). */
    private static final Set<String> TARGETED = Set.of("INVITE", "SUBSCRIBE");

    /** So long a sender has repeated a request three times. */
    private static final Duration NO_ANSWER = Duration.ofSeconds(4);

    /** So often an answer is repeated when its ACK was not only late. */
    private static final int REPEATS = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(TARGET, NO_ACK, ACK_ASTRAY, ACK_TO_ROUTE, REGISTERED);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.REGISTRATION, Sign.REPEATED, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.SUBSCRIPTION) {
            target(examined).ifPresent(findings);
        } else if (examined.call().kind() == CallKind.CALL) {
            target(examined).ifPresent(findings);
            noAck(examined).or(() -> ackAstray(examined)).ifPresent(findings);
        } else if (examined.call().kind() == CallKind.REGISTRATION) {
            registered(examined).ifPresent(findings);
        }
    }

    /** A request to a private address of someone whose own packets come from a public one. */
    private static Optional<Finding> target(Case examined) {
        return examined.transactions().stream()
                .filter(transaction -> Networks.inner(transaction.server().host())
                        && transaction.request().filter(Message::insideDialog).isPresent()
                        && unheard(transaction, examined))
                .flatMap(transaction -> giver(transaction, examined)
                        .map(giver -> Finding.about(TARGET, Certainty.LIKELY)
                                .proof(giver, transaction.first())
                                .with("method", transaction.method())
                                .with("target", Value.of(transaction.server()))
                                .with("real", Value.of(giver.captured().source()))
                                .with("sender", Value.of(transaction.client()))
                                .found())
                        .stream())
                .findFirst();
    }

    private static boolean unheard(Transaction transaction, Case examined) {
        return !transaction.method().equals("ACK")
                && !transaction.responded()
                && (transaction.repeatedRequests() > 0
                        || examined.watchedAfter(transaction.first())
                                .filter(time -> time.compareTo(NO_ANSWER) > 0)
                                .isPresent());
    }

    /** Who told the sender of a request to send it there, from another, public address. */
    private static Optional<Message> giver(Transaction sent, Case examined) {
        return examined.messages().stream()
                .takeWhile(message -> message != sent.first())
                .filter(message -> TARGETED.contains(message.head().method())
                        && (message.head().request() || message.success() || early(message))
                        && Networks.outer(message.captured().source().host())
                        && message.captured()
                                .destination()
                                .host()
                                .equals(sent.client().host()))
                .filter(message ->
                        contact(message).filter(sent.server().host()::equals).isPresent())
                .findFirst();
    }

    /** A PRACK or UPDATE before the answer goes to the Contact of a provisional response (RFC 3261, 12.1.2). */
    private static boolean early(Message message) {
        return message.provisional() && message.insideDialog();
    }

    /** The answer of a callee with a private Contact is repeated because the ACK goes where nobody is. */
    private static Optional<Finding> noAck(Case examined) {
        if (examined.dialogs().stream()
                .anyMatch(dialog -> dialog.acknowledgement().isPresent())) {
            return Optional.empty();
        }
        return examined.attempts("INVITE").stream()
                .flatMap(attempt -> attempt.hops().stream())
                .filter(hop -> hop.messages().stream()
                                .filter(message -> message.success() && message.retransmission())
                                .count()
                        >= REPEATS)
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(answer ->
                        crosses(answer.captured().source(), answer.captured().destination())
                                && contact(answer).filter(Networks::inner).isPresent()
                                && examined.read(answer).headers("Record-Route").isEmpty()
                                && !reachedInAnotherCall(answer, examined))
                .map(answer -> Finding.about(NO_ACK, Certainty.LIKELY)
                        .proof(answer)
                        .with("contact", contact(answer).orElse(""))
                        .with("sender", Value.of(answer.captured().source()))
                        .with("peer", Value.of(answer.captured().destination()))
                        .found())
                .findFirst();
    }

    /** Whether the same host acknowledged another call at the same Contact, and its answer was not repeated: so it can be reached. */
    private static boolean reachedInAnotherCall(Message answer, Case examined) {
        Optional<String> contact = contact(answer);
        String peer = answer.captured().destination().host();
        return examined
                .circumstances()
                .others()
                .between(peer, answer.captured().source().host(), answer.time())
                .stream()
                .filter(call -> call != examined.call() && call.answer().isPresent())
                .filter(call ->
                        call.messages().stream().noneMatch(message -> message.success() && message.retransmission()))
                .flatMap(call -> call.messages().stream())
                .anyMatch(message -> message.request("ACK")
                        && message.insideDialog()
                        && message.captured().source().host().equals(peer)
                        && contact.filter(message.captured().destination().host()::equals)
                                .isPresent());
    }

    /** The ACK is sent to the private Contact of an answer that came from a public address, and the answer is repeated. */
    private static Optional<Finding> ackAstray(Case examined) {
        return examined.dialogs().stream()
                .flatMap(dialog -> dialog.acknowledgement().stream()
                        .flatMap(ack ->
                                dialog.answer().stream().flatMap(answer -> ackAstray(answer, ack, examined).stream())))
                .findFirst();
    }

    private static Optional<Finding> ackAstray(Message answer, Message ack, Case examined) {
        List<Message> later = examined.call().messages().stream()
                .filter(message -> message.success()
                        && message.retransmission()
                        && message.head().method().equals("INVITE")
                        && message.head().toTag().equals(answer.head().toTag())
                        && message.captured().source().equals(answer.captured().source())
                        && Elapsed.between(ack, message).isPresent())
                .toList();
        String to = ack.captured().destination().host();
        boolean astray = later.size() >= REPEATS
                && Networks.inner(to)
                && Networks.outer(answer.captured().source().host())
                && !speaks(to, examined);
        boolean routed = astray
                && examined.read(answer).addresses("Record-Route").stream()
                        .anyMatch(route -> bare(route.uri().host()).equals(to));
        if (routed) {
            return Optional.of(Finding.about(ACK_TO_ROUTE, Certainty.LIKELY)
                    .proof(answer, ack, later.getLast())
                    .with("route", to)
                    .with("recorder", Value.of(answer.captured().source()))
                    .with("peer", Value.of(ack.captured().source()))
                    .with("repeats", Value.of(later.size()))
                    .found());
        }
        return astray && contact(answer).filter(to::equals).isPresent()
                ? Optional.of(Finding.about(ACK_ASTRAY, Certainty.LIKELY)
                        .proof(answer, ack, later.getLast())
                        .with("contact", to)
                        .with("sender", Value.of(answer.captured().source()))
                        .with("peer", Value.of(ack.captured().source()))
                        .with("repeats", Value.of(later.size()))
                        .found())
                : Optional.empty();
    }

    /** Who is heard there can be reached there. */
    private static boolean speaks(String host, Case examined) {
        return examined.messages().stream()
                .anyMatch(message -> message.captured().source().host().equals(host));
    }

    private static boolean crosses(Endpoint one, Endpoint other) {
        return Networks.outer(one.host()) || Networks.outer(other.host());
    }

    private static Optional<Finding> registered(Case examined) {
        return examined.registrations().of(examined.call()).stream()
                .filter(Registered::binds)
                .flatMap(one -> registered(one, examined).stream())
                .findFirst();
    }

    private static Optional<Finding> registered(Registered one, Case examined) {
        Message answer = one.answer().orElseThrow();
        Optional<String> contact = contact(one.request()).filter(Networks::inner);
        // Behind a proxy the packets come from the proxy, wherever the client is.
        if (contact.isEmpty() || examined.read(one.request()).vias().size() > 1) {
            return Optional.empty();
        }
        Optional<String> seen = examined.read(answer).vias().stream()
                .findFirst()
                .flatMap(Via::received)
                .or(() -> Optional.of(one.request().captured().source().host()))
                .filter(Networks::outer);
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.about(REGISTERED, Certainty.CERTAIN)
                        .proof(one.request(), answer)
                        .with("contact", contact.get())
                        .with("registrar", Value.of(answer.captured().source()))
                        .with("seen", seen.get())
                        .found());
    }

    private static Optional<String> contact(Message message) {
        return message.header("Contact", "m").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .findFirst()
                .map(NameAddr::uri)
                .map(uri -> bare(uri.host()));
    }

    private static String bare(String host) {
        return host.replace("[", "").replace("]", "");
    }
}
