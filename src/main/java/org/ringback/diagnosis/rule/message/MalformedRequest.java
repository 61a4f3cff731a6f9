package org.ringback.diagnosis.rule.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Doubt;
import org.ringback.sip.Fault;
import org.ringback.sip.Header;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Warning;

/**
 * A request that was refused as bad (400) and is: a header stands in it twice, or not at all, or its form is wrong (RFC 3261,
 * 7.3.1, 8.1.1 and 21.4.1). Which of several flaws the server meant, it rarely says.
 */
final class MalformedRequest implements Rule {

    /** A request that breaks off, or goes on, where its length says otherwise, is bad for that alone. */
    private static final String[] OF_LENGTH = {"content-length-too-long", "content-length-too-short"};

    private static final Kind TWICE = kind("header-twice", "7.3.1");
    private static final Kind MISSING = kind("header-missing", "8.1.1").unless("max-forwards-missing");
    private static final Kind FROM_TAG = Kind.of(
                    "from-tag-missing", Weight.FAILURE, 3261, "8.1.1.3", "refuser", "code", "sender", "method")
            .unless(OF_LENGTH);
    private static final Kind WRONG_FORM = kind("header-wrong-form", "21.4.1");

    private static final int BAD_REQUEST = 400;

    /** Codes of a Warning about what stands in the session description (RFC 3261, 20.43). */
    private static final int FIRST_OF_SESSION = 300;

    private static final int END_OF_SESSION = 380;
    private static final Pattern SESSION = Pattern.compile("(?i)\\bsdp\\b|session description");

    private static final Set<Fault> OF_FORM = EnumSet.of(
            Fault.UNREADABLE_START_LINE,
            Fault.BRACKETED_URI,
            Fault.SPACE_IN_URI,
            Fault.HEADERS_IN_REQUEST_URI,
            Fault.UNKNOWN_VERSION,
            Fault.NOT_A_HEADER,
            Fault.UNREADABLE_VALUE,
            Fault.UNTERMINATED_QUOTE,
            Fault.UNTERMINATED_BRACKET,
            Fault.UNBRACKETED_URI,
            Fault.UNQUOTED_NAME,
            Fault.NUMBER_OUT_OF_RANGE);

    /** They make a dialog, to which the other side must be able to send (8.1.1.8). */
    private static final Set<String> WITH_CONTACT = Set.of("INVITE", "SUBSCRIBE", "REFER");

    /** Something that is wrong with a request: two requests with the same flaw are equal. */
    private record Flaw(Kind kind, String header) {}

    private static Kind kind(String id, String section) {
        return Kind.of(id, Weight.FAILURE, 3261, section, "refuser", "code", "sender", "method", "header")
                .unless(OF_LENGTH);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(TWICE, MISSING, FROM_TAG, WRONG_FORM);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(refusal -> refusal.status() == BAD_REQUEST && !refusal.saidElsewhere())
                .flatMap(refusal -> judge(refusal, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        Origin origin = refusal.origin();
        List<Attempt> attempts = examined.attempts();
        Optional<Message> request = asked(refusal.attempt(), origin);
        if (request.isEmpty()
                || !examined.whole(request.get())
                || ofSession(examined.read(refusal.origin().answer()))) {
            return Optional.empty();
        }
        return flaws(examined.read(request.get())).stream()
                .filter(flaw -> attempts.stream().noneMatch(other -> passed(other, flaw, examined))
                        && !passedBefore(request.get(), flaw, examined))
                .findFirst()
                .map(flaw -> found(flaw, request.get(), refusal.response(), origin, examined));
    }

    /** As it came to whoever refused it: something on the way may have spoilt it. */
    private static Optional<Message> asked(Attempt attempt, Origin origin) {
        return attempt.hops().stream()
                .filter(hop -> hop.server().equals(origin.firstSaidBy()))
                .map(Transaction::request)
                .flatMap(Optional::stream)
                .findFirst()
                .or(attempt::request);
    }

    /** In order of how surely a server stumbles over them. */
    private static List<Flaw> flaws(SipMessage request) {
        List<Flaw> twice = new ArrayList<>();
        List<Flaw> missing = new ArrayList<>();
        List<Flaw> form = new ArrayList<>();
        for (Doubt doubt : request.doubts()) {
            if (doubt.fault() == Fault.REPEATED_HEADER) {
                twice.add(new Flaw(TWICE, doubt.rule()));
            } else if (doubt.fault() == Fault.MISSING_HEADER) {
                missing.add(new Flaw(MISSING, doubt.rule()));
            } else if (OF_FORM.contains(doubt.fault())) {
                form.add(new Flaw(WRONG_FORM, place(doubt, request)));
            }
        }
        if (request.from().filter(MalformedRequest::untagged).isPresent()) {
            missing.add(new Flaw(FROM_TAG, "From"));
        }
        if (WITH_CONTACT.contains(request.method())
                && request.headers("Contact").isEmpty()) {
            missing.add(new Flaw(MISSING, "Contact"));
        }
        List<Flaw> all = new ArrayList<>(twice);
        all.addAll(missing);
        all.addAll(form);
        return all;
    }

    private static boolean untagged(NameAddr from) {
        return from.tag().isEmpty();
    }

    private static String place(Doubt doubt, SipMessage request) {
        return request.headers().stream()
                .filter(header -> header.range().from() <= doubt.range().from()
                        && doubt.range().from() < header.range().to())
                .map(Header::name)
                .findFirst()
                .orElse(request.method());
    }

    /** What another time was not refused as bad is not what is bad. */
    private static boolean passed(Attempt other, Flaw flaw, Case examined) {
        return other.finalResponse()
                        .filter(told -> told.head().status() != BAD_REQUEST)
                        .isPresent()
                && other.request()
                        .filter(request -> flaws(examined.read(request)).contains(flaw))
                        .isPresent();
    }

    /** Nor is what the same server took from the same sender in another call. */
    private static boolean passedBefore(Message request, Flaw flaw, Case examined) {
        return examined
                .circumstances()
                .openedBetween(
                        request.captured().source().host(),
                        request.captured().destination().host(),
                        0)
                .stream()
                .filter(call -> call != examined.call()
                        && call.opening().request(request.head().method())
                        && accepted(call))
                .anyMatch(call -> flaws(examined.read(call.opening())).contains(flaw));
    }

    private static boolean accepted(Call call) {
        return call.transactions().stream()
                .filter(transaction -> transaction.request().equals(Optional.of(call.opening())))
                .flatMap(transaction -> transaction.finalResponse().stream())
                .anyMatch(Message::success);
    }

    /** Whether the server says that it is the session description which is bad. */
    private static boolean ofSession(SipMessage told) {
        return words(told).anyMatch(SESSION.asPredicate())
                || told.warnings().stream()
                        .anyMatch(warning -> warning.code() >= FIRST_OF_SESSION && warning.code() < END_OF_SESSION);
    }

    private static Stream<String> words(SipMessage told) {
        return Stream.concat(Stream.of(told.phrase()), told.warnings().stream().map(Warning::text));
    }

    private static Finding found(Flaw flaw, Message request, Message told, Origin origin, Case examined) {
        var finding = Finding.about(flaw.kind(), flaw.kind().equals(WRONG_FORM) ? Certainty.POSSIBLE : Certainty.LIKELY)
                .proof(told, request)
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(told))
                .with("sender", Value.of(request.captured().source()))
                .with("method", request.head().method());
        return flaw.kind().equals(FROM_TAG)
                ? finding.found()
                : finding.with("header", flaw.header()).found();
    }
}
