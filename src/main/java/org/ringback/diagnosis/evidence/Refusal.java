package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.sip.StartLine;

/**
 * The final response from 300 on by which somebody did not get what they asked for in the end; what was refused first and
 * granted on the next attempt (credentials, another target) is none.
 */
public record Refusal(Attempt attempt, Message response, Origin origin) {

    /** Of the call, or of a request that is no call; nothing inside a dialog. */
    static Optional<Refusal> of(Case examined) {
        List<Attempt> attempts = examined.call().kind() == CallKind.CALL
                ? examined.setup()
                : examined.attempts(examined.call().method());
        boolean granted = examined.call().kind() == CallKind.CALL
                && attempts.stream()
                        .anyMatch(attempt ->
                                attempt.finalResponse().filter(Message::success).isPresent());
        return granted || attempts.isEmpty()
                ? Optional.empty()
                : attempts.getLast()
                        .finalResponse()
                        .filter(told -> told.head().status() >= 300)
                        .map(told -> new Refusal(attempts.getLast(), told, Origins.of(told, examined)));
    }

    public int status() {
        return response.head().status();
    }

    /** Where the request was to go when it was refused: its Request-URI on the hop that refused it, or an empty string. */
    public String target(Case examined) {
        return attempt.hops().stream()
                .filter(hop -> hop.server().equals(origin.firstSaidBy()))
                .flatMap(hop -> hop.request().stream())
                .findFirst()
                .or(attempt::request)
                .map(request -> examined.read(request).startLine())
                .map(line -> line instanceof StartLine.RequestLine asked ? asked.uri() : "")
                .orElse("");
    }

    /** The 100 that the sender got before it, if it was not the same hop's only word. */
    public Optional<Message> trying() {
        return attempt.hops().stream()
                .filter(hop -> hop.messages().contains(response))
                .map(Transaction::responses)
                .flatMap(List::stream)
                .filter(Message::provisional)
                .findFirst();
    }

    /** What says how long it took: from the request to the response on the same hop. */
    public Value wait(Message start) {
        return Elapsed.value(start, response);
    }
}
