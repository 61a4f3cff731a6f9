package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/** Two that forward to each other: each redirection names the one that had redirected before (RFC 3261, 8.1.3.4). */
final class ForwardingCircle implements Rule {

    private static final Kind CIRCLE =
            Kind.of("forwarding-circle", Weight.FAILURE, 3261, "8.1.3.4", "one", "other", "count");

    /** A server that follows redirections does so at once, in microseconds. */
    private static final long SOON = 10_000_000;

    private static final int RINGING = 180;

    private static final int PROGRESS = 183;

    /** So many redirections are looked at. */
    private static final int MOST = 64;

    /** A redirection with where the call was to go and where it is sent instead. */
    private record Turn(Message told, SipUri from, SipUri to) {

        String asked() {
            return from.user();
        }

        String named() {
            return to.user();
        }

        boolean leadsBackTo(Turn other) {
            return !asked().equals(named()) && same(from, other.to) && same(to, other.from);
        }

        /** A phone names its server by address or by name; two names are two servers. */
        private static boolean same(SipUri one, SipUri other) {
            return one.user().equals(other.user())
                    && (one.host().equalsIgnoreCase(other.host()) || !name(one.host()) || !name(other.host()));
        }

        private static boolean name(String host) {
            return host.indexOf('.') > 0 && !Networks.inner(host) && !Networks.outer(host);
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(CIRCLE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Call own = examined.call();
        if (own.kind() != CallKind.CALL || own.answer().isPresent()) {
            return;
        }
        List<Turn> turns = turns(own.transactions()).toList();
        if (turns.isEmpty()) {
            turns = redirectedBehind(examined);
        }
        if (!turns.isEmpty()) {
            look(turns, examined).ifPresent(findings);
        }
    }

    /** What the leg behind a refused one was told, where a B2BUA made its own refusal of that. */
    private static List<Turn> redirectedBehind(Case examined) {
        return examined.refusal()
                .filter(refusal -> refusal.status() < 400 && refusal.origin().elsewhere())
                .flatMap(refusal -> examined.circumstances()
                        .others()
                        .withId(refusal.origin().answer().head().callId()))
                .map(call -> turns(call.transactions()).toList())
                .orElse(List.of());
    }

    private static Optional<Finding> look(List<Turn> turns, Case examined) {
        Turn last = turns.getLast();
        List<Call> others = beside(last.told(), examined);
        // Voicemail, or whoever else took the call in the end or could have, has ended the circle.
        if (others.stream().anyMatch(call -> call.answer().isPresent() || rang(call)) || rang(examined.call())) {
            return Optional.empty();
        }
        List<Turn> all = new ArrayList<>(others.stream()
                .flatMap(call -> turns(call.transactions()))
                .limit(MOST)
                .toList());
        all.addAll(turns);
        List<Turn> circle = all.stream()
                .filter(turn -> turn.leadsBackTo(last)
                        || (turn.asked().equals(last.asked()) && turn.named().equals(last.named())))
                .toList();
        return circle.stream()
                .filter(turn -> turn.leadsBackTo(last))
                .findFirst()
                .map(back -> Finding.about(CIRCLE, Certainty.LIKELY)
                        .proof(last.told(), back.told())
                        .with("one", back.asked())
                        .with("other", back.named())
                        .with("count", Value.of(circle.size()))
                        .found());
    }

    /** 181 only says that the call is forwarded (RFC 3261, 21.1.3). */
    private static boolean rang(Call call) {
        return call.messages().stream()
                .map(message -> message.head().status())
                .anyMatch(status -> status == RINGING || status == PROGRESS);
    }

    /** A B2BUA follows each redirection under a Call-ID of its own. */
    private static List<Call> beside(Message told, Case examined) {
        // Of two who hide their numbers nobody knows whether they are one.
        if (told.time() == Captured.NO_TIME || CallNumber.nobody(examined.call().from())) {
            return List.of();
        }
        return examined.circumstances().begunAfter(told.time() - SOON, 2 * SOON).stream()
                .filter(call -> call != examined.call()
                        && call.kind() == CallKind.CALL
                        && call.from().user().equals(examined.call().from().user()))
                .toList();
    }

    private static Stream<Turn> turns(List<Transaction> transactions) {
        return transactions.stream()
                .filter(hop -> hop.method().equals("INVITE"))
                .flatMap(hop -> hop
                        .finalResponse()
                        .filter(told ->
                                told.head().status() >= 300 && told.head().status() < 400)
                        .flatMap(told -> hop.request().flatMap(request -> turn(request, told)))
                        .stream());
    }

    private static Optional<Turn> turn(Message request, Message told) {
        SipMessage answer = SipMessage.parse(told.captured().bytes());
        List<SipUri> named =
                answer.addresses("Contact").stream().map(NameAddr::uri).toList();
        boolean one = named.stream().map(SipUri::user).distinct().count() == 1
                && !named.getFirst().user().isEmpty();
        // Where several are named, the call may go to another one.
        return one
                ? asked(request).filter(uri -> !uri.user().isEmpty()).map(uri -> new Turn(told, uri, named.getFirst()))
                : Optional.empty();
    }

    private static Optional<SipUri> asked(Message request) {
        return SipMessage.parse(request.captured().bytes()).requestUri().map(SipUri::of);
    }
}
