package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Heard;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.OverUdp;
import org.ringback.diagnosis.evidence.Repeats;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallStream;

/**
 * An INVITE that is sent again although it was responded to: any response ends that (RFC 3261, 17.1.1.2), so whoever sent it
 * heard none. A 2xx among these responses then gets no ACK, and nothing is wrong with the ACK. Of any other request a final
 * response is needed for that (17.1.2.2).
 */
public final class LostResponses implements Rule {

    public static final String ID = "responses-not-arriving";

    private static final Kind LOST =
            Kind.of(ID, Weight.FAILURE, 3261, "17.1.1.2", "server", "client", "responses", "repeats");

    private static final Kind FINAL = Kind.of(
            "final-response-not-arriving",
            Weight.FAILURE,
            3261,
            "17.1.2.2",
            "server",
            "client",
            "method",
            "code",
            "repeats");

    /** A response and a repetition may meet on the way, over a slow satellite as well. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    private static final int FEWEST = 2;
    private static final int PROOF = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(LOST, FINAL);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REPEATED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            if (!attempt.root().method().equals("INVITE")
                    && !attempt.root().first().insideDialog()) {
                attempt.hops().stream()
                        .flatMap(hop -> ofOther(hop, examined).stream())
                        .findFirst()
                        .ifPresent(findings);
            }
        }
        for (Attempt attempt : examined.attempts("INVITE")) {
            for (Transaction hop : attempt.hops()) {
                Optional<Finding> found = judge(hop, examined).filter(_ -> !Heard.byClient(hop, examined));
                if (found.isPresent()) {
                    findings.accept(found.get());
                    return;
                }
            }
        }
    }

    /** Of other requests only a final response ends the repetition; a provisional one slows it down (17.1.2.2). */
    private static Optional<Finding> ofOther(Transaction hop, Case examined) {
        Optional<Message> told = hop.finalResponse();
        if (told.isEmpty() || hop.request().filter(OverUdp::is).isEmpty()) {
            return Optional.empty();
        }
        List<Message> seen = inFileOf(hop.request().get(), hop);
        Repeats all = Repeats.of(hop.method(), seen);
        List<Message> repeats = all.after(told.get(), ON_THE_WAY);
        if (repeats.size() < FEWEST
                || !all.steady()
                || !all.withinT2()
                || responses(seen, hop).isEmpty()
                || Heard.byClient(hop, examined)) {
            return Optional.empty();
        }
        boolean sure = repeats.size() >= PROOF && seen.contains(told.get());
        return Optional.of(Finding.about(FINAL, sure ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(repeats.getLast(), told.get())
                .with("server", Value.of(hop.server()))
                .with("client", Value.of(hop.client()))
                .with("method", hop.method())
                .with("code", examined.code(told.get()))
                .with("repeats", Value.of(repeats.size()))
                .found());
    }

    /** In a second file the same packets may have other times. */
    private static List<Message> inFileOf(Message request, Transaction hop) {
        return hop.messages().stream()
                .filter(message ->
                        message.captured().file() == request.captured().file())
                .toList();
    }

    private static Optional<Finding> judge(Transaction hop, Case examined) {
        Optional<Message> request = hop.request();
        if (request.isEmpty() || !OverUdp.is(request.get())) {
            return Optional.empty();
        }
        List<Message> seen = inFileOf(request.get(), hop);
        List<Message> responses = responses(seen, hop);
        if (responses.isEmpty()) {
            return Optional.empty();
        }
        Repeats all = Repeats.of("INVITE", seen);
        List<Message> repeats = all.after(responses.getFirst(), ON_THE_WAY);
        if (repeats.size() < FEWEST || !all.steady()) {
            return Optional.empty();
        }
        boolean sure = repeats.size() >= PROOF
                && responses.size() >= FEWEST
                && all.doubling()
                && hop.canceledBy().isEmpty()
                && !goesOn(hop, examined);
        List<Message> proof = new ArrayList<>(List.of(repeats.getLast(), responses.getFirst()));
        hop.finalResponse().filter(told -> told != responses.getFirst()).ifPresent(proof::add);
        return Optional.of(Finding.about(LOST, sure ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(proof)
                .with("server", Value.of(hop.server()))
                .with("client", Value.of(hop.client()))
                .with("responses", Value.of(responses.size()))
                .with("repeats", Value.of(repeats.size()))
                .found());
    }

    /** Those to where the request came from, repeated ones too; none if any went elsewhere, for then that is the fault. */
    private static List<Message> responses(List<Message> seen, Transaction hop) {
        List<Message> all =
                seen.stream().filter(message -> !message.head().request()).toList();
        return all.stream().allMatch(message -> message.captured().destination().equals(hop.client()))
                ? all
                : List.of();
    }

    /** Whether anything follows a 2xx, so that somebody may have heard it whose ACK was not captured. */
    private static boolean goesOn(Transaction hop, Case examined) {
        return hop.finalResponse()
                .filter(Message::success)
                .filter(answer -> examined.messages().stream()
                                .anyMatch(message -> message.time() > answer.time()
                                        && !hop.messages().contains(message))
                        || examined.media().streams().stream()
                                .map(CallStream::stream)
                                .anyMatch(stream -> stream.last().time() > answer.time()
                                        && stream.source()
                                                .host()
                                                .equals(hop.client().host())))
                .isPresent();
    }
}
