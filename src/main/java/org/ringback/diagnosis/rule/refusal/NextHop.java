package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.unanswered.ConnectionBehind;
import org.ringback.diagnosis.rule.unanswered.NameLookups;
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;
import org.ringback.sip.StartLine;
import org.ringback.sip.Warning;

/** A server that could not pass a request on and says so: by codes of its own or in words. */
final class NextHop implements Rule {

    private static final Kind NOT_SENT = Kind.of(
                    "next-hop-send-failed", Weight.FAILURE, 3261, "16.9", "server", "code", "target")
            .unless(ConnectionBehind.ids());
    private static final Kind UNRESOLVED = Kind.of(
                    "next-hop-unresolvable", Weight.FAILURE, 3263, "4", "server", "code", "target")
            .unless(NameLookups.ids());
    private static final Kind OWN_ADDRESS =
            Kind.of("contact-is-registrar", Weight.FAILURE, 3261, "10.2.1", "server", "code");
    private static final Kind UNREACHABLE = Kind.of(
                    "next-hop-unreachable", Weight.FAILURE, 3261, "21.5.4", "server", "code", "words")
            .unless(ConnectionBehind.ids())
            .unless(NameLookups.ids());

    private static final Pattern WORDS = Pattern.compile("\\bdns\\b|resolv|no route|unreachable|transport error"
            + "|connection (refused|timed out|reset)|next hop|sending failed|send failed|host is down");

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_SENT, UNRESOLVED, OWN_ADDRESS, UNREACHABLE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.attempts()
                .forEach(attempt -> attempt.finalResponse()
                        .filter(told -> told.head().status() >= 400)
                        .flatMap(told -> explain(attempt, told, examined))
                        .ifPresent(findings));
    }

    private static Optional<Finding> explain(Attempt attempt, Message told, Case examined) {
        int status = told.head().status();
        boolean own = status == 476 || status == 477 || status == 478;
        if (!own && status != 503 && status != 500 && status != 502) {
            return Optional.empty();
        }
        SipMessage response = examined.read(told);
        String phrase = response.phrase().toLowerCase(Locale.ROOT);
        if (status == 477 || phrase.contains("error on sending to next hop")) {
            return Optional.of(withTarget(NOT_SENT, phrase.contains("send"), attempt, told, examined));
        }
        if (phrase.contains("no server address in contacts")) {
            return Optional.of(
                    about(OWN_ADDRESS, Certainty.CERTAIN, told, examined).found());
        }
        if (status == 478 || phrase.contains("unresolvable destination")) {
            return Optional.of(withTarget(UNRESOLVED, phrase.contains("unresolvable"), attempt, told, examined));
        }
        return own ? Optional.empty() : unreachable(told, examined);
    }

    private static Optional<Finding> unreachable(Message told, Case examined) {
        // What a server adds on the way back, such as that it has no route left, the one that refused did not say.
        SipMessage response = examined.read(Origins.of(told, examined).answer());
        List<String> words = Stream.of(
                        Stream.of(response.phrase()),
                        response.reasons().stream().map(Reason::text),
                        response.warnings().stream().map(Warning::text))
                .flatMap(texts -> texts)
                .filter(text -> WORDS.matcher(text.toLowerCase(Locale.ROOT)).find())
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(about(UNREACHABLE, Certainty.LIKELY, told, examined)
                        .with("words", Value.of(words))
                        .found());
    }

    /** No RFC knows these codes: another product may mean something else by them, unless its words say the same. */
    private static Finding withTarget(Kind kind, boolean inWords, Attempt attempt, Message told, Case examined) {
        Value target = attempt.request()
                .map(examined::read)
                .map(SipMessage::startLine)
                .filter(StartLine.RequestLine.class::isInstance)
                .map(StartLine.RequestLine.class::cast)
                .map(StartLine.RequestLine::uri)
                .<Value>map(Value::of)
                .orElseGet(Value.Unknown::new);
        return about(kind, inWords ? Certainty.CERTAIN : Certainty.LIKELY, told, examined)
                .with("target", target)
                .found();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Message told, Case examined) {
        Origin origin = Origins.of(told, examined);
        return Finding.about(kind, certainty)
                .proof(told)
                .saidBy(origin)
                .with("server", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(told));
    }
}
